//! The view: language, colours, the selected cell and packets.

use std::net::IpAddr;
use std::rc::Rc;

use crate::state::kept_log::KeptLog;
use crate::state::learned::Learned;
use crate::state::lines_shown::LinesShown;
use crate::state::look::{
    BuilderTab, DrawerHeight, DrawerTab, RequestForm, Slides, Theme, ViewMode,
};
use crate::state::presentation::{Lock, Presentation};
use crate::state::selection::Selection;
use crate::state::since::Since;
use sg_core::connectivity::{CheckedDirections, PacketChoice};
use sg_core::language::Language;
use sg_core::model::{RuleId, SecurityGroupId};
use sg_core::share::Pane;

impl View {
    /// Applies the view of a link.
    pub(crate) fn open(&mut self, pane: Pane) {
        self.view_mode = match pane {
            Pane::Drawing => ViewMode::Drawing,
            Pane::List => ViewMode::List,
            Pane::Matrix
            | Pane::Request
            | Pane::Errors
            | Pane::Timeline
            | Pane::Signing
            | Pane::Console
            | Pane::Problems
            | Pane::Exposure => ViewMode::Matrix,
        };
        self.drawer = match pane {
            Pane::Matrix | Pane::Drawing | Pane::List => None,
            Pane::Request => Some(DrawerTab::Request),
            Pane::Errors => Some(DrawerTab::Errors),
            Pane::Timeline => Some(DrawerTab::Timeline),
            Pane::Signing => Some(DrawerTab::Signing),
            Pane::Console => Some(DrawerTab::Console),
            Pane::Problems => Some(DrawerTab::Problems),
            Pane::Exposure => Some(DrawerTab::Exposure),
        };
    }

    /// Selects a pair in one of the rows and columns of its ends.
    pub(crate) fn select_in(&mut self, selection: Selection, lines: (usize, usize)) {
        self.select(selection);
        self.chosen_lines = Some(lines);
    }

    /// Selects a cell.
    pub(crate) fn select(&mut self, selection: Selection) {
        // The reverse of a cell is between the same lines.
        let reverse = |own: &Selection| (&own.from, &own.to) == (&selection.to, &selection.from);
        let reversed = self.selection.as_ref().is_some_and(reverse);
        self.chosen_lines = self.chosen_lines.filter(|_| reversed).map(|(from, to)| (to, from));
        self.selection = Some(selection);
        self.address = None;
        self.rule = None;
    }

    /// The view for a link.
    pub(crate) const fn pane(&self) -> Option<Pane> {
        match self.drawer {
            Some(DrawerTab::Request) => Some(Pane::Request),
            Some(DrawerTab::Errors) => Some(Pane::Errors),
            Some(DrawerTab::Timeline) => Some(Pane::Timeline),
            Some(DrawerTab::Signing) => Some(Pane::Signing),
            Some(DrawerTab::Console) => Some(Pane::Console),
            Some(DrawerTab::Problems) => Some(Pane::Problems),
            Some(DrawerTab::Exposure) => Some(Pane::Exposure),
            None => match self.view_mode {
                ViewMode::Matrix => None,
                ViewMode::Drawing => Some(Pane::Drawing),
                ViewMode::List => Some(Pane::List),
            },
        }
    }
}

/// The view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The language of every text.
    pub language: Language,
    /// The colour scheme.
    pub theme: Theme,
    /// How the right pane shows the pairs.
    pub view_mode: ViewMode,
    /// The packets that the matrix shows.
    pub packet: PacketChoice,
    /// The checks that the matrix shows.
    pub direction: CheckedDirections,
    /// How the ends of a large scenario are put into lines.
    pub lines: Rc<LinesShown>,
    /// The lines of the selected cell, where the ends of its pair may be in others too.
    pub chosen_lines: Option<(usize, usize)>,
    /// The step of the log whose scenario the displayed one is compared with; `None` for the one
    /// before the last edit.
    pub compared_with: Option<usize>,
    /// The selected cell.
    pub selection: Option<Selection>,
    /// The selected address of the outside end; `None` for all of them.
    pub address: Option<IpAddr>,
    /// Since when the rules were created that an answer and the problems list.
    pub since: Rc<Since>,
    /// The group that the toggle shortcut acts on: the last focused one.
    pub group: Option<SecurityGroupId>,
    /// The rule to show in its group.
    pub rule: Option<RuleId>,
    /// Whether to search for fixes of the selected pair.
    pub fixes: bool,
    /// The open tab of the drawer.
    pub drawer: Option<DrawerTab>,
    /// The form of the call in the request pane.
    pub form: RequestForm,
    /// The height of the open drawer.
    pub drawer_height: DrawerHeight,
    /// Whether the list of keyboard shortcuts is shown.
    pub shortcuts: bool,
    /// The open part of the lesson builder.
    pub building: Option<BuilderTab>,
    /// What an audience is shown, if the page is presented.
    pub presenting: Option<Slides>,
    /// The presentation from the address: embedded or not, parts, locks.
    pub presentation: Rc<Presentation>,
    /// The lock that rejected the last edit, until the notice is dismissed or another edit is made.
    pub locked_notice: Option<Lock>,
    /// Completed lessons.
    pub learned: Learned,
    /// What was read of flow logs. It is in no link and is not saved.
    pub log: Option<KeptLog>,
}

impl View {
    /// The view for a first-time visitor.
    pub fn new(language: Language, theme: Theme) -> Self {
        Self {
            language,
            theme,
            view_mode: ViewMode::Matrix,
            packet: PacketChoice::All,
            direction: CheckedDirections::Both,
            lines: Rc::default(),
            chosen_lines: None,
            compared_with: None,
            selection: None,
            address: None,
            since: Rc::default(),
            group: None,
            rule: None,
            fixes: false,
            drawer: None,
            form: RequestForm::Url,
            drawer_height: DrawerHeight::Middle,
            shortcuts: false,
            building: None,
            presenting: None,
            presentation: Rc::default(),
            locked_notice: None,
            learned: Learned::default(),
            log: None,
        }
    }
}
