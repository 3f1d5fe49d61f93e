//! Lessons in the page: the list, and the panel of the open one with its three parts.

use crate::text::lessons as text;
use sg_core::language::Text;
use sg_core::lesson::Level;

mod builder;
mod builder_goals;
mod builder_link;
mod goals;
mod list;
mod open;
mod panel;
mod predict;
mod standing;
mod why;
mod words;

pub use builder::{Builder, BuilderProps};
pub use list::{LessonList, LessonListProps};
pub(super) use open::{link, to_lesson};
pub use panel::{LessonPanel, LessonPanelProps};

/// What a level is about.
const fn name_of(level: Level) -> Text {
    match level {
        Level::Switch => text::LEVEL_SWITCH,
        Level::Rules => text::LEVEL_RULES,
        Level::Several => text::LEVEL_SEVERAL,
        Level::Api => text::LEVEL_API,
    }
}
