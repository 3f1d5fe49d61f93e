//! The script, executed line by line on the emulator.

use std::collections::BTreeMap;
use std::process::Command;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::select;
use sg_core::connectivity::{CheckedDirections, Matrix, PacketChoice, matrix};
use sg_core::emulator::{self, Action, Call, Env, Value};
use sg_core::export::{Omitted, Written, script};
use sg_core::language::Language;
use sg_core::lesson::Example;
use sg_core::model::*;
use sg_core::request::parse::parse;

use sg_testing::hostile_values::VALUES;
use sg_testing::random_scenario::{config, scenario};

/// A parsed script.
struct Read {
    /// The calls in order, each with the variable that receives the created id.
    calls: Vec<(Option<String>, Call)>,
    /// Calls that are commented out because the service would refuse them.
    refused: Vec<Call>,
    /// Variables for resources that must exist.
    given: BTreeMap<String, String>,
}

/// Substitutes variables, then parses the line like any other.
fn call_of(line: &str, variables: &BTreeMap<String, String>) -> Call {
    let mut filled = line.to_owned();
    for (name, value) in variables {
        filled = filled.replace(&format!("\"${name}\""), value);
    }
    let unset = filled.replace("\"$(printf ", "").contains("\"$");
    assert!(!unset, "a variable without a value: {filled}");
    parse(&filled).unwrap_or_else(|error| panic!("{filled}: {error:?}")).call
}

fn read(text: &str) -> Read {
    let mut given = BTreeMap::new();
    let (mut calls, mut refused) = (Vec::new(), Vec::new());
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("#!/bin/sh"));
    for line in lines {
        if let Some(remark) = line.strip_prefix("# ") {
            if remark.starts_with("aliyun ecs ") {
                refused.push(call_of(remark, &given));
            }
        } else if line.starts_with("aliyun ecs ") {
            calls.push((None, call_of(line, &given)));
        } else if let Some((name, rest)) = line.split_once("=$(") {
            let line = rest.strip_suffix(" | jq -r .SecurityGroupId)").unwrap();
            calls.push((Some(name.to_owned()), call_of(line, &given)));
            // Replaced later, when the call has been made and its reply is known.
            given.insert(name.to_owned(), format!("sg-of-{}", name.replace('_', "-")));
        } else if let Some((name, rest)) = line.split_once('=') {
            let (value, _) = rest.split_once(" # ").unwrap();
            let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_".contains(&b);
            assert!(value.bytes().all(plain), "{line}");
            given.insert(name.to_owned(), value.to_owned());
        } else {
            assert!(matches!(line, "set -eu"), "unexpected line: {line}");
        }
    }
    Read { calls, refused, given }
}

/// The scenario a script starts from: without its groups, and every interface in its initial group.
fn before(scenario: &Scenario, read: &Read) -> Scenario {
    let mut draft = scenario.parts().clone();
    let types: BTreeMap<SecurityGroupId, GroupType> =
        scenario.groups().map(|group| (group.id.clone(), group.group_type)).collect();
    draft.groups.clear();
    for interface in scenario.interfaces() {
        let instance = scenario.instance_of(&interface.id).unwrap();
        let by_instance = instance.primary() == Some(&interface.id);
        let left = read.calls.iter().map(|(_, call)| call).find(|call| {
            let own = match by_instance {
                true => call.params.get("InstanceId") == Some(instance.id.as_str()),
                false => call.params.get("NetworkInterfaceId") == Some(interface.id.as_str()),
            };
            own && call.action == Action::LeaveSecurityGroup
        });
        let id = left.unwrap().params.get("SecurityGroupId").unwrap();
        assert!(read.given.iter().any(|(name, own)| name.starts_with("start_") && own == id));
        let id = SecurityGroupId::parse(id).unwrap();
        let advanced = types[interface.groups.first().unwrap()] == GroupType::Advanced;
        draft.groups.entry(id.clone()).or_insert_with(|| {
            Arc::new(SecurityGroup {
                id: id.clone(),
                name: String::new(),
                description: String::new(),
                vpc: interface.vpc.clone(),
                group_type: match advanced {
                    true => GroupType::Advanced,
                    false => GroupType::Basic(InnerAccessPolicy::Accept),
                },
                service_managed: false,
                labels: Labels::default(),
                rules: Vec::new(),
                created: Timestamp::from_unix_seconds(0),
                owner: None,
                unread: Unread::default(),
            })
        });
        let own = draft.interfaces.get_mut(&interface.id).unwrap();
        Arc::make_mut(own).groups = [id].into();
    }
    // The account has the resource groups already; here, each has a group in it.
    for (number, group) in scenario.groups().enumerate() {
        let id = SecurityGroupId::parse(&format!("sg-holds-{number}")).unwrap();
        let Some(resource_group) = group.labels.resource_group.clone() else { continue };
        let mut holder = SecurityGroup::clone(group);
        holder.id = id.clone();
        holder.rules = Vec::new();
        holder.labels = Labels { resource_group: Some(resource_group), ..Labels::default() };
        draft.groups.insert(id, Arc::new(holder));
    }
    Scenario::new(draft).unwrap()
}

