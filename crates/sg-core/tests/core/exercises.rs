//! Exercises: each can be solved, is not solved at the start, is failed by its misconception, has the
//! grade that its number promises, and stays as it was published.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test panics on the first error"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sg_testing::naive;

use sg_core::connectivity::{Edit, Verdict, evaluate};
use sg_core::emulator::Env;
use sg_core::exercise::{Exercise, Grade, Weight};
use sg_core::goal::Directory;
use sg_core::history::History;
use sg_core::language::Language;
use sg_core::model::{Scenario, Timestamp};
use sg_core::quiz::{Misconception, passes};

/// How many exercises are tested in each grade: every misconception four times or, together, as many as
/// `SGP_CASES` says.
fn seeds(grade: Grade) -> impl Iterator<Item = u64> {
    let cases = std::env::var("SGP_CASES").ok();
    let cases: u64 = cases.map_or(48, |text| text.parse::<u64>().unwrap() / 3);
    // Spread over all rounds; their number has no divisor in common with that of the misconceptions.
    (0..cases).map(move |number| {
        let topic = usize::try_from(number).unwrap() % Misconception::ALL.len();
        Exercise::seed(
            Misconception::ALL[topic],
            grade,
            number.wrapping_mul(27_777 / cases.min(27_777)),
        )
    })
}

fn exercise(seed: u64) -> Exercise {
    Exercise::of(seed).unwrap_or_else(|| panic!("there is no exercise {seed}"))
}

/// Whether every goal is met, by the second engine of the tests as well.
fn met(exercise: &Exercise, scenario: &Scenario) -> bool {
    let mut directory = Directory::new(scenario);
    let met = exercise.goals().all(|goal| goal.wrong(scenario, &mut directory).is_none());
    let naive = exercise
        .aims
        .iter()
        .all(|aim| (naive::verdict(scenario, &aim.flow) == Verdict::Pass) == aim.passes);
    assert_eq!(met, naive, "{}", exercise.seed);
    met
}

#[test]
fn every_easy_exercise_can_be_solved_and_its_misconception_fails_it() {
    check(Grade::Easy);
}

#[test]
fn every_medium_exercise_can_be_solved_and_its_misconception_fails_it() {
    check(Grade::Medium);
}

#[test]
fn every_hard_exercise_can_be_solved_and_its_misconception_fails_it() {
    check(Grade::Hard);
}

fn check(grade: Grade) {
    let mut seen: BTreeMap<Misconception, [usize; 2]> = BTreeMap::new();
    for seed in seeds(grade) {
        let exercise = exercise(seed);
        let start = &*exercise.scenario;
        let name = format!("{seed} {:?}", exercise.topic);
        assert_eq!(Exercise::about(seed), Some((exercise.topic, grade)), "{name}");
        assert_eq!(exercise.grade(), grade, "{name}");
        assert!((1..=3).contains(&exercise.aims.len()), "{name}");
        assert!(!met(&exercise, start), "{name}: solved at the start");
        let solved = Edit::apply_all(&exercise.solution.edits, start).unwrap();
        assert_eq!(solved, exercise.solution.after, "{name}");
        assert!(met(&exercise, &solved), "{name}: not solved by its solution");
        assert!(exercise.solution.least, "{name}");

        let believed = Edit::apply_all(&exercise.believed, start).unwrap();
        let believes = |scenario: &Scenario| {
            let mut aims = exercise.aims.iter();
            aims.all(|aim| passes(scenario, &aim.flow, &[exercise.topic]) == aim.passes)
        };
        assert!(believes(&believed), "{name}: not even believed to be solved");
        assert!(!met(&exercise, &believed), "{name}: solved by the misconception");
        assert_eq!(exercise.believed.is_empty(), believes(start), "{name}: needless edits");
        assert!(exercise.believed.len() <= 1, "{name}");
        assert_eq!(exercise.weight, weighed(&exercise), "{name}");
        let count = seen.entry(exercise.topic).or_default();
        count[exercise.believed.len()] += 1;
    }
    assert_eq!(seen.len(), Misconception::ALL.len(), "{seen:#?}");
    // Both ways to fail occur: believing that the goals are met, and an edit that does not meet them.
    let ways = seen.values().fold([0, 0], |[nothing, edit], own| [nothing + own[0], edit + own[1]]);
    println!("{grade:?}: {ways:?}");
    assert!(ways[1] > 0 && (grade == Grade::Hard || ways[0] > 0), "{ways:?}");
}

