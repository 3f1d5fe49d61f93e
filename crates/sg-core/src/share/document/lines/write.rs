//! Writes a document as lines.

use super::format::{HEADS, NO_SNAT, PROTOCOLS, SNAT};
use crate::share::document::Document;
use crate::share::document::fresh_id::FreshIds;
use crate::share::document::rule::peer_field;
use crate::share::document::wire::{
    DEFAULT_REGION, Direction, Instance, IntraGroupPrecedence, Policy, PortRangeList, Rule,
    SecurityGroup, SecurityGroupType,
};
use crate::share::fields;

/// Writes a document that was made from a scenario, so that every reference resolves.
pub(in crate::share) fn write(document: &Document) -> String {
    let mut lines = Lines::new(document);
    let region = document.region_id.as_deref().unwrap_or(DEFAULT_REGION);
    if region != DEFAULT_REGION {
        lines.record('c', &[region]);
    }
    for vpc in &document.vpcs {
        let snat = vpc.snat.map_or("", |snat| if snat { SNAT } else { NO_SNAT });
        lines.record('v', &[&vpc.vpc_id, &vpc.vpc_name, &vpc.cidr_blocks.join(" "), snat]);
    }
    for route in &document.routes {
        let [a, b] = route.vpc_ids.each_ref().map(|id| lines.vpc(id));
        lines.record('p', &[&a, &b]);
    }
    if document.unread_routes {
        lines.record('q', &[]);
    }
    if document.unread_members {
        lines.record('k', &[]);
    }
    for one in &document.v_switches {
        let zone = one.zone_id.as_deref().unwrap_or_default();
        let vpc = lines.vpc(&one.vpc_id);
        let fields = [&one.v_switch_id, &one.v_switch_name, &vpc, &one.cidr_block, zone];
        lines.record('w', &fields);
    }
    for list in &document.port_range_lists {
        lines.port_list(list);
    }
    for list in &document.prefix_lists {
        let entries = list.max_entries.map_or_else(String::new, |most| most.to_string());
        let blocks = list.cidr_blocks.join(" ");
        let unread = if list.unread_entries { "?" } else { "" };
        let fields = [&list.prefix_list_id, &list.prefix_list_name, &blocks, &entries, unread];
        lines.record('l', &fields);
    }
    for group in &document.security_groups {
        lines.group(group);
    }
    for instance in &document.instances {
        lines.instance(instance);
    }
    for interface in &document.network_interfaces {
        lines.json('h', interface);
    }
    for outside in &document.outside_addresses {
        lines.record('o', &[&outside.name, short(&outside.cidr_block)]);
    }
    let precedence = document.options.as_ref().and_then(|o| o.intra_group_precedence);
    if precedence == Some(IntraGroupPrecedence::CustomEgressFirst) {
        lines.record('x', &[]);
    }
    if let Some(quotas) = &document.quotas {
        lines.json('m', quotas);
    }
    lines.text
}

struct Lines<'a> {
    document: &'a Document,
    /// Generates the ids that can be omitted because the reader generates the same ones.
    fresh: FreshIds,
    text: String,
}

impl<'a> Lines<'a> {
    fn new(document: &'a Document) -> Self {
        let rules = document.security_groups.iter().flat_map(|group| {
            let id = &group.security_group_id;
            group.rules.iter().enumerate().map(move |(place, rule)| (id, place, rule))
        });
        let unusual = rules.filter_map(|(owner, place, rule)| {
            let id = rule.security_group_rule_id.as_ref()?;
            (*id != usual_id(owner, place)).then_some(id)
        });
        let fresh = FreshIds::avoiding(unusual);
        Self { document, fresh, text: String::new() }
    }

