//! Logs as text: every step survives a round trip through a link and a saved scenario, and a log
//! that no longer leads to its scenario is discarded.

#![expect(clippy::unwrap_used, reason = "a test panics on the first error")]

use super::links::unsaid;
use sg_testing::random_edits;
use sg_testing::random_scenario;

use std::sync::Arc;

use proptest::prelude::*;

use sg_core::history::{Edit, History, TopologyEdit};
use sg_core::lesson::first_scenario;
use sg_core::model::{Scenario, Timestamp};
use sg_core::share::{
    Document, Limits, Link, LinkView, Log, Route, Saved, SavedError, Stamp, read, write,
};

fn saved(history: &History, log: Option<Log>, revision: u64) -> Saved {
    Saved {
        stamp: Stamp { page: "a1".to_owned(), revision },
        at: Timestamp::from_unix_seconds(1_767_225_600),
        scenario: history.scenario().as_ref().clone(),
        view: LinkView::default(),
        log,
        log_broken: false,
    }
}

proptest! {
    #![proptest_config(random_scenario::config())]

    #[test]
    fn a_log_comes_back_step_by_step(
        scenario in random_scenario::scenario(),
        edits in random_edits::edits(12),
        back in 0..4_usize,
        revision in any::<u64>(),
    ) {
        let history = random_edits::done(scenario, edits, back);
        let scenario = history.scenario().as_ref().clone();
        // Going back past the start of the log stops at its start; there is still a log.
        let log = history.recent();
        prop_assert_eq!(log.is_some(), !history.steps().is_empty());
        let link = Link { scenario: scenario.clone(), view: LinkView::default(), log: log.clone() };
        let Ok(Route::Scenario { text }) = link.route() else { unreachable!() };
        let again = Link::read(&text);
        prop_assert_eq!(again.as_ref(), Ok(&link));
        if let Some(log) = &log {
            let replayed = History::replayed(log, &scenario, &Limits::LINK);
            prop_assert_eq!(replayed.as_ref(), Some(&history));
        }
        let saved = saved(&history, log, revision);
        let text = saved.write();
        prop_assert_eq!(Stamp::of(&text), Ok(saved.stamp.clone()));
        prop_assert_eq!(Saved::read(&text), Ok(saved));
    }

    #[test]
    fn a_document_comes_back_as_it_was_written(scenario in random_scenario::scenario()) {
        prop_assert_eq!(read(&write(&scenario), &Limits::FILE), Ok(scenario.clone()));
        prop_assert_eq!(Scenario::try_from(&Document::from(&scenario)), Ok(scenario));
    }

    #[test]
    fn any_text_is_a_saved_scenario_or_has_a_reason(
        text in any::<String>(),
        wrap in prop::sample::select(vec!["", "{\"version\":1,", "{\"version\":2,", "[", "null"]),
    ) {
        let text = format!("{wrap}{text}");
        prop_assert!(Saved::read(&text).is_err() && Stamp::of(&text).is_err());
    }
}

/// A saved scenario of version 1 with a log, as published.
const SAVED_V1: &str = include_str!("../../../../tests/data/saved-v1.json");

#[test]
fn what_every_version_has_kept_still_opens() {
    let saved = Saved::read(SAVED_V1).unwrap();
    assert_eq!(saved.stamp, Stamp { page: "6b1f00c2".to_owned(), revision: 7 });
    assert_eq!(saved.at.to_string(), "2026-11-22T06:00:00Z");
    assert!(saved.view.cell.is_some() && saved.view.side.is_some());
    let log = saved.log.as_ref().unwrap();
    let history = History::replayed(log, &saved.scenario, &Limits::FILE).unwrap();
    assert_eq!(**history.scenario_at(0), unsaid(&first_scenario()));
    assert_eq!((history.steps().len(), history.position()), (4, 3));
    // Writing it again gives the same text, so nothing is lost.
    assert_eq!(saved.write(), SAVED_V1.trim_end());
}

#[test]
fn what_is_no_saved_scenario_says_so() {
    let newer = SAVED_V1.replacen("\"version\":1", "\"version\":9", 1);
    assert_eq!(Saved::read(&newer), Err(SavedError::Newer(9)));
    assert_eq!(Stamp::of(&newer), Err(SavedError::Newer(9)));
    // Nothing else is checked in a later version.
    assert_eq!(Saved::read("{\"version\":2}"), Err(SavedError::Newer(2)));
    let older = SAVED_V1.replacen("\"version\":1", "\"version\":0", 1);
    assert_eq!(Saved::read(&older), Err(SavedError::Never(0)));
    for text in ["", "null", "[]", "{}", "{\"version\":\"1\"}", "{\"version\":-1}", "\u{0}"] {
        assert!(matches!(Saved::read(text), Err(SavedError::Foreign(_))), "{text}");
    }
    let cut = &SAVED_V1.get(..SAVED_V1.len() / 2).unwrap();
    assert!(matches!(Saved::read(cut), Err(SavedError::Foreign(_))));
    let broken = SAVED_V1.replacen("\"sg-bp1g2\"", "\"sg!\"", 1);
    let error = Saved::read(&broken).unwrap_err();
    assert!(matches!(error, SavedError::Contents(_)), "{error}");
}

