//! Every link that is written opens: what no page would open has no link, for a reason that holds.

#![expect(clippy::unwrap_used, reason = "a test panics on the first error")]

use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

use sg_core::emulator::{Action, Call};
use sg_core::history::{Edit, History};
use sg_core::model::Scenario;
use sg_core::rng::SplitMix64;
use sg_core::share::{
    Counted, Excess, Limits, Link, LinkError, LinkExcess, LinkView, Log, MOST_CHARACTERS, Route,
    lesson_route, read, unpacked_lesson,
};
use sg_testing::environment::env;
use sg_testing::random_scenario;

const LINK: Limits = Limits::LINK;

/// How much of everything a scenario has.
#[derive(Debug, Clone, Copy)]
struct Size {
    groups: usize,
    rules: usize,
    instances: usize,
    /// More than one for each instance belong to no instance.
    interfaces: usize,
    outside: usize,
    /// The characters of a description.
    words: usize,
    /// Whether the description consists of one letter, which packs into nothing.
    dull: bool,
}

const SMALL: Size =
    Size { groups: 1, rules: 0, instances: 0, interfaces: 0, outside: 0, words: 0, dull: false };

impl Size {
    fn count(&self, what: Counted) -> usize {
        match what {
            Counted::Groups => self.groups,
            Counted::Rules => self.rules,
            Counted::Instances => self.instances,
            Counted::Interfaces => self.interfaces.max(self.instances),
            Counted::Outside => self.outside,
        }
    }

    /// Whether it may be too much for the length of a link.
    fn is_much(&self) -> bool {
        let count: usize = Counted::ALL.iter().map(|what| self.count(*what)).sum();
        count > 1_000 || (self.words > 1_000 && !self.dull)
    }

    fn with(self, what: Counted, count: usize) -> Self {
        match what {
            Counted::Groups => Self { groups: count, ..self },
            Counted::Rules => Self { rules: count, ..self },
            Counted::Instances => Self { instances: count, ..self },
            Counted::Interfaces => Self { interfaces: count, ..self },
            Counted::Outside => Self { outside: count, ..self },
        }
    }

    fn scenario(&self) -> Scenario {
        let rule = |number: usize| {
            json!({
                "direction": "ingress", "ipProtocol": "TCP", "portRange": format!("{0}/{0}", number + 1),
                "sourceCidrIp": "0.0.0.0/0", "policy": "Accept",
            })
        };
        let group = |number: usize| {
            let rules = (number..self.rules).step_by(self.groups).map(rule);
            json!({ "securityGroupId": format!("sg-{number}"), "rules": rules.collect::<Vec<_>>() })
        };
        let mut groups: Vec<_> = (0..self.groups).map(group).collect();
        groups[0]["description"] = words(self.words, self.dull).into();
        let interface = |number: usize| {
            json!({
                "networkInterfaceId": format!("eni-{number}"),
                "privateIpAddresses": [format!("10.0.{}.{}", number / 200, number % 200 + 1)],
                "securityGroupIds": [format!("sg-{}", number % self.groups)],
            })
        };
        let instance = |number: usize| {
            let id = format!("i-{number}");
            json!({ "instanceId": id, "networkInterfaces": [interface(number)] })
        };
        let outside =
            |number: usize| json!({ "name": number.to_string(), "cidrBlock": "0.0.0.0/0" });
        let document = json!({
            "version": 1,
            "vpcs": [{ "vpcId": "vpc-1", "cidrBlocks": ["10.0.0.0/8"] }],
            "securityGroups": groups,
            "instances": (0..self.instances).map(instance).collect::<Vec<_>>(),
            "networkInterfaces": (self.instances..self.interfaces).map(interface).collect::<Vec<_>>(),
            "outsideAddresses": (0..self.outside).map(outside).collect::<Vec<_>>(),
            // What a link holds decides here, not what an account may have.
            "quotas": {
                "groupsPerRegion": 500, "rulesPerInterface": 10_000, "addressesPerBasicGroup": 65_536,
            },
        });
        read(&document.to_string(), &Limits::FILE).unwrap()
    }
}

fn words(count: usize, dull: bool) -> String {
    let mut numbers = SplitMix64::new(1);
    let letters: Vec<char> = match dull {
        true => vec!['x'],
        false => ('!'..='~').chain('一'..='三').collect(),
    };
    (0..count).map(|_| numbers.pick(&letters).unwrap()).collect()
}

fn opened(route: &Route) -> Result<Link, LinkError> {
    let parsed = Route::parse(&route.to_string());
    assert_eq!(parsed.as_ref(), Ok(route));
    let Ok(Route::Scenario { text }) = parsed else { unreachable!("a link holds a scenario") };
    Link::read(&text)
}

/// Around each limit, and far beyond it.
fn size() -> impl Strategy<Value = Size> {
    let near = |most: usize| select(vec![0, 1, most - 1, most, most + 1, 2 * most]);
    let counts = [LINK.rules, LINK.instances, LINK.interfaces, LINK.outside].map(near);
    let words = select(vec![0, 20, 5_000, 30_000, 60_000, 300_000]);
    (1..LINK.groups + 2, counts, words, any::<bool>()).prop_map(|(groups, counts, words, dull)| {
        let [rules, instances, interfaces, outside] = counts;
        Size { groups, rules, instances, interfaces, outside, words, dull }
    })
}

