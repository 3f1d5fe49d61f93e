//! Flow logs: every count, what is not read, each list and what a press does, in both languages. No
//! browser.

use std::rc::Rc;
use std::sync::Arc;

use serde_json::{Value, json};

use sg_core::connectivity::{AskedPacket, End, PacketChoice, Reach};
use sg_core::flow_log::{Field, Findings, Judge, LogError, LogReader, Report, narrowings};
use sg_core::flow_report::{View as Written, json_of, text as core};
use sg_core::history::{Edit, as_calls};
use sg_core::language::Language;
use sg_core::model::Scenario;
use sg_playground::component::flows::panel::FlowsPanel;
use sg_playground::derived::{FileFault, JudgedFiles, Sources, pair_of};
use sg_playground::hooks::{JudgingStage, ReadBytes};
use sg_playground::page::Links;
use sg_playground::state::{
    Action, KeptLog, LocationEdit, OpenDialog, Opening, Selection, State, Theme, View,
};
use sg_playground::text::flows as text;
use sg_testing::environment::env;
use sg_testing::scenario_text::scenario_of;
use yew::Reducible;
use yew::prelude::*;

use crate::drawn::{draw, page, words};

/// A database that its web servers and, on one port, some of the Internet may reach.
fn scenario() -> Arc<Scenario> {
    Arc::new(scenario_of(
        "vpc vpc-1 10.0.0.0/16
        group web basic drop
        group db basic drop
        instance web 10.0.0.1 in web
        instance db 10.0.0.2 in db
        outside office 198.51.100.0/24
        rule db in accept tcp 5000/6000 from 10.0.0.0/8 prio 1
        rule db in accept tcp 22/22 from 192.168.0.0/16 prio 1",
    ))
}

fn interface(scenario: &Scenario, index: usize) -> String {
    scenario.interfaces().nth(index).unwrap().id.to_string()
}

/// A record of the database from another address.
fn record(scenario: &Scenario, from: &str, port: u16, action: &str) -> Value {
    json!({
        "eni-id": interface(scenario, 1), "direction": "in", "srcaddr": from,
        "srcport": "50000", "dstaddr": "10.0.0.2", "dstport": port.to_string(), "protocol": "6",
        "packets": "3", "bytes": "180", "start": "1793000000", "end": "1793000060",
        "log-status": "OK", "action": action, "tcp-flags": "2",
    })
}

/// Changes some fields of a record.
fn with(mut record: Value, fields: &[(&str, &str)]) -> Value {
    for (name, value) in fields {
        record[*name] = json!(value);
    }
    record
}

fn judged(scenario: &Arc<Scenario>, entries: &[String]) -> JudgedFiles {
    let reach = Reach::new(scenario);
    let judge = Judge::new(&reach);
    let mut reader = LogReader::default();
    reader.read(&judge, entries.join("\n").as_bytes()).unwrap();
    reader.end_file(&judge).unwrap();
    let (parts, intake) = reader.finish();
    let mut findings = Findings::default();
    parts.into_iter().for_each(|part| findings.merge(part.finish()));
    JudgedFiles {
        scenario: Arc::clone(scenario),
        files: Sources { names: vec!["flows.jsonl".to_owned()], files: Vec::new() },
        intake,
        report: Report::new(&judge, &findings),
        narrowings: Some(narrowings(&judge, &findings)),
        all_narrowed: true,
        stopped: None,
        faults: Vec::new(),
    }
}

fn act(state: &Rc<State>, action: Action) -> Rc<State> {
    Rc::clone(state).reduce(action)
}

/// The page of a scenario with what a log said about it.
fn with_log(scenario: &Arc<Scenario>, judged: JudgedFiles) -> Rc<State> {
    let state = State::new(Arc::clone(scenario), View::new(Language::En, Theme::System));
    let state = act(&Rc::new(state), Action::HideQuestion);
    act(&state, Action::Log(Some(KeptLog::of(&Rc::new(judged)))))
}

fn opened(state: &Rc<State>) -> Rc<State> {
    act(state, Action::Location(LocationEdit::Dialog(Some(OpenDialog::Flows))))
}

fn dialog(state: &Rc<State>, language: Language) -> String {
    let state = opened(state);
    words(&draw(language, html! { <Links {state} /> }))
}

