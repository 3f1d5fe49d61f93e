//! Every lesson, with its case file: at least two solutions and three wrong attempts, each wrong
//! one with the first wrong packet of every goal that is not met.
//!
//! ```text
//! right: the switch
//!   aliyun ecs ModifySecurityGroupPolicy …
//!   took: calls 1, openings 0, within par
//!
//! wrong: a port too many
//!   aliyun ecs AuthorizeSecurityGroup …
//!   world: release ecs3
//!   miss: 1: ecs1 -> ecs2 tcp/23: pass
//! ```
//! `$new` in a line represents the id of the newest group. A miss is the number of the goal with
//! its packet and verdict, or with its message if the miss is not about a packet. Wrong packets are
//! verified with the naive evaluator, which shares nothing with the engine.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test panics on the first error"
)]

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::{Value, json};

use sg_core::connectivity::{CheckedDirections, PacketChoice};
use sg_core::connectivity::{End, Flow, Packet, Verdict, cell_between, evaluate};
use sg_core::explain::end_label;
use sg_core::goal::{Expect, Wrong};
use sg_core::history::{Edit, History, Outcome, TopologyEdit};
use sg_core::language::Language;
use sg_core::lesson::course::{Attempt, Claim, FILES, Miss, Words};
use sg_core::lesson::{Example, Lesson, Level, first_scenario};
use sg_core::model::{InstanceId, Scenario};
use sg_core::request::parse::parse;
use sg_core::share::is_id;

use sg_testing::environment::env;
use sg_testing::naive;
use sg_testing::schema;

/// One attempt at a lesson.
struct Way {
    name: String,
    right: bool,
    steps: Vec<String>,
    /// The effort, or the goals it misses.
    outcome: Vec<String>,
}

fn ways(id: &str) -> Vec<Way> {
    let path = format!("{}/tests/cases/lessons/{id}.txt", sg_testing::root().display());
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut ways: Vec<Way> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        if let Some((kind @ ("right" | "wrong"), name)) = line.split_once(": ") {
            let (name, right) = (name.to_owned(), kind == "right");
            ways.push(Way { name, right, steps: Vec::new(), outcome: Vec::new() });
            continue;
        }
        let way = ways.last_mut().expect("an attempt begins with `right:` or `wrong:`");
        let line = line.strip_prefix("  ").unwrap_or_else(|| panic!("{path}: {line}"));
        match line.split_once(": ") {
            Some(("took" | "miss", outcome)) => way.outcome.push(outcome.to_owned()),
            _ => way.steps.push(line.to_owned()),
        }
    }
    ways
}

/// The edit of a line, in the current scenario.
fn edit(line: &str, scenario: &Scenario) -> Edit {
    if let Some(name) = line.strip_prefix("world: release ") {
        let instance = InstanceId::parse(&format!("i-bp1{name}")).unwrap();
        return Edit::Topology(TopologyEdit::ReleaseInstance { instance });
    }
    let newest = scenario.groups().last().unwrap().id.to_string();
    let parsed = parse(&line.replace("$new", &newest)).unwrap_or_else(|e| panic!("{line}: {e}"));
    assert!(parsed.undocumented().is_empty(), "{line}");
    Edit::Call(parsed.call)
}

/// Ids of the steps are none of the lesson's own.
fn env_of(number: usize) -> sg_core::emulator::Env {
    env(u64::try_from(number).unwrap() + 100)
}

fn log(lesson: &Lesson, steps: &[String]) -> History {
    let mut log = History::new(Arc::clone(&lesson.scenario));
    for (number, line) in steps.iter().enumerate() {
        log = log.with(edit(line, log.scenario()), env_of(number));
    }
    log
}

const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "pass",
        Verdict::Blocked => "blocked",
        Verdict::Unknown => "unknown",
    }
}

fn packet(packet: Packet) -> String {
    let from = |port: u16| match port == Packet::DYNAMIC_PORT.get() {
        true => String::new(),
        false => format!(" from {port}"),
    };
    match packet {
        Packet::Tcp { source_port, destination_port } => {
            format!("tcp/{destination_port}{}", from(source_port.get()))
        }
        Packet::Udp { source_port, destination_port } => {
            format!("udp/{destination_port}{}", from(source_port.get()))
        }
        Packet::Icmp => "icmp".to_owned(),
        Packet::Icmpv6 => "icmpv6".to_owned(),
        Packet::Gre => "gre".to_owned(),
        Packet::Other(number) => format!("protocol/{number}"),
    }
}

