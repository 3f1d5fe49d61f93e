//! Instances, interfaces, prefix lists, VPCs and what connects them, and outside addresses.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use indexmap::IndexMap;

use crate::compare::difference::{About, Difference, How, Properties, Property, Resource};
use crate::model::{
    Holder, Instance, InstanceId, IpNet, NetworkInterface, NetworkInterfaceId, OutsideAddress,
    PortList, PrefixList, Route, Scenario, SecurityGroupId, Vpc,
};

pub(super) fn compare(before: &Scenario, after: &Scenario, found: &mut Vec<Difference>) {
    let mut add = |about, how| found.push(Difference { about, how, created: None });
    instances(before, after, &mut add);
    interfaces(before, after, &mut add);
    let (old, new) = (before.parts(), after.parts());
    let list = |list: &PrefixList| {
        let name = if list.name.is_empty() { list.id.as_str() } else { &list.name };
        About::PrefixList(Resource::new(&list.id, name))
    };
    maps(&old.prefix_lists, &new.prefix_lists, list, list_changed, &mut add);
    let ports = |list: &PortList| About::PortList(Resource::new(&list.id, list.label()));
    maps(&old.port_lists, &new.port_lists, ports, ports_changed, &mut add);
    let vpc = |vpc: &Vpc| {
        let name = if vpc.name.is_empty() { vpc.id.as_str() } else { &vpc.name };
        About::Vpc(Resource::new(&vpc.id, name))
    };
    maps(&old.vpcs, &new.vpcs, vpc, vpc_changed, &mut add);
    routes(&old.routes, &new.routes, &mut add);
    outside(&old.outside, &new.outside, &mut add);
}

/// Reports one difference.
type Add<'a> = dyn FnMut(About, How) + 'a;

/// What two maps of the same kind have differently.
fn maps<K: std::hash::Hash + Eq, V>(
    old: &IndexMap<K, Arc<V>>,
    new: &IndexMap<K, Arc<V>>,
    about: impl Fn(&V) -> About,
    changed: impl Fn(&V, &V) -> Option<How>,
    add: &mut Add<'_>,
) {
    for (id, value) in new {
        let how = match old.get(id) {
            None => Some(How::Added),
            Some(old) => changed(old, value),
        };
        if let Some(how) = how {
            add(about(value), how);
        }
    }
    for value in old.iter().filter(|(id, _)| !new.contains_key(*id)).map(|(_, value)| value) {
        add(about(value), How::Removed);
    }
}

fn list_changed(old: &PrefixList, new: &PrefixList) -> Option<How> {
    let blocks = |list: &PrefixList| list.blocks.iter().copied().collect::<BTreeSet<_>>();
    let changed = Properties::default()
        .add(Property::Name, (&old.name, &new.name), |name| (*name).clone())
        .add(Property::Blocks, (blocks(old), blocks(new)), |blocks| joined(blocks))
        .add(Property::MaxEntries, (old.max_entries, new.max_entries), ToString::to_string)
        .add(Property::NotKnown, (old.unread_entries, new.unread_entries), ToString::to_string);
    changed.found()
}

fn ports_changed(old: &PortList, new: &PortList) -> Option<How> {
    // All are listed, so that a new property has to be considered here.
    let PortList { id: _, name, entries: _, max_entries } = new;
    let ranges =
        |list: &PortList| list.entries.iter().map(|entry| entry.range).collect::<BTreeSet<_>>();
    let changed = Properties::default()
        .add(Property::Name, (&old.name, name), |name| (*name).clone())
        .add(Property::Ports, (ranges(old), ranges(new)), |ranges| joined(ranges))
        .add(Property::MaxEntries, (old.max_entries, *max_entries), ToString::to_string);
    changed.found()
}

fn vpc_changed(old: &Vpc, new: &Vpc) -> Option<How> {
    // All are listed, so that a new property has to be considered here.
    let Vpc { id: _, name, blocks: _, snat } = new;
    let blocks = |vpc: &Vpc| vpc.blocks.iter().copied().collect::<BTreeSet<IpNet>>();
    let changed = Properties::default()
        .add(Property::Name, (&old.name, name), |name| (*name).clone())
        .add(Property::Blocks, (blocks(old), blocks(new)), |blocks| joined(blocks))
        .add(Property::Snat, (old.snat, *snat), |snat| {
            snat.map_or("unknown".to_owned(), |snat| snat.to_string())
        });
    changed.found()
}

/// Values in one line.
fn joined<T: ToString>(values: impl IntoIterator<Item = T>) -> String {
    values.into_iter().map(|value| value.to_string()).collect::<Vec<_>>().join(", ")
}

