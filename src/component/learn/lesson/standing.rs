//! The status line of a lesson draft.

use yew::prelude::*;

use crate::hooks::Session;
use crate::text::{builder as text, connectivity};
use sg_core::language::Text;
use sg_core::lesson::draft::Part;
use sg_core::lesson::{Draft, Lesson};
use sg_core::share::DocumentError;

/// The status of the draft: what is missing, or whether it is valid.
pub(crate) fn standing(
    session: &Session,
    draft: &Draft,
    lesson: &Result<Lesson, DocumentError>,
) -> Html {
    let missing = draft.missing();
    let said = match lesson {
        Err(_) if !missing.is_empty() => {
            let parts = missing.into_iter().map(|part| session.say(named(part)));
            let parts = parts.collect::<Vec<_>>().join(session.say(connectivity::LIST_SEPARATOR));
            session.fill(text::MISSING, &[("parts", &parts)])
        }
        // Once there are goals, this location in the file has only one possible error.
        Err(error) if error.path == "goals" => session.say(text::MET).to_owned(),
        _ => return verdict(session, lesson),
    };
    html! { <p class="builder-verdict" role="status">{said}</p> }
}

const fn named(part: Part) -> Text {
    match part {
        Part::Goal => text::MISSING_GOAL,
        Part::Title => text::MISSING_TITLE,
        Part::Task => text::MISSING_TASK,
        Part::Why => text::MISSING_WHY,
    }
}

/// Whether the draft is a valid lesson and, if not, where in the file the error is.
pub(crate) fn verdict(session: &Session, lesson: &Result<Lesson, DocumentError>) -> Html {
    let said = match lesson {
        Ok(_) => {
            html! { <><span class="ok" aria-hidden="true">{"✓ "}</span>{session.say(text::READS)}</> }
        }
        Err(DocumentError { path, sentence, .. }) => {
            let at = match path.is_empty() {
                true => session.say(text::WRONG).to_owned(),
                false => session.fill(text::WRONG_AT, &[("path", path)]),
            };
            html! {
                <>
                    <span class="bad" aria-hidden="true">{"✗ "}</span>{at}{" "}
                    <code translate="no">{sentence.clone()}</code>
                </>
            }
        }
    };
    html! { <p class="builder-verdict" role="status">{said}</p> }
}
