//! Effects that run after rendering: scrolling, and leaving the page.

use yew::prelude::*;

use crate::platform;
use sg_core::model::SecurityGroupId;

/// Scrolls a newly added group into view.
#[hook]
pub fn use_reveal_of_new(groups: Vec<SecurityGroupId>) {
    let known = use_mut_ref(|| groups.len());
    use_effect_with(groups, move |groups| {
        if let Some(newest) = groups.last().filter(|_| *known.borrow() < groups.len()) {
            platform::reveal(&format!("group-{newest}"));
        }
        *known.borrow_mut() = groups.len();
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
