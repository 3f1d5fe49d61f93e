//! A rule in the console's words: `inbound Allow TCP 80 from 0.0.0.0/0 (priority 1)`.

use super::{Direction, PortFilter, PortRange, ProtocolFilter, Rule, RulePolicy, RuleSpec};
use crate::language::Language;

crate::catalogue! {
    /// An inbound rule.
    INBOUND = "inbound {action} {traffic} from {peer} (priority {priority})", "入方向｜{action}｜{traffic}｜授权对象 {peer}｜优先级 {priority}";
    /// An inbound rule that names the local address.
    INBOUND_LOCAL = "inbound {action} {traffic} from {peer} to {local} (priority {priority})", "入方向｜{action}｜{traffic}｜授权对象 {peer}｜本端 {local}｜优先级 {priority}";
    /// An outbound rule.
    OUTBOUND = "outbound {action} {traffic} to {peer} (priority {priority})", "出方向｜{action}｜{traffic}｜授权对象 {peer}｜优先级 {priority}";
    /// An outbound rule that names the local address.
    OUTBOUND_LOCAL = "outbound {action} {traffic} from {local} to {peer} (priority {priority})", "出方向｜{action}｜{traffic}｜授权对象 {peer}｜本端 {local}｜优先级 {priority}";
    /// `accept`.
    ALLOW = "Allow", "允许";
    /// `drop`.
    DENY = "Deny", "拒绝";
    /// Every protocol.
    EVERYTHING = "all traffic", "全部协议";
    /// A protocol without a name.
    NUMBER = "protocol {number}", "协议 {number}";
    /// A rule that names source ports.
    SOURCE_PORTS = "{traffic} (source port {ports})", "{traffic}（源端口 {ports}）";
}

impl Rule {
    /// What the rule says, as [`RuleSpec::in_words`] puts it.
    pub fn in_words(&self, language: Language) -> String {
        self.spec.in_words(language)
    }
}

impl RuleSpec {
    /// The rule on one line, in words for people; [`Display`](std::fmt::Display) has the short
    /// form of logs and tests.
    pub fn in_words(&self, language: Language) -> String {
        let frame = match (self.direction, self.local_cidr) {
            (Direction::Ingress, None) => INBOUND,
            (Direction::Ingress, Some(_)) => INBOUND_LOCAL,
            (Direction::Egress, None) => OUTBOUND,
            (Direction::Egress, Some(_)) => OUTBOUND_LOCAL,
        };
        let action = match self.policy {
            RulePolicy::Accept => ALLOW,
            RulePolicy::Drop => DENY,
        };
        let (traffic, peer) = (traffic(self.protocol, language), self.peer.to_string());
        let local = self.local_cidr.map_or_else(String::new, |block| block.to_string());
        let values = [
            ("action", action.get(language)),
            ("traffic", &*traffic),
            ("peer", &*peer),
            ("local", &*local),
            ("priority", &*self.priority.to_string()),
        ];
        frame.fill(language, &values)
    }
}

/// The protocol and its ports: `TCP 22`, `UDP 53 (source port 1024-65535)`, `ICMP`.
fn traffic(protocol: ProtocolFilter, language: Language) -> String {
    match protocol {
        ProtocolFilter::All => EVERYTHING.get(language).to_owned(),
        ProtocolFilter::Number(number) => NUMBER.fill(language, &[("number", &number.to_string())]),
        ProtocolFilter::Tcp(ports) | ProtocolFilter::Udp(ports) => {
            let name = protocol.protocol().to_string();
            with_ports(name, ports, language)
        }
        ProtocolFilter::Icmp | ProtocolFilter::Icmpv6 | ProtocolFilter::Gre => {
            protocol.protocol().to_string()
        }
    }
}

fn with_ports(protocol: String, ports: PortFilter, language: Language) -> String {
    let traffic = match ports.destination {
        PortRange::ALL => protocol,
        destination => format!("{protocol} {}", range(destination)),
    };
    match ports.source {
        PortRange::ALL => traffic,
        source => {
            SOURCE_PORTS.fill(language, &[("traffic", &*traffic), ("ports", &*range(source))])
        }
    }
}

fn range(ports: PortRange) -> String {
    if ports.first() == ports.last() {
        ports.first().to_string()
    } else {
        format!("{}-{}", ports.first(), ports.last())
    }
}
