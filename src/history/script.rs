//! The log as a shell script for the Alibaba Cloud CLI, which does the same to a real account.

use std::collections::BTreeMap;

use crate::emulator::{self, Action, Call, Reply, Value};
use crate::language::{Language, Text};
use crate::model::{Rule, Scenario, SecurityGroup};
use crate::quote::hidden::visible;
use crate::quote::shell;
use crate::request::snippet::cli::{CliError, command_with};

use super::{Edit, History, Outcome, Step};

pub mod text;

/// The calls of the log up to its current place, in their order, as a script for `sh`.
///
/// Ids that the emulator made up cannot be those of the cloud: a new group's id is taken from the
/// reply, and a new rule is looked up by its fields. World edits and refused calls are comments.
pub fn script(history: &History, language: Language) -> String {
    let mut script = Script { lines: Vec::new(), variables: BTreeMap::new(), language };
    script.lines.push("#!/bin/sh".to_owned());
    script.lines.push(remark(text::NEEDS, &[], language));
    script.lines.push("set -eu".to_owned());
    let done = history.steps().get(..history.position()).unwrap_or_default();
    for (place, step) in done.iter().enumerate() {
        script.step(history, place, step);
    }
    script.lines.push(String::new());
    script.lines.join("\n")
}

/// A comment of one line. Every value in it is one word of the shell: where a script is pasted into
/// an interactive zsh, which knows no comments unless told to, the words run nothing either.
pub(crate) fn remark(words: Text, values: &[(&str, &str)], language: Language) -> String {
    let quoted: Vec<(&str, String)> =
        values.iter().map(|(name, value)| (*name, shell::quote(&visible(value)))).collect();
    let values: Vec<(&str, &str)> =
        quoted.iter().map(|(name, value)| (*name, value.as_str())).collect();
    shell::comment(&words.fill(language, &values))
}

struct Script {
    lines: Vec<String>,
    /// The shell variable that holds the real id, by the id it has here.
    variables: BTreeMap<String, String>,
    language: Language,
}

impl Script {
    fn step(&mut self, history: &History, place: usize, step: &Step) {
        let (number, language) = ((place + 1).to_string(), self.language);
        let say = |text: Text, values: &[(&str, &str)]| {
            let values: Vec<_> = values.iter().copied().chain([("number", &*number)]).collect();
            remark(text, &values, language)
        };
        match (&step.edit, &step.outcome) {
            (Edit::World(_), _) => {
                self.lines.push(say(text::WORLD_EDIT, &[]));
            }
            (Edit::Call(call), Outcome::Replied(reply)) => {
                let before = history.scenario_at(place);
                if let Err(error) = self.call(history, before, call, reply) {
                    self.lines.push(say(text::NOT_SAID, &[("error", &error.to_string())]));
                }
            }
            (Edit::Call(call), outcome) => {
                let code = match outcome {
                    Outcome::Refused(error) => error.code(),
                    Outcome::Replied(_) | Outcome::Done | Outcome::Impossible(_) => "",
                };
                self.lines.push(say(text::REFUSED, &[("code", code)]));
                match command_with(call, |value| self.variables.get(value).cloned()) {
                    Ok(line) => self.lines.push(shell::commented_out(&line)),
                    Err(error) => {
                        self.lines.push(say(text::NOT_SAID, &[("error", &error.to_string())]));
                    }
                }
            }
        }
    }

    fn call(
        &mut self,
        history: &History,
        before: &Scenario,
        call: &Call,
        reply: &Reply,
    ) -> Result<(), CliError> {
        for (_, value) in call.params.iter() {
            self.look_up(history, before, value)?;
        }
        let line = command_with(call, |value| self.variables.get(value).cloned())?;
        let made = reply.get("SecurityGroupId").and_then(Value::as_text);
        match made.filter(|_| call.action == Action::CreateSecurityGroup) {
            Some(id) => {
                let variable = self.variable("group", id);
                self.lines.push(format!("{variable}=$({line} | jq -r .SecurityGroupId)"));
            }
            None => self.lines.push(line),
        }
        Ok(())
    }