/// The packet of a miss, in the form of the case files.
fn written(scenario: &Scenario, flow: &Flow, found: Verdict, cell: Option<&(End, End)>) -> String {
    let (from, to) = match cell {
        Some((from, to)) => {
            let label = |end| end_label(scenario, end, Language::En);
            (label(from), label(to))
        }
        None => (flow.source.address().to_string(), flow.destination.address().to_string()),
    };
    format!("{from} -> {to} {}: {}", packet(flow.packet), verdict(found))
}

/// The goals that an attempt misses; each wrong packet is verified with the naive evaluator.
fn misses(lesson: &Lesson, log: &History) -> Vec<String> {
    let progress = lesson.progress(log);
    let scenario = log.scenario();
    let numbered = progress.goals.iter().enumerate();
    let missed = numbered.filter_map(|(index, miss)| Some((index, miss.as_ref()?)));
    missed
        .map(|(index, miss)| {
            let said = if let Miss::Traffic {
                traffic,
                wrong: Wrong::Packet { flow, verdict, cell, .. },
            } = miss
            {
                let naive = naive::verdict(scenario, flow);
                assert_eq!(naive, *verdict, "{}: {flow:?}", lesson.id);
                assert_eq!(evaluate(scenario, flow).verdict, *verdict);
                let named = traffic
                    .packets
                    .as_ref()
                    .is_none_or(|sets| sets.iter().any(|set| set.contains(flow.packet)));
                let wrong = match traffic.expect {
                    Expect::Pass => named && naive != Verdict::Pass,
                    Expect::Blocked => named && naive != Verdict::Blocked,
                    Expect::PassOnly => named == (naive != Verdict::Pass),
                };
                assert!(wrong, "{}: {flow:?} is no wrong packet", lesson.id);
                written(scenario, flow, *verdict, cell.as_ref())
            } else {
                miss.sentence(scenario, Language::En)
            };
            format!("{}: {said}", index + 1)
        })
        .collect()
}

fn took(lesson: &Lesson, log: &History) -> String {
    let progress = lesson.progress(log);
    let par = if progress.within(lesson.par) { "within par" } else { "over par" };
    format!("calls {}, openings {}, {par}", progress.calls, progress.openings.len())
}

