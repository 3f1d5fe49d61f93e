//! What a scenario has for templates to work on: names for its groups, rules and instances.

use std::sync::Arc;

use crate::emulator::{Action, vswitch};
use crate::model::{
    AddressFamily, Direction, GroupType, Instance, NetworkInterface, Peer, ProtocolFilter, Rule,
    Scenario, SecurityGroup,
};

/// A scenario with the names a template may use, each `$name`.
pub(super) struct TemplateContext<'a> {
    scenario: &'a Scenario,
    /// Whether objects added by fixtures take precedence.
    prepared: bool,
    direction: Direction,
    token: &'a str,
}

impl<'a> TemplateContext<'a> {
    pub(super) fn new(
        scenario: &'a Scenario,
        prepared: bool,
        action: Action,
        token: &'a str,
    ) -> Self {
        let direction =
            if action.as_str().contains("Egress") { Direction::Egress } else { Direction::Ingress };
        Self { scenario, prepared, direction, token }
    }

    /// The field names of a rule's remote side and local side: `Source` and `Dest`, or the reverse.
    pub(super) const fn sides(&self) -> (&'static str, &'static str) {
        match self.direction {
            Direction::Ingress => ("Source", "Dest"),
            Direction::Egress => ("Dest", "Source"),
        }
    }

