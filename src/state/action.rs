//! The actions that change the state.

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

/// An action that changes the state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Performs an edit and logs it.
    Edit(Edit, Env),
    /// Sends the call in the request pane.
    Send(Env),
    /// Reads a console line and sends its call.
    RunConsoleLine(String, Env),
    /// Undoes one change of the scenario.
    Undo,
    /// Redoes one change of the scenario.
    Redo,
    /// Shows the scenario after this many steps of the log.
    Scrub(usize),
    /// Makes the displayed scenario the latest one; the steps after it stay in the log.
    Restore(Env),
    /// Starts over: in a lesson with its own scenario, otherwise with the first one. Can be undone.
    StartOver(Env),
    /// Clears the log; the scenario stays.
    ClearLog,
    /// Starts or ends the preview of an edit.
    Preview(Option<Edit>),
    /// Edits the call in the request pane.
    Request(RequestEdit),
    /// Selects a cell of the matrix.
    Select(Selection),
    /// Selects one address of the outside end, or all of them.
    Address(Option<IpAddr>),
    /// Shows a rule in its group.
    Show(RuleId),
    /// Sets the group that the toggle shortcut acts on.
    FocusGroup(SecurityGroupId),
    /// Switches the view mode.
    ViewMode(ViewMode),
    /// Shows or hides the fixes of the selected pair.
    Fixes(bool),
    /// Selects the packets that the matrix shows.
    Ask(PacketChoice),
    /// Selects the checks that the matrix shows.
    SetDirections(CheckedDirections),
    /// Opens a drawer tab or closes the drawer.
    Drawer(Option<DrawerTab>),
    /// Selects the form of the call in the request pane.
    SetRequestFormat(RequestForm),
    /// Resizes the drawer.
    Resize(DrawerHeight),
    /// Switches the language.
    SetLanguage(Language),
    /// Switches the colour scheme.
    SetTheme(Theme),
    /// Hides the first scenario's question.
    HideQuestion,
    /// Dismisses the locked notice.
    HideLockedNotice,
    /// Shows or hides the list of keyboard shortcuts.
    Shortcuts(bool),
    /// An action in the open lesson.
    Lesson(LessonEdit),
    /// Opens a link, or opens and closes dialogs.
    Location(LocationEdit),
    /// Reports on autosave, or loads what another page saved.
    Autosave(AutosaveAction),
    /// Answers or opens a quiz.
    Quiz(QuizEdit),
}
