//! The context of the selected pair's answer: the reverse path, open sessions, copying.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::kit::cite::cite;
use crate::component::kit::term::term;
use crate::component::words::cell::{in_words, look};
use crate::derived::{OpenSession, Reachability};
use crate::hooks::{Session, use_session};
use crate::platform;
use crate::state::{Action, Selection};
use crate::text::answer as text;
use sg_core::connectivity::{ClauseId, Survival};
use sg_core::explain::{Explanation, packets_text};
use sg_core::language::Language;
use sg_core::lesson::Entry;

/// The data behind the context of an answer.
pub(crate) struct Around<'a> {
    /// The pairs.
    pub(crate) reachability: &'a Reachability,
    /// The selected pair.
    pub(crate) pair: &'a Selection,
    /// The explanation.
    pub(crate) explanation: &'a Rc<Explanation>,
    /// What the last edit does to an open session of the pair.
    pub(crate) session: Option<&'a OpenSession>,
}

/// The reverse direction at a glance, the fate of an open session, and the copy button.
pub(crate) fn around(session: &Session, props: &Around<'_>) -> Html {
    html! {
        <div class="around">
            <dl>
                {reverse(session, props)}
                if let Some(open) = props.session {
                    <div>
                        <dt>{term(session, Entry::Stateful, text::SESSION)}</dt>
                        <dd>{survival(session, open)}</dd>
                    </div>
                }
            </dl>
            <CopyAnswer explanation={Rc::clone(props.explanation)} pair={pair_label(props, session.language)} />
        </div>
    }
}

fn pair_label(props: &Around<'_>, language: Language) -> String {
    let seen = props.reachability;
    let names = seen.names_of(props.pair, language);
    names.map(|(from, to)| format!("{from} → {to}")).unwrap_or_default()
}

/// The reverse pair, with a reminder that replies need no rule of their own.
fn reverse(session: &Session, props: &Around<'_>) -> Html {
    let Selection { from, to } = props.pair;
    let back = Selection { from: to.clone(), to: from.clone() };
    let cell = props.reachability.between(&back).filter(|_| from != to);
    let Some(cell) = cell else { return Html::default() };
    let Some((back_from, back_to)) = props.reachability.names_of(&back, session.language) else {
        return Html::default();
    };
    let (class, glyph) = look(&cell.state);
    let title = session.fill(text::REVERSE_TITLE, &[("from", &back_from), ("to", &back_to)]);
    html! {
        <div>
            <dt>{session.say(text::REVERSE)}</dt>
            <dd>
                <button type="button" class="link" {title} onclick={session.on(Action::Select(back))}>{back_from}{" → "}{back_to}</button>
                <span class={classes!("badge", class)}><span aria-hidden="true">{glyph}{" "}</span>{in_words(session, &cell.state, props.reachability.choice)}</span>
                {" "}<span class="muted">{session.say(text::REPLIES)}{cite(session, Some(ClauseId::Stateful))}</span>
            </dd>
        </div>
    }
}

fn survival(session: &Session, open: &OpenSession) -> Html {
    let (class, glyph, said) = match open.answer.survival {
        Survival::Unaffected => ("ok", "✓", text::SESSION_GOES_ON),
        Survival::MayEnd => ("bad", "✗", text::SESSION_MAY_END),
        Survival::NeverOpen => ("faint", "·", text::SESSION_NEVER),
        Survival::Unknown => ("faint", "?", text::SESSION_UNKNOWN),
    };
    let packets = packets_text(&open.packets, session.language);
    html! {
        <>
            <span {class} aria-hidden="true">{glyph}{" "}</span>
            {session.fill(said, &[("packets", &packets)])}
            {cite(session, Some(open.answer.clause))}
            if let Some(contested) = open.answer.contested {
                {" "}<span class="tag">{session.say(text::SESSION_CONTESTED)}</span>{cite(session, Some(contested))}
            }
            if let Some(advice) = open.answer.advice {
                {" "}<span class="muted">{session.say(text::SESSION_ADVICE)}{cite(session, Some(advice))}</span>
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct CopyAnswerProps {
    explanation: Rc<Explanation>,
    pair: String,
}

/// Copies the answer and confirms it.
#[component]
fn CopyAnswer(props: &CopyAnswerProps) -> Html {
    let session = use_session();
    let told = use_state(|| None::<String>);
    {
        // Drop the confirmation when the answer changes.
        let told = told.setter();
        use_effect_with(Rc::clone(&props.explanation), move |_| told.set(None));
    }
    let copy = |json: bool| {
        let (explanation, told) = (Rc::clone(&props.explanation), told.setter());
        let said = if json { text::COPIED_JSON } else { text::COPIED_MARKDOWN };
        let said = session.fill(said, &[("pair", &props.pair)]);
        let refused = session.say(text::NOT_COPIED).to_owned();
        Callback::from(move |_: MouseEvent| {
            let answer = match json {
                true => explanation.to_json_text(),
                false => explanation.to_markdown(),
            };
            let (told, said, refused) = (told.clone(), said.clone(), refused.clone());
            let done = Callback::from(move |done: bool| {
                told.set(Some(if done { said.clone() } else { refused.clone() }));
            });
            platform::copy(&answer, done);
        })
    };
    html! {
        <div class="copies">
            <button type="button" class="link" onclick={copy(false)}>{session.say(text::COPY_MARKDOWN)}</button>
            <button type="button" class="link" onclick={copy(true)}>{session.say(text::COPY_JSON)}</button>
            <span role="status" class="muted">{(*told).clone().unwrap_or_default()}</span>
        </div>
    }
}
