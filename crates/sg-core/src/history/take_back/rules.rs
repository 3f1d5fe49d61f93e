//! Takes back what a step did to a group and its rules.

use std::sync::Arc;

use crate::emulator::{Action, Call};
use crate::model::{Direction, Rule, Scenario, SecurityGroup, SecurityGroupId};

use super::{Fault, Trial};

impl Trial {
    pub(super) fn group(
        &mut self,
        before: &Scenario,
        old: &SecurityGroup,
        new: &SecurityGroup,
    ) -> Result<(), Fault> {
        if old.group_type != new.group_type {
            self.policy(before, old)?;
        }
        if (&old.name, &old.description) != (&new.name, &new.description) {
            // An empty value would leave the attribute as it is.
            let call = Call::modify_security_group_attribute(
                before.region(),
                &old.id,
                &old.name,
                &old.description,
            );
            if !(old.name.is_empty() && old.description.is_empty()) {
                self.call(&call)?;
            }
        }
        let find = |group: &SecurityGroup, rule: &Rule| {
            group.rules.iter().find(|other| other.id == rule.id).cloned()
        };
        // Rules come back before others go, so that nothing is closed for longer than it was.
        for rule in old.rules.iter().filter(|rule| find(new, rule).is_none()) {
            self.authorize(before, &old.id, rule)?;
        }
        for rule in &new.rules {
            match find(old, rule) {
                None => self.revoke(before, &old.id, rule)?,
                Some(was) if was != *rule => self.modify(before, &old.id, (&was, rule))?,
                Some(_) => {}
            }
        }
        Ok(())
    }

    pub(super) fn authorize(
        &mut self,
        before: &Scenario,
        group: &SecurityGroupId,
        rule: &Rule,
    ) -> Result<(), Fault> {
        let known: Vec<_> = self.rules(group).iter().map(|rule| rule.id.clone()).collect();
        let rules = [(&rule.spec, rule.description.as_str())];
        self.call(&Call::authorize_rules(before.region(), group, rule.spec.direction, &rules))?;
        let fresh = self.rules(group).into_iter().find(|rule| !known.contains(&rule.id));
        if let Some(fresh) = fresh {
            self.ids.insert(rule.id.to_string(), fresh.id.to_string());
        }
        Ok(())
    }

    /// Removes a rule: by its ID if the cloud knows that, otherwise by what it says.
    fn revoke(
        &mut self,
        before: &Scenario,
        group: &SecurityGroupId,
        rule: &Rule,
    ) -> Result<(), Fault> {
        let direction = rule.spec.direction;
        let mut call =
            Call::revoke(before.region(), group, direction, std::slice::from_ref(&rule.id));
        if !self.has_first_id(rule) {
            call = Call::authorize_rules(before.region(), group, direction, &[(&rule.spec, "")]);
            call.action = match direction {
                Direction::Ingress => Action::RevokeSecurityGroup,
                Direction::Egress => Action::RevokeSecurityGroupEgress,
            };
        }
        self.call(&call).map(drop)
    }

    /// Whether a rule is there since the start of the log, with the ID that the cloud gave it.
    fn has_first_id(&self, rule: &Rule) -> bool {
        self.first.contains(&rule.id) && !self.ids.contains_key(rule.id.as_str())
    }

    /// Gives a rule its former fields. What an empty value would leave as it is takes a new rule.
    fn modify(
        &mut self,
        before: &Scenario,
        group: &SecurityGroupId,
        (was, now): (&Rule, &Rule),
    ) -> Result<(), Fault> {
        if !self.has_first_id(was) {
            self.revoke(before, group, now)?;
            return self.authorize(before, group, was);
        }
        let action = match was.spec.direction {
            Direction::Ingress => Action::ModifySecurityGroupRule,
            Direction::Egress => Action::ModifySecurityGroupEgressRule,
        };
        let head = [
            ("RegionId", before.region().as_str()),
            ("SecurityGroupId", group.as_str()),
            ("SecurityGroupRuleId", was.id.as_str()),
        ];
        let mut call = Call::new(action, head);
        let rules = [(&was.spec, was.description.as_str())];
        let whole = Call::authorize_rules(before.region(), group, was.spec.direction, &rules);
        for (name, value) in whole.params.iter() {
            if let Some(field) = name.strip_prefix("Permissions.1.") {
                call.params.set(field, value);
            }
        }
        let kept = (self.scenario.clone(), self.calls.len());
        let modified = self.call(&call);
        let same = |rule: &Arc<Rule>| rule.spec == was.spec && rule.description == was.description;
        if modified.is_ok() && self.rules(group).iter().any(same) {
            return Ok(());
        }
        self.scenario = kept.0;
        self.calls.truncate(kept.1);
        self.revoke(before, group, now)?;
        self.authorize(before, group, was)
    }

    /// The rules of a group, by its first ID.
    fn rules(&self, group: &SecurityGroupId) -> Vec<Arc<Rule>> {
        let group = self.here(group).and_then(|id| self.scenario.group(&id));
        group.map(|group| group.rules.clone()).unwrap_or_default()
    }
}
