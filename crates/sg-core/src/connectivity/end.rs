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

/// The rows and columns of a scenario: the interfaces in the order of their instances, those of
/// cloud services, and the outside blocks. An interface that is attached to nothing is no end.
pub fn ends(scenario: &Scenario) -> Vec<End> {
    let owned = scenario.instances().flat_map(|instance| &instance.interfaces);
    let held = scenario
        .interfaces()
        .filter(|interface| interface.holder.is_some() && !interface.is_unattached());
    let interfaces = owned.chain(held.map(|interface| &interface.id));
    let outside = scenario.outside().iter().map(|outside| End::Outside(outside.name.clone()));
    interfaces.cloned().map(End::Interface).chain(outside).collect()
}
