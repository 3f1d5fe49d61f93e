//! Fixes in words.

use crate::hooks::Session;
use crate::text::fix as text;
use sg_core::connectivity::{Edit, End};
use sg_core::explain::end_label;
use sg_core::model::{RuleId, Scenario, SecurityGroupId};

/// A sequence of edits as one phrase.
pub(crate) fn edits_text(session: &Session, scenario: &Scenario, edits: &[Edit]) -> String {
    let edits: Vec<String> = edits.iter().map(|edit| self::edit(session, scenario, edit)).collect();
    edits.join(session.say(text::AND))
}

fn edit(session: &Session, scenario: &Scenario, edit: &Edit) -> String {
    let group = |id: &SecurityGroupId| {
        scenario.group(id).map_or_else(|| id.to_string(), |group| group.label().to_owned())
    };
    let rule = |own: &SecurityGroupId, id: &RuleId| {
        let rules = scenario.group(own).map(|group| group.rules.as_slice()).unwrap_or_default();
        let rule = rules.iter().find(|rule| rule.id == *id);
        rule.map_or_else(|| id.to_string(), |rule| rule.in_words(session.language))
    };
    let member = |id| end_label(scenario, &End::Interface(id));
    match edit {
        Edit::AddRule { group: id, rule } => session.fill(
            text::ADD_RULE,
            &[("group", &group(id)), ("rule", &rule.in_words(session.language))],
        ),
        Edit::RemoveRule { group: id, rule: own } => {
            session.fill(text::REMOVE_RULE, &[("group", &group(id)), ("rule", &rule(id, own))])
        }
        Edit::Reprioritise { group: id, rule: own, priority } => {
            let (group, rule, priority) = (group(id), rule(id, own), priority.to_string());
            let values = [("group", &*group), ("rule", &*rule), ("priority", &*priority)];
            session.fill(text::REPRIORITISE, &values)
        }
        Edit::SetPolicy { group: id, policy } => {
            session.fill(text::SET_POLICY, &[("group", &group(id)), ("policy", policy.as_str())])
        }
        Edit::Join { interface, group: id } => {
            let values = [("instance", &*member(interface.clone())), ("group", &*group(id))];
            session.fill(text::JOIN, &values)
        }
        Edit::Leave { interface, group: id } => {
            let values = [("instance", &*member(interface.clone())), ("group", &*group(id))];
            session.fill(text::LEAVE, &values)
        }
    }
}
