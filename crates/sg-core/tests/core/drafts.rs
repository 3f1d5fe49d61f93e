//! Lesson drafts: their files, ids and conditions, and what a file does to the draft before it.

use std::sync::Arc;

use proptest::prelude::*;
use sg_core::emulator::{Action, Call};
use sg_core::history::{Edit, History};
use sg_core::language::Language;
use sg_core::lesson::course::wire::{ClaimWire, LessonDocument, WhyWire};
use sg_core::lesson::course::{Attempt, FILES, IDS, Lacks, Words, written};
use sg_core::lesson::draft::{Answer, free_id, point};
use sg_core::lesson::solution::{conditions, statements};
use sg_core::lesson::{Draft, GoalCell, Lesson, Lock, first_scenario};
use sg_core::model::{InnerAccessPolicy, SecurityGroupId};
use sg_core::share::{Document, is_id};
use sg_testing::environment::env;

fn en(text: &str) -> Words {
    Words { en: Some(text.to_owned()), zh: None }
}

fn zh(text: &str) -> Words {
    Words { en: None, zh: Some(text.to_owned()) }
}

fn cell(from: &str, to: &str, passes: bool) -> GoalCell {
    let (from, to) = (from.to_owned(), to.to_owned());
    GoalCell { from, to, packets: String::new(), passes, written: None }
}

/// ecs1 and ecs3 must reach each other; ecs1 and ecs2, who reach each other now, must not.
fn draft() -> Draft {
    Draft {
        title: en("Swap the neighbours"),
        task: en("Let ecs3 in and ecs2 out."),
        why: en("Members are cut off by Drop."),
        goals: vec![cell("ecs1", "ecs2", false)],
        ..Draft::default()
    }
}

fn flip(history: &History, group: &str, policy: InnerAccessPolicy) -> History {
    let id = SecurityGroupId::parse(&format!("sg-bp1{group}")).unwrap();
    let call = Call::modify_security_group_policy(history.scenario().region(), &id, policy);
    history.with(Edit::Call(call), env(history.steps().len() as u64 + 1))
}

#[test]
fn a_file_becomes_a_draft_and_the_same_file_again() {
    for (id, file) in FILES {
        let document = LessonDocument::read(file).unwrap();
        let scenario = document.scenario().unwrap();
        let again = Draft::of(&document).document(&scenario);
        let expected =
            LessonDocument { schema: None, scenario: Document::from(&scenario), ..document };
        assert_eq!(again, expected, "{id}");
    }
}

#[test]
fn the_usual_goals_and_question_of_a_file_are_cells_again() {
    let document = draft().document(&first_scenario());
    let again = Draft::of(&document);
    assert_eq!(again.goals, draft().goals);
    assert_eq!((again.question.clone(), again.why.clone()), (None, draft().why));
    assert_eq!(again.document(&first_scenario()), document);
}

#[test]
fn drafts_of_earlier_versions_are_read() {
    let old = r#"{ "title": { "en": "One way" }, "task": {}, "why": { "zh": "原因" },
        "goals": [{ "from": "ecs1", "to": "ecs3", "packets": "tcp/443", "passes": true }] }"#;
    let read: Draft = serde_json::from_str(old).unwrap();
    assert_eq!((read.title.clone(), read.goals[0].passes), (en("One way"), true));
    let new = Draft { hints: vec![en("Look.")], locks: vec!["rules".to_owned()], ..draft() };
    let text = serde_json::to_string(&new).unwrap();
    assert_eq!(serde_json::from_str::<Draft>(&text).unwrap(), new);
    // What a draft does not have takes no room in the browser's storage.
    assert!(!serde_json::to_string(&draft()).unwrap().contains("hints"));
}

#[test]
fn the_id_says_the_title_and_stays_once_it_is_given_away() {
    let id = |title: Words| Draft { title, ..Draft::default() }.id();
    assert_eq!(id(en("Keep the database private!")), "keep-the-database-private");
    assert_eq!(id(en("  TLS 1.3, only  ")), "tls-1-3-only");
    assert_eq!(id(Words::default()), "my-lesson");
    let [one, other] = ["隔离数据库", "隔离网站"].map(|title| id(zh(title)));
    assert!(is_id(&one) && is_id(&other) && one != other, "{one} {other}");
    assert_eq!(id(zh("隔离数据库")), one);
    // A built-in lesson keeps its id to itself.
    assert_eq!(id(en("Three groups")), "three-groups-2");
    assert_eq!(free_id("a", |id| ["a", "a-2"].contains(&id)), "a-3");
    let given = draft().given_away();
    let renamed = Draft { title: en("Another title"), ..given };
    assert_eq!(renamed.document(&first_scenario()).id, "swap-the-neighbours");
}

proptest! {
    #[test]
    fn every_title_makes_an_id(english in ".{0,80}", chinese in "\\PC{0,40}") {
        let some = |text: String| Some(text).filter(|text| !text.is_empty());
        let title = Words { en: some(english), zh: some(chinese) };
        let id = Draft { title, ..Draft::default() }.id();
        prop_assert!(is_id(&id) && !IDS.contains(&id.as_str()), "{}", id);
    }
}

#[test]
fn every_problem_is_named() {
    let mut wrong = draft();
    wrong.title = Words::default();
    wrong.goals.push(cell("nobody", "ecs2", true));
    wrong.goals.push(GoalCell { packets: "tcp/0".to_owned(), ..cell("ecs1", "ecs3", true) });
    wrong.hints = vec![en("Fine."), en(" ")];
    wrong.locks = vec!["rules".to_owned(), "everything".to_owned()];
    let problems = Lesson::checked(&wrong.document(&first_scenario())).unwrap_err();
    let paths: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "title",
            "goals[1].claim.traffic.from",
            "goals[2].claim.traffic.packets[0]",
            "hints[1]",
            "locks[1]"
        ]
    );
    // The first one is what reading the file says.
    assert_eq!(wrong.lesson(&first_scenario()).unwrap_err(), problems[0]);
}

