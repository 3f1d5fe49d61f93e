//! How much a field takes. What is longer could be no input, and drawing it would stop the page.

use yew::AttrValue;
use yew::html::IntoPropValue;

/// The longest text of a kind of field, in UTF-16 code units, as browsers count them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit(u32);

impl Limit {
    /// A number, a port or a time.
    pub const NUMBER: Self = Self(100);
    /// The name of a person: as long as a result code takes.
    pub const NAME: Self = Self(60);
    /// A text of a course: as long as a course takes.
    pub const PARAGRAPHS: Self = Self(4_000);
    /// A name, an address, a description, a search. Well above every limit of the API, whose errors
    /// must be possible to see.
    pub const LINE: Self = Self(1_000);
    /// Several addresses or ids: 200 entries of a prefix list are at most 8,800 characters.
    pub const LIST: Self = Self(10_000);
    /// A command or a request.
    pub const TEXT: Self = Self(32_768);
    /// A file that its reader refuses with an error of its own if it is too large.
    pub const DOCUMENT: Self = Self(300_000);
}

impl IntoPropValue<Option<AttrValue>> for Limit {
    fn into_prop_value(self) -> Option<AttrValue> {
        Some(self.0.to_string().into())
    }
}