#[test]
fn a_log_that_does_not_hold_together_costs_only_itself() {
    assert!(!Saved::read(SAVED_V1).unwrap().log_broken);
    for (from, to) in [
        ("\"position\":3", "\"position\":5"),
        ("\"start\":{", "\"start\":{\"a\":1,"),
        ("\"position\":3", "\"position\":\"3\""),
        ("\"steps\":[", "\"steps\":[7,"),
        ("\"log\":{", "\"log\":{},\"was\":{"),
    ] {
        let text = SAVED_V1.replacen(from, to, 1);
        assert_ne!(text, SAVED_V1, "{from}");
        let saved = Saved::read(&text).unwrap();
        assert_eq!((&saved.log, saved.log_broken), (&None, true), "{to}");
        assert_eq!(saved.scenario, Saved::read(SAVED_V1).unwrap().scenario);
    }
}

#[test]
fn a_log_that_leads_elsewhere_is_left_out() {
    let saved = Saved::read(SAVED_V1).unwrap();
    let log = saved.log.unwrap();
    let replayed = |log: &Log| History::replayed(log, &saved.scenario, &Limits::FILE);
    assert!(replayed(&log).is_some());
    assert_eq!(replayed(&Log { position: 0, ..log.clone() }), None, "a different scenario");
    let with = |step: &str| {
        let steps = log.steps.iter().cloned().chain([step.to_owned()]).collect();
        Log { steps, ..log.clone() }
    };
    for unknown in [
        "",
        "what\t0\t0",
        "call\t0\t0\tDeleteEverything",
        "call\tx\t0\tDescribeRegions",
        "call\t0\tg\tDescribeRegions",
        "rename\t0\t0\t\tname",
        "vpc\t0\t0\tname\t10.0.0.0/33",
    ] {
        assert_eq!(replayed(&with(unknown)), None, "{unknown}");
    }
    assert!(replayed(&with("call\t0\t0\tDescribeRegions")).is_some());
    // No step may exceed the limits of a link, not even an undone one.
    let large = format!("over\t0\t0\t{}", escaped(&write(&large())));
    assert_eq!(History::replayed(&with(&large), &saved.scenario, &Limits::LINK), None);
    assert!(replayed(&with(&large)).is_some());
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n").replace('\t', "\\t")
}

/// More groups than a link may contain.
fn large() -> Scenario {
    let groups: Vec<String> =
        (0..60).map(|n| format!("{{ \"securityGroupId\": \"sg-{n}\" }}")).collect();
    let text = format!(
        "{{ \"version\": 1, \"vpcs\": [{{ \"vpcId\": \"vpc-1\", \"cidrBlocks\": [\"10.0.0.0/8\"] }}],
           \"securityGroups\": [{}] }}",
        groups.join(",")
    );
    read(&text, &Limits::FILE).unwrap()
}

#[test]
fn a_link_takes_the_steps_since_the_scenario_was_opened() {
    let saved = Saved::read(SAVED_V1).unwrap();
    let log = saved.log.unwrap();
    let history = History::replayed(&log, &saved.scenario, &Limits::FILE).unwrap();
    let env = history.steps()[0].env;
    let step = |history: &History| history.with(history.steps()[0].edit.clone(), env);
    let over = |history: &History| {
        let scenario = Arc::new(first_scenario());
        history.with(Edit::Topology(TopologyEdit::start_over(scenario)), env)
    };
    let length = |history: &History| history.recent().map(|log| (log.steps.len(), log.position));

    let begun = over(&step(&history));
    assert_eq!(length(&begun), None, "no steps since then");
    let further = step(&step(&begun));
    assert_eq!(length(&further), Some((2, 2)));
    assert_eq!(further.recent().unwrap().start, first_scenario());
    let undone = further.at(further.position() - 3);
    assert_eq!(length(&undone), Some((4, 4)), "before the new start, the steps up to it");
    assert_eq!(further.whole().unwrap().steps.len(), further.steps().len());

    let long = (0..150).fold(begun, |history, _| step(&history));
    assert_eq!(length(&long), Some((Log::MOST_STEPS, Log::MOST_STEPS)));
    let log = long.recent().unwrap();
    let replayed = History::replayed(&log, long.scenario(), &Limits::LINK).unwrap();
    assert_eq!(replayed.steps(), &long.steps()[long.steps().len() - Log::MOST_STEPS..]);
    assert_eq!(length(&long.at(20)), None, "the current position is too far back");
    let first = long.steps().len() - 150;
    for place in [0, 49, 50, 51, 149, 150] {
        let there = long.at(first + place);
        assert_eq!(there.recent_steps(), (150, place));
        let sent = (place >= 50).then(|| (Log::MOST_STEPS, place - 50));
        assert_eq!(length(&there), sent, "{place}");
    }
}
