//! Compares another string to sign or canonical request with ours: shows the first difference, the
//! lines that differ and what it means.

use yew::prelude::*;

use crate::component::kit::limit::Limit;
use crate::hooks::{Session, use_session, use_typed};
use crate::text::signing as text;
use sg_core::language::Text;
use sg_core::quote::hidden::visible;
use sg_core::request::workbench::{Bench, Comparison, Context, Difference, LineDifference};

/// Properties of [`Compare`].
#[derive(Properties, PartialEq)]
pub(crate) struct CompareProps {
    /// Our signed request.
    pub(crate) bench: Bench,
}

/// A field for a string to sign, a canonical request, or the full message of an error about a wrong
/// signature.
#[component]
pub(crate) fn Compare(props: &CompareProps) -> Html {
    let session = use_session();
    let pasted = use_typed(String::new);
    html! {
        <section class="compare">
            <label class="field">
                {session.say(text::COMPARE)}
                <textarea class="mono" rows="3" maxlength={Limit::TEXT} spellcheck="false" value={pasted.value()} oninput={pasted.oninput()} />
            </label>
            <div role="status">{comparison(&session, &props.bench.compare(&pasted))}</div>
        </section>
    }
}

/// The result of a comparison: where two texts differ, why, and every line that differs, uncut.
pub fn comparison(session: &Session, comparison: &Comparison) -> Html {
    match comparison {
        Comparison::Empty => Html::default(),
        Comparison::Same => html! { <p class="same">{session.say(text::SAME)}</p> },
        Comparison::Differs(difference) => differs(session, difference),
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
            if !difference.lines.is_empty() {
                <p>{session.say(text::LINES)}</p>
                <ol class="canonical-lines">{for difference.lines.iter().map(|line| line_difference(session, line))}</ol>
            }
        </>
    }
}

/// A line of the canonical request on both sides.
fn line_difference(session: &Session, line: &LineDifference) -> Html {
    let side = |name: Text, text: &Option<String>| {
        let said = text.as_deref().map_or_else(
            || session.say(text::NO_LINE).to_owned(),
            |line| visible(line).into_owned(),
        );
        html! { <><dt>{session.say(name)}</dt><dd class="mono" translate="no">{said}</dd></> }
    };
    html! {
        <li value={line.number.to_string()}>
            <dl>{side(text::OURS, &line.expected)}{side(text::THEIRS, &line.pasted)}</dl>
        </li>
    }
}