/// A scenario at the limits costs more than a usual one.
fn few() -> ProptestConfig {
    let usual = random_scenario::config();
    ProptestConfig { cases: usual.cases / 16, ..usual }
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn what_is_written_opens_and_what_is_not_has_its_reason(size in size(), before in size()) {
        let (scenario, start) = (size.scenario(), before.scenario());
        let steps = vec!["call\t0\t0\tDescribeRegions".to_owned()];
        let logs = [None, Some(Log { start, steps, position: 1 })];
        for log in logs {
            let sizes = [Some(size), log.as_ref().map(|_| before)];
            let sizes = || sizes.iter().flatten();
            let link = Link { scenario: scenario.clone(), view: LinkView::default(), log };
            match link.route() {
                Ok(route) => prop_assert_eq!(opened(&route), Ok(link)),
                Err(LinkExcess::Contents(Excess { what, count, most })) => {
                    prop_assert!(count > most, "{what}: {count} of {most}");
                    prop_assert!(sizes().any(|size| size.count(what) == count), "{what}: {count}");
                }
                Err(LinkExcess::Text(bytes)) => prop_assert!(bytes > LINK.bytes, "{bytes}"),
                Err(LinkExcess::Length(length)) => {
                    prop_assert!(length > MOST_CHARACTERS, "{length}");
                    prop_assert!(sizes().any(Size::is_much), "{size:?}");
                }
            }
        }
    }
}

/// All rules of a scenario in the one group of its interfaces are more than the usual quota.
#[test]
fn a_group_may_have_more_rules_than_a_link_holds() {
    let size = Size { rules: 2 * LINK.rules, interfaces: 2, ..SMALL };
    let link = Link { scenario: size.scenario(), view: LinkView::default(), log: None };
    let excess = Excess { what: Counted::Rules, count: 2 * LINK.rules, most: LINK.rules };
    assert_eq!(link.route(), Err(LinkExcess::Contents(excess)));
}

#[test]
fn every_limit_is_inclusive() {
    for what in Counted::ALL {
        let most = match what {
            Counted::Groups => LINK.groups,
            Counted::Rules => LINK.rules,
            Counted::Instances => LINK.instances,
            Counted::Interfaces => LINK.interfaces,
            Counted::Outside => LINK.outside,
        };
        let link = |count: usize| Link {
            scenario: SMALL.with(what, count).scenario(),
            view: LinkView::default(),
            log: None,
        };
        let full = link(most);
        assert_eq!(opened(&full.route().unwrap()), Ok(full), "{what}");
        let excess = Excess { what, count: most + 1, most };
        assert_eq!(link(most + 1).route(), Err(LinkExcess::Contents(excess)));
    }
}

#[test]
fn a_lesson_has_a_link_that_opens_or_none() {
    for (file, excess) in [
        (words(1_000, false), false),
        (words(LINK.bytes, true), false),
        (words(LINK.bytes + 1, true), true),
        (words(60_000, false), true),
    ] {
        match lesson_route(&file) {
            Ok(route) => {
                assert!(!excess);
                let Ok(Route::OwnLesson { text }) = Route::parse(&route.to_string()) else {
                    unreachable!("a link holds a lesson")
                };
                assert_eq!(unpacked_lesson(&text), Ok(file));
            }
            Err(reason) => assert!(excess, "{reason}"),
        }
    }
}

/// The scenario was too large for a link for two steps: a link holds those after them, or, where one
/// went back, those before.
#[test]
fn a_link_leaves_out_steps_that_would_not_be_replayed() {
    let mut history = History::new(Arc::new(SMALL.with(Counted::Groups, LINK.groups).scenario()));
    let call = |action, params: &[(&str, &str)]| {
        let region = ("RegionId", "cn-hangzhou");
        Edit::Call(Call::new(action, [region].into_iter().chain(params.iter().copied())))
    };
    let policy = |value| {
        let params = [("SecurityGroupId", "sg-1"), ("InnerAccessPolicy", value)];
        call(Action::ModifySecurityGroupPolicy, &params)
    };
    for (number, edit) in [
        policy("Drop"),
        call(Action::CreateSecurityGroup, &[("VpcId", "vpc-1")]),
        policy("Accept"),
        call(Action::DeleteSecurityGroup, &[("SecurityGroupId", "sg-2")]),
        policy("Drop"),
    ]
    .into_iter()
    .enumerate()
    {
        history = history.with(edit, env(u64::try_from(number).unwrap()));
    }
    let counts: Vec<_> = (0..=5).map(|place| history.scenario_at(place).groups().len()).collect();
    let most = LINK.groups;
    assert_eq!(counts, [most, most, most + 1, most + 1, most, most]);
    for (place, wanted) in [
        (0, Some((1, 0))),
        (1, Some((1, 1))),
        (2, None),
        (3, None),
        (4, Some((1, 0))),
        (5, Some((1, 1))),
    ] {
        let there = history.at(place);
        let log = there.recent();
        let sent = log.as_ref().map(|log| (log.steps.len(), log.position));
        assert_eq!(sent, wanted, "{place}");
        let Some(log) = log else { continue };
        let scenario = there.scenario().as_ref().clone();
        let link = Link { scenario, view: LinkView::default(), log: Some(log) };
        let again = opened(&link.route().unwrap()).unwrap();
        let replayed = History::replayed(&again.log.unwrap(), &again.scenario, &LINK);
        assert_eq!(replayed.map(|history| history.position()), wanted.map(|(_, place)| place));
    }
}
