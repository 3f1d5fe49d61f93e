//! Rules, from DescribeSecurityGroupAttribute and Terraform states.

use crate::language::Text;
use crate::model::{
    Direction, IpNet, IpProtocol, LimitId, Peer, PortFilter, PortRange, PrefixListId, Priority,
    ProtocolFilter, RuleId, RulePolicy, RuleSpec, SecurityGroupId, Timestamp, UnreadRule,
};

use super::port_list::port_list;
use super::{Gather, block};
use crate::import::console;
use crate::import::message::Message;
use crate::import::reading::Assumption;
use crate::import::record::{RuleRecord, Standing};
use crate::import::text;
use crate::import::tree::{Given, Kind, View};

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
            Some(given) => {
                let said = given.text.trim();
                said.eq_ignore_ascii_case("egress") || console::is(console::OUTBOUND, said)
            }
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
    /// Reads a rule. If any part of it is not understood, that part may be anything, and the rule
    /// makes unknown whatever it could decide.
    pub(super) fn rule(&mut self, view: View<'_>, group: &SecurityGroupId, sides: Sides) {
        if !self.room(view, text::WHAT_RULES, self.records.rules.len()) {
            self.records.more_rules.insert(group.clone());
            return;
        }
        let id = view.given("SecurityGroupRuleId");
        let id = id.and_then(|given| self.id(&given, RuleId::parse));
        let at = self.place(view);
        let group = group.clone();
        let spec = match self.rule_spec(view, &sides) {
            Ok(spec) => spec,
            Err(rule) => {
                let place = format!("{}:{}", self.name, at.line);
                let rule = UnreadRule { place, ..rule };
                self.records.unread_rules.push((at, group, rule));
                return;
            }
        };
        self.owner_of_peer(view, &spec.peer);
        let description = self.description(view);
        let created = view.given("CreateTime").and_then(|it| Timestamp::parse(it.text.trim()));
        self.count(|understood| understood.rules += 1);
        let port_list = port_list(view);
        self.records.rules.push(RuleRecord {
            at,
            group,
            id,
            created,
            description,
            spec,
            port_list,
            document: self.records.document_here,
            standing: Standing::Certain,
        });
    }

    /// The account that owns the group that a rule names, if the rule says so.
    fn owner_of_peer(&mut self, view: View<'_>, peer: &Peer) {
        let names = [
            "SourceGroupOwnerId",
            "SourceGroupOwnerAccount",
            "DestGroupOwnerId",
            "DestGroupOwnerAccount",
            "source_group_owner_id",
            "source_group_owner_account",
        ];
        if let (Peer::Group(id), Some(given)) = (peer, view.given_as(&names)) {
            self.records.owners.insert(id.clone(), given.text.trim().to_owned());
        }
    }

    /// What a rule says, or as much of it as is understood.
    fn rule_spec(&mut self, view: View<'_>, sides: &Sides) -> Result<RuleSpec, UnreadRule> {
        let own = sides.own.iter().find_map(|name| view.given(name));
        let local = own.map(|given| self.rule_block(&given));
        let parts = UnreadRule {
            direction: self.direction(view, sides),
            protocol: self.protocol(view),
            policy: self.rule_policy(view),
            priority: self.priority(view),
            peer: self.peer(view, sides),
            ..UnreadRule::default()
        };
        let whole = |rule: &UnreadRule| {
            Some(RuleSpec {
                direction: rule.direction?,
                policy: rule.policy?,
                priority: rule.priority?,
                protocol: rule.protocol?,
                peer: rule.peer.clone()?,
                local_cidr: match local {
                    None => None,
                    Some(block) => Some(block?),
                },
                port_list: None,
            })
        };
        whole(&parts).ok_or_else(|| UnreadRule { value: lacking(&parts, view, sides), ..parts })
    }

    fn refuse<T>(&mut self, given: &Given<'_>, text: Text) -> Option<T> {
        let said = Message::plain(text).with("field", given.view.key()).with("value", &given.text);
        self.unread(given.view, said);
        None
    }

    pub(super) fn direction(&mut self, view: View<'_>, sides: &Sides) -> Option<Direction> {
        let Some(given) = view.given(sides.direction) else {
            return Some(if sides.remote == DEST { Direction::Egress } else { Direction::Ingress });
        };
        match given.text.trim().to_ascii_lowercase().as_str() {
            "ingress" => Some(Direction::Ingress),
            "egress" => Some(Direction::Egress),
            said if says(&given, console::INBOUND, said) => Some(Direction::Ingress),
            said if says(&given, console::OUTBOUND, said) => Some(Direction::Egress),
            _ => self.refuse(&given, text::BAD_DIRECTION),
        }
    }

    pub(super) fn protocol(&mut self, view: View<'_>) -> Option<ProtocolFilter> {
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
        let destination = match view.given("PortRange") {
            Some(given) => match PortRange::parse(given.text.trim()) {
                Ok(range) => range,
                Err(_) => return self.refuse(&given, text::BAD_PORTS),
            },
            // The list says which.
            None if port_list(view).is_some() => PortRange::ALL,
            None => {
                self.unread(view, Message::plain(text::NO_ID).with("field", "PortRange"));
                return None;
            }
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

    pub(super) fn rule_policy(&mut self, view: View<'_>) -> Option<RulePolicy> {
        let Some(given) = view.given("Policy") else { return Some(RulePolicy::Accept) };
        let found = match given.text.trim().to_ascii_lowercase().as_str() {
            "accept" => Some(RulePolicy::Accept),
            "drop" => Some(RulePolicy::Drop),
            said if says(&given, console::ALLOW, said) => Some(RulePolicy::Accept),
            said if says(&given, console::DENY, said) => Some(RulePolicy::Drop),
            _ => None,
        };
        found.or_else(|| self.refuse(&given, text::BAD_RULE_POLICY))
    }

    pub(super) fn priority(&mut self, view: View<'_>) -> Option<Priority> {
        let Some(given) = view.given("Priority") else { return Some(Priority::STRONGEST) };
        let priority = Priority::parse_existing(given.text.trim()).ok();
        priority.or_else(|| self.refuse(&given, text::BAD_PRIORITY))
    }

    /// The authorization object. A block takes precedence over a group, and both over a prefix
    /// list, as in AuthorizeSecurityGroup.
    pub(super) fn peer(&mut self, view: View<'_>, sides: &Sides) -> Option<Peer> {
        let mut given = sides.remote.iter().enumerate();
        let mut given = given.by_ref().filter_map(|(kind, name)| Some((kind, view.given(name)?)));
        let Some((kind, first)) = given.next() else {
            // The console's table has one column for every kind of peer.
            if let Some(given) = view.given("AuthorizationObject") {
                return self.named_peer(&given);
            }
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

    fn named_peer(&mut self, given: &Given<'_>) -> Option<Peer> {
        match given.text.trim() {
            id if id.starts_with("sg-") => self.id(given, SecurityGroupId::parse).map(Peer::Group),
            id if id.starts_with("pl-") => {
                self.id(given, PrefixListId::parse).map(Peer::PrefixList)
            }
            _ => self.rule_block(given).map(Peer::Cidr),
        }
    }

    fn rule_block(&mut self, given: &Given<'_>) -> Option<IpNet> {
        block(given.text.trim()).or_else(|| self.refuse(given, text::BAD_BLOCK_RULE))
    }

    pub(super) fn description(&mut self, view: View<'_>) -> String {
        let Some(given) = view.given("Description") else { return String::new() };
        let most = LimitId::RuleDescriptionCharacters.value();
        if given.text.chars().count() <= most {
            return given.text.into_owned();
        }
        self.unread(given.view, text::LONG_DESCRIPTION);
        given.text.chars().take(most).collect()
    }
}

/// The first field of a rule that is not understood, with its value.
fn lacking(rule: &UnreadRule, view: View<'_>, sides: &Sides) -> String {
    let [cidr, v6, group, list] = sides.remote;
    let [own, own_v6] = sides.own;
    let fields: &[&str] = match rule {
        UnreadRule { direction: None, .. } => &[sides.direction],
        UnreadRule { protocol: None, .. } => {
            &["PortRange", "PortRangeListId", "SourcePortRange", "IpProtocol"]
        }
        UnreadRule { policy: None, .. } => &["Policy"],
        UnreadRule { priority: None, .. } => &["Priority"],
        UnreadRule { peer: None, .. } => &[cidr, v6, group, list, "AuthorizationObject"],
        _ => &[own, own_v6],
    };
    let given = fields.iter().find_map(|name| Some((name, view.given(name)?)));
    given.map_or_else(String::new, |(name, given)| {
        let value: String = given.text.trim().chars().take(LONGEST_VALUE).collect();
        format!("{name} {value}")
    })
}

/// The maximum number of characters of a value that is repeated.
const LONGEST_VALUE: usize = 80;

/// Whether a cell of a table holds this word of the console.
fn says(given: &Given<'_>, word: Text, said: &str) -> bool {
    given.view.kind() == Kind::Cell && console::is(word, said)
}
