//! Compares another string to sign with ours: shows the first difference and what it means.

use yew::prelude::*;

use crate::hooks::{Session, use_session, use_typed};
use crate::text::signing as text;
use sg_core::language::Text;
use sg_core::request::workbench::{Comparison, Context, Difference, compare};

/// Properties of [`Compare`].
#[derive(Properties, PartialEq)]
pub(crate) struct CompareProps {
    /// Our string to sign.
    pub(crate) expected: String,
}

/// A field for a string to sign, or for the full message of a `SignatureDoesNotMatch` reply.
#[component]
pub(crate) fn Compare(props: &CompareProps) -> Html {
    let session = use_session();
    let pasted = use_typed(String::new);
    let verdict = match compare(&props.expected, &pasted) {
        Comparison::Empty => Html::default(),
        Comparison::Same => html! { <p class="same">{session.say(text::SAME)}</p> },
        Comparison::Differs(difference) => differs(&session, &difference),
    };
    html! {
        <section class="compare">
            <label class="field">
                {session.say(text::COMPARE)}
                <textarea class="mono" rows="3" spellcheck="false" value={pasted.value()} oninput={pasted.oninput()} />
            </label>
            <div role="status">{verdict}</div>
        </section>
    }
}

fn differs(session: &Session, difference: &Difference) -> Html {
    let place = (difference.at + 1).to_string();
    let line = |name: Text, context: &Context| {
        html! {
            <>
                <dt>{session.say(name)}</dt>
                <dd class="mono" translate="no">{context.before.clone()}<mark>{context.after.clone()}</mark></dd>
            </>
        }
    };
    html! {
        <>
            <p class="bad">
                {session.fill(text::DIFFERS, &[("place", &place)])}{session.gap()}{difference.hint.say(session.language)}
            </p>
            <dl>
                {line(text::OURS, &difference.expected)}
                {line(text::THEIRS, &difference.pasted)}
            </dl>
        </>
    }
}
