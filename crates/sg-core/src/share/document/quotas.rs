//! Raised quotas in a document.

use crate::model::{LimitId, Quotas};

use super::DocumentError;
use super::wire;

/// Reads the raised quotas.
pub(super) fn read(wire: Option<&wire::Quotas>) -> Result<Quotas, DocumentError> {
    let mut quotas = Quotas::default();
    let Some(wire) = wire else { return Ok(quotas) };
    for (limit, value) in [
        (LimitId::GroupsPerRegion, wire.groups_per_region),
        (LimitId::GroupsPerInterface, wire.groups_per_interface),
        (LimitId::RulesPerInterface, wire.rules_per_interface),
        (LimitId::GroupPeersPerBasicGroup, wire.group_peers_per_basic_group),
        (LimitId::AddressesPerBasicGroup, wire.addresses_per_basic_group),
    ] {
        let Some(value) = value else { continue };
        let value = usize::try_from(value).unwrap_or(usize::MAX);
        let raised = quotas.raise(limit, value);
        raised.map_err(|error| DocumentError::at(format!("quotas.{}", limit.name()), error))?;
    }
    Ok(quotas)
}

/// The raised quotas; `None` if there are none.
pub(super) fn render(quotas: &Quotas) -> Option<wire::Quotas> {
    let raised = |limit| quotas.raised(limit).map(|value| u64::try_from(value).unwrap_or(u64::MAX));
    let wire = wire::Quotas {
        groups_per_region: raised(LimitId::GroupsPerRegion),
        groups_per_interface: raised(LimitId::GroupsPerInterface),
        rules_per_interface: raised(LimitId::RulesPerInterface),
        group_peers_per_basic_group: raised(LimitId::GroupPeersPerBasicGroup),
        addresses_per_basic_group: raised(LimitId::AddressesPerBasicGroup),
    };
    (wire != wire::Quotas::default()).then_some(wire)
}
