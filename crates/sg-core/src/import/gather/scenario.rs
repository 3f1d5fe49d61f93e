//! The project's own scenario document.

use std::collections::BTreeMap;

use crate::share::{Limits, read};

use super::Gather;
use crate::import::message::Message;
use crate::import::record::ScenarioRecord;
use crate::import::text;
use crate::import::tree::View;

impl Gather<'_> {
    pub(super) fn scenario(&mut self, view: View<'_>) {
        if self.records.scenario.is_some() {
            return self.unread(view, text::SECOND_SCENARIO);
        }
        let scenario = match read(view.source(), &Limits::FILE) {
            Ok(scenario) => scenario,
            Err(error) => {
                let at = descend(view, &error.path);
                return self.unread(at, Message::plain(text::BAD_SCENARIO).with("error", &error));
            }
        };
        let mut rules = BTreeMap::new();
        let groups = view.wrapped("securityGroups", "securityGroup");
        for (group, own) in groups.into_iter().zip(scenario.groups()) {
            for (rule, own) in group.wrapped("rules", "rule").into_iter().zip(&own.rules) {
                rules.insert(own.id.clone(), self.place(rule));
            }
        }
        let (groups, instances) = (scenario.groups().len(), scenario.instances().len());
        let lists = scenario.parts().prefix_lists.len();
        let (count, interfaces) = (rules.len(), scenario.interfaces().len());
        let vpcs = scenario.parts().vpcs.len();
        self.count(|understood| {
            understood.groups += groups;
            understood.rules += count;
            understood.instances += instances;
            understood.interfaces += interfaces;
            understood.prefix_lists += lists;
            understood.vpcs += vpcs;
        });
        self.records.regions.shift_insert(0, scenario.region().clone(), ());
        self.records.scenario = Some(ScenarioRecord { scenario, rules });
    }
}

/// The value at a path such as `securityGroups[0].rules[2].portRange`, or the last existing one
/// along it.
fn descend<'a>(view: View<'a>, path: &str) -> View<'a> {
    let mut at = view;
    for part in path.split('.') {
        let (name, numbers) = part.split_once('[').unwrap_or((part, ""));
        if !name.is_empty() {
            match at.get(name) {
                Some(next) => at = next,
                None => return at,
            }
        }
        let numbers = numbers.split(['[', ']']).filter_map(|text| text.parse::<usize>().ok());
        for number in numbers {
            match at.children().nth(number) {
                Some(next) => at = next,
                None => return at,
            }
        }
    }
    at
}
