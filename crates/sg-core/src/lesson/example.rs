//! Examples: small scenarios that each demonstrate one thing, with permanent ids.

mod api;
mod entry;
mod rules;
mod several;
mod switch;

pub use entry::{Example, Level, end_named};
pub(super) use entry::{tcp, udp};

impl Example {
    /// All examples, in gallery order.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        switch::EXAMPLES.iter().chain(rules::EXAMPLES).chain(several::EXAMPLES).chain(api::EXAMPLES)
    }

    /// The example with an id.
    pub fn find(id: &str) -> Option<&'static Self> {
        Self::all().find(|example| example.id == id)
    }
}
