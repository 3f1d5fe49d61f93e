//! A rule in the console's words: `inbound Allow TCP 80 from 0.0.0.0/0 (priority 1)`.

use super::{
    Direction, ListedPorts, Peer, PortFilter, PortRange, ProtocolFilter, Rule, RulePolicy,
    RuleSpec, Scenario,
};
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
    /// A rule whose ports are those of a port list.
    LISTED = "{protocol} ports of {list}", "{protocol}（端口列表 {list}）";
    /// A rule that names source ports.
    SOURCE_PORTS = "{traffic} (source port {ports})", "{traffic}（源端口 {ports}）";
}

impl Peer {
    /// A group or prefix list by its name in the scenario, an address block as it is.
    pub fn label(&self, scenario: &Scenario) -> String {
        let named = match self {
            Self::Group(id) => scenario.group(id).map(|group| group.label()),
            Self::PrefixList(id) => scenario.prefix_list(id).map(|list| list.name.as_str()),
            Self::Cidr(_) => None,
        };
        named.map_or_else(|| self.to_string(), str::to_owned)
    }
}

impl Rule {
    /// What the rule says, as [`RuleSpec::in_words`] puts it.
    pub fn in_words(&self, scenario: &Scenario, language: Language) -> String {
        self.spec.in_words(scenario, language)
    }
}

impl RuleSpec {
    /// The rule on one line, in words for people; [`Display`](std::fmt::Display) has the short
    /// form of logs and tests. Groups and prefix lists have their names in the scenario.
    pub fn in_words(&self, scenario: &Scenario, language: Language) -> String {
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
        let traffic = match &self.port_list {
            Some(listed) => self.listed_traffic(listed, scenario, language),
            None => self.protocol.in_words(language),
        };
        let peer = self.peer.label(scenario);
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

    /// The protocol with the name of its port list: `TCP ports of web`.
    fn listed_traffic(
        &self,
        listed: &ListedPorts,
        scenario: &Scenario,
        language: Language,
    ) -> String {
        let list = scenario.port_list(&listed.id);
        let name = list.map_or(listed.id.as_str(), |list| list.label());
        let protocol = self.protocol.protocol().to_string();
        let traffic = LISTED.fill(language, &[("protocol", &protocol), ("list", name)]);
        match self.protocol.ports().map(|ports| ports.source) {
            None | Some(PortRange::ALL) => traffic,
            Some(source) => {
                let values = [("traffic", &*traffic), ("ports", &*range(source))];
                SOURCE_PORTS.fill(language, &values)
            }
        }
    }
}

impl ProtocolFilter {
    /// The protocol and its ports: `TCP 22`, `UDP 53 (source port 1024-65535)`, `ICMP`.
    pub fn in_words(self, language: Language) -> String {
        match self {
            Self::All => EVERYTHING.get(language).to_owned(),
            Self::Number(number) => NUMBER.fill(language, &[("number", &number.to_string())]),
            Self::Tcp(ports) | Self::Udp(ports) => {
                with_ports(self.protocol().to_string(), ports, language)
            }
            Self::Icmp | Self::Icmpv6 | Self::Gre => self.protocol().to_string(),
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
