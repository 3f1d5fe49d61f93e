//! Address blocks outside every VPC, which can be ends of paths.

use super::{TopologyEditError, name};
use crate::model::{IpNet, OutsideAddress, Scenario};

/// An edit of the outside addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutsideEdit {
    /// Adds a named block.
    Add {
        /// Its name, unique in the scenario.
        name: String,
        /// Its addresses.
        block: IpNet,
    },
    /// Changes the name and addresses of a block; both may stay the same.
    Change {
        /// The current name.
        outside: String,
        /// The new name.
        name: String,
        /// The new addresses.
        block: IpNet,
    },
    /// Removes a block.
    Remove {
        /// Its name.
        outside: String,
    },
}

impl OutsideEdit {
    pub(super) fn apply(&self, scenario: &Scenario) -> Result<Scenario, TopologyEditError> {
        match self {
            Self::Add { name, block } => {
                let name = free_name(scenario, name, None)?;
                let new = OutsideAddress { name, block: *block };
                Ok(scenario.edited(|parts| parts.outside.push(new))?)
            }
            Self::Change { outside, name, block } => {
                known(scenario, outside)?;
                let name = free_name(scenario, name, Some(outside))?;
                Ok(scenario.edited(|parts| {
                    let own = parts.outside.iter_mut().find(|own| own.name == *outside);
                    if let Some(own) = own {
                        *own = OutsideAddress { name, block: *block };
                    }
                })?)
            }
            Self::Remove { outside } => {
                known(scenario, outside)?;
                Ok(scenario.edited(|parts| parts.outside.retain(|own| own.name != *outside))?)
            }
        }
    }
}

fn known(scenario: &Scenario, name: &str) -> Result<(), TopologyEditError> {
    let known = scenario.outside().iter().any(|outside| outside.name == name);
    if known { Ok(()) } else { Err(TopologyEditError::Unknown(name.to_owned())) }
}

/// Checks that no other block has the name.
fn free_name(
    scenario: &Scenario,
    text: &str,
    own: Option<&String>,
) -> Result<String, TopologyEditError> {
    let name = name::required(text)?;
    let mut others = scenario.outside().iter().filter(|outside| Some(&outside.name) != own);
    if others.any(|outside| outside.name == name) {
        return Err(TopologyEditError::NameTaken(name));
    }
    Ok(name)
}
