//! The problems that wake an engineer, on the command line: from a document alone, the answers name
//! what was planted.

#![expect(clippy::unwrap_used, reason = "a failing test should stop at once and say where")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sg_core::language::Language;
use sg_core::model::Rule;
use sg_core::share::write;
use sg_testing::account::{Account, Planted, Problem};

/// How many accounts.
const ACCOUNTS: u64 = 200;

fn sgp(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_sgp")).args(args).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The accounts as files, with what was planted in each.
fn each(name: &str, mut check: impl FnMut(&Path, &Account, &Planted)) {
    let file: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    for seed in 0..ACCOUNTS {
        let account = Account::new(seed, &Problem::ALL);
        fs::write(&file, write(&account.scenario)).unwrap();
        // One symptom of each account, every kind in turn.
        let turn = usize::try_from(seed).unwrap() % Problem::ALL.len();
        check(&file, &account, account.planted.get(turn).unwrap());
    }
    fs::remove_file(&file).unwrap();
}

fn rule<'a>(account: &'a Account, planted: &Planted) -> &'a Rule {
    let mut rules = account.scenario.groups().flat_map(|group| &group.rules);
    rules.find(|rule| rule.id.as_str() == planted.culprit).unwrap()
}

fn in_words(account: &Account, planted: &Planted) -> String {
    rule(account, planted).in_words(&account.scenario, Language::En)
}

#[test]
fn explain_names_what_was_planted() {
    each("planted-explain.json", |file, account, planted| {
        let packet = format!("tcp/{}", planted.port);
        let path = file.to_str().unwrap();
        let text = sgp(&["explain", path, &planted.from, &planted.to, &packet]);
        let (first, layers) = text.split_once('\n').unwrap();
        assert!(first.contains("is blocked"), "{text}");
        let group = &account.scenario.group(&planted.group).unwrap().name;
        let missed = |rule: &str| {
            let mut tried = layers.lines().filter(|line| line.trim_start().starts_with(rule));
            tried.any(|line| line.ends_with("does not match: source"))
        };
        let named = match planted.problem {
            // In words, and below by its ID.
            Problem::WrongPriority | Problem::Tie => {
                first.contains(&in_words(account, planted)) && layers.contains(&planted.culprit)
            }
            Problem::AdvancedWithoutEgress => {
                let sender = format!("no outbound rule of {} allows it", planted.from);
                first.contains(&sender) && first.contains("advanced security group")
            }
            Problem::PolicyDrop => layers.contains(&format!("both are in {group}, set to Drop")),
            Problem::PublicAddress => missed(&in_words(account, planted)),
            Problem::WrongGroup => {
                let rule = "inbound Allow TCP 11211 from app-prod";
                first.starts_with(&planted.culprit) && missed(rule)
            }
        };
        assert!(named, "{planted:?}\n{text}");
    });
}

#[test]
fn fix_changes_what_was_planted() {
    each("planted-fix.json", |file, account, planted| {
        let packet = format!("tcp/{}", planted.port);
        let path = file.to_str().unwrap();
        let text = sgp(&["fix", path, &planted.from, &planted.to, &packet]);
        // The instance joins the group of its like.
        let join = || {
            let mut instances = account.scenario.instances();
            let own = instances.find(|instance| instance.name == planted.culprit).unwrap();
            let mut groups = account.scenario.groups();
            let group = groups.find(|group| group.name == "app-prod").unwrap();
            format!("--SecurityGroupId {} --InstanceId {}", group.id, own.id)
        };
        let (action, named) = match planted.problem {
            Problem::WrongPriority | Problem::Tie => {
                ("RevokeSecurityGroup ", planted.culprit.clone())
            }
            Problem::AdvancedWithoutEgress => {
                ("AuthorizeSecurityGroupEgress ", planted.group.to_string())
            }
            Problem::PublicAddress => ("AuthorizeSecurityGroup ", planted.group.to_string()),
            Problem::PolicyDrop => ("ModifySecurityGroupPolicy ", planted.group.to_string()),
            Problem::WrongGroup => ("JoinSecurityGroup ", join()),
        };
        let mut commands = text.lines().filter(|line| line.contains("aliyun ecs "));
        assert!(
            commands.any(|line| line.contains(action) && line.contains(&named)),
            "{planted:?}\n{text}"
        );
    });
}

#[test]
fn lint_names_everything_that_was_planted() {
    each("planted-lint.json", |file, account, _| {
        let text = sgp(&["lint", file.to_str().unwrap()]);
        // A finding begins with its severity and name; all else about it is indented.
        let mut findings: Vec<(&str, String)> = Vec::new();
        for line in text.lines() {
            match (line.starts_with(' '), findings.last_mut()) {
                (true, Some((_, about))) => *about += &format!("{line}\n"),
                (true, None) => unreachable!("{text}"),
                (false, _) => {
                    findings.push((line.split_whitespace().last().unwrap(), String::new()));
                }
            }
        }
        for planted in &account.planted {
            let group = account.scenario.groups().find(|own| own.id.as_str() == planted.culprit);
            let named = group.map_or(planted.culprit.as_str(), |group| &group.name);
            let about = |(id, about): &(&str, String)| {
                *id == planted.problem.finding() && about.contains(named)
            };
            assert!(findings.iter().any(about), "{planted:?}\n{text}");
        }
    });
}
