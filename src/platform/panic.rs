//! Panic handling: shows the recovery panel of the static shell.

use crate::platform::window::{dispatch, document};

/// Reports every panic to the recovery panel, which is outside Yew's root: the message is stored in
/// `data-panic` on the root element, then the event `sgp:panic` is dispatched.
pub fn report_panics() {
    yew::set_custom_panic_hook(Box::new(|info| {
        if let Some(root) = document().and_then(|document| document.document_element()) {
            // Without the attribute the panel still opens, but without the message.
            let _ = root.set_attribute("data-panic", &info.to_string());
        }
        dispatch("sgp:panic");
    }));
}
