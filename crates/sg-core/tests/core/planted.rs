//! The problems that wake an engineer: planted in generated accounts, each is named by the
//! explanation of what no longer works and by a fix, from a cold start.

use sg_core::connectivity::*;
use sg_core::explain::{Explanation, Outcome, Part, explain};
use sg_core::language::Language;
use sg_core::model::{Port, PortFilter, PortRange, ProtocolFilter, RulePolicy, Scenario};
use sg_testing::account::{Account, Planted, Problem};

/// How many accounts, each with all six problems, whose paths have nothing in common.
const ACCOUNTS: u64 = 200;

fn end(scenario: &Scenario, name: &str) -> End {
    let instance = scenario.instances().find(|instance| instance.name == name).unwrap();
    End::Interface(instance.primary().unwrap().clone())
}

fn flow(scenario: &Scenario, planted: &Planted) -> Flow {
    let packet = Packet::Tcp {
        source_port: Port::new(40_000).unwrap(),
        destination_port: Port::new(planted.port).unwrap(),
    };
    let (from, to) = (end(scenario, &planted.from), end(scenario, &planted.to));
    flow_between(scenario, &from, &to, packet).unwrap()
}

fn verdict(scenario: &Scenario, planted: &Planted) -> Verdict {
    evaluate(scenario, &flow(scenario, planted)).verdict
}

/// The accounts with what was planted in each.
fn each(mut check: impl FnMut(u64, &Account, &Planted)) {
    for seed in 0..ACCOUNTS {
        let account = Account::new(seed, &Problem::ALL);
        assert_eq!(account.planted.len(), Problem::ALL.len());
        for planted in &account.planted {
            check(seed, &account, planted);
        }
    }
}

#[test]
fn every_problem_blocks_a_path_and_only_what_was_planted_does() {
    each(|seed, account, planted| {
        assert_eq!(verdict(&account.scenario, planted), Verdict::Blocked, "{seed} {planted:?}");
        // A rule by public address never opened what it was made for; everything else worked.
        let worked = verdict(&account.before, planted) == Verdict::Pass;
        assert_eq!(worked, planted.problem != Problem::PublicAddress, "{seed} {planted:?}");
        // Without it, the path works whatever else is planted.
        if seed < 10 && worked {
            let others = Problem::ALL.into_iter().filter(|other| *other != planted.problem);
            let other = Account::new(seed, &others.collect::<Vec<_>>());
            assert_eq!(verdict(&other.scenario, planted), Verdict::Pass, "{seed} {planted:?}");
        }
    });
}

#[test]
fn an_account_has_the_size_of_the_night() {
    for seed in 0..ACCOUNTS {
        let Account { scenario, before, .. } = Account::new(seed, &Problem::ALL);
        let rules = |it: &Scenario| it.groups().map(|group| group.rules.len()).sum::<usize>();
        assert_eq!((scenario.groups().len(), scenario.instances().len()), (6, 35));
        assert_eq!((rules(&before), rules(&scenario)), (51, 52), "{seed}");
        assert_eq!(Account::new(seed, &Problem::ALL).scenario, scenario);
    }
}

/// Whether a part names something by its ID or, if it is an end, by its name.
fn names(part: &Part, wanted: &str) -> bool {
    match part {
        Part::Rule { id, .. } => id.as_str() == wanted,
        Part::Group { id, .. } => id.as_str() == wanted,
        Part::End { label } => label == wanted,
        Part::Words(_) | Part::Code(_) => false,
    }
}

/// Whether an explanation names what was planted where it says why the packet is blocked.
fn named(explanation: &Explanation, planted: &Planted) -> bool {
    let deciding = || explanation.steps.iter().filter(|step| step.decides);
    let culprit = planted.culprit.as_str();
    let headline = |wanted: &str| explanation.headline.iter().any(|part| names(part, wanted));
    // Among the rules that were tried, with the source as the only field that missed.
    let tried = |wanted: &dyn Fn(&Part) -> bool| {
        deciding().flat_map(|step| &step.rules).any(|line| {
            let missed = |(_, field): &&(String, FieldMatch)| *field == FieldMatch::Missed;
            wanted(&line.rule) && line.marks.iter().filter(missed).count() == 1
        })
    };
    match planted.problem {
        Problem::WrongPriority | Problem::Tie => {
            headline(culprit) && deciding().any(|step| step.outcome == Outcome::Fails)
        }
        Problem::AdvancedWithoutEgress => {
            let default = Some(ClauseId::AdvancedEgressDefault);
            headline(&planted.from) && explanation.clause == default
        }
        // In the layer of the policy.
        Problem::PolicyDrop => explanation
            .steps
            .first()
            .is_some_and(|step| step.parts.iter().any(|part| names(part, culprit))),
        Problem::PublicAddress => tried(&|rule| names(rule, culprit)),
        Problem::WrongGroup => {
            let of_its_like = |rule: &Part| rule.as_str().contains("11211");
            headline(culprit) && tried(&of_its_like)
        }
    }
}

#[test]
fn the_explanation_of_the_symptom_names_what_was_planted() {
    each(|seed, account, planted| {
        let evaluation = evaluate(&account.scenario, &flow(&account.scenario, planted));
        for language in Language::ALL {
            let explanation = explain(&account.scenario, &evaluation, language);
            assert_eq!(explanation.verdict, Some(Verdict::Blocked));
            let text = explanation.to_markdown();
            assert!(named(&explanation, planted), "{seed} {planted:?}\n{text}");
        }
    });
}

/// Whether an edit is about what was planted.
fn mends(scenario: &Scenario, edit: &Edit, planted: &Planted) -> bool {
    let by_rule = |rule: &sg_core::model::RuleId| rule.as_str() == planted.culprit;
    match (planted.problem, edit) {
        (
            Problem::WrongPriority | Problem::Tie,
            Edit::RemoveRule { rule, .. } | Edit::Reprioritise { rule, .. },
        ) => by_rule(rule),
        (
            Problem::AdvancedWithoutEgress | Problem::PublicAddress,
            Edit::AddRule { group, rule },
        ) => *group == planted.group && rule.policy == RulePolicy::Accept,
        (Problem::PolicyDrop, Edit::SetPolicy { group, .. }) => *group == planted.group,
        (Problem::WrongGroup, Edit::Join { interface, .. }) => {
            End::Interface(interface.clone()) == end(scenario, &planted.culprit)
        }
        (_, _) => false,
    }
}

#[test]
fn a_fix_of_the_symptom_is_an_edit_of_what_was_planted() {
    each(|seed, account, planted| {
        // A search is slow in a debug build: one symptom of each account, every kind in turn.
        let turn = usize::try_from(seed).unwrap() % Problem::ALL.len();
        if Problem::ALL.get(turn) != Some(&planted.problem) {
            return;
        }
        let scenario = &account.scenario;
        let port = Port::new(planted.port).unwrap();
        let goal = Goal {
            from: end(scenario, &planted.from),
            to: end(scenario, &planted.to),
            packets: ProtocolFilter::Tcp(PortFilter::to(PortRange::new(port, port).unwrap())),
            intent: Intent::Allow,
        };
        let fixes = fix(scenario, &goal).unwrap();
        assert!(!fixes.holds && fixes.complete, "{seed} {planted:?}");
        let edits = fixes.fixes.iter().filter(|fix| fix.edits.len() == 1);
        let mut edits = edits.flat_map(|fix| &fix.edits);
        assert!(
            edits.any(|edit| mends(scenario, edit, planted)),
            "{seed} {planted:?} {:#?}",
            fixes.fixes
        );
    });
}
