//! Quizzes: every misconception differs from the truth; every quiz is small, correct and
//! reproducible; and a session detects a learner's misconceptions.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test panics on the first error"
)]

use sg_testing::naive;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::Index;

use sg_core::connectivity::*;
use sg_core::lesson::Lesson;
use sg_core::lesson::course::Basis;
use sg_core::model::*;
use sg_core::quiz::*;
use sg_testing::random_scenario::{config, endpoint, packet, scenario};

/// The number of seeds within which every misconception must have a quiz.
const FEW: u64 = 50;

/// The number of quizzes tested: each misconception occurs ten times.
const MANY: u64 = 120;

fn quiz(seed: u64) -> Quiz {
    Quiz::of(seed).unwrap_or_else(|| panic!("the seed {seed} has no quiz"))
}

fn quizzes() -> impl Iterator<Item = Quiz> {
    (0..MANY).map(quiz)
}

#[test]
fn every_mutant_is_killed_within_fifty_numbers() {
    let killed: BTreeSet<Misconception> = (0..FEW).flat_map(|seed| quiz(seed).misled).collect();
    assert_eq!(killed.into_iter().collect::<Vec<_>>(), Misconception::ALL);
}

#[test]
fn every_quiz_is_about_its_topic_and_true() {
    for quiz in quizzes() {
        let flow = &quiz.truth.flow;
        assert_eq!(quiz.truth, evaluate(&quiz.scenario, flow), "{}", quiz.seed);
        assert_eq!(quiz.truth.verdict, naive::verdict(&quiz.scenario, flow), "{}", quiz.seed);
        assert_eq!(quiz.works(), passes(&quiz.scenario, flow, &[]), "{}", quiz.seed);
        assert!(settled(&quiz.truth), "{}", quiz.seed);
        assert_eq!(Quiz::topic(quiz.seed), Some(quiz.topic));
        assert!(quiz.misled.contains(&quiz.topic), "{}", quiz.seed);
        for misconception in Misconception::ALL {
            let wrong = passes(&quiz.scenario, flow, &[*misconception]) != quiz.works();
            assert_eq!(
                quiz.misled.contains(misconception),
                wrong,
                "{} {misconception:?}",
                quiz.seed
            );
        }
    }
}

/// Every valid scenario with one thing removed that still has both ends.
fn smaller(scenario: &Scenario, ends: [&Endpoint; 2]) -> Vec<Scenario> {
    let mut found: Vec<Scenario> = Vec::new();
    let mut edited = |edit: &dyn Fn(&mut ScenarioDraft)| found.extend(scenario.edited(edit).ok());
    let asked = |id: &NetworkInterfaceId| ends.iter().any(|end| end.interface() == Some(id));
    for group in scenario.groups() {
        edited(&|parts| {
            parts.groups.shift_remove(&group.id);
            for other in parts.groups.values_mut() {
                Arc::make_mut(other)
                    .rules
                    .retain(|rule| rule.spec.peer != Peer::Group(group.id.clone()));
            }
            for interface in parts.interfaces.values_mut() {
                Arc::make_mut(interface).groups.shift_remove(&group.id);
            }
        });
        for rule in &group.rules {
            edited(&|parts| {
                let group = parts.groups.get_mut(&group.id).unwrap();
                Arc::make_mut(group).rules.retain(|other| other.id != rule.id);
            });
        }
        for interface in scenario.members(&group.id) {
            edited(&|parts| {
                let interface = parts.interfaces.get_mut(&interface.id).unwrap();
                Arc::make_mut(interface).groups.shift_remove(&group.id);
            });
        }
    }
    for interface in scenario.interfaces().filter(|interface| !asked(&interface.id)) {
        edited(&|parts| {
            parts.interfaces.shift_remove(&interface.id);
            for instance in parts.instances.values_mut() {
                Arc::make_mut(instance).interfaces.retain(|id| *id != interface.id);
            }
            parts.instances.retain(|_, instance| !instance.interfaces.is_empty());
        });
    }
    found
}

#[test]
fn nothing_can_be_taken_away() {
    for quiz in quizzes() {
        let flow = &quiz.truth.flow;
        for less in smaller(&quiz.scenario, [&flow.source, &flow.destination]) {
            let misled = misleads(quiz.topic, &less, flow);
            assert!(
                !misled,
                "{}: {}",
                quiz.seed,
                described(&Quiz { scenario: less.into(), ..quiz })
            );
        }
    }
}

