//! Parses lines into a document; every error carries its line number.

use thiserror::Error;

use super::format::{NO_SNAT, SNAT};
use super::what::{Read, What, number, range, what};
use crate::share::document::wire::{
    self, Instance, IntraGroupPrecedence, NetworkInterface, Options, OutsideAddress, Policy, Route,
    Rule, SecurityGroup, SecurityGroupType, Tag, Vpc,
};
use crate::share::document::{Document, DocumentError, Limits, shape};
use crate::share::fields::unescaped;

mod fields;
mod network;

use fields::{Fields, index, public_address, typed};

/// Why the lines are not a valid document.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}: {fault}")]
struct LineError {
    /// The line number, from 1.
    line: usize,
    fault: String,
}

/// Parses lines into a document, within the limits of a link.
pub(in crate::share) fn read(text: &str) -> Result<Document, DocumentError> {
    // Not `lines()`, which would strip a carriage return from the end of a name.
    let records = || text.split('\n');
    let ids = records().filter_map(|line| line.strip_prefix('g'));
    // A rule may refer to a group further down, so all groups are collected first.
    let groups = ids.map(|line| unescaped(line.split('\t').next().unwrap_or_default())).collect();
    let mut reader = Reader { groups, ..Reader::default() };
    for (index, line) in records().enumerate() {
        reader.record(line).map_err(|fault| {
            let error = LineError { line: index + 1, fault };
            DocumentError::at("", error)
        })?;
    }
    let document = reader.document;
    shape::counts(&document, &Limits::LINK)?;
    Ok(document)
}

struct Reader {
    /// The ids of all groups, in order.
    groups: Vec<String>,
    document: Document,
}

impl Default for Reader {
    fn default() -> Self {
        let document = Document {
            schema: None,
            version: wire::VERSION,
            region_id: None,
            vpcs: Vec::new(),
            routes: Vec::new(),
            unread_routes: false,
            unread_members: false,
            v_switches: Vec::new(),
            prefix_lists: Vec::new(),
            port_range_lists: Vec::new(),
            security_groups: Vec::new(),
            instances: Vec::new(),
            network_interfaces: Vec::new(),
            outside_addresses: Vec::new(),
            options: None,
            quotas: None,
        };
        Self { groups: Vec::new(), document }
    }
}

impl Reader {
    fn record(&mut self, line: &str) -> Read {
        let mut rest = line.chars();
        let Some(kind) = rest.next() else { return Ok(()) };
        let fields = Fields::of(rest.as_str());
        match kind {
            'c' => self.document.region_id = Some(fields.text(0)),
            'v' => self.document.vpcs.push(Vpc {
                vpc_id: fields.text(0),
                vpc_name: fields.text(1),
                cidr_blocks: fields.words(2),
                snat: [SNAT, NO_SNAT].contains(&fields.get(3)).then(|| fields.get(3) == SNAT),
            }),
            'p' => {
                let vpc_ids = [self.vpc(fields.get(0))?, self.vpc(fields.get(1))?];
                self.document.routes.push(Route { vpc_ids });
            }
            'l' => self.prefix_list(&fields)?,
            'y' => self.port_list(&fields)?,
            'e' => self.port_entry(&fields)?,
            'q' => self.document.unread_routes = true,
            'k' => self.document.unread_members = true,
            'w' => self.vswitch(&fields)?,
            'g' => self.group(&fields)?,
            'b' => self.last_group("an owner")?.owner_account_id = fields.some(0),
            'u' => self.last_group("an unread rule")?.unread = Some(typed(fields.get(0))?),
            'h' => self.document.network_interfaces.push(typed(fields.get(0))?),
            't' => {
                let tag = Tag { tag_key: fields.text(0), tag_value: fields.text(1) };
                self.last_group("a tag")?.tags.push(tag);
            }
            'r' => self.rule(&fields)?,
            'i' => self.document.instances.push(Instance {
                instance_id: fields.text(0),
                instance_name: fields.text(1),
                network_interfaces: Vec::new(),
            }),
            'n' => self.interface(&fields)?,
            'o' => {
                let outside = OutsideAddress { name: fields.text(0), cidr_block: fields.text(1) };
                self.document.outside_addresses.push(outside);
            }
            'x' => {
                let first = Some(IntraGroupPrecedence::CustomEgressFirst);
                self.document.options = Some(Options { intra_group_precedence: first });
            }
            'm' => self.document.quotas = Some(typed(fields.get(0))?),
            other => return Err(format!("no record begins with `{}`", other.escape_default())),
        }
        Ok(())
    }

    /// The group that a record belongs to.
    fn last_group(&mut self, what: &str) -> Read<&mut SecurityGroup> {
        let group = self.document.security_groups.last_mut();
        group.ok_or_else(|| format!("{what} stands before the first group"))
    }

    fn vpc(&self, place: &str) -> Read<String> {
        let vpc = self.document.vpcs.get(index(place)?);
        vpc.map(|vpc| vpc.vpc_id.clone()).ok_or_else(|| format!("there is no VPC {place}"))
    }

