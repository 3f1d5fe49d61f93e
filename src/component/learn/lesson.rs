//! Lessons: the list, and the panel of the open lesson with its three parts.

use crate::text::lessons as text;
use sg_core::language::Text;
use sg_core::lesson::Level;

mod brief;
pub mod builder;
mod goals;
pub mod list;
pub mod news;
pub(crate) mod open;
pub mod panel;
mod predict;
mod why;
pub(crate) mod words;

/// The topic of a level.
pub(crate) const fn name_of(level: Level) -> Text {
    match level {
        Level::Switch => text::LEVEL_SWITCH,
        Level::Rules => text::LEVEL_RULES,
        Level::Several => text::LEVEL_SEVERAL,
        Level::Api => text::LEVEL_API,
    }
}