#[test]
fn questions_are_small_and_answers_differ() {
    let mut answers = vec![BTreeSet::new(); Misconception::ALL.len()];
    let mut alone = BTreeSet::new();
    for quiz in quizzes() {
        let rules: usize = quiz.scenario.groups().map(|group| group.rules.len()).sum();
        assert!(quiz.scenario.groups().len() <= 3, "{}", quiz.seed);
        assert!(quiz.scenario.interfaces().len() <= 4 && rules <= 3, "{}", quiz.seed);
        answers.get_mut(quiz.topic as usize).unwrap().insert(quiz.works());
        alone.extend((quiz.misled.len() == 1).then_some(quiz.topic));
    }
    // Most misconceptions are wrong in one direction only: someone who takes isolation for a deny
    // rule never expects too much to pass. Wrong orders are wrong in both, and overall neither
    // answer is the better guess.
    for misconception in [Misconception::TopToBottom, Misconception::LargerWins] {
        assert_eq!(answers.get(misconception as usize).unwrap().len(), 2, "{misconception:?}");
    }
    let sides = |works| answers.iter().filter(|answers| answers.contains(&works)).count();
    assert!(sides(true) >= 5 && sides(false) >= 5, "{answers:?}");
    // Most misconceptions have questions that no other one gets wrong. Those about rule order do
    // not: if rules conflict, one of them drops, so believing that such a rule always or never
    // counts is also wrong in one direction or the other.
    let order =
        [Misconception::TopToBottom, Misconception::DropAlwaysWins, Misconception::LargerWins];
    assert!(order.iter().all(|misconception| !alone.contains(misconception)));
    assert_eq!(alone.len() + order.len(), Misconception::ALL.len(), "{alone:?}");
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn without_misconceptions_the_mutant_is_the_engine(
        scenario in scenario(),
        questions in prop::collection::vec((any::<Index>(), any::<Index>(), packet()), 40),
    ) {
        for (from, to, packet) in questions {
            let source = endpoint(&scenario, &from);
            let flow = Flow { source, destination: endpoint(&scenario, &to), packet };
            let truth = evaluate(&scenario, &flow);
            if settled(&truth) {
                let passing = passes(&scenario, &flow, &[]);
                prop_assert_eq!(passing, truth.verdict == Verdict::Pass, "{:?}", flow);
            }
        }
    }
}

/// Every packet between any two ends of a quiz, on every path.
#[test]
fn without_misconceptions_the_mutant_is_the_engine_all_over_every_quiz() {
    let ports = [22, 80, 443, 3306, 6379].map(|port| Packet::tcp(Port::new(port).unwrap()));
    let packets = [Packet::udp(Port::new(53).unwrap()), Packet::Icmp, Packet::Gre];
    let mut asked = 0;
    for quiz in quizzes() {
        let mut ends = vec![Endpoint::Outside { address: "198.51.100.7".parse().unwrap() }];
        for interface in quiz.scenario.interfaces() {
            let all = interface.addresses.iter().chain(&interface.public_address);
            let id = interface.id.clone();
            ends.extend(
                all.map(|address| Endpoint::Interface { id: id.clone(), address: *address }),
            );
        }
        for source in &ends {
            for destination in &ends {
                for packet in ports.into_iter().chain(packets) {
                    let (source, destination) = (source.clone(), destination.clone());
                    let flow = Flow { source, destination, packet };
                    let truth = evaluate(&quiz.scenario, &flow);
                    if settled(&truth) {
                        let passing = passes(&quiz.scenario, &flow, &[]);
                        assert_eq!(
                            passing,
                            truth.verdict == Verdict::Pass,
                            "{} {flow:?}",
                            quiz.seed
                        );
                        asked += 1;
                    }
                }
            }
        }
    }
    assert!(asked > 2_000, "{asked}");
}

/// A quiz as text: the scenario, the question, the answer, and the misconceptions that get it
/// wrong. A receiver that the Internet asks for is named by its private address, as in the numbers
/// that were published before it had a public one.
fn described(quiz: &Quiz) -> String {
    let mut text = format!("quiz {} {}\n", quiz.seed, quiz.topic.word());
    for group in quiz.scenario.groups() {
        let policy = group.group_type.inner_access_policy().as_str();
        writeln!(text, "  {} {} {policy}", group.id, group.group_type.as_str()).unwrap();
        for rule in &group.rules {
            writeln!(text, "    {rule}").unwrap();
        }
    }
    let Flow { source, destination, packet } = &quiz.truth.flow;
    let outside = source.interface().is_none();
    for interface in quiz.scenario.interfaces() {
        let instance = quiz.scenario.instance_of(&interface.id).unwrap();
        write!(text, "  {} {} {}", instance.name, interface.id, interface.addresses[0]).unwrap();
        if let Some(public) = interface.public_address.filter(|_| !outside) {
            write!(text, " {public}").unwrap();
        }
        for group in &interface.groups {
            write!(text, " {group}").unwrap();
        }
        text.push('\n');
    }
    let answer = if quiz.works() { "works" } else { "blocked" };
    let behind = |id| quiz.scenario.interface(id)?.private_behind(destination.address());
    let behind = destination.interface().and_then(behind).filter(|_| outside);
    assert_eq!(behind.is_some(), outside, "the Internet needs a public address");
    let (from, to) = (source.address(), behind.unwrap_or(destination.address()));
    writeln!(text, "  {from} -> {to} {packet}: {answer} {}", quiz.truth.clause()).unwrap();
    let misled: Vec<&str> = quiz.misled.iter().map(|misconception| misconception.word()).collect();
    writeln!(text, "  misled: {}", misled.join(" ")).unwrap();
    text
}