/// A log with something for every count.
fn everything(scenario: &Arc<Scenario>) -> Vec<String> {
    let good = record(scenario, "10.0.0.1", 5432, "ACCEPT");
    let udp = [("protocol", "17"), ("tcp-flags", "")];
    let out = [
        ("direction", "out"),
        ("srcaddr", "10.0.0.2"),
        ("dstaddr", "10.0.0.1"),
        ("srcport", "7000"),
        ("dstport", "50000"),
    ];
    let sent = with(with(good.clone(), &udp), &out);
    let answered = with(
        with(good.clone(), &udp),
        &[("srcport", "50000"), ("dstport", "7000"), ("start", "1793000009")],
    );
    let records = [
        good.clone(),
        record(scenario, "10.0.0.1", 5432, "REJECT"),
        record(scenario, "198.51.100.7", 22, "ACCEPT"),
        record(scenario, "203.0.113.9", 80, "ACCEPT"),
        record(scenario, "10.0.99.99", 5432, "ACCEPT"),
        sent,
        answered,
        with(good.clone(), &[("tcp-flags", "16")]),
        json!({ "eni-id": "eni-x", "log-status": "NODATA" }),
        json!({ "eni-id": "eni-x", "log-status": "SKIPDATA" }),
        with(good, &[("eni-id", "eni-elsewhere")]),
    ];
    let broken = "{\"eni-id\": \"eni-x\"".to_owned();
    records.iter().map(Value::to_string).chain([broken]).collect()
}

#[test]
fn every_count_is_told_in_the_words_of_the_command_in_both_languages() {
    let scenario = scenario();
    let judged = judged(&scenario, &everything(&scenario));
    let Report { totals, disagreements, .. } = judged.report.clone();
    assert_eq!(totals.disagree.records, 3, "{disagreements:?}");
    let state = with_log(&scenario, judged);
    let judged = state.view.log.as_ref().unwrap().read::<JudgedFiles>().unwrap();
    for language in Language::ALL {
        let said = dialog(&state, language);
        let marked = [
            (totals.agree.records, "✓ ", core::AGREE),
            (totals.disagree.records, "✗ ", core::DISAGREE),
            (totals.unknown.records, "? ", core::UNKNOWN),
            (totals.replies.records, "", core::REPLIES),
            (totals.running.records, "", core::RUNNING),
            (1, "", core::NO_DATA),
            (1, "", core::SKIP_DATA),
            (1, "", core::MALFORMED),
            (1, "", core::STRANGERS),
        ];
        for (count, mark, name) in marked {
            assert!(count > 0, "{name:?}");
            let line = format!("{count} {mark}{}", name.get(language));
            assert!(said.contains(&line), "{line}\n{said}");
        }
        // Every line of the command's report is there, whatever is around it.
        let told = judged.told(&[], true);
        let written = Written::new(&told, language, usize::MAX);
        for list in written.lists.iter().take(5) {
            for line in list.entries.iter().flatten() {
                let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(said.contains(&line), "{line}\n{said}");
            }
        }
        assert!(said.contains("flows.jsonl:12"), "{said}");
        assert!(said.contains(core::NEVER.get(language)), "{said}");
        assert!(said.contains(text::LEAD.get(language)), "{said}");
    }
}

#[test]
fn a_press_selects_the_pair_and_its_packets() {
    let scenario = scenario();
    let state = with_log(&scenario, judged(&scenario, &everything(&scenario)));
    let judged = state.view.log.as_ref().unwrap().read::<JudgedFiles>().unwrap();
    let of = |remote: &str| {
        let mut all = judged.report.disagreements.iter();
        let own = all.find(|own| own.record.remote.to_string() == remote).unwrap();
        pair_of(&scenario, own)
    };
    let interface =
        |index: usize| End::Interface(scenario.interfaces().nth(index).unwrap().id.clone());
    let inside = of("10.0.0.1").unwrap();
    assert_eq!(inside.pair, Selection { from: interface(0), to: interface(1) });
    assert_eq!(inside.address, None);
    assert_eq!(PacketChoice::One(inside.packet.unwrap()).family(), None);
    assert!(matches!(inside.packet, Some(AskedPacket::Tcp(port)) if port.get() == 5432));
    let outside = of("198.51.100.7").unwrap();
    assert_eq!(outside.pair.from, End::Outside("office".to_owned()));
    assert_eq!(outside.address, Some("198.51.100.7".parse().unwrap()));
    // No end of the scenario has this address, which the line says.
    assert_eq!(of("203.0.113.9"), None);
    let said = dialog(&state, Language::En);
    assert!(said.contains("no outside address for 203.0.113.9"), "{said}");
    // The answer explains what was pressed.
    let asked = act(&state, Action::Ask(PacketChoice::One(outside.packet.unwrap())));
    let shown = act(&asked, Action::Select(outside.pair));
    let shown = act(&shown, Action::Address(outside.address));
    let answer = words(&page(&shown));
    assert!(answer.contains("198.51.100.7") && answer.contains("TCP 22"), "{answer}");
}