/// What makes an exercise easy or hard, counted anew.
fn weighed(exercise: &Exercise) -> Weight {
    let answers = |scenario: &Scenario| -> Vec<(Verdict, bool)> {
        let answer =
            |flow| (evaluate(scenario, flow).verdict, passes(scenario, flow, &[exercise.topic]));
        exercise.aims.iter().map(|aim| answer(&aim.flow)).collect()
    };
    let start = &exercise.scenario;
    let mut distractors = 0;
    for group in start.groups() {
        for rule in &group.rules {
            let less = Edit::RemoveRule { group: group.id.clone(), rule: rule.id.clone() };
            distractors += usize::from(answers(&less.apply(start).unwrap()) == answers(start));
        }
    }
    let (edits, groups) = (exercise.solution.edits.len(), start.groups().count());
    Weight { edits, groups, distractors }
}

/// A table of an exercise: everything that a link to it promises.
fn described(exercise: &Exercise) -> String {
    let mut text = format!(
        "exercise {} {} {}\n",
        exercise.seed,
        exercise.topic.word(),
        exercise.grade().word()
    );
    for group in exercise.scenario.groups() {
        writeln!(text, "  {} {:?}", group.id, group.group_type).unwrap();
        for rule in &group.rules {
            writeln!(text, "    {}", rule.spec).unwrap();
        }
    }
    for interface in exercise.scenario.interfaces() {
        let groups: Vec<&str> = interface.groups.iter().map(|group| group.as_str()).collect();
        writeln!(text, "  {} in {}", interface.id, groups.join(" ")).unwrap();
    }
    for aim in &exercise.aims {
        writeln!(text, "  goal {}", aim.name(&exercise.scenario, Language::En)).unwrap();
    }
    for edit in &exercise.believed {
        writeln!(text, "  believed {edit}").unwrap();
    }
    text
}

/// Published numbers keep their exercises. The solution is not part of them: it is found anew, and may
/// become better.
#[test]
fn published_numbers_keep_their_exercises() {
    let published = include_str!("../../../../tests/data/exercises.txt");
    let blocks: Vec<&str> =
        published.split("\n\n").filter(|block| block.starts_with("exercise ")).collect();
    for block in &blocks {
        let seed = block.split(' ').nth(1).unwrap().parse().unwrap();
        assert_eq!(block.trim_end(), described(&exercise(seed)).trim_end());
    }
    let wanted: String = (0..36)
        .chain([4_711, 123_456, Exercise::COUNT - 1])
        .map(|seed| described(&exercise(seed)) + "\n")
        .collect();
    assert!(blocks.len() >= 39, "{} of them are published:\n{wanted}", blocks.len());
}

#[test]
fn numbers_beyond_the_last_make_no_exercise() {
    for seed in [Exercise::COUNT, u64::MAX] {
        assert_eq!((Exercise::of(seed), Exercise::about(seed)), (None, None));
    }
    for topic in Misconception::ALL {
        for grade in Grade::ALL {
            for round in [0, 7, 27_776, 27_777, u64::MAX] {
                let seed = Exercise::seed(*topic, grade, round);
                assert_eq!(Exercise::about(seed), Some((*topic, grade)), "{seed}");
            }
        }
    }
}

/// The solution of an exercise is a series of calls that the emulator takes, each an edit of its own.
#[test]
fn an_exercise_is_a_lesson_whose_solution_works() {
    let env = Env { now: Timestamp::from_unix_seconds(1_767_225_600), entropy: 7 };
    for seed in 0..36 {
        let lesson = exercise(seed).lesson();
        assert!(lesson.can_be_searched(), "{seed}");
        assert_eq!((lesson.question.as_ref(), lesson.hints.len()), (None, 2), "{seed}");
        let start = History::new(std::sync::Arc::clone(&lesson.scenario));
        assert!(!lesson.progress(&start).is_done(), "{seed}");
        let solution = lesson.solution(&start, env).unwrap();
        assert!(!solution.starts_over, "{seed}");
        let progress = lesson.progress(&solution.history);
        assert!(progress.is_done() && progress.within(lesson.par), "{seed}: {progress:?}");
        assert_eq!(solution.calls.len(), lesson.par.calls, "{seed}");
        let undone = (0..lesson.par.calls).try_fold(solution.history, |log, _| log.undo());
        assert_eq!(undone.unwrap().scenario(), start.scenario(), "{seed}");
        for language in Language::ALL {
            for goal in &lesson.goals {
                let task = lesson.task.get(language);
                assert!(task.contains(goal.name.get(language)), "{seed}: {task}");
            }
        }
    }
}
