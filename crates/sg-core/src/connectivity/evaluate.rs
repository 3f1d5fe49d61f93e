//! The decision procedure for one packet: verdict, reason and trace.

use crate::model::{Direction, GroupType, InnerAccessPolicy, Scenario};

use super::clause::ClauseId;
use super::flow::Flow;
use super::pair::Pair;
use super::route::Route;
use super::trace::{IntraGroup, Side};
use super::verdict::{Decider, Evaluation, Path};

/// Decides one packet. Total: every flow has an answer with a trace.
///
/// The order is: route, platform, intra-group policy, the sender's outbound rules, the receiver's
/// inbound rules. Both sides are traced even if one of them has already decided.
///
/// ```
/// use sg_core::connectivity::*;
/// use sg_core::model::{Direction, Port};
/// use sg_core::share::{Limits, read};
///
/// // `i-web` allows HTTPS from anywhere and nothing else.
/// let scenario = read(
///     r#"{
///       "version": 1,
///       "vpcs": [{ "vpcId": "vpc-1", "cidrBlocks": ["10.0.0.0/16"] }],
///       "securityGroups": [{ "securityGroupId": "sg-web", "rules": [{
///         "direction": "ingress", "policy": "Accept", "priority": 1,
///         "ipProtocol": "TCP", "portRange": "443/443", "sourceCidrIp": "0.0.0.0/0"
///       }] }],
///       "instances": [{ "instanceId": "i-web", "networkInterfaces": [{
///         "securityGroupIds": ["sg-web"], "privateIpAddresses": ["10.0.0.10"],
///         "publicIpAddress": "203.0.113.10"
///       }] }],
///       "outsideAddresses": [{ "name": "internet", "cidrBlock": "198.51.100.7/32" }]
///     }"#,
///     &Limits::FILE,
/// )?;
/// let ends = ends(&scenario);
/// let ask = |port| {
///     let packet = Packet::tcp(Port::new(port).unwrap());
///     evaluate(&scenario, &flow_between(&scenario, &ends[1], &ends[0], packet).unwrap())
/// };
///
/// let https = ask(443);
/// assert_eq!(https.verdict, Verdict::Pass);
/// assert!(matches!(https.decider, Decider::Rule { direction: Direction::Ingress, .. }));
///
/// // No rule matches SSH, so the default of a basic security group decides.
/// let ssh = ask(22);
/// assert_eq!(ssh.verdict, Verdict::Blocked);
/// assert!(matches!(ssh.decider, Decider::Implicit { direction: Direction::Ingress, .. }));
/// # Ok::<(), sg_core::share::DocumentError>(())
/// ```
pub fn evaluate(scenario: &Scenario, flow: &Flow) -> Evaluation {
    let pair = Pair::new(scenario, &flow.source, &flow.destination);
    let choice = pair.choose(flow.packet);
    let decider = pair.decider(choice);
    let egress = pair.egress_side(flow.packet);
    let ingress = pair.ingress_side(flow.packet);
    let clause = clause(&decider, &pair.intra_group, &egress, &ingress);
    Evaluation {
        flow: flow.clone(),
        verdict: pair.verdict(choice),
        decider,
        path: path(&pair.route),
        contested: pair.contested(flow.packet),
        intra_group: pair.intra_group,
        egress,
        ingress,
        clause,
    }
}

/// The statement that a verdict rests on, as specific as the trace allows.
pub(super) fn clause(
    decider: &Decider,
    intra_group: &IntraGroup,
    egress: &Side,
    ingress: &Side,
) -> ClauseId {
    let of = |side: &Side| match side {
        Side::Checked(side) => side.clause,
        Side::NotChecked(_) => decider.clause(),
    };
    match decider {
        Decider::Policy { .. } => {
            let isolating = |group_type| match group_type {
                GroupType::Basic(policy) => policy == InnerAccessPolicy::Drop,
                GroupType::Advanced => true,
            };
            if intra_group.shared.iter().any(|group| isolating(group.group_type)) {
                ClauseId::OneAcceptingGroupSuffices
            } else {
                ClauseId::AcceptConnects
            }
        }
        // If a custom egress rule blocks members despite Accept, the disputed order decides.
        Decider::Rule { direction: Direction::Egress, .. } if intra_group.accepting.is_some() => {
            ClauseId::PolicyAgainstEgressRules
        }
        Decider::Rule { direction, .. } => match direction {
            Direction::Egress => of(egress),
            Direction::Ingress => of(ingress),
        },
        Decider::Implicit { .. }
        | Decider::Platform(_)
        | Decider::Route(_)
        | Decider::Itself
        | Decider::Unknown(_) => decider.clause(),
    }
}

pub(super) fn path(route: &Route<'_>) -> Path {
    match route {
        Route::Internal(_) => Path::Internal,
        Route::Public { at_source, at_destination } => Path::Public {
            source: at_destination.source.address,
            destination: at_source.destination.address,
        },
        Route::Outbound(..) | Route::Inbound(..) => Path::Outside,
        Route::Itself => Path::Itself,
        Route::None(fault) => Path::None(fault.clone()),
        Route::Translated(..) | Route::Unknown(_) => Path::Unknown,
    }
}
