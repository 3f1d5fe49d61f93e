//! The two forms in which a call spells a rule, and the two sides of a rule.

use crate::model::Direction;

/// How a call spells a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::emulator) enum Form {
    /// `Permissions.N.Field`.
    Nested(u32),
    /// The deprecated top-level fields, which can hold one rule.
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

    /// What a message calls the rule as a whole.
    pub(super) fn container(self) -> String {
        match self {
            Self::Nested(number) => format!("Permissions.{number}"),
            Self::Flat => "the request".to_owned(),
        }
    }
}

/// One end of a packet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::emulator) enum Side {
    /// `Source…` fields.
    Source,
    /// `Dest…` fields.
    Dest,
}

impl Side {
    /// The far side of a rule of this direction.
    pub(in crate::emulator) const fn remote(direction: Direction) -> Self {
        match direction {
            Direction::Ingress => Self::Source,
            Direction::Egress => Self::Dest,
        }
    }

    /// The group's own side of a rule of this direction.
    pub(in crate::emulator) const fn own(direction: Direction) -> Self {
        match direction {
            Direction::Ingress => Self::Dest,
            Direction::Egress => Self::Source,
        }
    }

    pub(in crate::emulator) const fn as_str(self) -> &'static str {
        match self {
            Self::Source => "Source",
            Self::Dest => "Dest",
        }
    }
}
