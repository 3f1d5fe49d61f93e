//! What a finding is: its kind, its place, its evidence and how to end it.

use std::fmt;

use crate::connectivity::fix::Edit;
use crate::connectivity::flow::Flow;
use crate::model::{LimitId, NetworkInterfaceId, RuleId, SecurityGroupId};

use super::sensitive_port::SensitivePort;

/// One thing that is odd.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What kind of thing.
    pub id: LintId,
    /// Where.
    pub place: Place,
    /// Why it is so; flows in it can be evaluated.
    pub evidence: Evidence,
    /// Edits that would end it, each by itself. Empty where only the owner can know.
    pub fixes: Vec<Edit>,
}

/// Where a finding is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The whole scene.
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

/// What proves a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// The place says it all.
    None,
    /// These stronger rules decide every packet the rule matches.
    CoveredBy(Vec<RuleId>),
    /// Without the rule every packet fares the same; these rules decide in its place, or else the
    /// default does.
    SameWithout(Vec<RuleId>),
    /// No packet of any member matches.
    NeverMatches,
    /// A packet the rule would stop, and the group whose policy passes over it.
    Ignored {
        /// The accepting group both ends belong to.
        accepting: SecurityGroupId,
        /// The packet.
        flow: Flow,
    },
    /// Services the rule opens to the Internet, and a packet to the first of them.
    Open {
        /// Which.
        services: Vec<SensitivePort>,
        /// The packet.
        flow: Flow,
    },
    /// A packet of the IPv6 Internet that stays out while its IPv4 twin is let in.
    ClosedOverIpv6 {
        /// The packet.
        flow: Flow,
    },
    /// A member it concerns.
    Member(NetworkInterfaceId),
    /// How much of a quota is used.
    Usage {
        /// Which quota.
        limit: LimitId,
        /// How much.
        used: usize,
    },
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It endangers something, or the service would refuse it.
    Risk,
    /// It very likely does not do what it was meant to do.
    Warning,
    /// It could be tidier.
    Notice,
}

macro_rules! lints {
    ($($(#[$doc:meta])* $name:ident $id:literal $severity:ident;)+) => {
        /// A kind of finding. Its name is stable for ever.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum LintId {
            $($(#[$doc])* $name,)+
        }

        impl LintId {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The name, in kebab case.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }

            /// How much it matters.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)+ }
            }
        }
    };
}

lints! {
    /// The whole Internet reaches a sensitive port.
    OpenToTheWorld "open-to-the-world" Risk;
    /// The intra-group policy passes over a Drop.
    DropIgnoredByAccept "drop-ignored-by-accept" Warning;
    /// No packet of any member matches.
    UnmatchableRule "unmatchable-rule" Warning;
    /// Stronger rules decide everything it matches.
    ShadowedRule "shadowed-rule" Warning;
    /// An advanced group without a way out.
    AdvancedGroupSendsNothing "advanced-group-sends-nothing" Warning;
    /// A quota is nearly used.
    QuotaNear "quota-near" Warning;
    /// It decides, but without it nothing would change.
    RedundantRule "redundant-rule" Notice;
    /// Open to all of IPv4, closed to IPv6.
    Ipv4OnlyOpening "ipv4-only-opening" Notice;
    /// A group that protects nobody.
    GroupWithoutMembers "group-without-members" Notice;
}

impl fmt::Display for LintId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
