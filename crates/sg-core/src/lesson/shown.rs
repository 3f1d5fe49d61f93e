//! Where each statement of the engine can be seen in effect: an example, a pair and packets.

use crate::connectivity::{ClauseId, End, PacketChoice};
use crate::model::Scenario;

use super::Example;
use super::example::{tcp, udp};

/// A place where a statement is at work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// The statement.
    pub clause: ClauseId,
    /// The example whose scenario shows it.
    pub example: &'static str,
    /// The row of the cell, named as in the example.
    pub from: &'static str,
    /// The column.
    pub to: &'static str,
    /// The packets.
    pub packet: PacketChoice,
}

impl Shown {
    /// Where a statement is shown.
    pub fn of(clause: ClauseId) -> Option<&'static Self> {
        SHOWN.iter().find(|shown| shown.clause == clause)
    }

    /// The example.
    pub fn example(&self) -> Option<&'static Example> {
        Example::find(self.example)
    }

    /// The ends of the cell in the example's scenario.
    pub fn ends(&self, scenario: &Scenario) -> Option<(End, End)> {
        Some((super::end_named(scenario, self.from)?, super::end_named(scenario, self.to)?))
    }

    /// Whether this is the cell that the example opens.
    pub fn is_own_cell(&self) -> bool {
        self.example().is_some_and(|example| {
            (example.from, example.to, example.packet) == (self.from, self.to, self.packet)
        })
    }
}

macro_rules! shown {
    ($($clause:ident $example:literal $from:literal to $to:literal $packet:expr;)+) => {
        const SHOWN: &[Shown] = &[$(Shown {
            clause: ClauseId::$clause,
            example: $example,
            from: $from,
            to: $to,
            packet: $packet,
        }),+];
    };
}

shown! {
    AcceptConnects "accept-ignores-rules" "ecs1" to "ecs2" tcp(443);
    OneAcceptingGroupSuffices "three-groups" "ecs1" to "ecs2" tcp(443);
    DropLeavesItToRules "open-one-port" "ecs1" to "ecs2" tcp(22);
    OnlySharedGroupsCount "not-transitive" "ecs1" to "ecs3" tcp(443);
    AdvancedIsolates "advanced-isolates" "ecs1" to "ecs2" tcp(443);
    PolicyIsInternal "public-address" "internet" to "ecs2" tcp(80);
    BasicEgressDefault "isolated" "ecs1" to "internet" tcp(443);
    BasicIngressDefault "isolated" "ecs1" to "ecs2" tcp(443);
    AdvancedIngressDefault "advanced-way-out" "internet" to "web" tcp(443);
    AdvancedEgressDefault "advanced-way-out" "web" to "internet" tcp(443);
    FirstMatchDecides "drop-wakes-the-rule" "ecs1" to "ecs2" tcp(443);
    MergedByPriority "smaller-number-wins" "internet" to "ecs1" tcp(80);
    DropBeforeAccept "tie-goes-to-drop" "office" to "web" tcp(22);
    MatchTest "source-port" "client" to "resolver" udp(53);
    GroupPeerIsPrivate "group-as-source" "web" to "db" tcp(3306);
    PerInterface "two-interfaces" "eni-bp1ecs1" to "eni-bp1ecs2" PacketChoice::All;
    BothSidesMustPass "advanced-isolates" "ecs1" to "ecs2" tcp(80);
    Stateful "replies" "internet" to "web" tcp(80);
    PolicyAgainstEgressRules "disputed-outbound-drop" "ecs1" to "ecs2" tcp(80);
    MetadataAlwaysReachable "metadata" "ecs1" to "metadata" tcp(80);
    OutboundMailClosed "mail" "mail" to "internet" tcp(25);
    LoadBalancerExempt "load-balancer" "balancer" to "backend" tcp(80);
    VpcsAreSeparate "two-vpcs" "shop" to "lab" tcp(443);
    PublicPathAddresses "public-address" "ecs1" to "ecs2" tcp(80);
    FamiliesAreSeparate "ipv6-client" "ipv6" to "web" tcp(80);
    SelfNotFiltered "one-group" "ecs1" to "ecs1" tcp(443);
    OutsideTheModel "metadata" "metadata" to "neighbour" tcp(80);
    AcceptBeatsUnsharedGroups "accept-beats-other-groups" "ecs1" to "ecs2" tcp(443);
    EveryPrivateAddressCounts "every-address" "client" to "server" PacketChoice::All;
    OutsideHasOneSide "open-but-silent" "internet" to "web" tcp(80);
    UnchangedSessionsStay "moving" "ecs1" to "ecs2" PacketChoice::All;
    ChangedSessionsMayEnd "moving" "ecs1" to "ecs3" PacketChoice::All;
    JoinBeforeLeaving "moving" "ecs1" to "ecs3" PacketChoice::All;
    LoadBalancerGroups "load-balancer-group" "internet" to "eni-bp1alb" tcp(80);
    InternetNeedsPublicAddress "no-public-address" "internet" to "app" tcp(443);
    InternetNeedsSnat "no-public-address" "app" to "internet" tcp(443);
    UnreadIsUnknown "other-account" "partner" to "db" tcp(5432);
}