/// Links to quizzes are published, so the quiz of a seed must not change. Quizzes may be added to
/// the file but never changed or removed.
#[test]
fn published_numbers_make_the_same_quiz_for_ever() {
    let published = include_str!("../../../../tests/data/quizzes.txt");
    let mut seen = 0;
    for block in published.split("\n\n").filter(|block| block.starts_with("quiz ")) {
        let seed = block.split(' ').nth(1).unwrap().parse().unwrap();
        assert_eq!(block.trim_end(), described(&quiz(seed)).trim_end());
        seen += 1;
    }
    let wanted: String = (0..24)
        .chain([4_711, 123_456, Quiz::COUNT - 1])
        .map(|seed| described(&quiz(seed)) + "\n")
        .collect();
    assert!(seen >= 27, "{seen} of them are published:\n{wanted}");
}

#[test]
fn numbers_beyond_the_last_make_no_quiz() {
    assert!(Quiz::of(Quiz::COUNT - 1).is_some());
    for seed in [Quiz::COUNT, u64::MAX] {
        assert_eq!((Quiz::of(seed), Quiz::topic(seed)), (None, None));
    }
    for misconception in Misconception::ALL {
        for round in [0, 7, 83_332, 83_333, u64::MAX] {
            assert_eq!(Quiz::topic(Quiz::seed(*misconception, round)), Some(*misconception));
        }
    }
}

#[test]
fn words_are_unique_and_every_misconception_cites_a_statement() {
    let words: BTreeSet<&str> =
        Misconception::ALL.iter().map(|misconception| misconception.word()).collect();
    assert_eq!(words.len(), 12);
    for misconception in Misconception::ALL {
        let Explanation { name, thought, correction, met, clause, lesson } =
            misconception.explanation();
        for text in [thought, correction, met] {
            assert!(
                text.en.ends_with('.') && text.zh.ends_with('。'),
                "{misconception:?}: {text:?}"
            );
        }
        assert!(!name.en.ends_with('.') && !name.zh.is_empty(), "{misconception:?}");
        assert_eq!(clause.clause().status, Status::Documented, "{misconception:?} {clause}");
        let lesson = Lesson::find(lesson).unwrap_or_else(|| panic!("{misconception:?}: {lesson}"));
        let mut bases = lesson.why.iter().flat_map(|reason| &reason.rests);
        assert!(
            bases.any(|basis| *basis == Basis::Clause(clause)),
            "{misconception:?}: {} does not rest on {clause}",
            lesson.id
        );
    }
}

/// A learner who answers according to misconceptions and corrects them after `patience` mistakes.
/// Returns the final session, the number of mistakes, and every misconception that ranked first
/// after an answer.
fn learner(
    misconceptions: &[Misconception],
    start: u64,
    patience: u64,
) -> (Session, u64, Vec<Misconception>) {
    let mut session = Session::new(start);
    let (mut wrong, mut named) = (0, Vec::new());
    for _ in 0..30 {
        if session.is_done() {
            break;
        }
        let quiz = quiz(session.next());
        let held = if wrong < patience { misconceptions } else { &[] };
        let works = passes(&quiz.scenario, &quiz.truth.flow, held);
        wrong += u64::from(works != quiz.works());
        session = session.answered(&quiz, works);
        named.extend(session.held().first());
    }
    (session, wrong, named)
}

#[test]
fn a_learner_without_wrong_misconceptions_is_done_after_few_questions() {
    for start in [0, 5, 77] {
        let (session, wrong, named) = learner(&[], start, u64::MAX);
        assert!(session.is_done() && wrong == 0 && named.is_empty());
        let (answers, right) = session.score();
        assert!(answers == right && answers <= 12, "{answers}");
    }
}

