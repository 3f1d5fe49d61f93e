//! Every text of the page in both languages, by area.

use crate::language::Text;

pub mod answer;
pub mod chrome;
pub mod connectivity;
pub mod edit;
pub mod fix;
pub mod groups;
pub mod request;
pub mod rules;
pub mod views;
pub mod world;

/// Every catalogue of the page by its area, for the tests that walk all texts.
pub fn catalogues() -> [(&'static str, &'static [(&'static str, Text)]); 10] {
    [
        ("answer", answer::ALL),
        ("chrome", chrome::ALL),
        ("connectivity", connectivity::ALL),
        ("edit", edit::ALL),
        ("fix", fix::ALL),
        ("groups", groups::ALL),
        ("request", request::ALL),
        ("rules", rules::ALL),
        ("views", views::ALL),
        ("world", world::ALL),
    ]
}
