//! A fix and its price in words.

use crate::hooks::Session;
use crate::text::{connectivity, fix as text};
use sg_core::connectivity::{Edit, Effect, End, Fix};
use sg_core::explain::end_label;
use sg_core::language::Text;
use sg_core::model::{RuleId, Scenario, SecurityGroupId};

/// Edits in their order, as one phrase.
pub(in crate::component) fn edits_text(
    session: &Session,
    scenario: &Scenario,
    edits: &[Edit],
) -> String {
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

/// What a fix changes besides its goal.
pub(super) fn effects(session: &Session, scenario: &Scenario, fix: &Fix) -> String {
    let said = |text: Text, chosen: fn(&Effect) -> bool| {
        let effects: Vec<&Effect> = fix.effects.iter().filter(|effect| chosen(effect)).collect();
        let pairs = match effects.as_slice() {
            [] => return None,
            [one] => {
                format!("{} → {}", end_label(scenario, &one.from), end_label(scenario, &one.to))
            }
            many => session.fill(text::PAIRS, &[("count", &many.len().to_string())]),
        };
        Some(session.fill(text, &[("pairs", &pairs)]))
    };
    let opens = said(text::OPENS_TOO, |effect| !effect.opens.is_empty());
    let closes = said(text::CLOSES_TOO, |effect| !effect.closes.is_empty());
    let both: Vec<String> = opens.into_iter().chain(closes).collect();
    match both.is_empty() {
        true => session.say(text::NOTHING_ELSE).to_owned(),
        false => both.join(session.say(connectivity::KIND_SEPARATOR)),
    }
}
