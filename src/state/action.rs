//! What can happen to the state.

use std::net::IpAddr;

use crate::state::autosave::AutosaveAction;
use crate::state::lesson::LessonEdit;
use crate::state::location::LocationEdit;
use crate::state::look::{DrawerHeight, DrawerTab, RequestForm, Theme, ViewMode};
use crate::state::quiz::QuizEdit;
use crate::state::request::RequestEdit;
use crate::state::selection::Selection;
use sg_core::connectivity::{CheckedDirections, PacketChoice};
use sg_core::emulator::Env;
use sg_core::history::Edit;
use sg_core::language::Language;
use sg_core::model::{RuleId, SecurityGroupId};

/// What can happen to the state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Does an edit and logs it.
    Edit(Edit, Env),
    /// Sends the call in the request pane.
    Send(Env),
    /// Reads a line of the console, and sends its call.
    RunConsoleLine(String, Env),
    /// One change of the scenario back.
    Undo,
    /// One change of the scenario forward again.
    Redo,
    /// Goes to the scenario after this many steps of the log.
    Scrub(usize),
    /// Makes the scenario shown the newest one, the steps after it kept in the log.
    Restore(Env),
    /// Begins again: in a lesson on its own scenario, else on the first one. Undone like any edit.
    StartOver(Env),
    /// Forgets the log; the scenario stays.
    ClearLog,
    /// Shows what an edit would change, or stops showing it.
    Preview(Option<Edit>),
    /// Edits the call in the request pane.
    Request(RequestEdit),
    /// Chooses a cell of the matrix.
    Select(Selection),
    /// Asks about one address of the chosen outside end, or about all of them.
    Address(Option<IpAddr>),
    /// Shows a rule in its group.
    Show(RuleId),
    /// Moves the place where the keyboard's switch key acts.
    FocusGroup(SecurityGroupId),
    /// Shows the pairs in another way.
    ViewMode(ViewMode),
    /// Looks for fixes of the chosen pair and shows them, or hides them.
    Fixes(bool),
    /// Chooses the packets the matrix asks about.
    Ask(PacketChoice),
    /// Chooses the sides the matrix looks at.
    SetDirections(CheckedDirections),
    /// Opens a tab of the drawer, or closes the drawer.
    Drawer(Option<DrawerTab>),
    /// Writes the call in the request pane in another form.
    SetRequestFormat(RequestForm),
    /// Makes the drawer taller or lower.
    Resize(DrawerHeight),
    /// Speaks another language.
    SetLanguage(Language),
    /// Changes the colours.
    SetTheme(Theme),
    /// Hides the first scenario's question.
    HideQuestion,
    /// Puts the line away that says what is locked.
    HideLockedNotice,
    /// Shows or hides the list of keyboard shortcuts.
    Shortcuts(bool),
    /// Moves through the open lesson.
    Lesson(LessonEdit),
    /// Opens a link, or moves what lies over the work.
    Location(LocationEdit),
    /// Says something about saving the work, or takes what another page has saved.
    Autosave(AutosaveAction),
    /// Answers a quiz, or opens one.
    Quiz(QuizEdit),
}
