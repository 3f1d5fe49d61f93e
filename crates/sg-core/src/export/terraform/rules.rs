//! The rules of a group, as one resource each.

use crate::model::{AddressFamily, Peer, PortRange, ProtocolFilter, Rule, SecurityGroup};
use crate::quote::hcl::quote;
use crate::quote::hidden::shown;
use crate::request::snippet::terraform::RULE;

use super::{Attributes, File};
use crate::export::left_out::Omitted;
use crate::export::text;

impl File<'_> {
    pub(super) fn rules(&mut self, group: usize, of: &SecurityGroup) {
        for (number, rule) in (1..).zip(&of.rules) {
            let named = || format!("{}, {rule}", shown(of.label()));
            match protocol_of(rule) {
                _ if !rule.spec.priority.is_writable() => {
                    self.left_out.add(Omitted::Rule, 1);
                    self.remark(text::PRIORITY_NOT_WRITABLE, &[("rule", &named())]);
                }
                Some(protocol) => {
                    let attributes = self.rule(of, rule, protocol);
                    self.say(RULE, &format!("rule_{group}_{number}"), &attributes);
                }
                None => {
                    self.left_out.add(Omitted::Rule, 1);
                    self.remark(text::RULE_NOT_SAID, &[("rule", &named())]);
                }
            }
        }
    }

    fn rule(&self, group: &SecurityGroup, rule: &Rule, protocol: &'static str) -> Attributes {
        let peer = match &rule.spec.peer {
            Peer::Cidr(block) => match AddressFamily::of_block(block) {
                AddressFamily::V4 => ("cidr_ip", quote(&block.to_string())),
                AddressFamily::V6 => ("ipv6_cidr_ip", quote(&block.to_string())),
            },
            Peer::Group(id) => ("source_security_group_id", self.id(id.as_str())),
            Peer::PrefixList(id) => ("prefix_list_id", self.id(id.as_str())),
        };
        let mut attributes = vec![
            ("security_group_id", self.id(group.id.as_str())),
            ("type", quote(rule.spec.direction.as_str())),
            // The provider's default applies to the classic network.
            ("nic_type", quote("intranet")),
            ("ip_protocol", quote(protocol)),
            ("port_range", quote(&rule.spec.protocol.port_range_text())),
            ("policy", quote(&rule.spec.policy.as_str().to_ascii_lowercase())),
            ("priority", rule.spec.priority.to_string()),
            peer,
        ];
        if !rule.description.is_empty() {
            attributes.push(("description", quote(&rule.description)));
        }
        attributes
    }
}

/// The provider's name for the protocol of a rule; `None` for a rule that it cannot express: a
/// protocol number, a source port or a local CIDR.
fn protocol_of(rule: &Rule) -> Option<&'static str> {
    let from_anywhere =
        rule.spec.protocol.ports().is_none_or(|ports| ports.source == PortRange::ALL);
    let listed = rule.spec.port_list.is_some();
    if rule.spec.local_cidr.is_some() || listed || !from_anywhere {
        return None;
    }
    match rule.spec.protocol {
        ProtocolFilter::All => Some("all"),
        ProtocolFilter::Tcp(_) => Some("tcp"),
        ProtocolFilter::Udp(_) => Some("udp"),
        ProtocolFilter::Icmp => Some("icmp"),
        ProtocolFilter::Icmpv6 => Some("icmpv6"),
        ProtocolFilter::Gre => Some("gre"),
        ProtocolFilter::Number(_) => None,
    }
}
