//! Attributes of a plan's resources that are known only after it is applied.

use std::net::{IpAddr, Ipv4Addr};

use crate::model::{
    IdError, IpNet, Peer, PrefixListId, RuleId, RuleSpec, SecurityGroupId, UnreadRule, VSwitchId,
    VpcId,
};

use super::Gather;
use super::rule::Sides;
use crate::import::message::Message;
use crate::import::plan::{Planned, Refers};
use crate::import::reading::Assumption;
use crate::import::record::{Network, RuleRecord, Standing};
use crate::import::text;
use crate::import::tree::View;

/// The attributes of a rule that decide what it matches.
const OF_RULE: [&str; 9] = [
    "type",
    "ip_protocol",
    "policy",
    "port_range",
    "priority",
    "cidr_ip",
    "ipv6_cidr_ip",
    "source_security_group_id",
    "prefix_list_id",
];

impl Gather<'_> {
    /// The ID of a resource: its own, or the one that a plan was given for it.
    pub(super) fn resource_id<T>(
        &mut self,
        view: View<'_>,
        planned: &Planned,
        parse: impl Fn(&str) -> Result<T, IdError>,
    ) -> Option<T> {
        if planned.id.is_empty() {
            return self.own_id(view, &["id"], parse);
        }
        if view.given("id").is_none() {
            self.assumed(Assumption::PlannedId, &planned.address);
        }
        parse(&planned.id).ok()
    }

    /// The ID in an attribute, or the one resource it refers to.
    pub(super) fn planned_id<T>(
        &mut self,
        view: View<'_>,
        planned: &Planned,
        name: &str,
        parse: impl Fn(&str) -> Result<T, IdError>,
    ) -> Option<T> {
        match planned.unknown.get(name) {
            Some(Refers::To(ids)) if ids.len() == 1 => parse(ids.first()?).ok(),
            Some(_) => {
                self.known_after_apply(view, name);
                None
            }
            None => self.own_id(view, &[name], parse),
        }
    }

    pub(super) fn planned_network(&mut self, view: View<'_>, planned: &Planned) -> Network {
        match planned.unknown.get("vpc_id") {
            Some(Refers::To(ids)) => {
                let vpc = ids.first().and_then(|id| VpcId::parse(id).ok());
                vpc.map_or(Network::Unsaid, Network::Vpc)
            }
            Some(_) => Network::Unsaid,
            None => self.network(view),
        }
    }

    /// The vSwitch of an instance or an interface.
    pub(super) fn planned_vswitch(
        &mut self,
        view: View<'_>,
        planned: &Planned,
    ) -> Option<VSwitchId> {
        match planned.refers_to("vswitch_id") {
            Some(id) => VSwitchId::parse(id).ok(),
            None => self.vswitch_of(view),
        }
    }

    /// The groups of an instance or an interface; none if some of them are not known.
    pub(super) fn planned_groups(
        &mut self,
        view: View<'_>,
        planned: &Planned,
    ) -> Vec<SecurityGroupId> {
        let named = ["security_group_ids", "security_groups"];
        let given = named.iter().map(|name| view.wrapped(name, "")).find(|ids| !ids.is_empty());
        let mut groups = self.ids(given.unwrap_or_default(), SecurityGroupId::parse);
        for name in named {
            match planned.unknown.get(name) {
                Some(Refers::To(ids)) => {
                    let ids = ids.iter().filter_map(|id| SecurityGroupId::parse(id).ok());
                    let new = ids.filter(|id| !groups.contains(id)).collect::<Vec<_>>();
                    groups.extend(new);
                }
                // One of the two names is an older one, which is filled in from the other.
                Some(Refers::Default) | None => {}
                Some(Refers::OneOf(_) | Refers::Unclear) => {
                    self.known_after_apply(view, name);
                    return Vec::new();
                }
            }
        }
        groups
    }

    /// A free address of the vSwitch for an interface that gets its address only after apply.
    pub(super) fn planned_address(&mut self, planned: &Planned) -> Option<IpAddr> {
        let block = planned.subnet?;
        let IpNet::V4(v4) = block else { return None };
        // From the end of the block, where addresses are rarely chosen by hand; the last ones are
        // the service's own.
        let last = v4.broadcast().to_bits();
        let taken = &self.records.made_up_addresses;
        let free =
            (10..=250).map(|back| IpAddr::V4(Ipv4Addr::from_bits(last.saturating_sub(back))));
        let free = free.take_while(|address| block.contains(address));
        let address = free.into_iter().find(|address| !taken.contains_key(address))?;
        self.records.made_up_addresses.insert(address, block);
        self.assumed(Assumption::PlannedAddress, format!("{}: {address}", planned.address));
        Some(address)
    }

    /// A public address for an instance that gets one only after apply, which it does if it has
    /// bandwidth to the Internet.
    pub(super) fn planned_public(&mut self, view: View<'_>, planned: &Planned) -> Option<IpAddr> {
        planned.unknown.get("public_ip")?;
        let bandwidth =
            view.given("internet_max_bandwidth_out")?.text.trim().parse::<u32>().ok()?;
        if bandwidth == 0 {
            return None;
        }
        Some(self.made_up_public(planned))
    }

    /// An address for documentation, which nobody has.
    pub(super) fn made_up_public(&mut self, planned: &Planned) -> IpAddr {
        self.records.made_up_public = self.records.made_up_public.saturating_add(1);
        let address = IpAddr::V4(Ipv4Addr::new(192, 0, 2, self.records.made_up_public));
        self.assumed(Assumption::PlannedAddress, format!("{}: {address}", planned.address));
        address
    }

    /// Reads a rule of a plan. What is known only after apply leaves the rule unread in part.
    pub(super) fn planned_rule(&mut self, view: View<'_>, planned: &Planned) {
        if !self.room(view, text::WHAT_RULES, self.records.rules.len()) {
            return;
        }
        let sides = Sides::of_resource();
        let peer = planned.peer();
        let unknown = |name: &str| {
            let resolved = peer.is_some() && planned.refers_to(name).is_some();
            planned.is_set_later(name) && !resolved
        };
        let unread: Vec<&str> = OF_RULE.into_iter().filter(|name| unknown(name)).collect();
        let any = |names: &[&str]| names.iter().any(|name| unread.contains(name));
        let Some(rule) = self.known_parts(view, &sides, peer.clone(), any) else { return };
        let at = self.place(view);
        let groups = match planned.unknown.get("security_group_id") {
            None => match self.own_id(view, &["security_group_id"], SecurityGroupId::parse) {
                Some(group) => vec![group],
                None => return,
            },
            Some(Refers::To(ids) | Refers::OneOf(ids)) => {
                ids.iter().filter_map(|id| SecurityGroupId::parse(id).ok()).collect()
            }
            Some(Refers::Default | Refers::Unclear) => Vec::new(),
        };
        self.count(|understood| understood.rules += 1);
        let spec = unread.is_empty().then(|| rule.spec()).flatten();
        if let (Some(spec), [group]) = (spec, groups.as_slice()) {
            let id = RuleId::parse(&planned.id).ok();
            let (group, description) = (group.clone(), self.description(view));
            self.records.rules.push(RuleRecord {
                at,
                group,
                id,
                created: None,
                description,
                spec,
                port_list: None,
                document: self.records.document_here,
                standing: Standing::Certain,
            });
            return;
        }
        let lacking = match unread.first() {
            Some(name) => (*name).to_owned(),
            None => "security_group_id".to_owned(),
        };
        self.known_after_apply(view, &lacking);
        let rule = UnreadRule {
            place: format!("{}:{}", self.name, at.line),
            value: format!("{}: {lacking} (known after apply)", planned.address),
            ..rule.0
        };
        if groups.is_empty() {
            self.records.stray_rules.push(rule);
            return;
        }
        for group in groups {
            self.records.unread_rules.push((at, group, rule.clone()));
        }
    }

    /// The parts of a rule that are known. `None` if one that is given is not understood.
    fn known_parts(
        &mut self,
        view: View<'_>,
        sides: &Sides,
        peer: Option<Peer>,
        any: impl Fn(&[&str]) -> bool,
    ) -> Option<Parts> {
        let mut rule = UnreadRule::default();
        if !any(&["type"]) {
            rule.direction = Some(self.direction(view, sides)?);
        }
        if !any(&["ip_protocol", "port_range"]) {
            rule.protocol = Some(self.protocol(view)?);
        }
        if !any(&["policy"]) {
            rule.policy = Some(self.rule_policy(view)?);
        }
        if !any(&["priority"]) {
            rule.priority = Some(self.priority(view)?);
        }
        let peers = ["cidr_ip", "ipv6_cidr_ip", "source_security_group_id", "prefix_list_id"];
        if !any(&peers) {
            rule.peer = Some(match peer {
                Some(peer) => peer,
                None => self.peer(view, sides)?,
            });
        }
        Some(Parts(rule))
    }

    /// Reports an attribute that is known only after apply.
    pub(super) fn known_after_apply(&mut self, view: View<'_>, field: &str) {
        self.unread(view, Message::plain(text::AFTER_APPLY).with("field", field));
    }
}