    fn record(&mut self, kind: char, fields: &[&str]) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push(kind);
        fields::push(&mut self.text, fields);
    }

    /// A record of what few scenarios have, as JSON: short to read and to write.
    fn json(&mut self, kind: char, value: &impl serde::Serialize) {
        if let Ok(text) = serde_json::to_string(value) {
            self.record(kind, &[&text]);
        }
    }

    fn port_list(&mut self, list: &PortRangeList) {
        let most = list.max_entries.map_or_else(String::new, |most| most.to_string());
        self.record('y', &[&list.port_range_list_id, &list.port_range_list_name, &most]);
        for entry in &list.entries {
            self.record('e', &[&ports(&entry.port_range), &entry.description]);
        }
    }

    fn vpc(&self, id: &str) -> String {
        number(self.document.vpcs.iter().position(|vpc| vpc.vpc_id == id))
    }

    fn group_number(&self, id: &str) -> String {
        number(self.document.security_groups.iter().position(|g| g.security_group_id == id))
    }

    fn group(&mut self, group: &SecurityGroup) {
        let advanced = group.security_group_type == Some(SecurityGroupType::Enterprise);
        let mut kind = match group.inner_access_policy {
            _ if advanced => "e",
            Some(Policy::Drop) => "d",
            Some(Policy::Accept) | None => "a",
        }
        .to_owned();
        if group.service_managed {
            kind.push('m');
        }
        let vpc = group.vpc_id.as_ref().map_or_else(String::new, |id| self.vpc(id));
        let vpc = if vpc == "0" { "" } else { vpc.as_str() };
        let created = group.creation_time.as_deref().unwrap_or_default();
        let name = &group.security_group_name;
        let resources = group.resource_group_id.as_deref().unwrap_or_default();
        let service = group.service_id.map_or_else(String::new, |id| id.to_string());
        let product = group.service_product.as_deref().unwrap_or_default();
        let protected = if group.deletion_protection { "p" } else { "" };
        let (id, words) = (&group.security_group_id, &group.description);
        self.record(
            'g',
            &[id, name, &kind, vpc, created, words, resources, &service, product, protected],
        );
        for tag in &group.tags {
            self.record('t', &[&tag.tag_key, &tag.tag_value]);
        }
        if let Some(owner) = &group.owner_account_id {
            self.record('b', &[owner]);
        }
        if let Some(unread) = &group.unread {
            self.json('u', unread);
        }
        for (place, rule) in group.rules.iter().enumerate() {
            self.rule(&group.security_group_id, place, rule);
        }
    }

    fn rule(&mut self, owner: &str, place: usize, rule: &Rule) {
        let given = rule.security_group_rule_id.as_deref().unwrap_or_default();
        // An id can be omitted only if the reader will generate the same one.
        let left_out =
            given == usual_id(owner, place) && given == self.fresh.make("sgr", owner, place + 1);
        let id = if left_out { "" } else { given };
        let what = what(rule);
        let sources = ports(rule.source_port_range.as_deref().unwrap_or_default());
        let created = rule.create_time.as_deref().unwrap_or_default();
        let (peer, own) = (self.peer(rule), local_cidr(rule));
        let list = rule.port_range_list_id.as_ref().map_or_else(String::new, |id| {
            let mut lists = self.document.port_range_lists.iter();
            number(lists.position(|list| list.port_range_list_id == *id))
        });
        let words = &rule.description;
        self.record('r', &[&what, &peer, id, &sources, own, created, words, &list]);
    }

    fn peer(&self, rule: &Rule) -> String {
        let Some((field, text)) = peer_field(rule) else { return String::new() };
        match field {
            "sourceGroupId" | "destGroupId" => format!("@{}", self.group_number(text)),
            "sourcePrefixListId" | "destPrefixListId" => {
                let lists = &self.document.prefix_lists;
                format!("^{}", number(lists.iter().position(|list| list.prefix_list_id == *text)))
            }
            _ => short(text).to_owned(),
        }
    }

    fn instance(&mut self, instance: &Instance) {
        self.record('i', &[&instance.instance_id, &instance.instance_name]);
        for interface in &instance.network_interfaces {
            let ids = &interface.security_group_ids;
            let groups: Vec<String> = ids.iter().map(|id| self.group_number(id)).collect();
            let first = ids.first().and_then(|id| {
                self.document.security_groups.iter().find(|group| group.security_group_id == *id)
            });
            // The default VPC is that of the first group.
            let usual = first.and_then(|group| group.vpc_id.as_ref()) == interface.vpc_id.as_ref();
            let vpc = match &interface.vpc_id {
                Some(id) if !usual => self.vpc(id),
                Some(_) | None => String::new(),
            };
            let id = interface.network_interface_id.as_deref().unwrap_or_default();
            let addresses = interface.private_ip_addresses.join(" ");
            let public = interface.public_ip_address.as_deref().unwrap_or_default();
            let prefixes = interface.private_ip_prefixes.join(" ");
            let more: Vec<String> = interface
                .more_public_ip_addresses
                .iter()
                .map(|one| format!("{}>{}", one.public_ip_address, one.private_ip_address))
                .collect();
            let groups = groups.join(" ");
            let more = more.join(" ");
            let vswitch = interface.v_switch_id.as_deref().unwrap_or_default();
            let fields = [id, &groups, &addresses, public, &vpc, &prefixes, &more, vswitch];
            self.record('n', &fields);
        }
    }
}

/// The default id of a rule.
fn usual_id(owner: &str, place: usize) -> String {
    FreshIds::default().make("sgr", owner, place + 1)
}

/// An index as text. In a document made from a scenario, every reference has an index.
fn number(place: Option<usize>) -> String {
    place.map_or_else(String::new, |place| place.to_string())
}

fn what(rule: &Rule) -> String {
    let [inbound, outbound] = HEADS;
    let [accept, drop] = if rule.direction == Direction::Egress { outbound } else { inbound };
    let mut text = String::from(if rule.policy == Some(Policy::Drop) { drop } else { accept });
    if let Some(priority) = rule.priority.filter(|priority| *priority != 1) {
        text.push_str(&priority.to_string());
    }
    match PROTOCOLS.iter().find(|(_, name)| *name == rule.ip_protocol) {
        Some((letter, _)) => text.push(*letter),
        None => {
            text.push('n');
            text.push_str(&rule.ip_protocol);
        }
    }
    text.push_str(&ports(rule.port_range.as_deref().unwrap_or_default()));
    text
}

/// Shortens `80/80` to `80` and `80/90` to `80-90`; all ports, or no ports, become an empty text.
fn ports(range: &str) -> String {
    match range.split_once('/') {
        None | Some(("1", "65535") | ("-1", "-1")) => String::new(),
        Some((first, last)) if first == last => first.to_owned(),
        Some((first, last)) => format!("{first}-{last}"),
    }
}

/// Shortens a single-address block to the address.
fn short(block: &str) -> &str {
    match block.split_once('/') {
        Some((address, "32")) if !address.contains(':') => address,
        Some((address, "128")) => address,
        Some(_) | None => block,
    }
}

fn local_cidr(rule: &Rule) -> &str {
    let fields = match rule.direction {
        Direction::Ingress => [&rule.dest_cidr_ip, &rule.ipv6_dest_cidr_ip],
        Direction::Egress => [&rule.source_cidr_ip, &rule.ipv6_source_cidr_ip],
    };
    fields.into_iter().flatten().next().map_or("", |block| short(block))
}
