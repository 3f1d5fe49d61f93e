//! A new interface as typed.

use sg_core::history::{
    About, NewInterface, PublicAddress, TopologyEditError, free_public_address, read_address,
    read_addresses,
};
use sg_core::model::{Scenario, SecurityGroupId};

/// A new interface as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InterfaceDraft {
    /// The selected groups.
    pub groups: Vec<SecurityGroupId>,
    /// Private addresses, separated by commas; if empty, the next unused one.
    pub addresses: String,
    /// The public address; none if empty.
    pub public: String,
}

impl InterfaceDraft {
    /// No groups selected, with the next unused public address.
    pub fn with_public(scenario: &Scenario) -> Self {
        let free = free_public_address(scenario);
        Self { public: free.map_or_else(String::new, |a| a.to_string()), ..Self::default() }
    }

    /// The interface that the input describes.
    ///
    /// # Errors
    /// [`TopologyEditError::NotAnAddress`] with the invalid text and the part that contains it.
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