/// The scenario after all calls, with the placeholder ids replaced by those of the replies.
fn carried_out(scenario: &Scenario, read: &Read) -> (Scenario, BTreeMap<String, String>) {
    let mut scenario = before(scenario, read);
    let mut ids: BTreeMap<String, String> = BTreeMap::new();
    for (number, (variable, call)) in (7_000_u64..).zip(&read.calls) {
        let value = |value: &str| ids.get(value).cloned().unwrap_or_else(|| value.to_owned());
        let params = call.params.iter().map(|(name, text)| (name.to_owned(), value(text)));
        let call = Call { action: call.action, params: params.collect() };
        let env = Env { now: Timestamp::from_unix_seconds(1_800_000_000), entropy: number * 977 };
        let answer = emulator::answer(&scenario, &call, &env).unwrap_or_else(|error| {
            panic!("{} is refused: {}", call.action.as_str(), error.code())
        });
        if let Some(variable) = variable {
            let made = answer.reply.get("SecurityGroupId").and_then(Value::as_text).unwrap();
            ids.insert(format!("sg-of-{}", variable.replace('_', "-")), made.to_owned());
        }
        scenario = answer.scenario;
    }
    (scenario, ids)
}

fn whole(scenario: &Scenario) -> Matrix {
    matrix(scenario, PacketChoice::All, CheckedDirections::Both)
}

/// Compares the answers of a rebuilt scenario with those of the original.
fn assert_same_answers(original: &Scenario, rebuilt: &Scenario) {
    let (expected, found) = (whole(original), whole(rebuilt));
    assert_eq!(expected.ends.len(), found.ends.len());
    for from in 0..expected.ends.len() {
        for to in 0..expected.ends.len() {
            let (a, b) = (expected.cell(from, to).unwrap(), found.cell(from, to).unwrap());
            assert_eq!(a.state, b.state, "{:?} {:?}", expected.ends[from], expected.ends[to]);
        }
    }
}

/// The scenario without the rules whose priority no call can write.
fn writable(scenario: &Scenario) -> Scenario {
    let edited = scenario.edited(|draft| {
        for group in draft.groups.values_mut() {
            Arc::make_mut(group).rules.retain(|rule| rule.spec.priority.is_writable());
        }
    });
    edited.unwrap()
}

/// The scenario without the rules that the script cannot express; each has a comment in the script.
fn without_refused(scenario: &Scenario, read: &Read) -> Scenario {
    let group_ids: Vec<SecurityGroupId> = scenario.groups().map(|group| group.id.clone()).collect();
    // In scenario order, which is how the script numbers them.
    let named = |value: &str| {
        let number = value.strip_prefix("sg-of-group-").map(|n| n.parse::<usize>().unwrap());
        number.map_or_else(|| value.to_owned(), |number| group_ids[number - 1].to_string())
    };
    let mut keys: Vec<Vec<String>> = Vec::new();
    for call in &read.refused {
        assert!(call.action.as_str().starts_with("AuthorizeSecurityGroup"), "{call:?}");
        let mut key = vec![call.action.as_str().to_owned()];
        key.extend(call.params.iter().map(|(name, value)| format!("{name}={}", named(value))));
        keys.push(key);
    }
    let edited = scenario.edited(|draft| {
        for group in draft.groups.values_mut() {
            let id = group.id.clone();
            Arc::make_mut(group).rules.retain(|rule| {
                let (action, remote, near) = match rule.spec.direction {
                    Direction::Ingress => ("AuthorizeSecurityGroup", "Source", "Dest"),
                    Direction::Egress => ("AuthorizeSecurityGroupEgress", "Dest", "Source"),
                };
                // A rule without a local CIDR differs from one with a local CIDR.
                let names_own = |part: &String| {
                    part.split_once('=')
                        .is_some_and(|(name, _)| name.ends_with("CidrIp") && name.contains(near))
                };
                let says = [
                    format!("SecurityGroupId={id}"),
                    format!("Permissions.1.Policy={}", rule.spec.policy.as_str()),
                    format!("Permissions.1.Priority={}", rule.spec.priority),
                    format!("Permissions.1.IpProtocol={}", rule.spec.protocol.protocol()),
                    format!("Permissions.1.PortRange={}", rule.spec.protocol.port_range_text()),
                ];
                let peer = format!("{}", rule.spec.peer);
                let own = rule.spec.local_cidr.map(|own| own.to_string());
                let refused = keys.iter().any(|key| {
                    key[0] == action
                        && says.iter().all(|part| key.contains(part))
                        && key.iter().any(|part| {
                            part.contains(remote) && part.ends_with(&format!("={peer}"))
                        })
                        && match &own {
                            Some(own) => key.iter().any(|part| part.ends_with(&format!("={own}"))),
                            None => !key.iter().any(names_own),
                        }
                });
                !refused
            });
        }
    });
    edited.unwrap()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_script_rebuilds_what_it_was_made_from(scenario in scenario()) {
        let text = script(&scenario, Language::En).text;
        let read = read(&text);
        let remarks = text.matches("# A priority above 100").count();
        let rules = scenario.groups().flat_map(|group| &group.rules);
        prop_assert_eq!(remarks, rules.filter(|rule| !rule.spec.priority.is_writable()).count());
        let scenario = writable(&scenario);
        let expected = without_refused(&scenario, &read);
        let count = |scenario: &Scenario| scenario.groups().map(|g| g.rules.len()).sum::<usize>();
        prop_assert!(count(&scenario) - count(&expected) <= 2 * read.refused.len());
        let (rebuilt, _) = carried_out(&scenario, &read);
        assert_same_answers(&expected, &rebuilt);
        // Each interface is in exactly its own groups and has left its initial group.
        for interface in scenario.interfaces() {
            let own = rebuilt.interface(&interface.id).unwrap();
            prop_assert_eq!(own.groups.len(), interface.groups.len());
        }
    }
}

