//! Somebody else's string to sign beside ours: the first place where they part.

use yew::prelude::*;

use crate::request::workbench::{Comparison, Difference, compare};
use crate::ui::hooks::{text_of, use_session};
use crate::ui::text::signing as text;

use super::stages::Stage;

/// Properties of [`Compare`].
#[derive(Properties, PartialEq)]
pub(super) struct CompareProps {
    /// The stages in their order; the pasted text is compared with the string to sign.
    pub(super) stages: Vec<Stage>,
}

/// A field for a string to sign, or for the whole message of a `SignatureDoesNotMatch` reply.
#[component]
pub(super) fn Compare(props: &CompareProps) -> Html {
    let session = use_session();
    let pasted = use_state_eq(String::new);
    let ours = props.stages.iter().find(|stage| stage.name == text::STRING_TO_SIGN);
    let oninput = {
        let pasted = pasted.clone();
        Callback::from(move |event: InputEvent| pasted.set(text_of(&event)))
    };
    let verdict = ours.map(|ours| match compare(&ours.value, &pasted) {
        Comparison::Empty => Html::default(),
        Comparison::Same => html! { <p class="same" role="status">{session.say(text::SAME)}</p> },
        Comparison::Differs(difference) => differs(&session, &difference),
    });
    html! {
        <section class="compare">
            <label class="field">
                {session.say(text::COMPARE)}
                <textarea class="mono" rows="3" spellcheck="false" value={(*pasted).clone()} {oninput} />
            </label>
            {verdict.unwrap_or_default()}
        </section>
    }
}

fn differs(session: &crate::ui::hooks::Session, difference: &Difference) -> Html {
    let place = (difference.at + 1).to_string();
    let line = |name, context: &str, rest: &str| {
        html! { <><dt>{session.say(name)}</dt><dd class="mono" translate="no">{context.to_owned()}<mark>{rest.to_owned()}</mark></dd></> }
    };
    html! {
        <div role="status">
            <p class="bad">{session.fill(text::DIFFERS, &[("place", &place)])}</p>
            <dl>
                {line(text::OURS, &difference.expected.before, &difference.expected.after)}
                {line(text::THEIRS, &difference.pasted.before, &difference.pasted.after)}
            </dl>
            <p>{difference.hint.say(session.language)}</p>
        </div>
    }
}
