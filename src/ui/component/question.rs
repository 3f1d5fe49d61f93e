//! The first scene's question, and its answer.

use yew::prelude::*;

use crate::ui::hooks::use_session;
use crate::ui::state::Action;
use crate::ui::text::groups as text;

/// Properties of [`Question`].
#[derive(Properties, PartialEq)]
pub struct QuestionProps {
    /// Whether the first edit is done.
    pub answered: bool,
}

/// The scene's question, and after the first edit its answer in the same place, so that no switch
/// moves away under the pointer.
#[component]
pub fn Question(props: &QuestionProps) -> Html {
    let session = use_session();
    let (first, second) = match props.answered {
        false => (text::QUESTION, text::QUESTION_ASK),
        true => (text::ANSWER, text::ANSWER_WHY),
    };
    html! {
        <div class="question">
            <p><b>{session.say(first)}</b>{" "}{session.say(second)}</p>
            <button
                type="button"
                class="icon"
                aria-label={session.say(text::HIDE_QUESTION)}
                title={session.say(text::HIDE_QUESTION)}
                onclick={session.on(Action::HideQuestion)}
            >
                {"×"}
            </button>
        </div>
    }
}