#[test]
fn every_example_is_rebuilt_by_its_script() {
    let mut refused = 0;
    for example in Example::all() {
        let scenario = example.scenario().unwrap();
        if scenario.groups().any(|group| group.is_read_only())
            || scenario.interfaces().any(|interface| interface.holder.is_some())
        {
            continue;
        }
        for language in Language::ALL {
            let read = read(&script(&scenario, language).text);
            refused += read.refused.len();
            let (rebuilt, _) = carried_out(&scenario, &read);
            assert_same_answers(&without_refused(&scenario, &read), &rebuilt);
        }
    }
    assert!(refused < 20, "most rules of the examples can be expressed: {refused}");
}

#[test]
fn a_managed_group_is_given_and_left_alone() {
    let scenario = Example::find("managed-group").unwrap().scenario().unwrap();
    let text = script(&scenario, Language::En).text;
    let managed = scenario.groups().find(|group| group.service_managed).unwrap();
    assert!(text.contains(&format!("managed_1={} # ", managed.id)), "{text}");
    let calls = text.lines().filter(|line| line.contains("aliyun ecs"));
    assert!(calls.into_iter().all(|line| !line.contains("managed_1")), "{text}");
}

#[test]
fn hostile_names_stay_what_they_are() {
    let base = Example::find("three-groups").unwrap().scenario().unwrap();
    for value in VALUES.iter().filter(|value| value.chars().count() <= 128) {
        let hostile = base.edited(|draft| {
            for group in draft.groups.values_mut() {
                let group = Arc::make_mut(group);
                group.name = (*value).to_owned();
                group.description = (*value).to_owned();
                for rule in &mut group.rules {
                    Arc::make_mut(rule).description = (*value).to_owned();
                }
            }
            for instance in draft.instances.values_mut() {
                Arc::make_mut(instance).name = (*value).to_owned();
            }
            for vpc in draft.vpcs.values_mut() {
                Arc::make_mut(vpc).name = (*value).to_owned();
            }
        });
        let Ok(hostile) = hostile else { continue };
        let text = script(&hostile, Language::En).text;
        let read = read(&text);
        let (rebuilt, _) = carried_out(&hostile, &read);
        assert_same_answers(&without_refused(&hostile, &read), &rebuilt);
        for group in rebuilt.groups().filter(|group| !group.name.is_empty()) {
            assert_eq!(group.name, *value);
        }
        let syntax = Command::new("sh").args(["-n", "-c", &text]).output();
        if let Ok(output) = syntax {
            assert!(output.status.success(), "{text}\n{}", String::from_utf8_lossy(&output.stderr));
        }
    }
}

