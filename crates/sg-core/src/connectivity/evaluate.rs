//! The decision procedure for one packet: verdict, reason and trace.

use crate::model::{Direction, GroupType, InnerAccessPolicy, Scenario};

use super::clause::ClauseId;
use super::flow::Flow;
use super::pair::Pair;
use super::route::Route;
use super::trace::{IntraGroup, Side};
use super::verdict::{Decider, Evaluation, Path};

/// Decides one packet. Total: every flow has an answer, and the answer carries its trace.
///
/// The order is: route, platform, intra-group policy, the sender's outbound rules, the receiver's
/// inbound rules. Both sides are traced even when one of them has already decided.
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

/// The statement a verdict rests on, as exact as the trace allows.
fn clause(decider: &Decider, intra_group: &IntraGroup, egress: &Side, ingress: &Side) -> ClauseId {
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
        // A custom egress rule that stops members under Accept rests on the disputed order.
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

fn path(route: &Route<'_>) -> Path {
    match route {
        Route::Internal(_) => Path::Internal,
        Route::Public { at_source, at_destination } => Path::Public {
            source: at_destination.source.address,
            destination: at_source.destination.address,
        },
        Route::Outbound(_) | Route::Inbound(_) => Path::Outside,
        Route::Itself => Path::Itself,
        Route::None(fault) => Path::None(fault.clone()),
        Route::Unknown(_) => Path::Unknown,
    }
}