#[test]
fn a_rejected_reply_leads_to_its_session() {
    let scenario = scenario();
    let reply = with(
        record(&scenario, "10.0.0.1", 50_000, "REJECT"),
        &[
            ("direction", "out"),
            ("srcaddr", "10.0.0.2"),
            ("srcport", "5432"),
            ("dstaddr", "10.0.0.1"),
            ("tcp-flags", "18"),
        ],
    );
    let judged = judged(&scenario, &[reply.to_string()]);
    let shown = pair_of(&scenario, &judged.report.disagreements[0]).unwrap();
    let from = scenario.interfaces().next().unwrap().id.clone();
    assert_eq!(shown.pair.from, End::Interface(from));
    assert!(matches!(shown.packet, Some(AskedPacket::Tcp(port)) if port.get() == 5432));
}

#[test]
fn a_partial_result_says_so_everywhere() {
    let scenario = scenario();
    let mut judged = judged(&scenario, &everything(&scenario));
    judged.stopped = Some((1_500_000, 90_000_000));
    (judged.narrowings, judged.all_narrowed) = (None, false);
    let state = with_log(&scenario, judged);
    let judged = state.view.log.as_ref().unwrap().read::<JudgedFiles>().unwrap();
    for language in Language::ALL {
        let said = dialog(&state, language);
        let unread = judged.unread(language);
        assert!(unread.len() == 1 && unread[0].contains("1.5") && unread[0].contains("90.0"));
        assert!(said.contains(&unread[0]), "{said}");
        // What is rarer than the part that was read would be closed.
        assert!(!said.contains(core::NARROW_NONE.get(language)), "{said}");
        let told = judged.told(&unread, true);
        let json = serde_json::to_value(json_of(&told, language)).unwrap();
        assert_eq!(json["unread"], json!(unread));
        assert_eq!(json.get("narrower"), None);
        let markdown = Written::new(&told, language, usize::MAX).markdown();
        assert!(markdown.contains("90.0"), "{markdown}");
    }
}

#[test]
fn what_is_wrong_with_a_file_is_said_precisely_and_loses_nothing() {
    let faults = [
        FileFault::Empty,
        FileFault::Binary,
        FileFault::NotALog(LogError::NoHeader(Field::Interface)),
        FileFault::NoRecords,
        FileFault::Gone,
        FileFault::CutOff,
        FileFault::Broken,
        FileFault::NoGzip,
    ];
    let scenario = scenario();
    let good = record(&scenario, "10.0.0.1", 5432, "ACCEPT").to_string();
    for language in Language::ALL {
        let mut sentences = Vec::new();
        for fault in &faults {
            let sentence = fault.say("a.log", language);
            assert!(sentence.contains("a.log") && !sentence.contains('{'), "{sentence}");
            // Alone, nothing was read; an earlier result stays.
            let state = with_log(&scenario, judged(&scenario, std::slice::from_ref(&good)));
            let stage = JudgingStage::Nothing(vec!["a.log".to_owned()], vec![(0, fault.clone())]);
            let alone = words(&draw(language, html! { <FlowsPanel {state} {stage} /> }));
            for part in
                [&*sentence, text::NOTHING_READ.get(language), text::ALL_AGREE.get(language)]
            {
                assert!(alone.contains(part), "{part}\n{alone}");
            }
            // Beside a file that was read, it is told with the result.
            let mut both = judged(&scenario, std::slice::from_ref(&good));
            both.files.names.push("a.log".to_owned());
            both.faults = vec![(1, fault.clone())];
            let both = dialog(&with_log(&scenario, both), language);
            assert!(both.contains(&sentence) && both.contains("flows.jsonl · a.log"), "{both}");
            sentences.push(sentence);
        }
        sentences.sort();
        sentences.dedup();
        assert_eq!(sentences.len(), faults.len());
    }
}

