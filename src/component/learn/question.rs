//! The question of the first scenario: asked, then answered in the same place.

use yew::prelude::*;

use crate::component::kit::button::IconButton;
use crate::component::learn::lesson::open::{link, to_lesson};
use crate::hooks::Session;
use crate::state::{Action, Question};
use crate::text::question as text;
use sg_core::lesson::course::IDS;

/// The question with its two answers. Once it is answered, by a button or by an edit, the result
/// takes their place, so that no switch moves away from under the pointer. The focus stays on the
/// box, and the result is announced once: its sentence stays true and the same after further edits.
pub(crate) fn question(session: &Session, embed: bool, question: Question) -> Html {
    let open = question.is_open();
    let result = match question.guess {
        Some(Question::RIGHT) => Some(text::RIGHT),
        Some(_) => Some(text::WRONG),
        None if open => None,
        None => Some(text::ANSWER),
    };
    let now_flip = question.guess.is_some() && !question.edited;
    // The host of an embedded page decides what is shown.
    let lesson = IDS.first().filter(|_| !embed && !open);
    let lesson = lesson.map(|id| {
        let said = html! { {session.say(text::LESSON)} };
        html! { <>{session.gap()}{link(session, to_lesson(id), Classes::default(), "lesson", said)}</> }
    });
    let cross = IconButton::cross(session.say(text::HIDE), session.on(Action::HideQuestion));
    html! {
        <section class="question" id="question" tabindex="-1" aria-label={session.say(text::NAME)} data-focus-fallback="question">
            <p>
                if open {
                    <b>{session.say(text::GIVEN)}</b>{session.gap()}{session.say(text::ASK)}
                }
                <span role="status">
                    if let Some(result) = result {
                        <b>{session.say(result)}</b>{session.gap()}{session.say(text::WHY)}
                    }
                </span>
                if now_flip {
                    {session.gap()}{session.say(text::NOW_FLIP)}
                }
                {lesson.unwrap_or_default()}
            </p>
            if open {
                <button type="button" onclick={session.on(Action::Guess(true))}>{session.say(text::CAN)}</button>
                <button type="button" onclick={session.on(Action::Guess(false))}>{session.say(text::CANNOT)}</button>
            }
            {cross.fallback("matrix").show()}
        </section>
    }
}
