//! The tabs of the drawer: their names and buttons.

use crate::state::DrawerTab;
use crate::text::drawer as text;
use sg_core::language::Text;

/// The element id of a tab's button, which gets the focus when the drawer closes.
pub(crate) const fn opener_of(tab: DrawerTab) -> &'static str {
    match tab {
        DrawerTab::Request => "open-drawer-request",
        DrawerTab::Errors => "open-drawer-errors",
        DrawerTab::Timeline => "open-drawer-timeline",
        DrawerTab::Signing => "open-drawer-signing",
        DrawerTab::Console => "open-drawer-console",
        DrawerTab::Problems => "open-drawer-problems",
        DrawerTab::Exposure => "open-drawer-exposure",
    }
}

/// The name of a tab.
pub(crate) const fn name_of(tab: DrawerTab) -> Text {
    match tab {
        DrawerTab::Request => text::REQUEST,
        DrawerTab::Errors => text::ERRORS,
        DrawerTab::Timeline => text::TIMELINE,
        DrawerTab::Signing => text::SIGNING,
        DrawerTab::Console => text::CONSOLE,
        DrawerTab::Problems => text::PROBLEMS,
        DrawerTab::Exposure => text::EXPOSURE,
    }
}