#[test]
fn the_progress_says_how_much_was_read_and_what_is_left() {
    let state = Rc::new(State::new(scenario(), View::new(Language::En, Theme::System)));
    let state = act(&state, Action::HideQuestion);
    let read = |seconds| {
        JudgingStage::Reading(ReadBytes {
            done: 2_000_000,
            all: 4_000_000,
            records: 4_321,
            seconds,
        })
    };
    for language in Language::ALL {
        let shown = |stage: JudgingStage| {
            let state = Rc::clone(&state);
            draw(language, html! { <FlowsPanel {state} {stage} /> })
        };
        let markup = shown(read(Some(7)));
        assert!(markup.contains("value=\"2000000\"") && markup.contains("max=\"4000000\""));
        let said = words(&markup);
        let left = text::SECONDS_LEFT.fill(language, &[("count", "7")]);
        for part in ["2.0", "4.0", "4321", left.as_str(), text::CANCEL.get(language)] {
            assert!(said.contains(part), "{part}\n{said}");
        }
        let minutes = text::MINUTES_LEFT.fill(language, &[("count", "3")]);
        assert!(words(&shown(read(Some(170)))).contains(&minutes));
        assert!(!words(&shown(read(None))).contains("·"));
        for (stage, name) in
            [(JudgingStage::Preparing, text::PREPARING), (JudgingStage::Summing, text::SUMMING)]
        {
            let markup = shown(stage);
            // How long it takes is not known.
            assert!(words(&markup).contains(name.get(language)) && !markup.contains("value=\""));
        }
        let idle = shown(JudgingStage::Idle);
        assert!(!idle.contains("<progress") && idle.contains("type=\"file\""));
    }
}

#[test]
fn a_narrower_rule_is_proposed_applied_and_undone() {
    let scenario = scenario();
    let good = record(&scenario, "10.0.0.1", 5432, "ACCEPT").to_string();
    let state = with_log(&scenario, judged(&scenario, &[good]));
    let judged = state.view.log.as_ref().unwrap().read::<JudgedFiles>().unwrap();
    let proposal = &judged.narrowings.as_ref().unwrap()[0];
    for language in Language::ALL {
        let said = dialog(&state, language);
        for part in [text::CALLS.get(language), "AuthorizeSecurityGroup", "10.0.0.1/32", "5432"] {
            assert!(said.contains(part), "{part}\n{said}");
        }
        assert!(!said.contains(text::STALE.get(language)), "{said}");
    }
    let calls = as_calls(&scenario, &proposal.edits).unwrap();
    let applied = calls
        .into_iter()
        .fold(Rc::clone(&state), |state, call| act(&state, Action::Edit(Edit::Call(call), env(7))));
    assert_ne!(applied.scenario(), &scenario);
    for language in Language::ALL {
        let said = dialog(&applied, language);
        for name in [text::STALE, text::AGAIN, text::NARROW_GONE] {
            assert!(said.contains(name.get(language)), "{name:?}\n{said}");
        }
    }
    let calls = proposal.edits.len();
    let undone = (0..calls).fold(applied, |state, _| act(&state, Action::Undo));
    assert_eq!(undone.scenario(), &scenario);
    assert!(!dialog(&undone, Language::En).contains(text::STALE.en));
}

#[test]
fn a_long_list_is_cut_and_the_line_below_the_pairs_leads_back() {
    let scenario = scenario();
    let all: Vec<String> =
        (1..40).map(|port| record(&scenario, "10.0.0.1", port, "ACCEPT").to_string()).collect();
    let state = with_log(&scenario, judged(&scenario, &all));
    let said = dialog(&state, Language::En);
    assert!(said.contains("Disagreements (39)") && said.contains("Show all 39"), "{said}");
    let shown = (1..40).filter(|port| said.contains(&format!("TCP {port} "))).count();
    assert!(shown <= 11, "{shown}\n{said}");
    let bar = text::BAR.fill(Language::En, &[("count", "39")]);
    let page_of = |state: &Rc<State>| words(&page(state));
    assert!(page_of(&state).contains(&bar));
    assert!(!page_of(&act(&state, Action::Log(None))).contains("in the flow log"));
    // It is in no link and belongs to no scenario.
    let other = Rc::new(Opening::of("#ex/three-groups"));
    let elsewhere = act(&state, Action::Location(LocationEdit::Open(other, env(1))));
    assert!(elsewhere.view.log.is_some());
}

#[test]
fn a_log_does_not_answer_an_open_question() {
    let state = Rc::new(State::opened(Opening::of(""), &View::new(Language::En, Theme::System)));
    assert!(state.hidden_answer().is_some());
    for language in Language::ALL {
        let said = dialog(&state, language);
        assert!(said.contains(text::PREDICT_FIRST.get(language)), "{said}");
        assert!(!said.contains(text::FILES.get(language)), "{said}");
    }
}
