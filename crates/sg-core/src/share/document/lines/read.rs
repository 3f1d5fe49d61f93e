//! Parses lines into a document; every error carries its line number.

use thiserror::Error;

use super::format::{MOST_INTERFACES, MOST_OUTSIDE};
use super::what::{Read, What, number, range, what};
use crate::share::document::wire::{
    self, Instance, IntraGroupPrecedence, NetworkInterface, Options, OutsideAddress, Policy,
    PrefixList, Route, Rule, SecurityGroup, SecurityGroupType, Tag, Vpc,
};
use crate::share::document::{Document, DocumentError, Limits, shape};
use crate::share::fields::unescaped;

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
    interfaces: usize,
}

impl Default for Reader {
    fn default() -> Self {
        let document = Document {
            schema: None,
            version: wire::VERSION,
            region_id: None,
            vpcs: Vec::new(),
            routes: Vec::new(),
            prefix_lists: Vec::new(),
            security_groups: Vec::new(),
            instances: Vec::new(),
            outside_addresses: Vec::new(),
            options: None,
        };
        Self { groups: Vec::new(), document, interfaces: 0 }
    }
}

impl Reader {
    fn record(&mut self, line: &str) -> Read {
        let mut rest = line.chars();
        let Some(kind) = rest.next() else { return Ok(()) };
        let fields = Fields(rest.as_str().split('\t').map(unescaped).collect());
        match kind {
            'c' => self.document.region_id = Some(fields.text(0)),
            'v' => self.document.vpcs.push(Vpc {
                vpc_id: fields.text(0),
                vpc_name: fields.text(1),
                cidr_blocks: fields.words(2),
            }),
            'p' => {
                let vpc_ids = [self.vpc(fields.get(0))?, self.vpc(fields.get(1))?];
                self.document.routes.push(Route { vpc_ids });
            }
            'l' => self.document.prefix_lists.push(PrefixList {
                prefix_list_id: fields.text(0),
                prefix_list_name: fields.text(1),
                cidr_blocks: fields.words(2),
                max_entries: fields.some(3).map(|text| number(&text)).transpose()?,
            }),
            'g' => self.group(&fields)?,
            't' => {
                let tag = Tag { tag_key: fields.text(0), tag_value: fields.text(1) };
                let group = self.document.security_groups.last_mut();
                group.ok_or("a tag stands before the first group")?.tags.push(tag);
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
                if self.document.outside_addresses.len() > MOST_OUTSIDE {
                    return Err(format!("more than {MOST_OUTSIDE} outside addresses"));
                }
            }
            'x' => {
                let first = Some(IntraGroupPrecedence::CustomEgressFirst);
                self.document.options = Some(Options { intra_group_precedence: first });
            }
            other => return Err(format!("no record begins with `{}`", other.escape_default())),
        }
        Ok(())
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
            creation_time: fields.some(4),
            resource_group_id: fields.some(6),
            tags: Vec::new(),
            rules: Vec::new(),
        });
        Ok(())
    }

    fn rule(&mut self, fields: &Fields) -> Read {
        let rule = self.rule_of(fields)?;
        let group = self.document.security_groups.last_mut();
        group.ok_or("a rule stands before the first group")?.rules.push(rule);
        Ok(())
    }

    fn rule_of(&self, fields: &Fields) -> Read<Rule> {
        let What { outbound, policy, priority, ip_protocol, port_range } = what(fields.get(0))?;
        let direction = if outbound { wire::Direction::Egress } else { wire::Direction::Ingress };
        let source_port_range = fields.some(3).map(|text| range(&text));
        let mut rule = Rule {
            security_group_rule_id: fields.some(2),
            direction,
            policy: Some(policy),
            priority,
            ip_protocol,
            port_range,
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
        self.interfaces += 1;
        if self.interfaces > MOST_INTERFACES {
            return Err(format!("more than {MOST_INTERFACES} network interfaces"));
        }
        let groups = fields.get(1).split(' ').filter(|place| !place.is_empty());
        let interface = NetworkInterface {
            network_interface_id: fields.some(0),
            vpc_id: fields.some(4).map(|place| self.vpc(&place)).transpose()?,
            security_group_ids: groups.map(|place| self.group_id(place)).collect::<Read<_>>()?,
            private_ip_addresses: fields.words(2),
            public_ip_address: fields.some(3),
        };
        let instance = self.document.instances.last_mut();
        let instance = instance.ok_or("an interface stands before the first instance")?;
        instance.network_interfaces.push(interface);
        Ok(())
    }
}

/// The fields of a record; omitted fields read as empty.
struct Fields(Vec<String>);

impl Fields {
    fn get(&self, place: usize) -> &str {
        self.0.get(place).map_or("", String::as_str)
    }

    fn text(&self, place: usize) -> String {
        self.get(place).to_owned()
    }

    fn some(&self, place: usize) -> Option<String> {
        Some(self.text(place)).filter(|text| !text.is_empty())
    }

    fn words(&self, place: usize) -> Vec<String> {
        let words = self.get(place).split(' ').filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
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

fn index(text: &str) -> Read<usize> {
    text.parse().map_err(|_| format!("`{}` is no number", text.escape_default()))
}
