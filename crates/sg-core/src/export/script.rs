//! A shell script for the Alibaba Cloud CLI that builds the scenario from scratch.

use std::collections::BTreeMap;

use crate::emulator::{Call, GroupForm};
use crate::history::script::{remark, text::NEEDS};
use crate::history::{join_call, leave_call};
use crate::language::{Language, Text};
use crate::model::{
    Direction, GroupType, InnerAccessPolicy, NetworkInterface, Scenario, SecurityGroup,
};
use crate::quote::{hidden, shell};
use crate::request::snippet::cli::command_with;

use super::text;

mod dry_run;
mod given;
mod rules;

use dry_run::DryRun;
use rules::authorize_calls;

/// The calls that rebuild the groups, their rules and their members, as a script for `sh`.
///
/// Generated ids are taken from the responses. Resources that no call here creates (VPCs,
/// instances, prefix lists) become variables at the top. Every call is tried on the emulator first;
/// a call that the service would reject is replaced by a comment.
pub fn script(scenario: &Scenario, language: Language) -> String {
    let mut script = Script {
        scenario,
        language,
        lines: vec!["#!/bin/sh".to_owned()],
        variables: BTreeMap::new(),
        dry_run: DryRun::new(scenario),
    };
    script.remark(text::REBUILDS, &[]);
    script.remark(NEEDS, &[]);
    script.lines.push("set -eu".to_owned());
    script.given();
    for group in scenario.groups().filter(|group| !group.service_managed) {
        script.create(group);
    }
    for group in scenario.groups().filter(|group| !group.service_managed) {
        script.fill(group);
    }
    for interface in scenario.interfaces() {
        script.admit(interface);
    }
    script.lines.push(String::new());
    script.lines.join("\n")
}

struct Script<'a> {
    scenario: &'a Scenario,
    language: Language,
    lines: Vec<String>,
    /// The shell variable for each scenario id.
    variables: BTreeMap<String, String>,
    dry_run: DryRun,
}

impl Script<'_> {
    fn remark(&mut self, words: Text, values: &[(&str, &str)]) {
        self.lines.push(remark(words, values, self.language));
    }

    /// Assigns the id of an existing resource to a variable, with a comment that describes it.
    fn assign(&mut self, kind: &str, id: &str, (words, values): (Text, &[(&str, &str)])) {
        let variable = self.variable(kind, id);
        let words = remark(words, values, self.language);
        self.lines.push(format!("{variable}={} {words}", shell::quote(id)));
    }

    fn variable(&mut self, kind: &str, id: &str) -> String {
        let number = self.variables.values().filter(|name| name.starts_with(kind)).count() + 1;
        let name = format!("{kind}_{number}");
        self.variables.insert(id.to_owned(), name.clone());
        name
    }

    /// Creates a group and sets its policy. If the service would reject the name, the group is
    /// created without one.
    fn create(&mut self, group: &SecurityGroup) {
        let call = create_call(self.scenario, group, true);
        let call = match self.dry_run.would(&call) {
            Ok(()) => call,
            Err(_) => {
                let words = format!("{} {}", group.name, group.description);
                self.remark(text::LEFT_OUT, &[("name", &shown(&words))]);
                create_call(self.scenario, group, false)
            }
        };
        let Some(line) = self.tried(&call) else { return };
        self.dry_run.made(group.id.as_str());
        let variable = self.variable("group", group.id.as_str());
        self.lines.push(format!("{variable}=$({line} | jq -r .SecurityGroupId)"));
    }

    /// Sets the policy and rules of a group, after all groups that rules may reference exist.
    fn fill(&mut self, group: &SecurityGroup) {
        let region = self.scenario.region();
        if group.group_type == GroupType::Basic(InnerAccessPolicy::Drop) {
            let policy = InnerAccessPolicy::Drop;
            self.call(&Call::modify_security_group_policy(region, &group.id, policy));
        }
        for direction in [Direction::Ingress, Direction::Egress] {
            for rules in group.rules_of(direction).collect::<Vec<_>>().chunks(rules::MOST) {
                let together = authorize_calls(region, &group.id, direction, rules, rules::MOST);
                let fits = together.iter().all(|call| self.dry_run.would(call).is_ok());
                // One rejected rule rejects the whole call.
                let calls = match fits {
                    true => together,
                    false => authorize_calls(region, &group.id, direction, rules, 1),
                };
                calls.iter().for_each(|call| self.call(call));
            }
        }
    }

    /// Adds an interface to its groups. It leaves its placeholder group after joining the first
    /// one, so that the group quota leaves room for the others.
    fn admit(&mut self, interface: &NetworkInterface) {
        let of = |id| self.scenario.group(id).is_some_and(|group| !group.service_managed);
        let groups: Vec<_> = interface.groups.iter().filter(|id| of(id)).cloned().collect();
        for (place, group) in groups.iter().enumerate() {
            self.call(&join_call(self.scenario, &interface.id, group));
            if let Some(start) = self.dry_run.start_of(&interface.id).filter(|_| place == 0) {
                self.call(&leave_call(self.scenario, &interface.id, &start));
            }
        }
    }

    fn call(&mut self, call: &Call) {
        if let Some(line) = self.tried(call) {
            self.lines.push(line);
        }
    }

    /// The command line of a call if the service accepts it; otherwise a comment is written
    /// instead.
    fn tried(&mut self, call: &Call) -> Option<String> {
        let line = command_with(call, |value| self.variables.get(value).cloned());
        let line = match line {
            Ok(line) => line,
            Err(error) => {
                self.remark(text::NOT_SAID, &[("error", &error.to_string())]);
                return None;
            }
        };
        match self.dry_run.call(call) {
            Ok(()) => Some(line),
            Err(code) => {
                self.remark(text::REFUSED, &[("code", code)]);
                self.lines.push(shell::commented_out(&line));
                None
            }
        }
    }
}

fn create_call(scenario: &Scenario, group: &SecurityGroup, named: bool) -> Call {
    let words = |text: &'_ str| if named { text.to_owned() } else { String::new() };
    let (name, description) = (words(&group.name), words(&group.description));
    let form = GroupForm {
        vpc: group.vpc.as_str(),
        group_type: group.group_type.as_str(),
        name: &name,
        description: &description,
        managed: false,
    };
    let mut call = Call::create_security_group(scenario.region(), &form);
    if let Some(resource_group) = &group.labels.resource_group {
        call.params.set("ResourceGroupId", resource_group.as_str());
    }
    for (number, (key, value)) in (1_u32..).zip(&group.labels.tags) {
        call.params.set(format!("Tag.{number}.Key"), key);
        call.params.set(format!("Tag.{number}.Value"), value);
    }
    call
}

/// Somebody's words, short, as a comment may repeat them.
fn shown(text: &str) -> String {
    hidden::shown(text.trim())
}
