//! The first scene's question, and its answer.

use yew::prelude::*;

use crate::component::lesson::{link, to_lesson};
use crate::hooks::{use_presentation, use_session};
use crate::state::Action;
use crate::text::groups as text;
use sg_core::lesson::Lesson;

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
    let presentation = use_presentation();
    let (first, second) = match props.answered {
        false => (text::QUESTION, text::QUESTION_ASK),
        true => (text::ANSWER, text::ANSWER_WHY),
    };
    // A page around this one has chosen what is shown.
    let lesson = Lesson::all().first().filter(|_| !presentation.embed);
    let lesson = lesson.map(|lesson| {
        let said = html! { {session.say(text::QUESTION_LESSON)} };
        link(&session, to_lesson(&lesson.id), Classes::default(), "lesson", said)
    });
    html! {
        <div class="question">
            <p><b>{session.say(first)}</b>{session.gap()}{session.say(second)}{" "}{for lesson}</p>
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
