//! What is on record of the rules that an answer or a finding names: group, id, creation time and
//! description, the newest first, because it is the first suspect when something has just changed.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::connectivity::Finding;
use crate::language::Language;
use crate::model::{Rule, RuleId, Scenario, SecurityGroup, Timestamp};
use crate::quote::markdown;

use super::{Explanation, Part, RuleLine, text};

crate::catalogue! {
    /// Above the list of the rules that an answer names.
    RULES_NAMED = "Rules named, newest first", "涉及的规则（从新到旧）";
    /// The same, for those created since a time.
    RULES_SINCE = "Rules named that were created since {time}, newest first", "{time} 之后创建的相关规则（从新到旧）";
    /// Nothing was created since a time.
    NO_RULE_SINCE = "No rule named here was created since {time}. Changes of policies and memberships leave no time.", "{time} 之后没有创建相关规则。组内连通策略和成员的变更不留时间。";
    /// A rule whose creation time is not known.
    NO_TIME = "creation time not known", "创建时间未知";
}

/// A rule with its group.
#[derive(Debug, Clone, Copy)]
pub struct NamedRule<'a> {
    /// Its group.
    pub group: &'a SecurityGroup,
    /// The rule.
    pub rule: &'a Rule,
}

/// The rules of a scenario with some ids, the newest first and those without a creation time last.
/// With `since`, only those created then or later; a rule without a time is not known to be.
pub fn named_rules<'a>(
    scenario: &'a Scenario,
    ids: &BTreeSet<RuleId>,
    since: Option<Timestamp>,
) -> Vec<NamedRule<'a>> {
    let mut rules: Vec<NamedRule<'a>> = scenario
        .groups()
        .flat_map(|group| group.rules.iter().map(move |rule| NamedRule { group, rule }))
        .filter(|named| ids.contains(&named.rule.id))
        .filter(|named| {
            since.is_none_or(|since| named.created().is_some_and(|created| created >= since))
        })
        .collect();
    rules.sort_by_key(|named| (Reverse(named.created()), named.rule.id.clone()));
    rules
}

/// All rules created since a time, the newest first.
pub fn rules_since(scenario: &Scenario, since: Timestamp) -> Vec<NamedRule<'_>> {
    let rules = scenario.groups().flat_map(|group| &group.rules);
    named_rules(scenario, &rules.map(|rule| rule.id.clone()).collect(), Some(since))
}

/// The findings that name a rule created since a time, that with the newest rule first; all of them
/// in their order if no time is given.
pub fn findings_since(
    scenario: &Scenario,
    mut findings: Vec<Finding>,
    since: Option<Timestamp>,
) -> Vec<Finding> {
    if since.is_none() {
        return findings;
    }
    let newest = |finding: &Finding| {
        let named = named_rules(scenario, &finding.rules(scenario), since);
        named.first().and_then(NamedRule::created)
    };
    findings.retain(|finding| newest(finding).is_some());
    findings.sort_by_cached_key(|finding| Reverse(newest(finding)));
    findings
}

impl NamedRule<'_> {
    /// `CreateTime`; `None` if it is not known.
    pub fn created(&self) -> Option<Timestamp> {
        self.rule.created.on_record()
    }

    /// `CreateTime` or that it is not known.
    pub fn time(&self, language: Language) -> String {
        self.created().map_or_else(|| NO_TIME.get(language).to_owned(), |time| time.to_string())
    }

    /// Time, id, group, rule and description on one line.
    pub fn line(&self, scenario: &Scenario, language: Language) -> String {
        let rule = self.rule.in_words(scenario, language);
        let (id, group) = (&self.rule.id, self.group.label());
        let mut line = format!("{}  {id} [{group}] {rule}", self.time(language));
        if !self.rule.description.is_empty() {
            line.push_str(&format!("  “{}”", self.rule.description));
        }
        line
    }

    /// The same in Markdown, for an item of a list.
    pub fn markdown(&self, scenario: &Scenario, language: Language) -> String {
        let code = markdown::code;
        let rule = code(&self.rule.in_words(scenario, language));
        let mut item = format!(
            "{} {} ({}) {rule}",
            self.time(language),
            code(self.rule.id.as_str()),
            code(self.group.label()),
        );
        if !self.rule.description.is_empty() {
            item.push_str(&format!(": {}", markdown::text(&self.rule.description)));
        }
        item
    }

    /// The same as JSON. `created` is null if it is not known.
    pub fn json(&self, scenario: &Scenario, language: Language) -> Value {
        json!({
            "rule": self.rule.id.as_str(),
            "group": self.group.id.as_str(),
            "groupName": self.group.label(),
            "text": self.rule.in_words(scenario, language),
            "created": self.created().map(|created| created.to_string()),
            "description": self.rule.description,
        })
    }
}

