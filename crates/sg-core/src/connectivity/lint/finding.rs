//! A finding: its kind, location, evidence and fixes.

use std::fmt;

use crate::connectivity::fix::Edit;
use crate::connectivity::flow::Flow;
use crate::model::{LimitId, NetworkInterfaceId, RuleId, SecurityGroupId};

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
    /// Edits that would each resolve the finding. Empty if only the owner can decide.
    pub fixes: Vec<Edit>,
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
    /// Without the rule every packet gets the same verdict, from these rules or from the default.
    SameWithout(Vec<RuleId>),
    /// No packet of any member matches.
    NeverMatches,
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
    /// A packet from the IPv6 Internet that is blocked although its IPv4 counterpart passes.
    ClosedOverIpv6 {
        /// The packet.
        flow: Flow,
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
    /// The intra-group policy overrides a Drop rule.
    DropIgnoredByAccept "drop-ignored-by-accept" Warning;
    /// No packet of any member matches.
    UnmatchableRule "unmatchable-rule" Warning;
    /// Stronger rules decide every packet it matches.
    ShadowedRule "shadowed-rule" Warning;
    /// An advanced group that allows no outbound traffic.
    AdvancedGroupSendsNothing "advanced-group-sends-nothing" Warning;
    /// A quota is nearly exhausted.
    QuotaNear "quota-near" Warning;
    /// The rule decides packets, but removing it would change nothing.
    RedundantRule "redundant-rule" Notice;
    /// Open to all of IPv4 but closed to IPv6.
    Ipv4OnlyOpening "ipv4-only-opening" Notice;
    /// A group without members.
    GroupWithoutMembers "group-without-members" Notice;
}

impl fmt::Display for LintId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
