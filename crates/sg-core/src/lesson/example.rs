//! Examples: small scenes that show one thing each, under ids that never change.

mod api;
mod entry;
mod rules;
mod several;
mod switch;

pub use entry::{Example, Level, end_named};
pub(super) use entry::{tcp, udp};

impl Example {
    /// Every example, in the order of the gallery.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        switch::EXAMPLES.iter().chain(rules::EXAMPLES).chain(several::EXAMPLES).chain(api::EXAMPLES)
    }

    /// The example of an id.
    pub fn find(id: &str) -> Option<&'static Self> {
        Self::all().find(|example| example.id == id)
    }
}