#[test]
fn an_own_question_has_one_right_answer_for_one_reason() {
    let mut own = draft();
    let mut question = own.usual_question();
    let clause = |number: &str| Answer { passes: true, clause: Some(number.to_owned()) };
    question.choices[0].claims = clause("S-01").claims(&question);
    question.choices[1].claims = clause("S-05").claims(&question);
    own.question = Some(question.clone());
    let lesson = own.lesson(&first_scenario());
    // Both say that the packets pass; the engine knows why they do.
    let decided = lesson.map(|lesson| lesson.question.unwrap().right);
    assert_eq!(decided, Ok(0));
    let moved = point(&question, "ecs1", "ecs3", "tcp/443");
    assert_eq!(Answer::of(&moved, &moved.choices[0]), Some(clause("S-01")));
    own.question = Some(moved);
    let error = own.lesson(&first_scenario()).unwrap_err();
    assert_eq!(error.path, "question.choices", "no group is shared: {error}");
    // Who asks the usual question instead loses nothing.
    let usual = Draft { asks_usual: true, ..own.clone() };
    assert_eq!(usual.document(&first_scenario()).question, own.usual_question());
    assert_eq!(usual.question, own.question);
}

/// The draft as a lesson, with a reason that holds of one solution.
fn explained() -> (Lesson, History, Vec<ClaimWire>) {
    let scenario = Arc::new(first_scenario());
    let lesson = draft().lesson(&scenario).unwrap();
    let solved = flip(&History::new(scenario), "g2", InnerAccessPolicy::Drop);
    let goals = draft().document(&lesson.scenario).goals;
    let when = conditions(&lesson, &goals, &solved);
    let mut own = draft();
    let rests = statements(&when);
    own.reasons = vec![WhyWire { text: en("G2 isolates."), rests, when: when.clone() }];
    (own.lesson(&lesson.scenario).unwrap(), solved, when)
}

#[test]
fn a_reason_is_true_of_solutions_like_the_one_it_explains() {
    let (lesson, solved, when) = explained();
    assert!(lesson.progress(&solved).is_done());
    let policy = when.iter().find_map(|claim| claim.policy.as_ref()).unwrap();
    assert_eq!((policy.group.as_str(), policy.is.as_str()), ("G2", "Drop"));
    assert!(when.iter().any(|claim| claim.traffic.as_ref().is_some_and(|t| t.clause.is_some())));
    let [general, own] = lesson.why.as_slice() else { panic!("{:?}", lesson.why) };
    assert!(own.holds(&Attempt::of(&solved)) && general.when.is_empty());
    // Another solution: ecs1 leaves the group.
    let other = History::new(Arc::clone(&lesson.scenario));
    let leave = ("sg-bp1g2", "i-bp1ecs1");
    let params = [("RegionId", "cn-hangzhou"), ("SecurityGroupId", leave.0)];
    let params = params.into_iter().chain([("InstanceId", leave.1)]);
    let other = other.with(Edit::Call(Call::new(Action::LeaveSecurityGroup, params)), env(9));
    assert!(!own.holds(&Attempt::of(&other)));
    assert!(!own.holds(&Attempt::of(&History::new(Arc::clone(&lesson.scenario)))), "not solved");
}

#[test]
fn conditions_and_locks_are_in_the_file() {
    let (lesson, ..) = explained();
    let (_, _, when) = explained();
    let own = Draft {
        reasons: vec![WhyWire { text: en("So."), rests: Vec::new(), when }],
        locks: vec![Lock::Rules.word().to_owned()],
        ..draft()
    };
    let file = written(&own.document(&lesson.scenario));
    let read = Lesson::read(&file).unwrap();
    assert_eq!(read.locks, [Lock::Rules].into());
    assert_eq!(read.why[1].when, lesson.why[1].when);
    assert_eq!(Draft::of(&LessonDocument::read(&file).unwrap()).reasons, own.reasons);
}

#[test]
fn a_lesson_says_which_language_it_lacks() {
    let lesson = |draft: Draft| draft.lesson(&first_scenario()).unwrap();
    let english = lesson(draft());
    assert_eq!(english.lacks(Language::En), None);
    assert_eq!(english.lacks(Language::Zh), Some(Lacks::All));
    let both = |en: &str, zh: &str| Words { en: Some(en.to_owned()), zh: Some(zh.to_owned()) };
    let most = Draft { title: both("A", "甲"), task: both("B", "乙"), ..draft() };
    assert_eq!(lesson(most).lacks(Language::Zh), Some(Lacks::Some));
    for built_in in Lesson::all() {
        assert_eq!([Language::En, Language::Zh].map(|own| built_in.lacks(own)), [None, None]);
    }
}

#[test]
fn a_file_takes_the_place_of_a_draft_without_losing_it() {
    let own = |title: &str| Draft { title: en(title), ..draft() };
    let first = own("a").in_place_of(&Draft::default());
    assert!(first.earlier.is_empty(), "an empty draft is nothing to keep");
    let second = own("b").in_place_of(&first);
    let back = second.before().unwrap();
    assert_eq!(back.title, en("a"));
    // Bringing one back loses nothing either.
    assert_eq!(back.before().unwrap().title, en("b"));
    let many = ["c", "d", "e", "f"].map(own);
    let last = many.into_iter().fold(second, |before, next| next.in_place_of(&before));
    assert_eq!(last.earlier.len(), 3, "within limits");
}
