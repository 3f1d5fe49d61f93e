//! One end of a question, as it is asked about: an interface, one of its addresses, an outside block
//! or a single outside address.

use std::net::IpAddr;

use crate::model::{IpNet, NetworkInterfaceId, Scenario};

use super::end::End;

/// One end of a question.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum AskedEnd {
    /// An interface; the addresses are chosen as for a cell of the matrix.
    Interface(NetworkInterfaceId),
    /// An interface at one of its addresses.
    InterfaceAt(NetworkInterfaceId, IpAddr),
    /// All addresses of an outside block.
    Block {
        /// The name of the outside block.
        name: String,
        /// Its addresses.
        block: IpNet,
    },
    /// One address that belongs to no interface.
    Address(IpAddr),
}

impl AskedEnd {
    /// The end that a row or a column of the matrix stands for; `None` if the scenario has no outside
    /// block of that name.
    pub fn of(scenario: &Scenario, end: &End) -> Option<Self> {
        Some(match end {
            End::Interface(id) => Self::Interface(id.clone()),
            End::Outside(name) => {
                let outside = scenario.outside().iter().find(|outside| outside.name == *name)?;
                Self::Block { name: name.clone(), block: outside.block }
            }
        })
    }

    /// The interface at this end, if it is one.
    pub const fn interface(&self) -> Option<&NetworkInterfaceId> {
        match self {
            Self::Interface(id) | Self::InterfaceAt(id, _) => Some(id),
            Self::Block { .. } | Self::Address(_) => None,
        }
    }
}