fn instances(before: &Scenario, after: &Scenario, add: &mut Add<'_>) {
    let resource = |instance: &Instance| Resource::new(&instance.id, instance.label());
    for new in after.instances() {
        let Some(old) = before.instance(&new.id) else { continue };
        let renamed = Properties::default()
            .add(Property::Name, (&old.name, &new.name), |name| (*name).clone());
        if let Some(how) = renamed.found() {
            add(About::Instances { instances: vec![resource(new)], groups: Vec::new() }, how);
        }
    }
    for (here, there, how) in [(after, before, How::Added), (before, after, How::Removed)] {
        let mut alike: BTreeMap<Vec<SecurityGroupId>, Vec<Resource>> = BTreeMap::new();
        for instance in here.instances().filter(|own| there.instance(&own.id).is_none()) {
            let own = instance.interfaces.iter().filter_map(|id| here.interface(id));
            let groups: BTreeSet<_> = own.flat_map(|own| own.groups.iter().cloned()).collect();
            let groups = groups.into_iter().collect();
            alike.entry(groups).or_default().push(resource(instance));
        }
        for (groups, instances) in alike {
            add(About::Instances { instances, groups }, how.clone());
        }
    }
}

/// Interfaces that came or went without their instance, and those with other addresses.
fn interfaces(before: &Scenario, after: &Scenario, add: &mut Add<'_>) {
    let about = |interface: &NetworkInterface| About::Interface {
        id: interface.id.clone(),
        addresses: all(interface),
    };
    let owners = |scenario: &Scenario| -> BTreeMap<NetworkInterfaceId, InstanceId> {
        let own = |instance: &Arc<Instance>| {
            let id = instance.id.clone();
            instance.interfaces.clone().into_iter().map(move |own| (own, id.clone()))
        };
        scenario.instances().flat_map(own).collect()
    };
    let (old_owners, new_owners) = (owners(before), owners(after));
    for new in after.interfaces() {
        let owner = new_owners.get(&new.id);
        let Some(old) = before.interface(&new.id) else {
            // An interface of a new instance came with it.
            if owner.is_none_or(|owner| before.instance(owner).is_some()) {
                add(about(new), How::Added);
            }
            continue;
        };
        let holder =
            |interface: &NetworkInterface, owner: Option<&InstanceId>| match &interface.holder {
                Some(Holder::Service { product, name }) => format!("{} {name}", product.title()),
                Some(Holder::Example | Holder::Nothing) => String::new(),
                None => owner.map(ToString::to_string).unwrap_or_default(),
            };
        let owners = (holder(old, old_owners.get(&new.id)), holder(new, owner));
        let private = |interface: &NetworkInterface| {
            let prefixes = interface.more.prefixes.iter().map(ToString::to_string);
            interface.addresses.iter().map(ToString::to_string).chain(prefixes).collect::<Vec<_>>()
        };
        let public = |interface: &NetworkInterface| {
            let more = interface.more.public.iter();
            let more = more.map(|more| format!("{} ({})", more.public, more.private));
            let first = interface.public_address.map(|address| address.to_string());
            first.into_iter().chain(more).collect::<Vec<_>>()
        };
        let changed = Properties::default()
            .add(Property::Addresses, (private(old), private(new)), |all| all.join(", "))
            .add(Property::PublicAddresses, (public(old), public(new)), |all| all.join(", "))
            .add(Property::Vpc, (&old.vpc, &new.vpc), ToString::to_string)
            .add(Property::Holder, owners, String::clone);
        if let Some(how) = changed.found() {
            add(about(new), how);
        }
    }
    for old in before.interfaces().filter(|old| after.interface(&old.id).is_none()) {
        let owner = old_owners.get(&old.id);
        if owner.is_none_or(|owner| after.instance(owner).is_some()) {
            add(about(old), How::Removed);
        }
    }
}

/// All addresses of an interface.
fn all(interface: &NetworkInterface) -> Vec<String> {
    let private = interface.addresses.iter().copied();
    let addresses = private.chain(interface.public_addresses()).map(|address| address.to_string());
    addresses.chain(interface.more.prefixes.iter().map(ToString::to_string)).collect()
}

fn routes(old: &[Route], new: &[Route], add: &mut Add<'_>) {
    // A connection has no direction.
    let ends = |route: &Route| {
        let (a, b) = (route.a.to_string(), route.b.to_string());
        if a <= b { (a, b) } else { (b, a) }
    };
    let [old, new] = [old, new].map(|routes| routes.iter().map(ends).collect::<BTreeSet<_>>());
    for (a, b) in new.difference(&old).cloned() {
        add(About::Route { a, b }, How::Added);
    }
    for (a, b) in old.difference(&new).cloned() {
        add(About::Route { a, b }, How::Removed);
    }
}

fn outside(old: &[OutsideAddress], new: &[OutsideAddress], add: &mut Add<'_>) {
    let about = |outside: &OutsideAddress| About::Outside {
        name: outside.name.clone(),
        block: outside.block.to_string(),
    };
    for outside in new {
        let known = old.iter().find(|other| other.name == outside.name);
        let how = match known {
            None => Some(How::Added),
            Some(known) => Properties::default()
                .add(Property::Blocks, (known.block, outside.block), ToString::to_string)
                .found(),
        };
        if let Some(how) = how {
            add(about(outside), how);
        }
    }
    for outside in old.iter().filter(|old| !new.iter().any(|new| new.name == old.name)) {
        add(about(outside), How::Removed);
    }
}
