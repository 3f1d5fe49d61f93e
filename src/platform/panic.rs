//! What happens when the program itself fails: the static shell takes over.

use crate::platform::window::{dispatch, document};

/// Hands every panic to the shell's recovery panel, which stands outside Yew's root: the message
/// in `data-panic` of the root element, then the event `sgp:panic`.
pub fn report_panics() {
    yew::set_custom_panic_hook(Box::new(|info| {
        if let Some(root) = document().and_then(|document| document.document_element()) {
            // Without the attribute the panel says less; it still opens.
            let _ = root.set_attribute("data-panic", &info.to_string());
        }
        dispatch("sgp:panic");
    }));
}
