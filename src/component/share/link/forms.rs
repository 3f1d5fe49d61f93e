//! The texts to copy: the link, and Markdown and HTML that contain it.

use crate::component::share::link::frame::{FrameWish, frame};
use crate::hooks::Session;
use crate::state::State;
use crate::text::links as text;
use sg_core::explain::end_label;
use sg_core::language::Language;
use sg_core::quote::markdown;

/// Link, Markdown and frame.
pub(crate) fn forms(
    session: &Session,
    state: &State,
    page: &str,
    with_steps: bool,
    intent: &FrameWish,
) -> [String; 3] {
    let language = session.language;
    let fragment = state.shared_route(with_steps).to_string();
    let link = format!("{page}?lang={}{fragment}", language.short());
    let name = markdown::text(&title(state, language));
    let markdown = format!("[{name}]({})", markdown::address(&link));
    // The title of a frame is in the language of its content.
    let title = title(state, intent.presentation.language.unwrap_or(language));
    [link, markdown, frame(page, intent, &fragment, &title)]
}

/// What the link shows: the selected pair.
fn title(state: &State, language: Language) -> String {
    let scenario = state.scenario();
    let Some(pair) = &state.view.selection else {
        return text::LINK_TITLE_PLAIN.get(language).to_owned();
    };
    let (from, to) = (end_label(scenario, &pair.from), end_label(scenario, &pair.to));
    text::LINK_TITLE.fill(language, &[("from", &from), ("to", &to)])
}
