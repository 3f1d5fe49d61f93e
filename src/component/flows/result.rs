//! What log files say about the scenario.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::flows::kind::{Kind, ListContext};
use crate::component::flows::lists::LogList;
use crate::component::flows::save::save;
use crate::derived::{JudgedFiles, Proposals};
use crate::hooks::{Session, use_session};
use crate::platform::ChosenFile;
use crate::state::State;
use crate::text::flows as text;
use sg_core::flow_report::{counts, notes, summary};
use sg_core::language::Text;

/// Properties of [`LogResult`].
#[derive(Properties, PartialEq)]
pub(super) struct LogResultProps {
    /// What was read and judged.
    pub(super) judged: Rc<JudgedFiles>,
    /// The page state.
    pub(super) state: Rc<State>,
    /// Reads files again.
    pub(super) onagain: Callback<Vec<ChosenFile>>,
}

/// The report: counts, then a list for each kind of finding.
#[component]
pub(super) fn LogResult(props: &LogResultProps) -> Html {
    let session = use_session();
    let LogResultProps { judged, state, onagain } = props;
    let proposals = use_memo(state.scenario().clone(), Proposals::to);
    let context = Rc::new(ListContext { judged: Rc::clone(judged), proposals });
    let words = judged.words(session.language);
    let unread = judged.unread(session.language);
    let told = judged.told(&unread, true);
    let files = judged.files.names.join(" · ");
    html! {
        <section class="log-result" aria-label={session.say(text::RESULT)}>
            {for unread.iter().map(|line| warning(line.clone()))}
            if judged.scenario != *state.scenario() {
                {stale(&session, judged, onagain)}
            }
            <p class="muted"><span class="mono" translate="no">{files}</span>{" · "}{summary(&told, words)}</p>
            {totals(&session, &counts(&told))}
            {for notes(&judged.report, words).into_iter().map(|note| html! { <p class="muted">{note}</p> })}
            {save(&session, judged)}
            if judged.report.totals.disagree.records == 0 {
                <p class="all-read"><span class="glyph" aria-hidden="true">{"✓ "}</span>{session.say(text::ALL_AGREE)}</p>
            }
            {for Kind::ALL.into_iter().map(|kind| html! { <LogList {kind} context={Rc::clone(&context)} /> })}
        </section>
    }
}

fn warning(line: String) -> Html {
    html! { <p class="bad" role="status"><span class="glyph" aria-hidden="true">{"▲ "}</span>{line}</p> }
}

/// The scenario is another one now.
fn stale(session: &Session, judged: &Rc<JudgedFiles>, onagain: &Callback<Vec<ChosenFile>>) -> Html {
    let files = judged.files.files.clone();
    let onclick = onagain.reform(move |_: MouseEvent| files.clone());
    html! {
        <p class="log-stale" role="status">
            <span class="glyph" aria-hidden="true">{"! "}</span>
            {session.say(text::STALE)}{session.gap()}
            <button type="button" class="link" id="flows-again" data-focus-fallback="flows-files" {onclick}>{session.say(text::AGAIN)}</button>
        </p>
    }
}

/// The marks of the first counts: agree, disagree, unknown.
const MARKS: [(&str, &str); 3] = [("log-right", "✓"), ("log-wrong", "✗"), ("log-open", "?")];

fn totals(session: &Session, counts: &[(u64, Text)]) -> Html {
    let marks = MARKS.into_iter().map(Some).chain(std::iter::repeat(None));
    let line = |((count, text), mark): (&(u64, Text), Option<(&'static str, &'static str)>)| {
        html! {
            <li class={mark.filter(|_| *count > 0).map(|(class, _)| class)}>
                <b>{count.to_string()}</b>
                <span>
                    if let Some((_, glyph)) = mark {
                        <span class="glyph" aria-hidden="true">{glyph}{" "}</span>
                    }
                    {session.say(*text)}
                </span>
            </li>
        }
    };
    html! { <ul class="log-counts">{for counts.iter().zip(marks).map(line)}</ul> }
}
