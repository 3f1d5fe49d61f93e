//! Rules: which are new, gone, or say something else.

use std::sync::Arc;

use crate::compare::difference::{About, Difference, How, Properties, Property, is_made_up};
use crate::model::{PortRange, Rule, RuleSpec, Scenario, SecurityGroup};

use super::groups::resource;

/// The rules of groups that both scenarios have. Those of other groups came or went with them.
pub(super) fn compare(before: &Scenario, after: &Scenario, found: &mut Vec<Difference>) {
    for group in after.groups() {
        if let Some(old) = before.group(&group.id) {
            of_group(group, &old.rules, &group.rules, found);
        }
    }
}

fn of_group(
    group: &SecurityGroup,
    old: &[Arc<Rule>],
    new: &[Arc<Rule>],
    found: &mut Vec<Difference>,
) {
    let mut pairs = Pairs { old: old.iter().collect(), new: new.iter().collect(), met: Vec::new() };
    let given = |rule: &Rule| !is_made_up(&rule.id, &group.id);
    pairs.meet(|a, b| a.id == b.id && given(a) && given(b) && a.spec.direction == b.spec.direction);
    pairs.meet(|a, b| a.spec == b.spec && a.description == b.description);
    pairs.meet(|a, b| a.spec == b.spec);
    // The same packets, with another action or priority.
    let matches = |a: &Rule, b: &Rule| {
        let (a, b) = (&a.spec, &b.spec);
        (a.direction, a.protocol, a.list(), &a.peer, a.local_cidr)
            == (b.direction, b.protocol, b.list(), &b.peer, b.local_cidr)
    };
    // Two rules with IDs of their own are two rules.
    let may_be_one = |a: &Rule, b: &Rule| !given(a) || !given(b);
    pairs.meet(|a, b| may_be_one(a, b) && matches(a, b));
    pairs.meet_alone(|a, b| {
        let (first, second) = (&a.spec, &b.spec);
        may_be_one(a, b)
            && first.protocol.protocol() == second.protocol.protocol()
            && (first.direction, first.policy, first.priority, &first.peer, first.local_cidr)
                == (
                    second.direction,
                    second.policy,
                    second.priority,
                    &second.peer,
                    second.local_cidr,
                )
    });
    let difference = |rule: &Rule, how, created| {
        let about = About::Rule { group: resource(group), rule: rule.clone() };
        Difference { about, how, created }
    };
    for (old, new) in pairs.met {
        let how = changed(old, new);
        found.extend(how.map(|how| difference(new, how, new.created.on_record())));
    }
    for rule in pairs.new {
        found.push(difference(rule, How::Added, rule.created.on_record()));
    }
    found.extend(pairs.old.into_iter().map(|rule| difference(rule, How::Removed, None)));
}

/// The rules of both sides that have not met yet, and those that have.
struct Pairs<'a> {
    old: Vec<&'a Arc<Rule>>,
    new: Vec<&'a Arc<Rule>>,
    met: Vec<(&'a Rule, &'a Rule)>,
}

impl Pairs<'_> {
    /// Puts together each new rule with the first old one that is the same.
    fn meet(&mut self, same: impl Fn(&Rule, &Rule) -> bool) {
        let Self { old, new, met } = self;
        new.retain(|rule| match old.iter().position(|before| same(before, rule)) {
            Some(place) => {
                met.push((old.remove(place), rule));
                false
            }
            None => true,
        });
    }

    /// The same for rules that have one counterpart only.
    fn meet_alone(&mut self, same: impl Fn(&Rule, &Rule) -> bool) {
        let (old, new) = (self.old.clone(), self.new.clone());
        self.meet(|a, b| {
            let alone = |rules: &[&Arc<Rule>], fits: &dyn Fn(&Rule) -> bool| {
                rules.iter().filter(|rule| fits(rule)).count() == 1
            };
            same(a, b) && alone(&old, &|rule| same(rule, b)) && alone(&new, &|rule| same(a, rule))
        });
    }
}

fn changed(old: &Rule, new: &Rule) -> Option<How> {
    let (before, after) = (&old.spec, &new.spec);
    Properties::default()
        .add(Property::Action, (before.policy, after.policy), |it| it.as_str().to_owned())
        .add(Property::Priority, (before.priority, after.priority), ToString::to_string)
        .add(Property::Ports, (ports(before), ports(after)), Clone::clone)
        .add(Property::Peer, (&before.peer, &after.peer), ToString::to_string)
        .add(Property::LocalCidr, (before.local_cidr, after.local_cidr), |block| {
            block.map(|block| block.to_string()).unwrap_or_default()
        })
        .add(Property::Description, (&old.description, &new.description), |it| (*it).clone())
        .found()
}

/// The protocol and ports; the entries of a port list are a difference of their own.
fn ports(spec: &RuleSpec) -> String {
    let protocol = spec.protocol.protocol().to_string();
    match spec.protocol.ports() {
        None => protocol,
        Some(own) if own.source == PortRange::ALL => format!("{protocol} {}", spec.ports_text()),
        Some(own) => format!("{protocol} {} ({})", spec.ports_text(), own.source),
    }
}