    /// The value of a variable; `None` if the scenario has nothing of the kind.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        if self.prepared
            && let Some(own) = self.laboratory(name)
        {
            return Some(own);
        }
        let basic = || self.basics().next();
        match name {
            "region" => Some(self.scenario.region().to_string()),
            "otherRegion" => {
                let beijing = self.scenario.region().as_str() == "cn-beijing";
                Some(if beijing { "cn-hangzhou" } else { "cn-beijing" }.to_owned())
            }
            "token" => Some(self.token.to_owned()),
            "vpc" => match basic() {
                Some(group) => Some(group.vpc.to_string()),
                None => self.scenario.parts().vpcs.keys().next().map(ToString::to_string),
            },
            "basic" => basic().map(id),
            "policy" | "flipped" => match self.named_or_first_basic()?.group_type {
                GroupType::Basic(policy) if name == "policy" => Some(policy.as_str().to_owned()),
                GroupType::Basic(policy) => Some(policy.flipped().as_str().to_owned()),
                GroupType::Advanced => None,
            },
            "other" => self.basics().nth(1).map(id),
            "foreign" => {
                let vpc = &basic()?.vpc;
                self.basics().find(|group| group.vpc != *vpc).map(id)
            }
            "advanced" => self.own_groups().find(|g| g.group_type == GroupType::Advanced).map(id),
            "managed" => self.scenario.groups().find(|group| group.service_managed).map(id),
            "protected" => {
                let mut own = self.own_groups();
                own.find(|group| group.labels.deletion_protection).map(id)
            }
            "serviceEni" => {
                let mut all = self.scenario.interfaces();
                all.find(|interface| interface.product().is_some()).map(|it| it.id.to_string())
            }
            "freeEni" => {
                let mut all = self.scenario.interfaces();
                all.find(|interface| interface.is_unattached()).map(|it| it.id.to_string())
            }
            "named" => self.named(),
            _ => self.list(name).or_else(|| self.member(name)).or_else(|| self.rule(name)),
        }
    }

    /// A prefix list or port list, or one that a rule refers to.
    fn list(&self, name: &str) -> Option<String> {
        match name {
            "list" => {
                let mut lists = self.scenario.parts().prefix_lists.values();
                lists.next().map(|list| list.id.to_string())
            }
            "portList" => {
                let mut lists = self.scenario.parts().port_lists.values();
                lists.next().map(|list| list.id.to_string())
            }
            "usedPortList" => {
                let mut rules = self.scenario.groups().flat_map(|group| &group.rules);
                rules.find_map(|rule| rule.spec.list()).map(ToString::to_string)
            }
            "usedList" => {
                let mut rules = self.scenario.groups().flat_map(|group| &group.rules);
                rules.find_map(|rule| match &rule.spec.peer {
                    Peer::PrefixList(id) => Some(id.to_string()),
                    Peer::Cidr(_) | Peer::Group(_) => None,
                })
            }
            _ => None,
        }
    }

    fn own_groups(&self) -> impl Iterator<Item = &'a Arc<SecurityGroup>> {
        self.scenario.groups().filter(|group| !group.is_read_only())
    }

    fn basics(&self) -> impl Iterator<Item = &'a Arc<SecurityGroup>> {
        self.own_groups().filter(|group| group.group_type != GroupType::Advanced)
    }

    /// The group that `$basic` refers to.
    fn named_or_first_basic(&self) -> Option<&'a Arc<SecurityGroup>> {
        let name = self.get("basic")?;
        self.scenario.groups().find(|group| group.id.as_str() == name)
    }

    /// A group without members that a rule of another group references.
    fn named(&self) -> Option<String> {
        let mut groups = self.own_groups();
        let empty = |group: &&Arc<SecurityGroup>| self.scenario.members(&group.id).next().is_none();
        let is_named = |own: &&Arc<SecurityGroup>| {
            let names = |rule: &Arc<Rule>| rule.spec.peer == Peer::Group(own.id.clone());
            let mut others = self.scenario.groups().filter(|other| other.id != own.id);
            others.any(|other| other.rules.iter().any(names))
        };
        groups.find(|group| empty(group) && is_named(group)).map(id)
    }

    /// Instances with their primary interface and one of its groups.
    fn members(&self) -> impl Iterator<Item = (&'a Arc<Instance>, &'a Arc<NetworkInterface>)> {
        let primary = |instance: &'a Arc<Instance>| {
            Some((instance, self.scenario.interface(instance.primary()?)?))
        };
        self.scenario.instances().filter_map(primary)
    }

    fn member(&self, name: &str) -> Option<String> {
        let own = |interface: &NetworkInterface| {
            let groups = interface.groups.iter().filter_map(|id| self.scenario.group(id));
            groups.clone().next().is_some() && groups.into_iter().all(|g| !g.is_read_only())
        };
        let basic = |interface: &NetworkInterface| {
            let mut groups = interface.groups.iter().filter_map(|id| self.scenario.group(id));
            groups.all(|group| group.group_type != GroupType::Advanced)
        };
        let mut members =
            self.members().filter(|(_, interface)| own(interface) && basic(interface));
        let lonely = name.starts_with("lonely");
        let (instance, interface) =
            members.find(|(_, interface)| !lonely || interface.groups.len() == 1)?;
        match name {
            "member" | "lonely" => Some(instance.id.to_string()),
            "memberEni" | "lonelyEni" => Some(interface.id.to_string()),
            "memberGroup" | "lonelyGroup" => interface.groups.first().map(ToString::to_string),
            "memberSwitch" => Some(vswitch(&interface.vpc)),
            "memberIp" => interface.addresses.first().map(ToString::to_string),
            "notMine" => {
                let mut others = self.basics().filter(|group| group.vpc == interface.vpc);
                others.find(|group| !interface.groups.contains(&group.id)).map(id)
            }
            _ => None,
        }
    }

    /// `r4` is the id of a rule with an IPv4 block, `g4` is its group, and so on.
    fn rule(&self, name: &str) -> Option<String> {
        let wants_group = name.starts_with('g');
        let kind = name.strip_prefix(['r', 'g'])?;
        let back = match self.direction {
            Direction::Ingress => Direction::Egress,
            Direction::Egress => Direction::Ingress,
        };
        let direction = if kind == "Back" { back } else { self.direction };
        let fits = |rule: &Rule| {
            let tcp = matches!(rule.spec.protocol, ProtocolFilter::Tcp(_))
                && rule.spec.local_cidr.is_none();
            rule.spec.direction == direction
                && match (kind, &rule.spec.peer) {
                    ("Back", _) => true,
                    ("4", Peer::Cidr(block)) => {
                        tcp && AddressFamily::of_block(block) == AddressFamily::V4
                    }
                    ("6", Peer::Cidr(block)) => {
                        tcp && AddressFamily::of_block(block) == AddressFamily::V6
                    }
                    ("Group", Peer::Group(_)) | ("List", Peer::PrefixList(_)) => tcp,
                    ("Icmp", _) => rule.spec.protocol == ProtocolFilter::Icmp,
                    _ => false,
                }
        };
        let mut found = self.basics().flat_map(|group| {
            let rules = group.rules.iter().filter(|rule| fits(rule));
            rules.map(move |rule| (group, rule))
        });
        let (group, rule) = found.next()?;
        Some(if wants_group { id(group) } else { rule.id.to_string() })
    }

    /// The object that a fixture added under this name, if any.
    fn laboratory(&self, name: &str) -> Option<String> {
        let outward = (self.direction == Direction::Egress) != (name == "rBack");
        let way = if outward { "out" } else { "in" };
        let own = match name {
            "vpc" => "vpc-laboratory".to_owned(),
            "basic" | "other" | "managed" | "advanced" | "foreign" | "named" | "busy" | "peers"
            | "crowd" | "tagged" => format!("sg-laboratory-{name}"),
            "notMine" => "sg-laboratory-other".to_owned(),
            "member" | "lonely" => "i-laboratory-member".to_owned(),
            "memberEni" | "lonelyEni" => "eni-laboratory-member".to_owned(),
            "memberGroup" | "lonelyGroup" => "sg-laboratory-basic".to_owned(),
            "serviceEni" => "eni-laboratory-service".to_owned(),
            "list" => "pl-laboratory-offices".to_owned(),
            "freeEni" => "eni-laboratory-free".to_owned(),
            "advancedCrowd" => "sg-laboratory-advanced-crowd".to_owned(),
            "advancedMember" => "i-laboratory-advanced".to_owned(),
            "full" => "i-laboratory-full".to_owned(),
            "fullEni" => "eni-laboratory-full".to_owned(),
            "busyMember" => "i-laboratory-busy".to_owned(),
            "busyEni" => "eni-laboratory-busy".to_owned(),
            "g4" | "g6" | "gGroup" | "gList" | "gIcmp" | "gBack" => {
                "sg-laboratory-rules".to_owned()
            }
            "r4" | "rBack" => format!("sgr-laboratory-{way}-4"),
            "r6" => format!("sgr-laboratory-{way}-6"),
            "rGroup" => format!("sgr-laboratory-{way}-group"),
            "rList" => format!("sgr-laboratory-{way}-list"),
            "rIcmp" => format!("sgr-laboratory-{way}-icmp"),
            "busyRule" => format!("sgr-laboratory-{way}-busy"),
            "list4" => "pl-laboratory-4".to_owned(),
            "list6" => "pl-laboratory-6".to_owned(),
            _ => return None,
        };
        self.has(&own).then_some(own)
    }

    fn has(&self, id: &str) -> bool {
        let parts = self.scenario.parts();
        parts.vpcs.keys().any(|own| own.as_str() == id)
            || parts.groups.keys().any(|own| own.as_str() == id)
            || parts.instances.keys().any(|own| own.as_str() == id)
            || parts.interfaces.keys().any(|own| own.as_str() == id)
            || parts.prefix_lists.keys().any(|own| own.as_str() == id)
            || parts.port_lists.keys().any(|own| own.as_str() == id)
            || self.scenario.groups().any(|g| g.rules.iter().any(|r| r.id.as_str() == id))
    }
}

fn id(group: &Arc<SecurityGroup>) -> String {
    group.id.to_string()
}
