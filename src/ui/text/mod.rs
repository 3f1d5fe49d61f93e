//! Every text of the page in both languages, by area.

use crate::language::Text;

pub mod chrome;
pub mod connectivity;
pub mod fix;
pub mod groups;
pub mod links;
pub mod request;
pub mod rules;

/// Every catalogue of the page by its area, for the tests that walk all texts.
pub fn catalogues() -> [(&'static str, &'static [(&'static str, Text)]); 7] {
    [
        ("chrome", chrome::ALL),
        ("connectivity", connectivity::ALL),
        ("fix", fix::ALL),
        ("groups", groups::ALL),
        ("links", links::ALL),
        ("request", request::ALL),
        ("rules", rules::ALL),
    ]
}
