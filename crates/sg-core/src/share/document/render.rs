//! Converts a scenario to a document: every id is written, empty values are omitted.

use crate::model::{
    Direction, GroupType, InnerAccessPolicy, Instance, IntraGroupPrecedence, IpNet,
    NetworkInterface, Peer, PortEntry, PortList, PortRange, Rule, RulePolicy, Scenario,
    SecurityGroup, Timestamp, VSwitch,
};

use super::Document;
use super::field::UNDATED;
use super::quotas;
use super::unread;
use super::wire::{self, Policy, SecurityGroupType};

impl From<&Scenario> for Document {
    fn from(scenario: &Scenario) -> Self {
        let parts = scenario.parts();
        Self {
            schema: None,
            version: wire::VERSION,
            region_id: Some(parts.region.to_string()),
            vpcs: parts
                .vpcs
                .values()
                .map(|vpc| wire::Vpc {
                    vpc_id: vpc.id.to_string(),
                    vpc_name: vpc.name.clone(),
                    cidr_blocks: blocks(&vpc.blocks),
                    snat: vpc.snat,
                })
                .collect(),
            routes: parts
                .routes
                .iter()
                .map(|route| wire::Route { vpc_ids: [route.a.to_string(), route.b.to_string()] })
                .collect(),
            unread_routes: parts.unread_routes,
            unread_members: parts.unread_members,
            v_switches: parts.vswitches.values().map(|own| vswitch(own)).collect(),
            port_range_lists: parts.port_lists.values().map(|own| port_list(own)).collect(),
            prefix_lists: parts
                .prefix_lists
                .values()
                .map(|list| wire::PrefixList {
                    prefix_list_id: list.id.to_string(),
                    prefix_list_name: list.name.clone(),
                    cidr_blocks: blocks(&list.blocks),
                    max_entries: Some(list.max_entries.into()),
                    unread_entries: list.unread_entries,
                })
                .collect(),
            security_groups: scenario.groups().map(|found| group(found)).collect(),
            instances: scenario.instances().map(|found| instance(scenario, found)).collect(),
            network_interfaces: scenario
                .interfaces()
                .filter(|found| found.holder.is_some())
                .map(|found| interface(found))
                .collect(),
            outside_addresses: scenario
                .outside()
                .iter()
                .map(|outside| wire::OutsideAddress {
                    name: outside.name.clone(),
                    cidr_block: outside.block.to_string(),
                })
                .collect(),
            options: options(scenario),
            quotas: quotas::render(&parts.quotas),
        }
    }
}

fn vswitch(vswitch: &VSwitch) -> wire::VSwitch {
    wire::VSwitch {
        v_switch_id: vswitch.id.to_string(),
        v_switch_name: vswitch.name.clone(),
        vpc_id: vswitch.vpc.to_string(),
        cidr_block: vswitch.block.to_string(),
        zone_id: vswitch.zone.as_ref().map(ToString::to_string),
    }
}

fn port_list(list: &PortList) -> wire::PortRangeList {
    let entry = |entry: &PortEntry| wire::PortEntry {
        port_range: entry.range.to_string(),
        description: entry.description.clone(),
    };
    wire::PortRangeList {
        port_range_list_id: list.id.to_string(),
        port_range_list_name: list.name.clone(),
        entries: list.entries.iter().map(entry).collect(),
        max_entries: Some(list.max_entries.into()),
    }
}

fn blocks(blocks: &[IpNet]) -> Vec<String> {
    blocks.iter().map(ToString::to_string).collect()
}

fn time(time: Timestamp) -> Option<String> {
    (time != UNDATED).then(|| time.to_string())
}

fn group(group: &SecurityGroup) -> wire::SecurityGroup {
    let (kind, policy) = match group.group_type {
        GroupType::Basic(InnerAccessPolicy::Accept) => {
            (SecurityGroupType::Normal, Some(Policy::Accept))
        }
        GroupType::Basic(InnerAccessPolicy::Drop) => {
            (SecurityGroupType::Normal, Some(Policy::Drop))
        }
        GroupType::Advanced => (SecurityGroupType::Enterprise, None),
    };
    wire::SecurityGroup {
        security_group_id: group.id.to_string(),
        security_group_name: group.name.clone(),
        description: group.description.clone(),
        vpc_id: Some(group.vpc.to_string()),
        security_group_type: Some(kind),
        inner_access_policy: policy,
        service_managed: group.service_managed,
        service_id: group.labels.service.id,
        service_product: Some(group.labels.service.product.clone()).filter(|it| !it.is_empty()),
        deletion_protection: group.labels.deletion_protection,
        creation_time: time(group.created),
        resource_group_id: group.labels.resource_group.as_ref().map(ToString::to_string),
        tags: group.labels.tags.iter().map(tag).collect(),
        rules: group.rules.iter().map(|found| rule(found)).collect(),
        owner_account_id: group.owner.clone(),
        unread: unread::render(&group.unread),
    }
}

