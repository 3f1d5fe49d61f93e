//! The two sides of a packet, as the fields of a rule name them.

use crate::model::{AddressFamily, Direction};

/// One side of a packet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::emulator) enum Side {
    /// `Source…` fields.
    Source,
    /// `Dest…` fields.
    Dest,
}

impl Side {
    /// The remote side of a rule in this direction.
    pub(in crate::emulator) const fn remote(direction: Direction) -> Self {
        match direction {
            Direction::Ingress => Self::Source,
            Direction::Egress => Self::Dest,
        }
    }

    /// The local side of a rule in this direction.
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

    /// The field of an address block on this side.
    pub(in crate::emulator) fn block_field(self, family: AddressFamily) -> String {
        match family {
            AddressFamily::V4 => format!("{}CidrIp", self.as_str()),
            AddressFamily::V6 => format!("Ipv6{}CidrIp", self.as_str()),
        }
    }
}