/// The words and labels that a group may have in an account, some of which no call can write.
fn labelled() -> impl Strategy<Value = Scenario> {
    let name = select(&["web", "组-1", "1st", "a b", "it's", "x", ""][..]);
    let keys = ["team", "env", "acs:ros:stackId", "aliyun-x", "it's \"k\"", "$key `k`"];
    let tag = (select(keys.to_vec()), select(VALUES));
    let tags = prop::collection::vec(tag, 0..4);
    let resource_group = prop::option::of(select(&["rg-1", "rg-2", "rg_3"][..]));
    let group = (name, select(VALUES), select(VALUES), tags, resource_group);
    (scenario(), prop::collection::vec(group, 5)).prop_map(|(scenario, labels)| {
        let edited = scenario.edited(|draft| {
            for (group, own) in draft.groups.values_mut().zip(&labels) {
                let (name, description, of_rule, tags, resource_group) = own;
                let group = Arc::make_mut(group);
                group.name = (*name).to_owned();
                group.description = (*description).to_owned();
                let tags = tags.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
                group.labels.tags = tags.collect();
                group.labels.resource_group =
                    resource_group.map(|id| ResourceGroupId::parse(id).unwrap());
                for rule in &mut group.rules {
                    Arc::make_mut(rule).description = (*of_rule).to_owned();
                }
            }
        });
        edited.unwrap_or(scenario)
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn groups_keep_their_words_and_labels_and_what_is_left_out_is_counted(scenario in labelled()) {
        let Written { text, left_out } = script(&scenario, Language::En);
        let read = read(&text);
        prop_assert_eq!(text.contains("# Left out, each"), !left_out.is_nothing());
        for kind in [Omitted::Group, Omitted::ResourceGroup, Omitted::Membership] {
            prop_assert_eq!(left_out.count(kind), 0, "{}", &text);
        }
        let legacy = scenario.groups().flat_map(|group| &group.rules);
        let legacy = legacy.filter(|rule| !rule.spec.priority.is_writable()).count();
        let refused: usize = read.refused.len();
        prop_assert_eq!(left_out.count(Omitted::Rule), legacy + refused);
        let expected = without_refused(&writable(&scenario), &read);
        let (rebuilt, ids) = carried_out(&writable(&scenario), &read);
        assert_same_answers(&expected, &rebuilt);
        let (mut texts, mut tags) = (0, 0);
        for (number, group) in (1..).zip(scenario.groups()) {
            let id = SecurityGroupId::parse(&ids[&format!("sg-of-group-{number}")]).unwrap();
            let made = rebuilt.group(&id).unwrap();
            prop_assert_eq!(&made.labels.resource_group, &group.labels.resource_group);
            for (made, own) in [(&made.name, &group.name), (&made.description, &group.description)] {
                prop_assert!(made == own || made.is_empty(), "{} {}", made, own);
                texts += usize::from(made != own);
            }
            tags += group.labels.tags.len() - made.labels.tags.len();
            for (key, value) in &made.labels.tags {
                prop_assert_eq!(group.labels.tags.get(key), Some(value));
            }
        }
        prop_assert_eq!(left_out.count(Omitted::GroupText), texts);
        prop_assert_eq!(left_out.count(Omitted::Tag), tags);
    }
}

#[test]
fn a_group_in_a_resource_group_is_created_in_it() {
    let base = Example::find("three-groups").unwrap().scenario().unwrap();
    let scenario = base
        .edited(|draft| {
            for group in draft.groups.values_mut() {
                let id = ResourceGroupId::parse("rg-bp67acfmxazb4p").unwrap();
                Arc::make_mut(group).labels.resource_group = Some(id);
            }
        })
        .unwrap();
    let Written { text, left_out } = script(&scenario, Language::En);
    assert!(left_out.is_nothing(), "{text}");
    assert!(text.contains("resource_group_1=rg-bp67acfmxazb4p # Resource group"), "{text}");
    assert!(text.contains("--ResourceGroupId \"$resource_group_1\""), "{text}");
    assert!(!text.contains("# aliyun"), "no call is a comment: {text}");
}

#[test]
fn an_account_with_interfaces_of_services_is_still_tried_on_the_emulator() {
    let base = Example::find("three-groups").unwrap().scenario().unwrap();
    let scenario = base
        .edited(|draft| {
            let mut own = NetworkInterface::clone(draft.interfaces.values().next().unwrap());
            own.id = NetworkInterfaceId::parse("eni-alb").unwrap();
            own.addresses = vec!["10.0.0.200".parse().unwrap()];
            own.public_address = None;
            own.holder = Some(Holder::Service { product: Product::Alb, name: "lb".to_owned() });
            draft.interfaces.insert(own.id.clone(), Arc::new(own));
            for group in draft.groups.values_mut() {
                Arc::make_mut(group).labels.tags.insert("acs:x".to_owned(), "y".to_owned());
            }
        })
        .unwrap();
    let Written { text, left_out } = script(&scenario, Language::En);
    assert_eq!(left_out.count(Omitted::Interface), 1, "{text}");
    assert_eq!(left_out.count(Omitted::Tag), scenario.groups().len(), "{text}");
    assert!(text.contains("# Left out, each with a comment"), "{text}");
}
