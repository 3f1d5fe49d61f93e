//! Effects that follow what is drawn: scrolling, and leaving the page.

use yew::prelude::*;

use crate::platform;
use sg_core::model::SecurityGroupId;

/// Scrolls the newest group into view when it has just been added.
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

/// Scrolls a box to its end whenever it holds more than before.
#[hook]
pub fn use_scroll_to_end(id: &'static str, length: usize) {
    use_effect_with(length, move |_| platform::scroll_to_end(id));
}

/// Does something when the reader leaves the page, even to come back to it later.
#[hook]
pub fn use_page_hidden(leave: Callback<()>) {
    use_effect_with(leave, |leave| {
        let leave = leave.clone();
        let listener = platform::on_page_hide(move || leave.emit(()));
        move || drop(listener)
    });
}