impl Explanation {
    /// Every rule that the explanation names.
    pub fn rules(&self) -> BTreeSet<RuleId> {
        let lines = |line: &RuleLine| std::iter::once(line.rule.clone()).chain(line.result.clone());
        let steps = self.steps.iter().flat_map(|step| {
            step.parts.iter().cloned().chain(step.rules.iter().flat_map(lines).collect::<Vec<_>>())
        });
        let notes = self.notes.iter().flat_map(|note| note.parts.iter().cloned());
        let parts = self.headline.iter().cloned().chain(steps).chain(notes);
        let ids = parts.filter_map(|part| match part {
            Part::Rule { id, .. } => Some(id),
            Part::Words(_) | Part::Group { .. } | Part::End { .. } | Part::Code(_) => None,
        });
        ids.collect()
    }
}

/// The rules that an answer names, as a list below it.
#[derive(Debug)]
pub struct RuleList<'a> {
    scenario: &'a Scenario,
    language: Language,
    since: Option<Timestamp>,
    rules: Vec<NamedRule<'a>>,
    names_none: bool,
}

impl<'a> RuleList<'a> {
    /// The list for an explanation of the scenario; with `since`, only of rules created since then.
    pub fn new(
        scenario: &'a Scenario,
        explanation: &Explanation,
        since: Option<Timestamp>,
    ) -> Self {
        let ids = explanation.rules();
        let rules = named_rules(scenario, &ids, since);
        let language = explanation.language;
        Self { scenario, language, since, rules, names_none: ids.is_empty() }
    }

    /// The rules, the newest first.
    pub fn rules(&self) -> &[NamedRule<'a>] {
        &self.rules
    }

    /// What stands above the list, or instead of it; `None` if nothing does, because no rule is
    /// named and none was asked for.
    pub fn title(&self) -> Option<String> {
        match self.since {
            None if self.names_none => None,
            None => Some(RULES_NAMED.get(self.language).to_owned()),
            Some(since) => {
                let text = if self.rules.is_empty() { NO_RULE_SINCE } else { RULES_SINCE };
                Some(text.fill(self.language, &[("time", &since.to_string())]))
            }
        }
    }

    /// The list as lines of text, preceded by an empty line.
    pub fn lines(&self) -> Vec<String> {
        let Some(title) = self.title() else { return Vec::new() };
        let items = self.rules.iter().map(|named| named.line(self.scenario, self.language));
        let colon = if self.rules.is_empty() { "" } else { text::COLON.get(self.language) };
        let title = format!("{title}{}", colon.trim_end());
        [String::new(), title].into_iter().chain(items.map(|item| format!("  {item}"))).collect()
    }

    /// The list as Markdown.
    pub fn markdown(&self) -> String {
        let Some(title) = self.title() else { return String::new() };
        let mut lines = vec![String::new(), format!("**{}**", markdown::text(&title))];
        if !self.rules.is_empty() {
            lines.push(String::new());
        }
        let item =
            |named: &NamedRule<'_>| format!("- {}", named.markdown(self.scenario, self.language));
        lines.extend(self.rules.iter().map(item));
        lines.push(String::new());
        lines.join("\n")
    }

    /// The list as JSON.
    pub fn json(&self) -> Value {
        self.rules.iter().map(|named| named.json(self.scenario, self.language)).collect()
    }
}