#[test]
fn a_session_finds_the_misconception_and_asks_about_it_until_it_is_gone() {
    for misconception in Misconception::ALL {
        let start = 31 * *misconception as u64;
        // A learner who never learns is questioned forever, and the misconception ranks first.
        // Another one can stay suspected only if it is wrong whenever this one is.
        let (session, wrong, named) = learner(&[*misconception], start, u64::MAX);
        assert!(!session.is_done() && wrong > 8, "{misconception:?} {start}");
        assert!(named[named.len() / 4..].iter().all(|named| named == misconception), "{named:?}");
        let held = session.held();
        for other in &held[1..] {
            assert_eq!(session.tally(*other).right, 0, "{misconception:?} {start}: {session:?}");
        }
        assert!(held.len() <= 3, "{misconception:?} {start}: {held:?}");
        // A learner who learns after three mistakes is cleared.
        let (session, wrong, named) = learner(&[*misconception], start, 3);
        assert!(session.is_done() && wrong == 3, "{misconception:?} {start}: {session:?}");
        assert!(named.contains(misconception), "{misconception:?} {start}: {named:?}");
        assert!(session.score().0 <= 40, "{misconception:?} {start}: {:?}", session.score());
    }
}

#[test]
fn two_misconceptions_at_once_are_both_asked_about() {
    let pairs = [
        [Misconception::RepliesNeedRules, Misconception::LargerWins],
        [Misconception::IsolationDenies, Misconception::Transitive],
        [Misconception::OpensBothWays, Misconception::GroupsMeanPublic],
    ];
    for pair in pairs {
        let (session, _, _) = learner(&pair, 3, u64::MAX);
        let held = session.held();
        assert!(
            held.iter().any(|misconception| pair.contains(misconception)),
            "{pair:?}: {held:?}"
        );
        let (session, wrong, _) = learner(&pair, 3, 8);
        assert!(session.is_done() && wrong == 8, "{pair:?}: {session:?}");
    }
}

#[test]
fn the_same_session_asks_the_same() {
    let asked = |start| {
        let mut session = Session::new(start);
        let mut seeds = Vec::new();
        for _ in 0..4 {
            seeds.push(session.next());
            session = session.answered(&quiz(session.next()), true);
        }
        seeds
    };
    assert_eq!(asked(9), asked(9));
    assert_ne!(asked(9), asked(10));
    let first = asked(9);
    assert!(first.windows(2).all(|pair| matches!(pair, [a, b] if a != b)), "{first:?}");
}

#[test]
fn after_a_lesson_only_what_was_taught_is_asked_until_everything_is_wanted() {
    assert_eq!(Misconception::taught([]), Misconception::ALL, "without a lesson, everything");
    let mut known = 0;
    for (place, lesson) in Lesson::all().iter().enumerate() {
        let taught = Misconception::taught([lesson.id.as_str(), "no-such-lesson"]);
        let due = |own: &Misconception| {
            Lesson::all()[..=place].iter().any(|known| known.id == own.explanation().lesson)
        };
        assert!(taught.iter().all(due), "{}: {taught:?}", lesson.id);
        assert!(!taught.is_empty() && taught.len() >= known, "{}", lesson.id);
        if taught.len() == known {
            continue;
        }
        known = taught.len();
        let mut session = Session::new(7 * place as u64).about(&taught);
        let mut asked = BTreeSet::new();
        for _ in 0..40 {
            if session.is_done() {
                break;
            }
            let quiz = quiz(session.next());
            assert!(taught.contains(&quiz.topic), "{}: {:?}", lesson.id, quiz.topic);
            assert!(asked.insert(quiz.seed), "{}: the same question again", lesson.id);
            // A wrong answer first, so that suspects are asked about again.
            let works = if asked.len() == 1 { !quiz.works() } else { quiz.works() };
            session = session.answered(&quiz, works);
            assert!(session.held().iter().all(|held| taught.contains(held)));
        }
        assert!(session.is_done(), "{}: {session:?}", lesson.id);
        let wide = session.clone().about(Misconception::ALL);
        assert_eq!(wide.score(), session.score(), "the answers stay");
    }
    assert_eq!(known, Misconception::ALL.len(), "the lessons teach everything");
}

#[test]
fn a_question_about_a_lesson_seldom_needs_another_lesson() {
    let (mut alone, mut all) = (0, 0);
    for topic in Misconception::ALL {
        let taught = Misconception::taught([topic.explanation().lesson]);
        for start in 0..2 {
            let session = Session::new(1_000 * start).about(&taught);
            let quiz = quiz(session.next());
            all += 1;
            alone += usize::from(quiz.misled.iter().all(|own| taught.contains(own)));
        }
    }
    assert!(alone * 10 >= all * 9, "{alone} of {all}");
}
