//! Proposed edits in words, with the rule and the group as parts of their own.

use std::collections::BTreeSet;

use crate::connectivity::{Edit, End};
use crate::language::Language;
use crate::model::{NetworkInterfaceId, RuleId, Scenario, SecurityGroupId};

use super::Part;
use super::name::end_label;
use super::words::Words;

crate::catalogue! {
    /// Between two edits that belong together.
    AND = "; then ", "；再";
    /// A new rule.
    ADD_RULE = "{group}: add {rule}", "{group}：添加规则（{rule}）";
    /// A rule that goes.
    REMOVE_RULE = "{group}: remove {rule}", "{group}：删除规则（{rule}）";
    /// A rule that gets another priority.
    REPRIORITISE = "{group}: change the priority of {rule} to {priority}", "{group}：将规则（{rule}）的优先级改为 {priority}";
    /// Another policy.
    SET_POLICY = "{group}: set the intra-group policy to {policy}", "{group}：将组内连通策略改为 {policy}";
    /// A new member.
    JOIN = "{instance} joins {group}", "将 {instance} 加入 {group}";
    /// A member that goes.
    LEAVE = "{instance} leaves {group}", "将 {instance} 移出 {group}";
}

/// The rules that edits remove or move.
pub fn edited_rules(edits: &[Edit]) -> BTreeSet<RuleId> {
    let rules = edits.iter().filter_map(|edit| match edit {
        Edit::RemoveRule { rule, .. } | Edit::Reprioritise { rule, .. } => Some(rule.clone()),
        Edit::AddRule { .. } | Edit::SetPolicy { .. } | Edit::Join { .. } | Edit::Leave { .. } => {
            None
        }
    });
    rules.collect()
}

/// Edits that belong together as one phrase. `scenario` is the one before the first of them.
pub fn edits_in_words(scenario: &Scenario, edits: &[Edit], language: Language) -> Vec<Part> {
    let words = Words { scenario, language, labels: &[] };
    let mut parts = Vec::new();
    for (index, edit) in edits.iter().enumerate() {
        if index > 0 {
            parts.push(Part::Words(words.word(AND)));
        }
        parts.extend(self::edit(&words, edit));
    }
    parts
}

fn edit(words: &Words<'_>, edit: &Edit) -> Vec<Part> {
    let group = ("group", vec![words.group(edit.group())]);
    let member = |id: &NetworkInterfaceId| {
        let label = end_label(words.scenario, &End::Interface(id.clone()), words.language);
        ("instance", vec![Part::End { label }])
    };
    match edit {
        Edit::AddRule { rule, .. } => {
            let rule = vec![Part::Code(rule.in_words(words.scenario, words.language))];
            words.say(ADD_RULE, &[group, ("rule", rule)])
        }
        Edit::RemoveRule { group: own, rule } => {
            words.say(REMOVE_RULE, &[group, ("rule", vec![rule_of(words, own, rule)])])
        }
        Edit::Reprioritise { group: own, rule, priority } => {
            let priority = vec![Part::Words(priority.to_string())];
            let rule = vec![rule_of(words, own, rule)];
            words.say(REPRIORITISE, &[group, ("rule", rule), ("priority", priority)])
        }
        Edit::SetPolicy { policy, .. } => {
            words.say(SET_POLICY, &[group, ("policy", vec![words.policy(*policy)])])
        }
        Edit::Join { interface, .. } => words.say(JOIN, &[group, member(interface)]),
        Edit::Leave { interface, .. } => words.say(LEAVE, &[group, member(interface)]),
    }
}

fn rule_of(words: &Words<'_>, group: &SecurityGroupId, id: &RuleId) -> Part {
    let own = words.scenario.group(group);
    let rule = own.and_then(|own| own.rules.iter().find(|rule| rule.id == *id));
    rule.map_or_else(|| Part::Code(id.to_string()), |rule| words.rule(group, rule))
}
