//! The view: language, colours, the selected cell and packets.

use std::net::IpAddr;
use std::rc::Rc;

use crate::state::learned::Learned;
use crate::state::look::{DrawerHeight, DrawerTab, RequestForm, Theme, ViewMode};
use crate::state::presentation::{Lock, Presentation};
use crate::state::selection::Selection;
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
            | Pane::Problems => ViewMode::Matrix,
        };
        self.drawer = match pane {
            Pane::Matrix | Pane::Drawing | Pane::List => None,
            Pane::Request => Some(DrawerTab::Request),
            Pane::Errors => Some(DrawerTab::Errors),
            Pane::Timeline => Some(DrawerTab::Timeline),
            Pane::Signing => Some(DrawerTab::Signing),
            Pane::Console => Some(DrawerTab::Console),
            Pane::Problems => Some(DrawerTab::Problems),
        };
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
    /// The selected cell.
    pub selection: Option<Selection>,
    /// The selected address of the outside end; `None` for all of them.
    pub address: Option<IpAddr>,
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
    /// Whether the first scenario's question is shown.
    pub question: bool,
    /// Whether the list of keyboard shortcuts is shown.
    pub shortcuts: bool,
    /// The presentation from the address: embedded or not, parts, locks.
    pub presentation: Rc<Presentation>,
    /// The lock that rejected the last edit, until the notice is dismissed or another edit is made.
    pub locked_notice: Option<Lock>,
    /// Completed lessons.
    pub learned: Learned,
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
            selection: None,
            address: None,
            group: None,
            rule: None,
            fixes: false,
            drawer: None,
            form: RequestForm::Url,
            drawer_height: DrawerHeight::Middle,
            question: true,
            shortcuts: false,
            presentation: Rc::default(),
            locked_notice: None,
            learned: Learned::default(),
        }
    }
}
