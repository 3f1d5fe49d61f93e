//! Scenarios with port lists, and the same without.

use std::sync::Arc;

use sg_core::model::*;

/// Lists with ranges apart, with a single port, without any, and with ranges that overlap.
const LISTS: [(&str, &[&str]); 4] = [
    ("prl-web", &["80/80", "443/443", "8000/8999"]),
    ("prl-one", &["22/22"]),
    ("prl-empty", &[]),
    ("prl-overlap", &["1/100", "50/200", "65535/65535"]),
];

fn list(name: &str, ranges: &[&str]) -> PortList {
    let entry = |range: &&str| PortEntry {
        range: PortRange::parse(range).unwrap(),
        description: format!("it's \"{range}\""),
    };
    PortList {
        id: PortListId::parse(name).unwrap(),
        name: format!("${{{name}}} 端口"),
        entries: ranges.iter().map(entry).collect(),
        max_entries: 5,
    }
}

/// The scenario with port lists, from which four of five rules of TCP and UDP take their ports.
///
/// # Panics
/// If the rules then count for more than the quotas allow, which needs a large scenario.
pub fn with_port_lists(scenario: &Scenario) -> Scenario {
    let edited = scenario.edited(|draft| {
        let lists: Vec<PortList> = LISTS.iter().map(|(name, ranges)| list(name, ranges)).collect();
        let mut number = 0;
        for group in draft.groups.values_mut() {
            for rule in &mut Arc::make_mut(group).rules {
                let Some(ports) = rule.spec.protocol.ports() else { continue };
                number += 1;
                let Some(list) = lists.get(number % (lists.len() + 1)) else { continue };
                let ports = PortFilter { destination: PortRange::ALL, source: ports.source };
                let spec = &mut Arc::make_mut(rule).spec;
                spec.protocol = spec.protocol.protocol().with_ports(ports);
                spec.port_list = Some(list.listed());
            }
        }
        for list in lists {
            draft.put_port_list(list);
        }
    });
    edited.unwrap()
}

/// The scenario with a rule for each range of each port list, in the place of rules with lists.
///
/// # Panics
/// If there are then more rules than the quotas allow, which needs a large scenario.
pub fn without_port_lists(scenario: &Scenario) -> Scenario {
    let edited = scenario.edited(|draft| {
        draft.port_lists.clear();
        for group in draft.groups.values_mut() {
            let alone = |rule: &Arc<Rule>| {
                let filters = rule.spec.filters().enumerate();
                let one = |(place, protocol): (usize, ProtocolFilter)| {
                    let id = RuleId::parse(&format!("{}-{place}", rule.id)).unwrap();
                    let spec = RuleSpec { protocol, port_list: None, ..rule.spec.clone() };
                    Arc::new(Rule { id, spec, ..(**rule).clone() })
                };
                filters.map(one).collect::<Vec<_>>()
            };
            let rules = group.rules.iter().flat_map(alone).collect();
            Arc::make_mut(group).rules = rules;
        }
    });
    edited.unwrap()
}
