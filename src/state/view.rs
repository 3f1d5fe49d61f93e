//! What the page looks at: language, colours, the chosen cell, the packets asked about.

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
    /// Looks at a place of the page.
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

    /// The place that is looked at, for a link.
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

/// What the page looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The language of every text.
    pub language: Language,
    /// The colours.
    pub theme: Theme,
    /// How the right pane shows the pairs.
    pub view_mode: ViewMode,
    /// The packets the matrix asks about.
    pub packet: PacketChoice,
    /// The sides the matrix looks at.
    pub direction: CheckedDirections,
    /// The chosen cell.
    pub selection: Option<Selection>,
    /// The one address of the chosen outside end that is asked about; none for all of them.
    pub address: Option<IpAddr>,
    /// The group the keyboard's switch key acts on: the one focused last.
    pub group: Option<SecurityGroupId>,
    /// The rule that was asked to be shown in its group.
    pub rule: Option<RuleId>,
    /// Whether the fixes of the chosen pair are looked for and shown.
    pub fixes: bool,
    /// The open tab of the drawer.
    pub drawer: Option<DrawerTab>,
    /// How the request pane writes the call.
    pub form: RequestForm,
    /// How tall the drawer is when it is open.
    pub drawer_height: DrawerHeight,
    /// Whether the first scenario's question is shown.
    pub question: bool,
    /// Whether the list of keyboard shortcuts is shown.
    pub shortcuts: bool,
    /// What the address says about the page itself: embedded or not, its parts, its locks.
    pub presentation: Rc<Presentation>,
    /// The lock that has just rejected by the lock an edit, until it is put away or something is done.
    pub locked_notice: Option<Lock>,
    /// Which lessons are done.
    pub learned: Learned,
}

impl View {
    /// The view a first visitor gets.
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
