//! Effects that run after rendering: scrolling, and leaving the page.

use std::rc::Rc;

use yew::prelude::*;

use crate::platform;
use crate::state::Opening;
use sg_core::model::SecurityGroupId;

/// Scrolls a newly added group into view. If other groups are gone, the scenario is another one.
#[hook]
pub fn use_reveal_of_new(groups: Vec<SecurityGroupId>) {
    let known = use_mut_ref(|| groups.clone());
    use_effect_with(groups, move |groups| {
        let known = known.replace(groups.clone());
        let added = groups.len() == known.len() + 1 && known.iter().all(|id| groups.contains(id));
        if let Some(newest) = groups.last().filter(|_| added) {
            platform::reveal(&format!("group-{newest}"));
        }
    });
}

/// Shows a box from its start whenever something is opened, except for the first time.
#[hook]
pub fn use_start_of_opened(id: &'static str, opened: Rc<Opening>) {
    let known = use_mut_ref(|| Rc::clone(&opened));
    use_effect_with(opened, move |opened| {
        if !Rc::ptr_eq(&known.replace(Rc::clone(opened)), opened) {
            platform::scroll_to_start(id);
        }
    });
}

/// Scrolls a box to its end whenever its content grows.
#[hook]
pub fn use_scroll_to_end(id: &'static str, length: usize) {
    use_effect_with(length, move |_| platform::scroll_to_end(id));
}

/// Runs a callback when the user leaves the page, even temporarily.
#[hook]
pub fn use_page_hidden(leave: Callback<()>) {
    use_effect_with(leave, |leave| {
        let leave = leave.clone();
        let listener = platform::on_page_hide(move || leave.emit(()));
        move || drop(listener)
    });
}
