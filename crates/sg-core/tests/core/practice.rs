//! Practice: the boxes of misconceptions, when they are due, and what comes then.

use std::collections::BTreeSet;

use sg_core::exercise::Grade;
use sg_core::model::Timestamp;
use sg_core::quiz::Misconception;
use sg_core::training::{Learner, Practice, Task};

const DAY: i64 = 86_400;

/// An evening.
const START: i64 = 1_764_532_800 + 20 * 3_600;

const A: Misconception = Misconception::TopToBottom;
const B: Misconception = Misconception::NoDropRules;

fn at(days: i64) -> Timestamp {
    Timestamp::from_unix_seconds(START + days * DAY)
}

/// The next morning after so many days.
fn morning(days: i64) -> Timestamp {
    Timestamp::from_unix_seconds(START + days * DAY - DAY / 2)
}

fn number(practice: &Practice, topic: Misconception) -> Option<u8> {
    practice.of(topic).map(|own| own.number)
}

#[test]
fn intervals_double_up_to_the_last_box() {
    let (mut practice, mut now) = (Practice::default(), START);
    for (expected, days) in [(1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (6, 32), (7, 64), (7, 64)] {
        let answered = Timestamp::from_unix_seconds(now);
        practice.answered(A, true, answered);
        assert_eq!(number(&practice, A), Some(expected));
        let due = now + days * DAY - DAY / 2;
        assert_eq!(practice.due(&[A], Timestamp::from_unix_seconds(due - 1)), []);
        assert_eq!(practice.due(&[A], Timestamp::from_unix_seconds(due)), [A]);
        assert_eq!(practice.days_left(&[A], answered), Some(days), "rounded up");
        now = due;
    }
}

#[test]
fn what_is_right_too_early_moves_nothing_and_what_is_wrong_begins_anew() {
    let mut practice = Practice::default();
    practice.answered(A, true, at(0));
    practice.answered(A, true, at(0));
    assert_eq!(number(&practice, A), Some(1));
    assert_eq!(practice.due(&[A], morning(1)), [A], "the next morning");
    practice.answered(A, true, morning(1));
    practice.answered(A, false, morning(1));
    assert_eq!(number(&practice, A), Some(0));
    assert_eq!(practice.due(&[A], morning(1)), [A]);
    practice.answered(A, true, morning(1));
    assert_eq!(number(&practice, A), Some(1));
}

#[test]
fn the_longest_overdue_comes_first_then_what_is_new() {
    let (mut practice, all) = (Practice::default(), [A, B, Misconception::Transitive]);
    assert_eq!(practice.next(&all, at(0)), Some(A));
    practice.answered(A, true, at(0));
    practice.answered(B, false, at(0));
    assert_eq!(practice.due(&all, at(3)), [B, A]);
    assert_eq!(practice.next(&all, at(0)), Some(B));
    assert_eq!((practice.task(B), practice.task(A)), (Task::Question, Task::Exercise(Grade::Easy)));
    practice.answered(B, true, at(0));
    assert_eq!(practice.next(&all, at(0)), Some(Misconception::Transitive), "something new");
    assert_eq!(practice.next(&[A, B], at(0)), Some(A), "else what is due next");
    assert_eq!(practice.next(&[], at(0)), None);
    for _ in 0..9 {
        let due = practice.of(A).map_or(0, |own| own.due());
        practice.answered(A, true, Timestamp::from_unix_seconds(due));
    }
    assert_eq!(practice.task(A), Task::Exercise(Grade::Hard));
}

#[test]
fn lessons_say_what_is_practised() {
    let mut practice = Practice::default();
    assert_eq!(practice.topics(&BTreeSet::new()), Misconception::ALL);
    let first = BTreeSet::from(["three-groups".to_owned()]);
    assert_eq!(practice.topics(&first), [Misconception::IsolationDenies]);
    practice.answered(A, true, at(0));
    assert_eq!(practice.topics(&first), [A, Misconception::IsolationDenies]);
}

#[test]
fn records_merge_by_the_later_answer_and_older_ones_open() {
    let with = |answers: &[(Misconception, bool, i64)], since: i64| {
        let mut learner = Learner { since, ..Learner::default() };
        for (topic, right, days) in answers {
            learner.practice.answered(*topic, *right, at(*days));
        }
        learner
    };
    let here = with(&[(A, true, 0), (B, true, 5)], 0);
    let merged = here.clone().merged(with(&[(A, false, 1), (B, false, 2)], 0));
    assert_eq!((number(&merged.practice, A), number(&merged.practice, B)), (Some(0), Some(1)));
    let anew = with(&[], START + 3 * DAY).merged(here.clone());
    assert_eq!((number(&anew.practice, A), number(&anew.practice, B)), (None, Some(1)));
    assert_eq!(Learner::read(&here.write()), Ok(here));
    let old = Learner::read(r#"{"version":1,"name":"Ann"}"#);
    assert!(old.is_ok_and(|old| old.practice.is_empty()));
    // What a later version adds is kept, and numbers beyond any sense do no harm.
    let text = r#"{"version":1,"practice":{"new-one":{"box":3,"at":9},"top-to-bottom":{"box":255,"at":9223372036854775807}}}"#;
    let read = Learner::read(text);
    assert!(read.as_ref().is_ok_and(|own| own.write().contains("new-one")), "{read:?}");
    let mut practice = read.map(|own| own.practice).unwrap_or_default();
    assert_eq!(practice.due(&[A], at(0)), []);
    practice.answered(A, true, at(0));
    assert_eq!(number(&practice, A), Some(255));
}
