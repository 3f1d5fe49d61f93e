//! The quiz button.

use yew::prelude::*;

use crate::hooks::Session;
use crate::platform;
use crate::state::{Action, QuizEdit};
use crate::text::quiz as text;

/// The button that opens a quiz and focuses its question.
pub(crate) fn quiz_button(session: &Session) -> Html {
    let dispatch = session.dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.emit(Action::Quiz(QuizEdit::Next(platform::env())));
        platform::focus_soon("quiz-question");
    });
    html! {
        <button type="button" id="open-quiz" title={session.say(text::OPEN_TITLE)} {onclick}>
            {session.say(text::QUIZ)}
        </button>
    }
}
