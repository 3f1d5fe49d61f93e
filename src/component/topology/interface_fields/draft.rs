//! A new interface as it is typed.

use sg_core::history::{
    About, NewInterface, PublicAddress, TopologyEditError, free_public_address, read_address,
    read_addresses,
};
use sg_core::model::{Scenario, SecurityGroupId};

/// A new interface as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InterfaceDraft {
    /// The groups chosen.
    pub groups: Vec<SecurityGroupId>,
    /// Private addresses, parted by commas; the next free one where nothing is said.
    pub addresses: String,
    /// The public address; none where nothing is said.
    pub public: String,
}

impl InterfaceDraft {
    /// Nothing chosen, with the next free public address.
    pub fn with_public(scenario: &Scenario) -> Self {
        let free = free_public_address(scenario);
        Self { public: free.map_or_else(String::new, |a| a.to_string()), ..Self::default() }
    }

    /// The interface that is asked for.
    ///
    /// # Errors
    /// [`TopologyEditError::NotAnAddress`] with what is none, and the part it stands in.
    pub fn wanted(&self) -> Result<NewInterface, (About, TopologyEditError)> {
        let public = match self.public.trim() {
            "" => PublicAddress::None,
            text => PublicAddress::Given(
                read_address(text).map_err(|error| (About::PublicAddress, error))?,
            ),
        };
        let addresses =
            read_addresses(&self.addresses).map_err(|error| (About::Addresses, error))?;
        Ok(NewInterface { groups: self.groups.clone(), addresses, public })
    }
}