    /// Puts the real id of a rule into a variable, where a value is the id of a rule that the log
    /// itself made.
    fn look_up(
        &mut self,
        history: &History,
        before: &Scenario,
        value: &str,
    ) -> Result<(), CliError> {
        let Some((group, rule)) = rule_of(before, value) else { return Ok(()) };
        if self.variables.contains_key(value) || rule_of(history.scenario_at(0), value).is_some() {
            return Ok(());
        }
        let describe = Call::describe_security_group_attribute(before.region(), &group.id);
        let line = command_with(&describe, |value| self.variables.get(value).cloned())?;
        let (given, wanted) = self.conditions(before, &describe, rule);
        let filter = format!(
            ".Permissions.Permission[] | select({}) | .SecurityGroupRuleId",
            wanted.join(" and ")
        );
        let variable = self.variable("rule", value);
        let filter = shell::quote(&filter);
        self.lines.push(format!("{variable}=$({line} | jq -r{given} {filter})"));
        Ok(())
    }

    /// What tells a rule from all others in the reply that describes its group: arguments for
    /// `jq`, and conditions.
    fn conditions(&self, before: &Scenario, describe: &Call, rule: &Rule) -> (String, Vec<String>) {
        let env = emulator::Env { now: rule.created, entropy: 0 };
        let reply = emulator::answer(before, describe, &env).ok().map(|answer| answer.reply);
        let fields = reply.as_ref().and_then(|reply| permission(reply, rule.id.as_str()));
        let (mut given, mut wanted) = (String::new(), Vec::new());
        for (name, value) in fields.unwrap_or_default() {
            let shown = match value {
                Value::Text(text) => text.clone(),
                Value::Number(number) => number.to_string(),
                Value::Truth(_) | Value::Object(_) | Value::List(_) => continue,
            };
            if shown.is_empty() || !TELLING.contains(name) {
                continue;
            }
            let right = match self.variables.get(&shown) {
                Some(variable) => {
                    given.push_str(&format!(" --arg {variable} \"${variable}\""));
                    format!("${variable}")
                }
                None => serde_json::Value::from(shown).to_string(),
            };
            wanted.push(format!("(.{name}|tostring) == {right}"));
        }
        (given, wanted)
    }

    fn variable(&mut self, kind: &str, id: &str) -> String {
        let known = self.variables.values().filter(|name| name.starts_with(kind)).count();
        let name = format!("{kind}_{}", known + 1);
        self.variables.insert(id.to_owned(), name.clone());
        name
    }
}

/// The fields of a described rule that tell it from the others of its group: no two rules of a
/// group agree in all of them.
const TELLING: [&str; 16] = [
    "Direction",
    "IpProtocol",
    "PortRange",
    "SourcePortRange",
    "SourceCidrIp",
    "DestCidrIp",
    "Ipv6SourceCidrIp",
    "Ipv6DestCidrIp",
    "SourceGroupId",
    "DestGroupId",
    "SourcePrefixListId",
    "DestPrefixListId",
    "Policy",
    "Priority",
    "NicType",
    "SourceGroupOwnerAccount",
];

fn rule_of<'a>(scenario: &'a Scenario, id: &str) -> Option<(&'a SecurityGroup, &'a Rule)> {
    scenario.groups().find_map(|group| {
        let rule = group.rules.iter().find(|rule| rule.id.as_str() == id)?;
        Some((group.as_ref(), rule.as_ref()))
    })
}

/// The rule with an id among the `Permissions` of a reply.
fn permission<'a>(reply: &'a Reply, id: &str) -> Option<&'a [emulator::Field]> {
    let Value::Object(wrapped) = reply.get("Permissions")? else { return None };
    let (_, Value::List(rules)) = wrapped.first()? else { return None };
    rules.iter().find_map(|rule| match rule {
        Value::Object(fields) => fields
            .iter()
            .any(|(name, value)| *name == "SecurityGroupRuleId" && value.as_text() == Some(id))
            .then_some(fields.as_slice()),
        Value::Text(_) | Value::Number(_) | Value::Truth(_) | Value::List(_) => None,
    })
}
