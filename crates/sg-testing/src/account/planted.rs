//! The six problems of a night, each planted so that one path of the account no longer works.

use std::net::IpAddr;
use std::sync::Arc;

use sg_core::model::*;

use super::{EVENING, Line, add, group_named, subnet, tcp};
use crate::workload::Random;

/// A kind of problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Problem {
    /// A Deny was added at a stronger priority than the Allow that it was meant to give way to.
    WrongPriority,
    /// A Deny was added at the priority of the Allow.
    Tie,
    /// The outbound rules of an advanced group were removed.
    AdvancedWithoutEgress,
    /// The policy of a group was changed to Drop.
    PolicyDrop,
    /// An Allow names a machine by its public address.
    PublicAddress,
    /// An instance is in the group of another role.
    WrongGroup,
}

/// What was planted, and the packet that no longer passes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planted {
    /// Its kind.
    pub problem: Problem,
    /// The name of the instance that sends.
    pub from: String,
    /// The name of the instance that receives.
    pub to: String,
    /// The port of the TCP connection.
    pub port: u16,
    /// What an answer has to name: the ID of a rule, the ID of a group or the name of an instance.
    pub culprit: String,
    /// The group that it is in, or that it is.
    pub group: SecurityGroupId,
}

impl Problem {
    /// All kinds.
    pub const ALL: [Self; 6] = [
        Self::WrongPriority,
        Self::Tie,
        Self::AdvancedWithoutEgress,
        Self::PolicyDrop,
        Self::PublicAddress,
        Self::WrongGroup,
    ];

    /// The name of the finding that it leads to.
    pub const fn finding(self) -> &'static str {
        match self {
            Self::WrongPriority => "wrong-priority",
            Self::Tie => "priority-tie",
            Self::AdvancedWithoutEgress => "advanced-group-sends-nothing",
            Self::PolicyDrop => "isolated-members",
            Self::PublicAddress => "own-public-address",
            Self::WrongGroup => "wrong-group",
        }
    }

    /// Plants it. Its path is one that no other kind uses, so that an account can have several.
    pub(super) fn plant(self, draft: &mut ScenarioDraft, random: &mut Random) -> Planted {
        let (web, app) = (group_named(draft, "web"), group_named(draft, "app"));
        let (db, cache) = (group_named(draft, "db"), group_named(draft, "cache"));
        let pay = group_named(draft, "pay");
        let mut one = |role: &str, count: usize| format!("{role}-{:02}", 1 + random.below(count));
        let (from, to, port) = match self {
            // The last app server is the one that is in a wrong group.
            Self::WrongPriority => (one("app", 11), one("db", 4), 5432),
            Self::Tie => (one("app", 11), one("cache", 3), 6379),
            Self::AdvancedWithoutEgress => (one("pay", 5), one("db", 4), 5432),
            Self::PolicyDrop => {
                let (first, other) = (random.below(5), 5 + random.below(6));
                (format!("app-{:02}", 1 + first), format!("app-{:02}", 1 + other), 7800)
            }
            Self::PublicAddress => (one("web", 6), one("db", 4), 8123),
            Self::WrongGroup => ("app-12".to_owned(), one("cache", 3), 11_211),
        };
        let created = EVENING + 60 * i64::try_from(random.below(240)).unwrap();
        let deny = |group, priority, port| Line {
            group,
            direction: Direction::Ingress,
            policy: RulePolicy::Drop,
            priority,
            protocol: tcp(port, port),
            peer: Peer::Cidr(subnet(2)),
            description: "temporary, during the migration",
        };
        let (culprit, group) = match self {
            Self::WrongPriority => {
                let strong = u8::try_from(1 + random.below(9)).unwrap();
                (add(draft, random, deny("db", strong, 5432), created).to_string(), db)
            }
            Self::Tie => (add(draft, random, deny("cache", 10, 6379), created).to_string(), cache),
            Self::AdvancedWithoutEgress => {
                let own = Arc::make_mut(draft.groups.get_mut(&pay).unwrap());
                own.rules.retain(|rule| rule.spec.direction == Direction::Ingress);
                (pay.to_string(), pay)
            }
            Self::PolicyDrop => {
                let own = Arc::make_mut(draft.groups.get_mut(&app).unwrap());
                own.group_type = GroupType::Basic(InnerAccessPolicy::Drop);
                (app.to_string(), app)
            }
            Self::PublicAddress => {
                let block = IpNet::from(public_address(draft, &from));
                let line = Line {
                    policy: RulePolicy::Accept,
                    peer: Peer::Cidr(block),
                    description: "reports from the web tier",
                    ..deny("db", 20, port)
                };
                (add(draft, random, line, created).to_string(), db)
            }
            Self::WrongGroup => {
                let card = card(draft, &from);
                let own = Arc::make_mut(draft.interfaces.get_mut(&card).unwrap());
                own.groups = [web.clone()].into_iter().collect();
                (from.clone(), web)
            }
        };
        Planted { problem: self, from, to, port, culprit, group }
    }
}

/// The interface of an instance.
fn card(draft: &ScenarioDraft, name: &str) -> NetworkInterfaceId {
    let instance = draft.instances.values().find(|instance| instance.name == name).unwrap();
    instance.interfaces.first().unwrap().clone()
}

fn public_address(draft: &ScenarioDraft, name: &str) -> IpAddr {
    draft.interfaces.get(&card(draft, name)).unwrap().public_address.unwrap()
}
