//! The version of the page, as it stands in links and exports.

/// The version of the page.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A query with the version that made the link. Pages ignore it: what a link holds is in its
/// fragment.
pub fn versioned(query: &str) -> String {
    let separator = if query.is_empty() { '?' } else { '&' };
    format!("{query}{separator}v={VERSION}")
}
