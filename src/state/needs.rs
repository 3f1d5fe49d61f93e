//! Which parts of the program the reducer needs for an action.

use crate::part::Missing;
use crate::state::action::Action;
use crate::state::autosave::AutosaveAction;
use crate::state::location::LocationEdit;
use crate::state::performing::{can_emulate, fetch_emulator, is_simple};
use crate::state::reading::{can_read, fetch_reading, opens_by_reading};

/// The parts that an action needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needs {
    /// What reads links, saved work, lessons, quizzes and console lines.
    reading: bool,
    /// What performs anything but a policy change.
    emulator: bool,
}

impl Needs {
    /// All parts, as a page needs that starts with anything but the first scenario.
    pub const ALL: Self = Self { reading: true, emulator: true };

    const NONE: Self = Self { reading: false, emulator: false };

    const EMULATOR: Self = Self { reading: false, emulator: true };

    /// Whether all parts are here.
    pub fn are_met(self) -> bool {
        (!self.reading || can_read()) && (!self.emulator || can_emulate())
    }

    /// Downloads what is not here.
    ///
    /// # Errors
    /// [`Missing`] if a part does not arrive.
    pub async fn fetch(self) -> Result<(), Missing> {
        if self.reading {
            fetch_reading().await?;
        }
        if self.emulator {
            fetch_emulator().await?;
        }
        Ok(())
    }
}

impl Action {
    /// The parts that the reducer needs for this action. A lesson in the page was opened with them.
    pub fn needs(&self) -> Needs {
        match self {
            Self::Edit(edit, _) | Self::Preview(Some(edit)) if !is_simple(edit) => Needs::EMULATOR,
            Self::Send(_) | Self::Request(_) => Needs::EMULATOR,
            Self::Location(LocationEdit::Follow(fragment, _)) if !opens_by_reading(fragment) => {
                Needs::NONE
            }
            Self::RunConsoleLine(..)
            | Self::Quiz(_)
            | Self::Training(_)
            | Self::Autosave(AutosaveAction::Take(..))
            | Self::Location(
                LocationEdit::Open(..) | LocationEdit::Follow(..) | LocationEdit::Draft(..),
            ) => Needs::ALL,
            Self::Edit(..)
            | Self::Preview(_)
            | Self::EndPreview(_)
            | Self::Guess(_)
            | Self::Undo
            | Self::Redo
            | Self::Scrub(_)
            | Self::Compare(_)
            | Self::Restore(_)
            | Self::StartOver(_)
            | Self::ClearLog
            | Self::Select(_)
            | Self::SelectLines(..)
            | Self::Address(_)
            | Self::Since(_)
            | Self::Show(_)
            | Self::FocusGroup(_)
            | Self::ViewMode(_)
            | Self::Fixes(_)
            | Self::Ask(_)
            | Self::Lines(_)
            | Self::SetDirections(_)
            | Self::Drawer(_)
            | Self::SetRequestFormat(_)
            | Self::Resize(_)
            | Self::SetLanguage(_)
            | Self::SetTheme(_)
            | Self::HideQuestion
            | Self::HideLockedNotice
            | Self::Shortcuts(_)
            | Self::Log(_)
            | Self::Present(_)
            | Self::Lesson(_)
            | Self::Location(_)
            | Self::Autosave(_) => Needs::NONE,
        }
    }
}
