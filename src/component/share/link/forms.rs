//! The texts to copy: the link, and Markdown and HTML that contain it.

use crate::component::share::link::frame::{FrameWish, frame};
use crate::hooks::Session;
use crate::state::{State, versioned};
use crate::text::{links as text, quiz};
use sg_core::explain::end_label;
use sg_core::language::Language;
use sg_core::lesson::Example;
use sg_core::quote::markdown;
use sg_core::share::Route;

/// Link, Markdown and frame.
pub(crate) fn forms(
    session: &Session,
    state: &State,
    page: &str,
    fragment: &str,
    intent: &FrameWish,
) -> [String; 3] {
    let language = session.language;
    let query = versioned(&format!("?lang={}", language.short()));
    let link = format!("{page}{query}{fragment}");
    let name = markdown::text(&title(state, language));
    let markdown = format!("[{name}]({})", markdown::address(&link));
    // The title of a frame is in the language of its content.
    let title = title(state, intent.presentation.language.unwrap_or(language));
    [link, markdown, frame(page, intent, fragment, &title)]
}

/// What the link shows: the lesson, quiz or example, or else the selected pair.
fn title(state: &State, language: Language) -> String {
    let scenario = state.scenario();
    if let Some(learning) = &state.location.learning {
        return learning.lesson.title.get(language).to_owned();
    }
    match state.route() {
        Some(Route::Quiz { seed }) => {
            return quiz::QUIZ_OF.fill(language, &[("number", &seed.to_string())]);
        }
        Some(Route::Example { id, .. }) => {
            if let Some(example) = Example::find(&id) {
                return example.title.get(language).to_owned();
            }
        }
        Some(Route::Course { .. }) => {
            if let Some(place) = &state.location.opened.course {
                return place.course.title.get(language).to_owned();
            }
        }
        Some(
            Route::Start
            | Route::New
            | Route::Series { .. }
            | Route::Result { .. }
            | Route::Lesson { .. }
            | Route::Exercise { .. }
            | Route::OwnLesson { .. }
            | Route::Scenario { .. },
        )
        | None => {}
    }
    let Some(pair) = &state.view.selection else {
        return text::LINK_TITLE_PLAIN.get(language).to_owned();
    };
    let label = |end| end_label(scenario, end, language);
    let (from, to) = (label(&pair.from), label(&pair.to));
    text::LINK_TITLE.fill(language, &[("from", &from), ("to", &to)])
}
