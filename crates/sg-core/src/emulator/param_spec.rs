//! A documented request parameter, for the raw parameter form and for the typed fields of client
//! libraries.

/// A documented request parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParamSpec {
    /// The name, in which `N` stands for a number from 1.
    pub name: &'static str,
    /// Whether the operation requires it.
    pub required: bool,
    /// The sample value on the page; may be empty. Sample IDs are masked and therefore not valid.
    pub example: &'static str,
    /// The allowed values, if the page lists them.
    pub values: &'static [&'static str],
    /// The type of its field in the client libraries (Python 7.11.8).
    pub kind: ParamKind,
    /// Whether the page advises against using it.
    pub deprecated: bool,
    /// Whether a call is useless without it although it is not required. A raw form starts with it.
    pub usual: bool,
}

/// The type of a parameter in the client libraries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParamKind {
    /// Text.
    Text,
    /// A 32-bit integer.
    Short,
    /// A 64-bit integer.
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

    /// The spec that documents a parameter of this name, where `N` stands for any number.
    pub(super) fn find(specs: &'static [Self], name: &str) -> Option<&'static Self> {
        let number =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let parts = name.split('.').map(|part| if number(part) { "N" } else { part });
        let name = parts.collect::<Vec<_>>().join(".");
        specs.iter().find(|spec| spec.name == name)
    }

    /// The first name of a repeated parameter: with 1 for `N`.
    pub fn first_name(&self) -> String {
        let parts = self.name.split('.').map(|part| if part == "N" { "1" } else { part });
        parts.collect::<Vec<_>>().join(".")
    }

    /// Whether a raw form starts with it.
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