/// The known parts of a rule.
struct Parts(UnreadRule);

impl Parts {
    /// The whole rule, if every part is known.
    fn spec(&self) -> Option<RuleSpec> {
        let rule = &self.0;
        Some(RuleSpec {
            direction: rule.direction?,
            policy: rule.policy?,
            priority: rule.priority?,
            protocol: rule.protocol?,
            peer: rule.peer.clone()?,
            local_cidr: None,
            port_list: None,
        })
    }
}

impl Planned {
    /// Whether the configuration sets an attribute to a value that is known only after apply.
    pub(super) fn is_set_later(&self, name: &str) -> bool {
        self.unknown.get(name).is_some_and(|refers| *refers != Refers::Default)
    }

    /// The one resource that an attribute refers to.
    fn refers_to(&self, name: &str) -> Option<&str> {
        match self.unknown.get(name)? {
            Refers::To(ids) if ids.len() == 1 => ids.first().map(String::as_str),
            Refers::To(_) | Refers::OneOf(_) | Refers::Default | Refers::Unclear => None,
        }
    }

    /// The peer of a rule that refers to a group or a prefix list of the plan.
    fn peer(&self) -> Option<Peer> {
        let group = self.refers_to("source_security_group_id");
        let list = self.refers_to("prefix_list_id");
        let group = group.and_then(|id| SecurityGroupId::parse(id).ok()).map(Peer::Group);
        let list = || PrefixListId::parse(list?).ok().map(Peer::PrefixList);
        group.or_else(list)
    }
}
