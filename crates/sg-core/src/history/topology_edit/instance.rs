//! Instances: create, rename, release.

use std::sync::Arc;

use super::interface::{attach, built};
use super::{NewInterface, TopologyEditError, name};
use crate::emulator::IdGenerator;
use crate::model::{Instance, InstanceId, Scenario};

/// Creates an instance, then attaches its secondary interfaces one by one.
pub(super) fn create(
    scenario: &Scenario,
    name: &str,
    interfaces: &[NewInterface],
    generator: &mut IdGenerator,
) -> Result<Scenario, TopologyEditError> {
    let name = name::optional(name)?;
    let (primary, more) = interfaces.split_first().ok_or(TopologyEditError::NoInterface)?;
    let id = generator.instance_id(scenario);
    let primary = built(scenario, primary, generator)?;
    let created = scenario.edited(|parts| {
        let instance = Instance { id: id.clone(), name, interfaces: vec![primary.id.clone()] };
        parts.interfaces.insert(primary.id.clone(), Arc::new(primary));
        parts.instances.insert(id.clone(), Arc::new(instance));
    })?;
    more.iter()
        .try_fold(created, |scenario, interface| attach(&scenario, &id, interface, generator))
}

pub(super) fn rename(
    scenario: &Scenario,
    instance: &InstanceId,
    name: &str,
) -> Result<Scenario, TopologyEditError> {
    let name = name::optional(name)?;
    scenario.instance(instance).ok_or_else(|| TopologyEditError::Unknown(instance.to_string()))?;
    Ok(scenario.edited(|parts| {
        if let Some(instance) = parts.instances.get_mut(instance) {
            Arc::make_mut(instance).name = name;
        }
    })?)
}

pub(super) fn release(
    scenario: &Scenario,
    instance: &InstanceId,
) -> Result<Scenario, TopologyEditError> {
    let unknown = || TopologyEditError::Unknown(instance.to_string());
    let interfaces = scenario.instance(instance).ok_or_else(unknown)?.interfaces.clone();
    Ok(scenario.edited(|parts| {
        parts.instances.shift_remove(instance);
        for interface in &interfaces {
            parts.interfaces.shift_remove(interface);
        }
    })?)
}
