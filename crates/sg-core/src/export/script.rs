//! A shell script for the Alibaba Cloud CLI that builds the scenario from scratch.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::connectivity::End;
use crate::emulator::Call;
use crate::explain::end_label;
use crate::history::script::{remark, text::NEEDS};
use crate::history::{join_call, leave_call};
use crate::language::{Language, Text};
use crate::model::{
    Direction, GroupType, Holder, InnerAccessPolicy, NetworkInterface, Rule, Scenario,
    SecurityGroup,
};
use crate::quote::{hidden, shell};
use crate::request::snippet::cli::{CliError, command_with};

use super::left_out::{LeftOut, Omitted, Written};
use super::text;

mod create;
mod dry_run;
mod given;
mod rules;

use dry_run::DryRun;
use rules::authorize_call;

/// The calls that rebuild the groups, their rules and their members, as a script for `sh`.
///
/// Generated ids are taken from the responses. Resources that no call here creates (VPCs,
/// instances, prefix lists) become variables at the top. Every call is tried on the emulator first;
/// what the service would reject is left out with a comment, and counted.
pub fn script(scenario: &Scenario, language: Language) -> Written {
    let mut script = Script {
        scenario,
        language,
        lines: vec!["#!/bin/sh".to_owned()],
        variables: BTreeMap::new(),
        dry_run: DryRun::new(scenario),
        left_out: LeftOut::default(),
    };
    script.remark(text::REBUILDS, &[]);
    script.remark(NEEDS, &[]);
    let head = script.lines.len();
    script.lines.push("set -eu".to_owned());
    script.given();
    for group in scenario.groups().filter(|group| !group.is_read_only()) {
        script.create(group);
    }
    for group in scenario.groups().filter(|group| !group.is_read_only()) {
        script.fill(group);
    }
    for interface in scenario.interfaces() {
        match interface.holder {
            None => script.admit(interface),
            Some(Holder::Service { .. } | Holder::Nothing) => script.not_created(interface),
            // It stands for members that nobody listed.
            Some(Holder::Example) => {}
        }
    }
    script.lines.push(String::new());
    if let Some(sentence) = script.left_out.sentence(language) {
        script.lines.insert(head, shell::comment(&sentence));
    }
    Written { text: script.lines.join("\n"), left_out: script.left_out }
}

struct Script<'a> {
    scenario: &'a Scenario,
    language: Language,
    lines: Vec<String>,
    /// The shell variable for each scenario id.
    variables: BTreeMap<String, String>,
    dry_run: DryRun,
    left_out: LeftOut,
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

    /// Sets the policy and rules of a group, after all groups that rules may reference exist.
    fn fill(&mut self, group: &SecurityGroup) {
        let region = self.scenario.region();
        if group.group_type == GroupType::Basic(InnerAccessPolicy::Drop) {
            let policy = InnerAccessPolicy::Drop;
            let call = Call::modify_security_group_policy(region, &group.id, policy);
            self.call(&call, Omitted::Group);
        }
        if !group.unread.is_nothing() {
            self.remark(text::UNREAD, &[("name", &shown(group.label()))]);
            self.left_out.add(Omitted::UnknownPart, 1);
        }
        for direction in [Direction::Ingress, Direction::Egress] {
            let (rules, legacy): (Vec<_>, Vec<_>) =
                group.rules_of(direction).partition(|rule| rule.spec.priority.is_writable());
            self.left_out.add(Omitted::Rule, legacy.len());
            for rule in legacy {
                let rule = format!("{}, {rule}", shown(group.label()));
                self.remark(text::PRIORITY_NOT_WRITABLE, &[("rule", &rule)]);
            }
            for rules in rules.chunks(rules::MOST) {
                let together = authorize_call(region, &group.id, direction, rules, true);
                // One rejected rule rejects the whole call.
                match self.fits(&together) {
                    true => self.call(&together, Omitted::Rule),
                    false => rules.iter().for_each(|rule| self.authorize(group, rule)),
                }
            }
        }
    }

    /// Adds one rule, without its description if that cannot be written.
    fn authorize(&mut self, group: &SecurityGroup, rule: &Arc<Rule>) {
        let (region, direction) = (self.scenario.region(), rule.spec.direction);
        let call = |described| {
            authorize_call(region, &group.id, direction, std::slice::from_ref(&rule), described)
        };
        let plain = call(false);
        let described = call(true);
        if !self.fits(&described) && !rule.description.is_empty() && self.fits(&plain) {
            let (name, description) = (shown(group.label()), shown(&rule.description));
            let values = [("name", &*name), ("description", &*description)];
            self.remark(text::RULE_DESCRIPTION_LEFT_OUT, &values);
            self.left_out.add(Omitted::RuleDescription, 1);
            return self.call(&plain, Omitted::Rule);
        }
        // If no command line can carry the description, the comment shows the call without it.
        let sayable = if self.line(&described).is_ok() { &described } else { &plain };
        self.call(sayable, Omitted::Rule);
    }

    /// Adds an interface to its groups. It leaves its placeholder group after joining the first
    /// one, so that the group quota leaves room for the others.
    fn admit(&mut self, interface: &NetworkInterface) {
        let of = |id| self.scenario.group(id).is_some_and(|group| !group.is_read_only());
        let groups: Vec<_> = interface.groups.iter().filter(|id| of(id)).cloned().collect();
        for (place, group) in groups.iter().enumerate() {
            self.call(&join_call(self.scenario, &interface.id, group), Omitted::Membership);
            if let Some(start) = self.dry_run.start_of(&interface.id).filter(|_| place == 0) {
                let call = leave_call(self.scenario, &interface.id, &start);
                self.call(&call, Omitted::Membership);
            }
        }
    }

    /// An interface of a cloud service, which the service itself creates, or one that is attached to
    /// nothing.
    fn not_created(&mut self, interface: &NetworkInterface) {
        let end = End::Interface(interface.id.clone());
        let name = shown(&end_label(self.scenario, &end, self.language));
        if interface.is_unattached() {
            let (words, place) = match &interface.vswitch {
                Some(vswitch) => (text::UNATTACHED_IN, ("vswitch", vswitch.as_str())),
                None => (text::UNATTACHED, ("vpc", interface.vpc.as_str())),
            };
            self.remark(words, &[("name", &name), (place.0, &shown(place.1))]);
        } else {
            self.remark(text::HELD, &[("name", &name)]);
        }
        self.left_out.add(Omitted::Interface, 1);
    }

    /// Writes a call; `of` is left out if the service rejects it.
    fn call(&mut self, call: &Call, of: Omitted) {
        match self.tried(call) {
            Some(line) => self.lines.push(line),
            None => self.left_out.add(of, 1),
        }
    }

    fn line(&self, call: &Call) -> Result<String, CliError> {
        command_with(call, |value| self.variables.get(value).cloned())
    }

    /// Whether a command line can carry a call and the service would accept it now.
    fn fits(&self, call: &Call) -> bool {
        self.line(call).is_ok() && self.dry_run.would(call).is_ok()
    }

    /// The command line of a call if the service accepts it; otherwise a comment is written
    /// instead.
    fn tried(&mut self, call: &Call) -> Option<String> {
        let line = match self.line(call) {
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

/// Somebody's words, short, as a comment may repeat them.
fn shown(text: &str) -> String {
    hidden::shown(text.trim())
}
