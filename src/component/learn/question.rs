//! The opening question of the first scenario, and its answer.

use yew::prelude::*;

use crate::component::kit::button::IconButton;
use crate::component::learn::lesson::open::{link, to_lesson};
use crate::hooks::Session;
use crate::state::Action;
use crate::text::groups as text;
use sg_core::lesson::Lesson;

/// The scenario's question. After the first edit the answer takes its place, so that no switch
/// moves away from under the pointer.
pub(crate) fn question(session: &Session, embed: bool, answered: bool) -> Html {
    let (first, second) = match answered {
        false => (text::QUESTION, text::QUESTION_ASK),
        true => (text::ANSWER, text::ANSWER_WHY),
    };
    // The host of an embedded page decides what is shown.
    let lesson = Lesson::all().first().filter(|_| !embed);
    let lesson = lesson.map(|lesson| {
        let said = html! { {session.say(text::QUESTION_LESSON)} };
        link(session, to_lesson(&lesson.id), Classes::default(), "lesson", said)
    });
    html! {
        <div class="question">
            <p><b>{session.say(first)}</b>{session.gap()}{session.say(second)}{" "}{for lesson}</p>
            {IconButton::cross(session.say(text::HIDE_QUESTION), session.on(Action::HideQuestion)).show()}
        </div>
    }
}
