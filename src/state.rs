//! The page state and the pure function that changes it.

mod action;
mod autosave;
mod console;
mod learned;
mod lesson;
mod location;
mod look;
mod opening;
mod origins;
mod page;
mod presentation;
mod quiz;
mod reduce;
mod request;
mod selection;
mod sending;
mod view;

pub use action::Action;
pub use autosave::{Autosave, AutosaveAction, AutosaveNotice, MaySave, Work};
pub use console::completion::{Completion, completions};
pub use console::{ConsoleAnswer, ConsoleEntry, printed};
pub use learned::Learned;
pub use lesson::{Learning, LessonEdit, LessonStep};
pub use location::{Location, LocationEdit, OpenDialog};
pub use look::{DrawerHeight, DrawerTab, RequestForm, Theme, ViewMode};
pub use opening::{BadLink, LostLog, Opening, empty_scenario};
pub use origins::{Origin, Origins};
pub use page::State;
pub use page::links::SentSteps;
pub use presentation::{Ignored, Lock, Part, Presentation};
pub use quiz::{QuizEdit, Quizzing};
pub use request::{Request, RequestEdit};
pub use selection::Selection;
pub use sending::{LOG_FITS, permalink};
pub use view::View;
