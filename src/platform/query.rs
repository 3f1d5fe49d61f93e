//! What the query of the address says about the page itself.

use crate::platform::window::window;
use crate::state::Presentation;

/// What the query of the address says about the page itself.
pub fn presentation() -> Presentation {
    let search = window().and_then(|window| window.location().search().ok());
    Presentation::parse(&search.unwrap_or_default())
}

/// Whether this page may keep anything in the browser, preferences and scenarios alike: an embedded
/// one keeps nothing. Whoever stores asks here first.
pub fn may_store() -> bool {
    !presentation().embed
}
