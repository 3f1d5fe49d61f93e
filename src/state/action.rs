//! The actions that change the state.

use std::net::IpAddr;

use crate::state::autosave::AutosaveAction;
use crate::state::kept_log::KeptLog;
use crate::state::lesson::LessonEdit;
use crate::state::lines_shown::LinesShown;
use crate::state::location::LocationEdit;
use crate::state::look::{DrawerHeight, DrawerTab, RequestForm, Slides, Theme, ViewMode};
use crate::state::quiz::QuizEdit;
use crate::state::request::RequestEdit;
use crate::state::selection::Selection;
use crate::state::since::Since;
use crate::state::training::TrainingEdit;
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
    /// Compares the scenarios after two numbers of steps of the log, and shows the second; `None`
    /// ends the comparison.
    Compare(Option<(usize, usize)>),
    /// Makes the displayed scenario the latest one; the steps after it stay in the log.
    Restore(Env),
    /// Starts over: in a lesson with its own scenario, otherwise with the first one. Can be undone.
    StartOver(Env),
    /// Clears the log; the scenario stays.
    ClearLog,
    /// Starts or ends the preview of an edit.
    Preview(Option<Edit>),
    /// Ends the preview of this edit; that of another edit stays.
    EndPreview(Edit),
    /// Edits the call in the request pane.
    Request(RequestEdit),
    /// Selects a cell of the matrix.
    Select(Selection),
    /// Selects a cell between two lines, which are in these places. Its pair may be in other lines
    /// too.
    SelectLines(Selection, (usize, usize)),
    /// Selects one address of the outside end, or all of them.
    Address(Option<IpAddr>),
    /// Lists only the rules created since a moment.
    Since(Since),
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
    /// Sets how the ends of a large scenario are put into lines.
    Lines(LinesShown),
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
    /// Answers the first scenario's question: whether its ends can reach each other.
    Guess(bool),
    /// Hides the first scenario's question, and shows the answer if it is still open.
    HideQuestion,
    /// Dismisses the locked notice.
    HideLockedNotice,
    /// Shows or hides the list of keyboard shortcuts.
    Shortcuts(bool),
    /// Keeps what was read of flow logs, or drops it.
    Log(Option<KeptLog>),
    /// Presents the page to an audience, or ends it.
    Present(Option<Slides>),
    /// An action in the open lesson.
    Lesson(LessonEdit),
    /// Opens a link, or opens and closes dialogs.
    Location(LocationEdit),
    /// Reports on autosave, or loads what another page saved.
    Autosave(AutosaveAction),
    /// Answers or opens a quiz.
    Quiz(QuizEdit),
    /// Notes a learner's work, or opens a part of a course.
    Training(TrainingEdit),
}
