//! Rules, from DescribeSecurityGroupAttribute and Terraform states.

use crate::model::{
    Direction, IpNet, IpProtocol, LimitId, Peer, PortFilter, PortRange, PrefixListId, Priority,
    ProtocolFilter, RuleId, RulePolicy, RuleSpec, SecurityGroupId, Timestamp,
};

use super::{Gather, block};
use crate::import::message::Message;
use crate::import::reading::Assumption;
use crate::import::record::RuleRecord;
use crate::import::text;
use crate::import::tree::{Given, View};

/// The names of the fields for the two sides of a rule.
#[derive(Clone, Copy)]
pub(super) struct Sides {
    pub(super) direction: &'static str,
    /// CIDR block, IPv6 block, group and prefix list of the remote side.
    remote: [&'static str; 4],
    /// CIDR block and IPv6 block of the local CIDR.
    own: [&'static str; 2],
}

const SOURCE: [&str; 4] =
    ["SourceCidrIp", "Ipv6SourceCidrIp", "SourceGroupId", "SourcePrefixListId"];
const DEST: [&str; 4] = ["DestCidrIp", "Ipv6DestCidrIp", "DestGroupId", "DestPrefixListId"];

impl Sides {
    /// The fields of a reply. A rule without a direction is outbound if it only has a destination.
    pub(super) fn of_reply(rule: View<'_>) -> Self {
        let says = |names: [&str; 4]| names.iter().any(|name| rule.given(name).is_some());
        let egress = match rule.given("Direction") {
            Some(given) => given.text.trim().eq_ignore_ascii_case("egress"),
            None => says(DEST) && !says(SOURCE),
        };
        let (remote, [v4, v6, ..]) = if egress { (DEST, SOURCE) } else { (SOURCE, DEST) };
        Self { direction: "Direction", remote, own: [v4, v6] }
    }

    /// The fields of a Terraform resource, which are the same for both directions.
    pub(super) const fn of_resource() -> Self {
        Self {
            direction: "type",
            remote: ["cidr_ip", "ipv6_cidr_ip", "source_security_group_id", "prefix_list_id"],
            own: ["", ""],
        }
    }
}

impl Gather<'_> {
    /// Reads a rule. If any part of it is not understood, the rule is left out and reported.
    pub(super) fn rule(&mut self, view: View<'_>, group: &SecurityGroupId, sides: Sides) {
        if !self.room(view, text::WHAT_RULES, self.records.rules.len()) {
            return;
        }
        let id = view.given("SecurityGroupRuleId");
        let id = id.and_then(|given| self.id(&given, RuleId::parse));
        let Some(spec) = self.rule_spec(view, &sides) else { return };
        let description = self.description(view);
        let created = view.given("CreateTime").and_then(|it| Timestamp::parse(it.text.trim()));
        let at = self.place(view);
        self.count(|understood| understood.rules += 1);
        let group = group.clone();
        self.records.rules.push(RuleRecord { at, group, id, created, description, spec });
    }

    fn rule_spec(&mut self, view: View<'_>, sides: &Sides) -> Option<RuleSpec> {
        let direction = self.direction(view, sides)?;
        let protocol = self.protocol(view)?;
        let policy = self.rule_policy(view)?;
        let priority = self.priority(view)?;
        let peer = self.peer(view, sides)?;
        let local_cidr = match sides.own.iter().find_map(|name| view.given(name)) {
            Some(given) => Some(self.rule_block(&given)?),
            None => None,
        };
        Some(RuleSpec { direction, policy, priority, protocol, peer, local_cidr })
    }

    fn refuse<T>(&mut self, given: &Given<'_>, text: crate::language::Text) -> Option<T> {
        let said = Message::plain(text).with("field", given.view.key()).with("value", &given.text);
        self.unread(given.view, said);
        None
    }

    fn direction(&mut self, view: View<'_>, sides: &Sides) -> Option<Direction> {
        let Some(given) = view.given(sides.direction) else {
            return Some(if sides.remote == DEST { Direction::Egress } else { Direction::Ingress });
        };
        match given.text.trim().to_ascii_lowercase().as_str() {
            "ingress" => Some(Direction::Ingress),
            "egress" => Some(Direction::Egress),
            _ => self.refuse(&given, text::BAD_DIRECTION),
        }
    }

    fn protocol(&mut self, view: View<'_>) -> Option<ProtocolFilter> {
        let Some(given) = view.given("IpProtocol") else {
            self.unread(view, Message::plain(text::NO_ID).with("field", "IpProtocol"));
            return None;
        };
        let name = given.text.trim();
        let named = IpProtocol::from_name(name).or_else(|| IpProtocol::from_digits(name));
        // Terraform's name for all protocols.
        let named = named.or_else(|| (name == "-1").then_some(IpProtocol::All));
        let Some(protocol) = named else { return self.refuse(&given, text::BAD_PROTOCOL) };
        if protocol.has_ports() {
            return self.ports(view).map(|ports| protocol.with_ports(ports));
        }
        // A protocol without ports is written with `-1/-1`, or with all ports.
        for name in ["PortRange", "SourcePortRange"] {
            let says = view.given(name);
            if let Some(given) = says.filter(|it| !matches!(it.text.trim(), "-1/-1" | "1/65535")) {
                return self.refuse(&given, text::BAD_PORTS);
            }
        }
        Some(protocol.with_ports(PortFilter::ALL))
    }

    fn ports(&mut self, view: View<'_>) -> Option<PortFilter> {
        let Some(given) = view.given("PortRange") else {
            let list = view.given("PortRangeListId");
            match list {
                Some(list) => return self.refuse(&list, text::PORT_LIST),
                None => self.unread(view, Message::plain(text::NO_ID).with("field", "PortRange")),
            }
            return None;
        };
        let Ok(destination) = PortRange::parse(given.text.trim()) else {
            return self.refuse(&given, text::BAD_PORTS);
        };
        let source = match view.given("SourcePortRange") {
            None => PortRange::ALL,
            Some(given) if given.text.trim() == "-1/-1" => PortRange::ALL,
            Some(given) => match PortRange::parse(given.text.trim()) {
                Ok(range) => range,
                Err(_) => return self.refuse(&given, text::BAD_PORTS),
            },
        };
        Some(PortFilter { destination, source })
    }

    fn rule_policy(&mut self, view: View<'_>) -> Option<RulePolicy> {
        let Some(given) = view.given("Policy") else { return Some(RulePolicy::Accept) };
        let all = [RulePolicy::Accept, RulePolicy::Drop];
        let found = all.into_iter().find(|it| it.as_str().eq_ignore_ascii_case(given.text.trim()));
        found.or_else(|| self.refuse(&given, text::BAD_RULE_POLICY))
    }

    fn priority(&mut self, view: View<'_>) -> Option<Priority> {
        let Some(given) = view.given("Priority") else { return Some(Priority::STRONGEST) };
        let priority = Priority::parse(given.text.trim()).ok();
        priority.or_else(|| self.refuse(&given, text::BAD_PRIORITY))
    }

    /// The authorization object. A block takes precedence over a group, and both over a prefix
    /// list, as in AuthorizeSecurityGroup.
    fn peer(&mut self, view: View<'_>, sides: &Sides) -> Option<Peer> {
        let mut given = sides.remote.iter().enumerate();
        let mut given = given.by_ref().filter_map(|(kind, name)| Some((kind, view.given(name)?)));
        let Some((kind, first)) = given.next() else {
            self.unread(view, text::NO_PEER);
            return None;
        };
        if given.next().is_some() {
            self.assumed(Assumption::FirstPeer, &first.text);
        }
        match kind {
            2 => self.id(&first, SecurityGroupId::parse).map(Peer::Group),
            3 => self.id(&first, PrefixListId::parse).map(Peer::PrefixList),
            _ => self.rule_block(&first).map(Peer::Cidr),
        }
    }

    fn rule_block(&mut self, given: &Given<'_>) -> Option<IpNet> {
        block(given.text.trim()).or_else(|| self.refuse(given, text::BAD_BLOCK_RULE))
    }

    fn description(&mut self, view: View<'_>) -> String {
        let Some(given) = view.given("Description") else { return String::new() };
        let most = LimitId::RuleDescriptionCharacters.value();
        if given.text.chars().count() <= most {
            return given.text.into_owned();
        }
        self.unread(given.view, text::LONG_DESCRIPTION);
        given.text.chars().take(most).collect()
    }
}
