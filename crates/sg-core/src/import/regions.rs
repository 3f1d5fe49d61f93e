//! Content of several regions: a scenario holds one, so the reader chooses.

use std::collections::BTreeMap;

use crate::model::{RegionId, SecurityGroupId, VpcId};

use super::choice::RegionFound;
use super::reading::Assumption;
use super::record::{InterfaceRecord, Network, Records};

/// The regions of the content, and whether the reader still has to choose one.
#[derive(Debug)]
pub(super) struct Selection {
    pub(super) found: Vec<RegionFound>,
    pub(super) open: bool,
}

/// Keeps the content of one region. The choice is open if the content is from several and none of
/// them is chosen, or if nothing is from the chosen one.
pub(super) fn select(records: &mut Records) -> Selection {
    // The usual case, in which there is nothing to compare or to leave out.
    let one = records.regions.len() <= 1 && records.scenario.is_none();
    if one && records.choice.region.is_none() {
        return Selection { open: false, found: Vec::new() };
    }
    let regions = Regions::of(records);
    let found = regions.found(records);
    let chosen = records.choice.region.clone();
    let region = match (chosen, found.as_slice()) {
        (None, []) => None,
        (None, [only]) => Some(only.region.clone()),
        (Some(chosen), []) => Some(chosen),
        (Some(chosen), some) if some.iter().any(|it| it.region == chosen) => Some(chosen),
        _ => return Selection { found, open: true },
    };
    if let Some(region) = region {
        for other in found.iter().filter(|other| other.region != region) {
            records.notes.assumed(Assumption::Region, &other.region);
        }
        if found.len() > 1 {
            regions.keep(records, &region);
        }
        records.regions.shift_insert(0, region, ());
    }
    Selection { open: false, found: if found.len() > 1 { found } else { Vec::new() } }
}

/// The regions of objects, by ID.
struct Regions(BTreeMap<String, RegionId>);

impl Regions {
    /// Objects of which no region is given are in the region of their VPC, of the group they are
    /// in, or of the instance they are attached to.
    fn of(records: &Records) -> Self {
        let mut all = Self(records.region_of.clone());
        // A group lends its region to its members and they to it: twice reaches both ways.
        for _ in 0..2 {
            let groups = records.groups.iter().map(|it| (it.id.to_string(), &it.network));
            let interfaces = records.interfaces.iter().map(|it| (it.id.to_string(), &it.network));
            let instances = records.instances.iter().map(|it| (it.id.to_string(), &it.network));
            for (id, network) in groups.chain(interfaces).chain(instances) {
                if let Network::Vpc(vpc) = network {
                    all.share(&[id, vpc.to_string()]);
                }
            }
            for InterfaceRecord { id, instance, groups, .. } in &records.interfaces {
                let instance = instance.iter().map(ToString::to_string);
                let own = std::iter::once(id.to_string()).chain(instance);
                all.share(&own.chain(names(groups)).collect::<Vec<_>>());
            }
            for instance in &records.instances {
                let own = std::iter::once(instance.id.to_string());
                all.share(&own.chain(names(&instance.groups)).collect::<Vec<_>>());
            }
        }
        all
    }

    /// Gives the region of one of several objects to those without.
    fn share(&mut self, ids: &[String]) {
        let Some(region) = ids.iter().find_map(|id| self.0.get(id)).cloned() else { return };
        for id in ids {
            self.0.entry(id.clone()).or_insert_with(|| region.clone());
        }
    }

    fn found(&self, records: &Records) -> Vec<RegionFound> {
        // The IDs of its groups and of its instances.
        let mut found: BTreeMap<RegionId, [BTreeMap<String, ()>; 2]> = BTreeMap::new();
        let mut order: Vec<RegionId> = records.regions.keys().cloned().collect();
        let groups = records.groups.iter().map(|it| (it.id.to_string(), true));
        let instances = records.instances.iter().map(|it| (it.id.to_string(), false));
        let attached = records.interfaces.iter().filter_map(|it| it.instance.as_ref());
        let attached = attached.map(|id| (id.to_string(), false));
        for (id, is_group) in groups.chain(instances).chain(attached) {
            let Some(region) = self.0.get(&id) else { continue };
            let [groups, instances] = found.entry(region.clone()).or_default();
            if is_group {
                groups.insert(id, ())
            } else {
                instances.insert(id, ())
            };
        }
        if let Some(own) = &records.scenario {
            let region = own.scenario.region();
            let [groups, instances] = found.entry(region.clone()).or_default();
            groups.extend(own.scenario.groups().map(|it| (it.id.to_string(), ())));
            instances.extend(own.scenario.instances().map(|it| (it.id.to_string(), ())));
        }
        order.retain(|region| found.contains_key(region));
        let counted = order.into_iter().filter_map(|region| {
            let [groups, instances] = found.get(&region)?;
            Some(RegionFound { groups: groups.len(), instances: instances.len(), region })
        });
        counted.collect()
    }

    /// Leaves out what is in another region.
    fn keep(&self, records: &mut Records, region: &RegionId) {
        let here = |id: &str| self.0.get(id).is_none_or(|own| own == region);
        records.groups.retain(|it| here(it.id.as_str()));
        records.rules.retain(|it| here(it.group.as_str()));
        records.instances.retain(|it| here(it.id.as_str()));
        records.interfaces.retain(|it| here(it.id.as_str()));
        records.lists.retain(|it| here(it.id.as_str()));
        records.port_lists.retain(|id, _| here(id.as_str()));
        records.vpcs.retain(|it| here(VpcId::as_str(&it.id)));
        records.vswitches.retain(|it| here(it.id.as_str()));
        if records.scenario.as_ref().is_some_and(|own| own.scenario.region() != region) {
            records.scenario = None;
        }
    }
}

fn names(groups: &[SecurityGroupId]) -> impl Iterator<Item = String> {
    groups.iter().map(ToString::to_string)
}
