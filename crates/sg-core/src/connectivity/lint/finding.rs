//! A finding: its kind, location, evidence and fixes.

use std::fmt;
use std::net::IpAddr;

use crate::connectivity::fix::Edit;
use crate::connectivity::flow::{Flow, Packet};
use crate::connectivity::packet_set::PacketSet;
use crate::model::{
    IpNet, LimitId, NetworkInterfaceId, PortListId, PrefixListId, RuleId, SecurityGroupId,
};

use super::sensitive_port::SensitivePort;

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The kind of finding.
    pub id: LintId,
    /// Its location.
    pub place: Place,
    /// The evidence; flows in it can be evaluated.
    pub evidence: Evidence,
    /// Sets of edits that would each resolve the finding, the first choice first. Empty if only the
    /// owner can decide.
    pub fixes: Vec<Vec<Edit>>,
    /// Every known interface that the finding is about.
    pub affected: Vec<NetworkInterfaceId>,
}

/// The location of a finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The whole scenario.
    Scenario,
    /// A group.
    Group(SecurityGroupId),
    /// A rule.
    Rule {
        /// Its group.
        group: SecurityGroupId,
        /// The rule.
        rule: RuleId,
    },
    /// A network interface.
    Interface(NetworkInterfaceId),
}

/// The evidence for a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// The location is evidence enough.
    None,
    /// Stronger rules decide every packet the rule matches.
    CoveredBy(Vec<RuleId>),
    /// Stronger rules with the opposite action decide every packet the rule matches.
    OverruledBy(Vec<RuleId>),
    /// Drop rules of the same priority decide every packet that the Accept rule matches.
    TiedWith(Vec<RuleId>),
    /// Drop rules of the same priority decide some packets that the Accept rule matches, and are no
    /// exceptions from it.
    TiedInPart {
        /// The Drop rules.
        with: Vec<RuleId>,
        /// A packet that the Accept rule loses to the first of them.
        flow: Flow,
    },
    /// Without the rule every packet gets the same verdict, from these rules or from the default.
    SameWithout(Vec<RuleId>),
    /// No packet of any member matches.
    NeverMatches,
    /// The prefix list that the rule names has no entries.
    EmptyList(PrefixListId),
    /// The port list that the rule names has no entries.
    EmptyPortList(PortListId),
    /// Every block that the rule names holds only addresses that no packet can have there.
    Unroutable(Vec<IpNet>),
    /// No member of the group that the rule names is known.
    PeerWithoutMembers(SecurityGroupId),
    /// A packet the rule should block, and the group whose policy overrides the rule.
    Ignored {
        /// The shared group with the policy Accept.
        accepting: SecurityGroupId,
        /// The packet.
        flow: Flow,
    },
    /// Services that the rule exposes to the Internet, and a packet to the first of them.
    Open {
        /// The services.
        services: Vec<SensitivePort>,
        /// The packet.
        flow: Flow,
    },
    /// The same, but no public address of the members that the rule opens is known, so that nothing
    /// on the Internet is known to reach them.
    OpenWithoutPublicAddress {
        /// The services.
        services: Vec<SensitivePort>,
        /// A packet to one of them, which would pass if its address had a public one.
        flow: Flow,
    },
    /// The same for a group of which no member is known: every member it may have would let the
    /// packet in from this address.
    WouldOpen {
        /// The services.
        services: Vec<SensitivePort>,
        /// An address on the Internet.
        source: IpAddr,
        /// A packet to the first of the services.
        packet: Packet,
    },
    /// A packet from the IPv6 Internet that is blocked although its IPv4 counterpart passes.
    ClosedOverIpv6 {
        /// The packet.
        flow: Flow,
    },
    /// A packet between private addresses that the rule looks as if it decided, because it names
    /// the public address of one of its ends.
    NamesPublicAddress {
        /// The public address.
        public: IpAddr,
        /// The interface that has it.
        owner: NetworkInterfaceId,
        /// The packet.
        flow: Flow,
    },
    /// A packet between two members that no rule lets through, and what rules for others let through
    /// between members.
    Isolated {
        /// The packet.
        flow: Flow,
        /// What passes between some of them.
        passing: Vec<PacketSet>,
    },
    /// Most instances with names like this one's are in other groups.
    UnlikeItsRole {
        /// What their names have in common, such as `app-*`.
        role: String,
        /// How many of them have the same groups.
        alike: usize,
        /// How many there are, including this one.
        all: usize,
        /// Groups that they are in, and this one is not.
        missing: Vec<SecurityGroupId>,
        /// Groups that this one is in, and they are not.
        extra: Vec<SecurityGroupId>,
    },
    /// An affected member.
    Member(NetworkInterfaceId),
    /// The usage of a quota.
    Usage {
        /// The quota.
        limit: LimitId,
        /// The usage.
        used: usize,
    },
}

/// How important a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A security risk, or something the service would refuse.
    Risk,
    /// Very likely not what was intended.
    Warning,
    /// Could be tidied up.
    Notice,
}

macro_rules! lints {
    ($($(#[$doc:meta])* $name:ident $id:literal $severity:ident;)+) => {
        /// A kind of finding. Its name is stable.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum LintId {
            $($(#[$doc])* $name,)+
        }

        impl LintId {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The name in kebab case.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }

            /// How important it is.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)+ }
            }
        }
    };
}

lints! {
    /// A sensitive port is open to the whole Internet.
    OpenToTheWorld "open-to-the-world" Risk;
    /// More of something than its quota allows.
    QuotaExceeded "quota-exceeded" Risk;
    /// The intra-group policy overrides a Drop rule.
    DropIgnoredByAccept "drop-ignored-by-accept" Warning;
    /// No packet of any member matches.
    UnmatchableRule "unmatchable-rule" Warning;
    /// An Accept rule loses every packet to Drop rules of the same priority.
    PriorityTie "priority-tie" Warning;
    /// Stronger rules with the opposite action decide every packet it matches.
    WrongPriority "wrong-priority" Warning;
    /// Stronger rules decide every packet it matches.
    ShadowedRule "shadowed-rule" Warning;
    /// A rule names a public address of this account where packets have private ones.
    OwnPublicAddress "own-public-address" Warning;
    /// An advanced group that allows no outbound traffic.
    AdvancedGroupSendsNothing "advanced-group-sends-nothing" Warning;
    /// A quota is nearly exhausted.
    QuotaNear "quota-near" Warning;
    /// An instance is in other groups than most with names like its own.
    WrongGroup "wrong-group" Notice;
    /// A group isolates its members, and no rule is made for them.
    IsolatedMembers "isolated-members" Notice;
    /// An Accept rule loses some packets to Drop rules of the same priority.
    TieInPart "tie-in-part" Notice;
    /// The rule decides packets, but removing it would change nothing.
    RedundantRule "redundant-rule" Notice;
    /// Open to all of IPv4 but closed to IPv6.
    Ipv4OnlyOpening "ipv4-only-opening" Notice;
    /// A group of which no member is known.
    GroupWithoutMembers "group-without-members" Notice;
}

impl fmt::Display for LintId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
