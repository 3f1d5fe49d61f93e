//! A request parameter as its page documents it, for a form that takes parameters raw and for the
//! client libraries, whose fields have types.

/// A request parameter as its page documents it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParamSpec {
    /// The name; `N` in it stands for a number from 1.
    pub name: &'static str,
    /// Whether the operation cannot do without it.
    pub required: bool,
    /// The value of the page's sample; may be empty. Sample ids are masked and do not pass.
    pub example: &'static str,
    /// The allowed values, where the page lists them.
    pub values: &'static [&'static str],
    /// The type that the client libraries (Python 7.11.8) give its field.
    pub kind: ParamKind,
    /// Whether the page advises against it.
    pub deprecated: bool,
    /// Whether a call without it does nothing of use, though it is not required: a raw form
    /// begins with it.
    pub usual: bool,
}

/// The type of a parameter in the client libraries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParamKind {
    /// Text.
    Text,
    /// A whole number of 32 bits.
    Short,
    /// A whole number of 64 bits.
    Long,
    /// True or false.
    Truth,
}

impl ParamSpec {
    pub(super) const fn new(name: &'static str, example: &'static str) -> Self {
        Self {
            name,
            required: false,
            example,
            values: &[],
            kind: ParamKind::Text,
            deprecated: false,
            usual: false,
        }
    }

    /// The one of these that documents a parameter of this name, numbers standing for `N`.
    pub(super) fn find(specs: &'static [Self], name: &str) -> Option<&'static Self> {
        let number =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let parts = name.split('.').map(|part| if number(part) { "N" } else { part });
        let name = parts.collect::<Vec<_>>().join(".");
        specs.iter().find(|spec| spec.name == name)
    }

    /// The name as a request carries it first: with 1 for `N`.
    pub fn first_name(&self) -> String {
        let parts = self.name.split('.').map(|part| if part == "N" { "1" } else { part });
        parts.collect::<Vec<_>>().join(".")
    }

    /// Whether a raw form begins with it.
    pub const fn begins(&self) -> bool {
        self.required || self.usual
    }

    pub(super) const fn usual(self) -> Self {
        Self { usual: true, ..self }
    }

    pub(super) const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    pub(super) const fn one_of(self, values: &'static [&'static str]) -> Self {
        Self { values, ..self }
    }

    pub(super) const fn short(self) -> Self {
        Self { kind: ParamKind::Short, ..self }
    }

    pub(super) const fn long(self) -> Self {
        Self { kind: ParamKind::Long, ..self }
    }

    pub(super) const fn truth(self) -> Self {
        Self { kind: ParamKind::Truth, ..self }.one_of(&["true", "false"])
    }

    pub(super) const fn deprecated(self) -> Self {
        Self { deprecated: true, ..self }
    }
}
