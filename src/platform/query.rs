//! The presentation in the page's query.

use crate::platform::window::window;
use crate::state::Presentation;

/// The presentation in the page's query.
pub fn presentation() -> Presentation {
    let search = window().and_then(|window| window.location().search().ok());
    Presentation::parse(&search.unwrap_or_default())
}

/// Whether this page may use the browser's storage, for preferences and scenarios alike. An
/// embedded page may not. Check this before storing anything.
pub fn may_store() -> bool {
    !presentation().embed
}