    fn group_id(&self, place: &str) -> Read<String> {
        let group = self.groups.get(index(place)?);
        group.cloned().ok_or_else(|| format!("there is no group {place}"))
    }

    fn group(&mut self, fields: &Fields) -> Read {
        let kind = fields.get(2);
        let (kind, service_managed) = match kind.strip_suffix('m') {
            Some(kind) => (kind, true),
            None => (kind, false),
        };
        let (security_group_type, inner_access_policy) = match kind {
            "a" => (SecurityGroupType::Normal, Some(Policy::Accept)),
            "d" => (SecurityGroupType::Normal, Some(Policy::Drop)),
            "e" => (SecurityGroupType::Enterprise, None),
            _ => return Err("a group is of kind a, d or e".to_owned()),
        };
        let vpc = match fields.get(3) {
            "" => "0",
            place => place,
        };
        self.document.security_groups.push(SecurityGroup {
            security_group_id: fields.text(0),
            security_group_name: fields.text(1),
            description: fields.text(5),
            vpc_id: Some(self.vpc(vpc)?),
            security_group_type: Some(security_group_type),
            inner_access_policy,
            service_managed,
            service_id: fields.some(7).map(|text| number(&text)).transpose()?,
            service_product: fields.some(8),
            deletion_protection: !fields.get(9).is_empty(),
            creation_time: fields.some(4),
            resource_group_id: fields.some(6),
            tags: Vec::new(),
            rules: Vec::new(),
            owner_account_id: None,
            unread: None,
        });
        Ok(())
    }

    fn rule(&mut self, fields: &Fields) -> Read {
        let rule = self.rule_of(fields)?;
        self.last_group("a rule")?.rules.push(rule);
        Ok(())
    }

    fn rule_of(&self, fields: &Fields) -> Read<Rule> {
        let What { outbound, policy, priority, ip_protocol, port_range } = what(fields.get(0))?;
        let direction = if outbound { wire::Direction::Egress } else { wire::Direction::Ingress };
        let list = fields.some(7).map(|place| self.port_list_id(&place)).transpose()?;
        let source_port_range = fields.some(3).map(|text| range(&text));
        let mut rule = Rule {
            security_group_rule_id: fields.some(2),
            direction,
            policy: Some(policy),
            priority,
            ip_protocol,
            port_range: port_range.filter(|_| list.is_none()),
            port_range_list_id: list,
            source_port_range,
            source_cidr_ip: None,
            ipv6_source_cidr_ip: None,
            source_group_id: None,
            source_prefix_list_id: None,
            dest_cidr_ip: None,
            ipv6_dest_cidr_ip: None,
            dest_group_id: None,
            dest_prefix_list_id: None,
            description: fields.text(6),
            create_time: fields.some(5),
        };
        let peer = fields.get(1);
        if let Some(place) = peer.strip_prefix('@') {
            let slot = if outbound { &mut rule.dest_group_id } else { &mut rule.source_group_id };
            *slot = Some(self.group_id(place)?);
        } else if let Some(place) = peer.strip_prefix('^') {
            let list = self.document.prefix_lists.get(index(place)?);
            let list = list.ok_or_else(|| format!("there is no prefix list {place}"))?;
            let slot = match outbound {
                true => &mut rule.dest_prefix_list_id,
                false => &mut rule.source_prefix_list_id,
            };
            *slot = Some(list.prefix_list_id.clone());
        } else {
            set_block(&mut rule, peer, !outbound);
        }
        if let Some(own) = fields.some(4) {
            set_block(&mut rule, &own, outbound);
        }
        Ok(rule)
    }

    fn interface(&mut self, fields: &Fields) -> Read {
        let groups = fields.get(1).split(' ').filter(|place| !place.is_empty());
        let interface = NetworkInterface {
            network_interface_id: fields.some(0),
            vpc_id: fields.some(4).map(|place| self.vpc(&place)).transpose()?,
            security_group_ids: groups.map(|place| self.group_id(place)).collect::<Read<_>>()?,
            private_ip_addresses: fields.words(2),
            public_ip_address: fields.some(3),
            private_ip_prefixes: fields.words(5),
            more_public_ip_addresses: fields
                .words(6)
                .iter()
                .map(|pair| public_address(pair))
                .collect::<Read<_>>()?,
            v_switch_id: fields.some(7),
            holder: None,
        };
        let instance = self.document.instances.last_mut();
        let instance = instance.ok_or("an interface stands before the first instance")?;
        instance.network_interfaces.push(interface);
        Ok(())
    }
}

/// Stores a block in the field for its side and address family.
fn set_block(rule: &mut Rule, block: &str, source: bool) {
    let field = match (block.contains(':'), source) {
        (false, true) => &mut rule.source_cidr_ip,
        (true, true) => &mut rule.ipv6_source_cidr_ip,
        (false, false) => &mut rule.dest_cidr_ip,
        (true, false) => &mut rule.ipv6_dest_cidr_ip,
    };
    *field = Some(block.to_owned());
}
