//! What two scenarios have configured differently.

mod groups;
mod network;
mod rules;

use std::cmp::Reverse;

use crate::model::{IntraGroupPrecedence, Scenario};

use super::difference::{About, Difference, Properties, Property};

/// What is configured differently: what is newest first, then everything of which the time is not
/// on record: groups, rules, memberships, and what is around them.
///
/// Rules are the same if they have the same ID, unless the program made it because the input had
/// none; otherwise if they say the same, or match the same packets.
pub fn configured(before: &Scenario, after: &Scenario) -> Vec<Difference> {
    let mut found = Vec::new();
    groups::compare(before, after, &mut found);
    rules::compare(before, after, &mut found);
    network::compare(before, after, &mut found);
    scenario(before, after, &mut found);
    found.sort_by_key(|difference| Reverse(difference.created));
    found
}

fn scenario(before: &Scenario, after: &Scenario, found: &mut Vec<Difference>) {
    let quotas = |scenario: &Scenario| {
        let raised = scenario.quotas().all_raised();
        raised.map(|(limit, value)| format!("{} {value}", limit.name())).collect::<Vec<_>>()
    };
    let reading = |precedence: &IntraGroupPrecedence| match precedence {
        IntraGroupPrecedence::PolicyWins => "policy-wins".to_owned(),
        IntraGroupPrecedence::CustomEgressFirst => "custom-egress-first".to_owned(),
    };
    let options = |scenario: &Scenario| scenario.options().intra_group_precedence;
    let unread = |scenario: &Scenario| scenario.parts().unread_routes;
    let members = |scenario: &Scenario| scenario.parts().unread_members;
    let properties = Properties::default()
        .add(Property::Region, (before.region(), after.region()), ToString::to_string)
        .add(Property::Quotas, (quotas(before), quotas(after)), |all| all.join(", "))
        .add(Property::RoutesNotKnown, (unread(before), unread(after)), ToString::to_string)
        .add(Property::MembersNotKnown, (members(before), members(after)), ToString::to_string)
        .add(Property::Reading, (options(before), options(after)), reading);
    if let Some(how) = properties.found() {
        found.push(Difference { about: About::Scenario, how, created: None });
    }
}