fn tag((key, value): (&String, &String)) -> wire::Tag {
    wire::Tag { tag_key: key.clone(), tag_value: value.clone() }
}

fn rule(rule: &Rule) -> wire::Rule {
    let mut wire = wire::Rule {
        security_group_rule_id: Some(rule.id.to_string()),
        direction: match rule.spec.direction {
            Direction::Ingress => wire::Direction::Ingress,
            Direction::Egress => wire::Direction::Egress,
        },
        policy: Some(match rule.spec.policy {
            RulePolicy::Accept => Policy::Accept,
            RulePolicy::Drop => Policy::Drop,
        }),
        priority: Some(rule.spec.priority.get().into()),
        ip_protocol: rule.spec.protocol.protocol().to_string(),
        port_range: match rule.spec.list() {
            None => Some(rule.spec.protocol.port_range_text()),
            Some(_) => None,
        },
        port_range_list_id: rule.spec.list().map(ToString::to_string),
        source_port_range: rule
            .spec
            .protocol
            .ports()
            .filter(|ports| ports.source != PortRange::ALL)
            .map(|ports| ports.source.to_string()),
        source_cidr_ip: None,
        ipv6_source_cidr_ip: None,
        source_group_id: None,
        source_prefix_list_id: None,
        dest_cidr_ip: None,
        ipv6_dest_cidr_ip: None,
        dest_group_id: None,
        dest_prefix_list_id: None,
        description: rule.description.clone(),
        create_time: time(rule.created),
    };
    let inbound = rule.spec.direction == Direction::Ingress;
    let text = Some(rule.spec.peer.to_string());
    match (&rule.spec.peer, inbound) {
        (Peer::Cidr(block), source) => set_block(&mut wire, *block, source),
        (Peer::Group(_), true) => wire.source_group_id = text,
        (Peer::Group(_), false) => wire.dest_group_id = text,
        (Peer::PrefixList(_), true) => wire.source_prefix_list_id = text,
        (Peer::PrefixList(_), false) => wire.dest_prefix_list_id = text,
    }
    if let Some(own) = rule.spec.local_cidr {
        set_block(&mut wire, own, !inbound);
    }
    wire
}

/// Stores a block in the field for its side and address family.
fn set_block(wire: &mut wire::Rule, block: IpNet, source: bool) {
    let field = match (block, source) {
        (IpNet::V4(_), true) => &mut wire.source_cidr_ip,
        (IpNet::V6(_), true) => &mut wire.ipv6_source_cidr_ip,
        (IpNet::V4(_), false) => &mut wire.dest_cidr_ip,
        (IpNet::V6(_), false) => &mut wire.ipv6_dest_cidr_ip,
    };
    *field = Some(block.to_string());
}

fn instance(scenario: &Scenario, instance: &Instance) -> wire::Instance {
    let interfaces = instance.interfaces.iter().filter_map(|id| scenario.interface(id));
    wire::Instance {
        instance_id: instance.id.to_string(),
        instance_name: instance.name.clone(),
        network_interfaces: interfaces.map(|found| interface(found)).collect(),
    }
}

fn interface(interface: &NetworkInterface) -> wire::NetworkInterface {
    wire::NetworkInterface {
        network_interface_id: Some(interface.id.to_string()),
        vpc_id: Some(interface.vpc.to_string()),
        security_group_ids: interface.groups.iter().map(ToString::to_string).collect(),
        private_ip_addresses: interface.addresses.iter().map(ToString::to_string).collect(),
        public_ip_address: interface.public_address.map(|address| address.to_string()),
        private_ip_prefixes: blocks(&interface.more.prefixes),
        more_public_ip_addresses: interface
            .more
            .public
            .iter()
            .map(|more| wire::PublicAddress {
                public_ip_address: more.public.to_string(),
                private_ip_address: more.private.to_string(),
            })
            .collect(),
        v_switch_id: interface.vswitch.as_ref().map(ToString::to_string),
        holder: interface.holder.as_ref().map(unread::render_holder),
    }
}

fn options(scenario: &Scenario) -> Option<wire::Options> {
    let precedence = match scenario.options().intra_group_precedence {
        IntraGroupPrecedence::PolicyWins => return None,
        IntraGroupPrecedence::CustomEgressFirst => wire::IntraGroupPrecedence::CustomEgressFirst,
    };
    Some(wire::Options { intra_group_precedence: Some(precedence) })
}
