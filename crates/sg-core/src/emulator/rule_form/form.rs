//! The two forms of a rule in a call.

/// The form of a rule in a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::emulator) enum Form {
    /// `Permissions.N.Field`.
    Nested(u32),
    /// The deprecated top-level fields, which hold one rule.
    Flat,
}

impl Form {
    /// The full name of a field.
    pub(super) fn name(self, field: &str) -> String {
        match self {
            Self::Nested(number) => format!("Permissions.{number}.{field}"),
            Self::Flat => field.to_owned(),
        }
    }

    /// How messages refer to the rule as a whole.
    pub(super) fn container(self) -> String {
        match self {
            Self::Nested(number) => format!("Permissions.{number}"),
            Self::Flat => "the request".to_owned(),
        }
    }
}
