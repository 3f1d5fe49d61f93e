//! One row and one column of the matrix: an interface, or an outside block.

use crate::model::{NetworkInterfaceId, Scenario};

/// One row and one column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// A network interface.
    Interface(NetworkInterfaceId),
    /// An outside address block, by its name.
    Outside(String),
}

/// The rows and columns of a scenario: the interfaces in the order of their instances, followed by
/// the outside blocks.
pub fn ends(scenario: &Scenario) -> Vec<End> {
    let interfaces = scenario.instances().flat_map(|instance| &instance.interfaces);
    let outside = scenario.outside().iter().map(|outside| End::Outside(outside.name.clone()));
    interfaces.cloned().map(End::Interface).chain(outside).collect()
}
