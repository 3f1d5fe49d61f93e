//! The reply fields of a network interface, as far as a scenario knows them.

use std::net::IpAddr;

use super::surroundings;
use super::value::{Field, Value};
use crate::model::{Holder, IpNet, NetworkInterface, Scenario};

/// `Type`.
pub(super) const fn kind(primary: bool) -> &'static str {
    if primary { "Primary" } else { "Secondary" }
}

/// `Status`: an interface that belongs to nobody can be attached.
pub(super) fn status(scenario: &Scenario, interface: &NetworkInterface) -> &'static str {
    let held = interface.product().is_some() || scenario.instance_of(&interface.id).is_some();
    if held { "InUse" } else { "Available" }
}

/// `Description`: what a cloud service writes there.
pub(super) fn description(interface: &NetworkInterface) -> &str {
    match &interface.holder {
        Some(Holder::Service { name, .. }) => name,
        Some(Holder::Example | Holder::Nothing) | None => "",
    }
}

/// Where it is, its private addresses and its groups.
pub(super) fn network(scenario: &Scenario, interface: &NetworkInterface) -> Vec<Field> {
    let groups = interface.groups.iter().map(|id| Value::text(id.as_str())).collect();
    let v6 = interface.addresses.iter().filter(|address| address.is_ipv6());
    let v6 = v6.map(|it| Value::Object(vec![("Ipv6Address", Value::text(it.to_string()))]));
    let sets = |field: &'static str, list: &'static str, wanted: fn(&IpNet) -> bool| {
        let blocks = interface.more.prefixes.iter().filter(|block| wanted(block));
        let blocks = blocks.map(|it| Value::Object(vec![(field, Value::text(it.to_string()))]));
        Value::wrapped(list, blocks.collect())
    };
    let v4_prefixes = sets("Ipv4Prefix", "Ipv4PrefixSet", |it| matches!(it, IpNet::V4(_)));
    let v6_prefixes = sets("Ipv6Prefix", "Ipv6PrefixSet", |it| matches!(it, IpNet::V6(_)));
    vec![
        ("VpcId", Value::text(interface.vpc.as_str())),
        ("VSwitchId", Value::text(surroundings::vswitch_of(scenario, interface))),
        ("ZoneId", Value::text(surroundings::zone_of(scenario, Some(interface)))),
        ("PrivateIpAddress", Value::text(first_v4(interface).unwrap_or_default())),
        ("Ipv6Sets", Value::wrapped("Ipv6Set", v6.collect())),
        ("Ipv4PrefixSets", v4_prefixes),
        ("Ipv6PrefixSets", v6_prefixes),
        ("SecurityGroupIds", Value::wrapped("SecurityGroupId", groups)),
    ]
}

fn first_v4(interface: &NetworkInterface) -> Option<String> {
    interface.addresses.iter().find(|address| address.is_ipv4()).map(ToString::to_string)
}

/// `PrivateIpSets`: the IPv4 addresses, each with its public one if `with_public`.
pub(super) fn private_sets(interface: &NetworkInterface, with_public: bool) -> Value {
    let v4 = interface.addresses.iter().copied().filter(IpAddr::is_ipv4);
    let set = |(place, address): (usize, IpAddr)| {
        let mut fields = vec![
            ("PrivateIpAddress", Value::text(address.to_string())),
            ("Primary", Value::Truth(place == 0)),
        ];
        if with_public {
            let more = interface.more.public.iter().find(|it| it.private == address);
            let first = interface.public_address.filter(|_| place == 0);
            fields.push(("AssociatedPublicIp", public(more.map(|it| it.public).or(first))));
        }
        Value::Object(fields)
    };
    Value::wrapped("PrivateIpSet", v4.enumerate().map(set).collect())
}

/// `AssociatedPublicIp`; the address is empty if there is none.
pub(super) fn public(address: Option<IpAddr>) -> Value {
    let address = address.map_or_else(String::new, |address| address.to_string());
    Value::Object(vec![("PublicIpAddress", Value::text(address))])
}