#[test]
fn every_lesson_is_solved_and_failed_as_its_cases_say() {
    let mut failures = Vec::new();
    for lesson in Lesson::all() {
        let mut outcomes = BTreeSet::new();
        let ways = ways(&lesson.id);
        for way in &ways {
            let log = log(lesson, &way.steps);
            let missed = misses(lesson, &log);
            let found = if missed.is_empty() { vec![took(lesson, &log)] } else { missed.clone() };
            if way.right != missed.is_empty() || way.outcome != found {
                let refused = log.steps().iter().filter_map(|step| match &step.outcome {
                    Outcome::Refused(error) => Some(error.code().to_owned()),
                    Outcome::Impossible(error) => Some(format!("{error:?}")),
                    Outcome::Replied(_) | Outcome::Done => None,
                });
                let refused: Vec<String> = refused.collect();
                failures.push(format!(
                    "{}: {}\n  expected {:?}\n  found    {found:?}\n  refused  {refused:?}",
                    lesson.id, way.name, way.outcome
                ));
            }
            assert!(outcomes.insert((way.right, way.steps.clone())), "{}: twice", way.name);
        }
        let count = |right: bool| ways.iter().filter(|way| way.right == right).count();
        assert!(count(true) >= 2, "{} has {} right ways", lesson.id, count(true));
        assert!(count(false) >= 3, "{} has {} wrong ways", lesson.id, count(false));
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_lesson_can_be_done_within_par_and_no_better() {
    for lesson in Lesson::all() {
        let ways = ways(&lesson.id);
        let right = ways.iter().filter(|way| way.right);
        let progress: Vec<_> = right.map(|way| lesson.progress(&log(lesson, &way.steps))).collect();
        assert!(progress.iter().any(|found| found.within(lesson.par)), "{}", lesson.id);
        let fewest = progress.iter().map(|found| found.calls).min();
        assert_eq!(fewest, Some(lesson.par.calls), "{}", lesson.id);
    }
}

#[test]
fn the_files_are_the_lessons_and_all_can_be_read() {
    let folder = sg_testing::root().join("crates/sg-core/src/lesson/lessons");
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let listed: BTreeSet<String> = FILES.iter().map(|(id, _)| (*id).to_owned()).collect();
    assert_eq!(files, listed);
    for (id, file) in FILES {
        let lesson = Lesson::read(file).unwrap_or_else(|error| panic!("{id}: {error}"));
        assert_eq!(lesson.id, *id);
        assert!(is_id(id));
    }
    assert_eq!(Lesson::all().len(), FILES.len());
    assert!(Lesson::all().iter().map(|lesson| lesson.level).is_sorted(), "ordered by level");
}

#[test]
fn published_lessons_stay() {
    let published = include_str!("../../../../tests/data/lessons.txt")
        .lines()
        .filter(|id| !id.starts_with('#'));
    let published: BTreeSet<&str> = published.filter(|id| !id.is_empty()).collect();
    let now: BTreeSet<&str> = FILES.iter().map(|(id, _)| *id).collect();
    assert_eq!(published, now, "new ids are added to the list; none is removed");
}

#[test]
fn the_files_fit_their_schema() {
    let schema =
        std::fs::read_to_string(sg_testing::root().join("static/lesson.schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let scenario =
        std::fs::read_to_string(sg_testing::root().join("static/scenario.schema.json")).unwrap();
    let scenario: Value = serde_json::from_str(&scenario).unwrap();
    for (id, file) in FILES {
        let document: Value = serde_json::from_str(file).unwrap();
        assert_eq!(schema::violations(&document, &schema), [""; 0], "{id}");
        assert_eq!(schema::violations(&document["scene"], &scenario), [""; 0], "{id}");
    }
}

/// Every text of a lesson, with its path.
fn texts(lesson: &Lesson) -> Vec<(String, &Words)> {
    let mut texts = vec![
        ("title".to_owned(), &lesson.title),
        ("task".to_owned(), &lesson.task),
        ("question".to_owned(), &lesson.question.as_ref().unwrap().text),
    ];
    for (index, choice) in lesson.question.as_ref().unwrap().choices.iter().enumerate() {
        texts.push((format!("choice {index}"), &choice.text));
        texts.push((format!("feedback {index}"), &choice.feedback));
    }
    let lists: [(&str, Vec<&Words>); 4] = [
        ("goal", lesson.goals.iter().map(|goal| &goal.name).collect()),
        ("hint", lesson.hints.iter().collect()),
        ("why", lesson.why.iter().map(|why| &why.text).collect()),
        ("also", lesson.also.iter().map(|also| &also.text).collect()),
    ];
    for (name, list) in lists {
        texts.extend(list.into_iter().enumerate().map(|(i, text)| (format!("{name} {i}"), text)));
    }
    texts
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

#[test]
fn every_text_stands_in_both_languages_and_is_set_well() {
    for lesson in Lesson::all() {
        assert!(!lesson.hints.is_empty() && !lesson.also.is_empty(), "{}", lesson.id);
        for (place, words) in texts(lesson) {
            let place = format!("{} {place}", lesson.id);
            let (en, zh) = (words.en.as_deref().expect(&place), words.zh.as_deref().expect(&place));
            assert!(!en.chars().any(is_chinese), "{place}: {en}");
            // Code and numbers are the same in both languages.
            let outside: String = en.split('`').step_by(2).collect();
            let named = !outside.chars().any(char::is_alphabetic);
            assert!(named || zh.chars().any(is_chinese), "{place}: {zh}");
            let sentence = |text: &str| text.ends_with(['.', '?', '。', '？']);
            assert_eq!(sentence(en), sentence(zh), "{place}: {en} | {zh}");
            assert_eq!(en.matches('`').count() % 2, 0, "{place}: {en}");
            assert_eq!(en.matches('`').count(), zh.matches('`').count(), "{place}: {zh}");
            let signs: Vec<char> = zh.chars().collect();
            for pair in signs.windows(2) {
                let (a, b) = (pair[0], pair[1]);
                let latin = |c: char| c.is_ascii_alphanumeric() || c == '`';
                let tight = is_chinese(a) && latin(b) || latin(a) && is_chinese(b);
                assert!(!tight, "{place}: no space between `{a}` and `{b}`: {zh}");
                let half = |c: char| ",;:!?()".contains(c);
                let mixed = is_chinese(a) && half(b) || half(a) && is_chinese(b);
                assert!(!mixed, "{place}: half-width punctuation at `{a}{b}`: {zh}");
                let full = |c: char| "，。：；！？（）、".contains(c);
                assert!(!(full(a) && b == ' ' || a == ' ' && full(b)), "{place}: {zh}");
            }
            assert!(!zh.contains('你'), "{place}: {zh}");
        }
    }
}

/// The claims of a question are also checked with the naive evaluator, packet by packet.
#[test]
fn the_right_answer_is_right() {
    for lesson in Lesson::all() {
        let choices = &lesson.question.as_ref().unwrap().choices;
        assert!((2..=4).contains(&choices.len()), "{}", lesson.id);
        let file: Value = serde_json::from_str(
            FILES.iter().find(|(id, _)| *id == lesson.id).map(|(_, file)| *file).unwrap(),
        )
        .unwrap();
        let after = file["question"]["after"].as_array().cloned().unwrap_or_default();
        let after: Vec<String> = after.iter().map(|l| l.as_str().unwrap().to_owned()).collect();
        let log = log(lesson, &after);
        for step in log.steps() {
            let about_errors = choices.iter().flat_map(|choice| &choice.claims);
            let mut about_errors = about_errors.filter(|c| matches!(c, Claim::Called { .. }));
            let refused = matches!(step.outcome, Outcome::Refused(_));
            assert!(!refused || about_errors.next().is_some(), "{}: {step:?}", lesson.id);
        }
        for (index, choice) in choices.iter().enumerate() {
            let attempt = Attempt::of(&log);
            let holds = choice.claims.iter().all(|claim| claim.miss(&attempt).is_none());
            assert_eq!(
                holds,
                index == lesson.question.as_ref().unwrap().right,
                "{}: {index}",
                lesson.id
            );
        }
        let scenario = log.scenario();
        let asked = lesson.question.as_ref().unwrap();
        let (from, to) = (&asked.from, &asked.to);
        let (all, both) = (PacketChoice::All, CheckedDirections::Both);
        let cell = cell_between(scenario, from, to, all, both).expect(&lesson.id);
        for region in &cell.space.regions {
            let (source, destination) = (cell.source.clone(), cell.destination.clone());
            let flow = Flow { source, destination, packet: region.packets.sample() };
            assert_eq!(naive::verdict(scenario, &flow), region.verdict, "{}", lesson.id);
        }
    }
}

#[test]
fn the_first_lesson_is_the_documented_case() {
    let first = &Lesson::all()[0];
    assert_eq!(first.id, "three-groups");
    assert_eq!(*first.scenario, first_scenario());
    assert_eq!((first.par.calls, first.level), (1, Level::Switch));
}

#[test]
fn what_else_to_try_exists() {
    for lesson in Lesson::all() {
        for also in &lesson.also {
            if let Some(id) = &also.example {
                assert!(Example::find(id).is_some(), "{}: {id}", lesson.id);
            }
        }
    }
}

#[test]
fn what_came_before_the_lesson_does_not_count() {
    let lesson = &Lesson::all()[0];
    let way = ways(&lesson.id).into_iter().find(|way| way.right).unwrap();
    let mut before = log(lesson, &way.steps);
    assert!(lesson.progress(&before).is_done());
    let scenario = Arc::clone(&lesson.scenario);
    before = before.with(Edit::Topology(TopologyEdit::start_over(scenario)), env_of(50));
    assert_eq!(lesson.progress(&before).calls, 0);
    assert!(!lesson.progress(&before).is_done());
    let undone = log(lesson, &way.steps).undo().unwrap();
    assert_eq!(lesson.progress(&undone).calls, 0, "an undone call does not count");
}

fn broken(change: impl FnOnce(&mut Value)) -> String {
    let mut document: Value = serde_json::from_str(FILES[0].1).unwrap();
    change(&mut document);
    Lesson::read(&document.to_string()).expect_err("it is broken").to_string()
}

/// An invalid lesson reports the path and what was expected there.
#[test]
fn a_broken_lesson_says_where() {
    let set = |pointer: &'static str, value: Value| {
        broken(|document| *document.pointer_mut(pointer).expect(pointer) = value)
    };
    let add = |pointer: &'static str, name: &'static str, value: Value| {
        broken(|document| document.pointer_mut(pointer).expect(pointer)[name] = value)
    };
    let claim = "/goals/0/claim";
    let cases = [
        (set("/version", json!(2)), "version: the version of a lesson is the number 1"),
        (set("/id", json!("Two Words")), "id: an id has small letters"),
        (set("/level", json!(5)), "level: a level is a number from 1 to 4"),
        (set("/title", json!({})), "title: a text has en, zh or both"),
        (set("/hints/0/en", json!(" ")), "hints[0]: a text that is given says something"),
        (set("/title", json!(["a", "b"])), "title: expected an object"),
        (add("", "tittle", json!(1)), "tittle: there is no field `tittle` here"),
        (set("/goals", json!([])), "goals: a lesson has at least one goal"),
        (set("/why", json!([])), "why: a lesson says why it works"),
        (set("/why/0/rests/0", json!("S-99")), "why[0].rests[0]: there is no statement `S-99`"),
        (
            set("/scene/securityGroups/0/innerAccessPolicy", json!("Maybe")),
            "scene.securityGroups[0].innerAccessPolicy: `Maybe`",
        ),
        (set("/scene/version", json!(2)), "scene.version: the version is the number 1"),
        (set("/question/from", json!("ecs9")), "question.from: `ecs9` is no instance"),
        (set("/question/from", json!("8.8.8.8")), "question.from: `8.8.8.8` has no cell"),
        (add("/question", "packets", json!("tcp")), "question.packets: `tcp` is more than one"),
        (add("/question", "after", json!(["rm -rf /"])), "question.after[0]: "),
        (
            set("/question/choices/0/claims/0/traffic/expect", json!("pass")),
            "question.choices: the answers 1 and 2 both hold",
        ),
        (
            set("/question/choices/1/claims/0/traffic/expect", json!("blocked")),
            "question.choices: ",
        ),
        (set("/question/choices/1/claims", json!([])), "question.choices[1].claims: an answer"),
        (set(claim, json!({})), "goals[0].claim: a claim is exactly one of"),
        (
            add(claim, "group", json!({ "name": "G1", "exists": true })),
            "goals[0].claim: a claim is exactly one of",
        ),
        (
            set("/goals/0/claim/traffic/to", json!("ecs9")),
            "goals[0].claim.traffic.to: `ecs9` is no instance",
        ),
        (
            add("/goals/0/claim/traffic", "packets", json!(["tcp/80", "tcp/0"])),
            "goals[0].claim.traffic.packets[1]: `tcp/0` has no port",
        ),
        (
            add("/goals/0/claim/traffic", "sourcePorts", json!("1-2")),
            "goals[0].claim.traffic.sourcePorts: only TCP and UDP have source ports",
        ),
        (
            add("/goals/0/claim/traffic", "clause", json!("S-99")),
            "goals[0].claim.traffic.clause: there is no clause `S-99`",
        ),
        (
            set(claim, json!({ "policy": { "group": "G9", "is": "Drop" } })),
            "goals[0].claim.policy.group: `G9` is no security group",
        ),
        (
            set(claim, json!({ "policy": { "group": "G1", "is": "Off" } })),
            "goals[0].claim.policy.is: a policy is Accept or Drop",
        ),
        (
            set(claim, json!({ "call": { "action": "Reboot", "answer": "200" } })),
            "goals[0].claim.call.action: there is no operation `Reboot`",
        ),
        (
            set(claim, json!({ "budget": { "calls": 1, "only": ["Reboot"] } })),
            "goals[0].claim.budget.only[0]: there is no operation `Reboot`",
        ),
        (
            set(claim, json!({ "member": { "instance": "x", "group": "G1", "is": true } })),
            "goals[0].claim.member.instance: `x` is no instance",
        ),
        (
            set(
                "/goals",
                json!([{ "name": { "en": "G3" }, "claim": { "group": { "name": "G3", "exists": true } } }]),
            ),
            "goals: the opening scenario meets every goal already",
        ),
    ];
    for (found, expected) in cases {
        assert!(found.starts_with(expected), "expected {expected}\nfound    {found}");
    }
    assert!(Lesson::read("{").is_err() && Lesson::read("[]").is_err());
    let long = format!("{{\"id\": \"{}\"}}", "x".repeat(300_000));
    assert!(Lesson::read(&long).unwrap_err().to_string().contains("more than 262144"));
}

#[test]
fn a_lesson_in_one_language_shows_that_one() {
    let mut document: Value = serde_json::from_str(FILES[0].1).unwrap();
    document["title"] = json!({ "zh": "只有中文" });
    let lesson = Lesson::read(&document.to_string()).unwrap();
    assert_eq!(lesson.title.get(Language::En), "只有中文");
    assert_eq!(lesson.title.language(Language::En), Language::Zh);
    assert_eq!(lesson.task.language(Language::En), Language::En);
}
