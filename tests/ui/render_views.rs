//! Native rendering of the right pane, in both languages: matrix, drawing, list, and the context of
//! the explanation.

use std::rc::Rc;
use std::sync::Arc;

use sg_core::connectivity::{
    AskedPacket, CellState, CheckedDirections, End, PacketChoice, Verdict,
};
use sg_core::emulator::{Action as Operation, Call, Env, answer as emulate};
use sg_core::explain::ends_with_labels;
use sg_core::history::Edit;
use sg_core::language::Language;
use sg_core::lesson::first_scenario;
use sg_core::model::{InnerAccessPolicy, Port, Scenario, SecurityGroupId, Timestamp};
use sg_playground::component::pairs::drawing::{Drawing, DrawingProps};
use sg_playground::component::pairs::matrix::MatrixGrid;
use sg_playground::component::pairs::matrix::props::MatrixGridProps;
use sg_playground::component::pairs::pair_list::{PairList, PairListProps};
use sg_playground::derived::{Reachability, prediction_env};
use sg_playground::state::{Action, Selection, State, Theme, View, ViewMode};
use yew::Reducible;
use yew::prelude::*;

use sg_testing::scenario_text;

use crate::drawn::{attribute, draw, page, tags, words};
use sg_testing::workload::Workload;

fn seen(scenario: &Arc<Scenario>) -> Rc<Reachability> {
    let (choice, view) = (PacketChoice::All, CheckedDirections::Both);
    Rc::new(Reachability::new(scenario, scenario, None, choice, view))
}

fn grid(language: Language, scenario: &Arc<Scenario>, pair: (usize, usize)) -> String {
    let reachability = seen(scenario);
    let end = |place: usize| -> End { reachability.ends[place].clone() };
    let selection = Some(Selection { from: end(pair.0), to: end(pair.1) });
    let props = MatrixGridProps { reachability, selection };
    draw(language, html! { <MatrixGrid ..props /> })
}

#[test]
fn of_a_large_scenario_only_what_is_in_sight_is_in_the_document() {
    for instances in [200, 1_000] {
        let workload = Workload { instances, internet: true, ..Workload::A };
        let scenario = Arc::new(workload.scenario(3));
        for language in Language::ALL {
            let markup = grid(language, &scenario, (0, 1));
            let cells = tags(&markup, "button");
            assert!(cells.len() <= 500, "{} cells of {instances} ends are drawn", cells.len());
            assert!(cells.len() >= 150, "what is in sight is drawn: {}", cells.len());
            let table = tags(&markup, "table")[0];
            let count = (instances + 2).to_string();
            assert_eq!(attribute(table, "aria-rowcount"), Some(count.as_str()));
            assert_eq!(attribute(table, "aria-colcount"), Some(count.as_str()));
            let rows: Vec<_> = tags(&markup, "tr");
            let numbers: Vec<_> =
                rows.iter().filter_map(|row| attribute(row, "aria-rowindex")).collect();
            assert_eq!(numbers[..3], ["1", "2", "3"]);
            let stops: Vec<_> =
                cells.iter().filter(|cell| attribute(cell, "tabindex") == Some("0")).collect();
            assert_eq!(stops.len(), 1, "one tab stop");
            assert_eq!(attribute(stops[0], "id"), Some("cell-0-1"));
            // Rows and columns that are not rendered still take up space, so that scrolling works.
            let room: Vec<_> = tags(&markup, "svg");
            let below = attribute(room.last().unwrap(), "height").unwrap();
            let drawn_rows = numbers.len() - 1;
            let expected = (instances + 1 - drawn_rows) * 32 - 2;
            assert_eq!(below, expected.to_string(), "{drawn_rows} rows are rendered");
        }
    }
}

#[test]
fn a_choice_out_of_sight_leaves_a_tab_stop_in_sight() {
    let scenario = Arc::new(Workload { instances: 200, ..Workload::A }.scenario(3));
    let markup = grid(Language::En, &scenario, (150, 120));
    let cells = tags(&markup, "button");
    let stop = cells.iter().find(|cell| attribute(cell, "tabindex") == Some("0")).unwrap();
    assert_eq!(attribute(stop, "id"), Some("cell-0-0"));
    assert!(words(&markup).contains("ecs0"), "names are rendered");
}

/// The page for a scenario and a language.
fn opened(language: Language, scenario: &Arc<Scenario>) -> Rc<State> {
    let state = Rc::new(State::new(Arc::clone(scenario), View::new(language, Theme::System)));
    // The first scenario's question hides what these tests look at.
    state.reduce(Action::Guess(true))
}

fn after(state: Rc<State>, actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    actions.into_iter().fold(state, Reducible::reduce)
}

fn first() -> Arc<Scenario> {
    Arc::new(first_scenario())
}

fn pair(scenario: &Scenario, from: &str, to: &str) -> Selection {
    let all = ends_with_labels(scenario, Language::En);
    let end = |wanted: &str| all.iter().find(|(_, name)| name == wanted).unwrap().0.clone();
    Selection { from: end(from), to: end(to) }
}

fn flip_g2() -> Action {
    let group = SecurityGroupId::parse("sg-bp1g2").unwrap();
    let region = first_scenario().region().clone();
    let call = Call::modify_security_group_policy(&region, &group, InnerAccessPolicy::Drop);
    let env = Env { now: Timestamp::from_unix_seconds(1_800_000_000), entropy: 1 };
    Action::Edit(Edit::Call(call), env)
}

#[test]
fn the_switch_presses_the_view_in_force_and_the_page_shows_it() {
    for language in Language::ALL {
        for view_mode in ViewMode::ALL {
            let state = after(opened(language, &first()), [Action::ViewMode(view_mode)]);
            let markup = page(&state);
            let shown = [
                ("role=\"grid\"", ViewMode::Matrix),
                ("class=\"drawing\"", ViewMode::Drawing),
                ("class=\"pairs\"", ViewMode::List),
            ];
            for (mark, of) in shown {
                assert_eq!(markup.contains(mark), of == view_mode, "{mark} in {view_mode:?}");
            }
            let switch = markup.split("class=\"lenses\"").nth(1).unwrap();
            let switch = switch.split("</div>").next().unwrap();
            let pressed: Vec<bool> = tags(switch, "button")
                .iter()
                .map(|tag| attribute(tag, "aria-pressed") == Some("true"))
                .collect();
            assert_eq!(pressed, ViewMode::ALL.map(|one| one == view_mode));
            assert!(markup.contains("class=\"why\""), "every view mode shows the explanation");
            assert_eq!(ViewMode::from_word(view_mode.word()), Some(view_mode));
        }
    }
    assert_eq!(ViewMode::from_word("nothing"), None);
}

fn drawing(language: Language, scenario: &Arc<Scenario>, selection: Selection) -> String {
    let props = DrawingProps { reachability: seen(scenario), selection: Some(selection) };
    draw(language, html! { <Drawing ..props /> })
}

#[test]
fn the_drawing_names_its_nodes_and_marks_the_side_that_blocks() {
    let scenario = first();
    let english = drawing(Language::En, &scenario, pair(&scenario, "ecs1", "ecs3"));
    let labels: Vec<&str> =
        tags(&english, "button").iter().filter_map(|tag| attribute(tag, "aria-label")).collect();
    assert_eq!(
        labels,
        [
            "ecs1, in G1, G2; source of the selected path",
            "ecs2, in G1, G2, G3",
            "ecs3, in G3; destination of the selected path",
            "internet, external"
        ]
    );
    let stops: Vec<&str> = tags(&english, "button")
        .into_iter()
        .filter(|tag| attribute(tag, "id").is_some_and(|id| id.starts_with("node-")))
        .filter(|tag| attribute(tag, "tabindex") == Some("0"))
        .collect();
    assert_eq!(stops.len(), 1, "one tab stop");
    assert!(english.contains("class=\"area drop\"") && english.contains("class=\"area accept\""));
    let said = words(&english);
    assert!(said.contains("⊘ G1 Drop") && said.contains("⇄ G2 Accept"), "{said}");
    assert!(english.contains("class=\"path-badge fail chosen\""), "the selected path is blocked");
    let chinese = drawing(Language::Zh, &scenario, pair(&scenario, "ecs1", "ecs3"));
    assert!(chinese.contains("aria-label=\"ecs1，属于 G1、G2；所选路径的起点\""));
    assert!(words(&chinese).contains("先选择源端，再选择目的端。"));
}

/// An instance with a long name and two interfaces, each in its own group.
fn two_interfaces() -> Arc<Scenario> {
    Arc::new(scenario_text::scenario_of(
        "group G1 basic drop
         group G2 basic accept
         instance a-jump-host-with-a-long-name 10.0.0.11 in G1
         interface eni-bp1jumpb of a-jump-host-with-a-long-name 10.0.0.13 in G2
         interface eni-2 of a-jump-host-with-a-long-name 10.0.0.14 in G2",
    ))
}

#[test]
fn interfaces_of_one_instance_are_told_apart_where_their_name_is_cut() {
    let scenario = two_interfaces();
    let ends = ends_with_labels(&scenario, Language::En);
    let pair = Selection { from: ends[0].0.clone(), to: ends[1].0.clone() };
    for language in Language::ALL {
        let markup = drawing(language, &scenario, pair.clone());
        for (last, id) in [
            ("…ame", "eni-a-jump-host-with-a-long-name"),
            ("…mpb", "eni-bp1jumpb"),
            ("…i-2", "eni-2"),
        ] {
            let name = format!("th-a-long-name {last}</button>");
            assert!(markup.contains(&name), "{last}: {markup}");
            let whole = format!("aria-label=\"a-jump-host-with-a-long-name ({id})");
            assert!(markup.contains(&whole), "{id}: {markup}");
        }
    }
}

#[test]
fn a_drawing_of_many_counts_and_says_so() {
    let many = Arc::new(Workload { instances: 200, groups: 20, ..Workload::M }.scenario(2));
    for (language, said) in [
        (Language::En, "200 interfaces are too many to draw one by one. Drawn: 2 of them"),
        (Language::Zh, "200 张网卡过多，无法逐一绘制。图中单独画出所选路径上的 2 张"),
    ] {
        let markup = drawing(language, &many, pair(&many, "ecs0", "ecs1"));
        assert!(words(&markup).contains(said), "{}", words(&markup));
        assert!(tags(&markup, "button").len() <= 5, "two ends, the Internet, the text alternative");
    }
}

#[test]
fn the_list_says_every_pair_with_what_decides_it() {
    let scenario = first();
    let rows = |language| {
        let selection = Some(pair(&scenario, "ecs1", "ecs3"));
        let props = PairListProps { reachability: seen(&scenario), selection };
        draw(language, html! { <PairList ..props /> })
    };
    let english = rows(Language::En);
    let lines: Vec<String> = english
        .split("<tr")
        .skip(2)
        .map(|row| words(&format!("<tr{row}")).split(" Documented").next().unwrap().to_owned())
        .collect();
    assert_eq!(lines.len(), 12);
    assert!(
        lines[0].starts_with("ecs1 → ecs2 ✓ allowed everything G2: Accept S-01"),
        "{}",
        lines[0]
    );
    assert!(lines[1].starts_with("ecs1 → ecs3 ✗ blocked nothing S-08"), "{}", lines[1]);
    assert!(
        lines[2].starts_with("ecs1 → internet ◐ partially allowed all but TCP 25"),
        "{}",
        lines[2]
    );
    let stops: Vec<_> = tags(&english, "button")
        .into_iter()
        .filter(|tag| attribute(tag, "tabindex") == Some("0"))
        .filter_map(|tag| attribute(tag, "aria-label"))
        .collect();
    assert_eq!(stops, ["ecs1 → ecs3: blocked"], "the selected pair is the tab stop");
    let chinese = words(&rows(Language::Zh));
    assert!(chinese.contains("共 12 条访问路径，显示 12 条。"), "{chinese}");
    assert!(chinese.contains("ecs1 → ecs3 ✗ 不通 无"), "{chinese}");
}

#[test]
fn a_list_of_a_large_scenario_stops_where_enough_is_shown() {
    let many = Arc::new(Workload { instances: 1_000, ..Workload::A }.scenario(2));
    let props = PairListProps { reachability: seen(&many), selection: None };
    let markup = draw(Language::En, html! { <PairList ..props /> });
    assert!(tags(&markup, "tr").len() <= 51, "{}", tags(&markup, "tr").len());
    let said = words(&markup);
    assert!(said.contains("50 pairs so far; 50 of 999000 checked."), "{said:.300}");
    assert!(said.contains("Show more"));
}

/// The part of the page with the answer for the selected pair.
fn answer(state: &Rc<State>) -> String {
    let markup = page(state);
    let answer = markup.split("<div class=\"answer\">").nth(1).unwrap();
    words(answer.split("<div class=\"bottom\">").next().unwrap())
}

#[test]
fn the_answer_tells_the_way_back_and_what_becomes_of_a_session() {
    let scenario = first();
    let flipped = |language| after(opened(language, &scenario), [flip_g2()]);
    let english = answer(&flipped(Language::En));
    assert!(
        english.contains("Opposite direction ecs2 → ecs1 ✗ blocked Replies need no rule"),
        "{english}"
    );
    assert!(english.contains("TCP 443 sessions may be interrupted by the last edit"), "{english}");
    assert!(english.contains("S-32"), "{english}");
    let chinese = answer(&flipped(Language::Zh));
    assert!(chinese.contains("TCP 443 的已有会话可能因上一次修改而中断"), "{chinese}");
    let untouched = Action::Select(pair(&scenario, "ecs2", "ecs3"));
    let other = answer(&after(flipped(Language::En), [untouched]));
    assert!(other.contains("TCP 443 sessions continue"), "{other}");
    let before = answer(&opened(Language::En, &scenario));
    assert!(!before.contains("Open sessions"), "no edit, no question: {before}");
}

#[test]
fn one_address_of_an_outside_block_can_be_asked_about() {
    let mut scenario = first_scenario();
    let add = Call::new(
        Operation::AuthorizeSecurityGroup,
        [
            ("RegionId", "cn-hangzhou"),
            ("SecurityGroupId", "sg-bp1g1"),
            ("Permissions.1.IpProtocol", "TCP"),
            ("Permissions.1.PortRange", "22/22"),
            ("Permissions.1.SourceCidrIp", "203.0.114.0/24"),
        ],
    );
    scenario = emulate(&scenario, &add, &prediction_env()).unwrap().scenario;
    scenario =
        scenario.edited(|draft| draft.outside[0].block = "0.0.0.0/0".parse().unwrap()).unwrap();
    let scenario = Arc::new(scenario);
    let chosen = Action::Select(pair(&scenario, "internet", "ecs1"));
    let state = after(opened(Language::En, &scenario), [chosen]);
    let some = "for some of these addresses: 203.0.114.0/24";
    assert!(answer(&state).contains(some), "{}", answer(&state));
    let address = "203.0.114.9".parse().unwrap();
    let asked = after(state, [Action::Address(Some(address))]);
    let said = answer(&asked);
    assert!(said.contains("only TCP 22 is allowed"), "{said}");
    assert!(!said.contains("of these addresses"), "{said}");
    let elsewhere = after(asked, [Action::Select(pair(&scenario, "ecs1", "ecs2"))]);
    assert_eq!(elsewhere.view.address, None, "another pair, another question");
}

#[test]
fn every_kind_of_packet_can_be_picked() {
    let port = |number| Port::new(number).unwrap();
    let choices = [
        (
            AskedPacket::TcpFrom { source: port(20), destination: port(1024) },
            "TCP 1024 from port 20",
        ),
        (AskedPacket::UdpFrom { source: port(53), destination: port(53) }, "UDP 53 from port 53"),
        (AskedPacket::Gre, "GRE"),
        (AskedPacket::Icmp, "ICMP"),
        (AskedPacket::Other(50), "protocol 50"),
    ];
    for (asked, said) in choices {
        let ask = Action::Ask(PacketChoice::One(asked));
        let state = after(opened(Language::En, &first()), [ask]);
        let answer = answer(&state);
        let head = format!("ecs1 → ecs2 : {said} is allowed");
        assert!(answer.contains(&head), "{head}: {answer:.200}");
    }
}

#[test]
fn packets_of_one_family_travel_between_addresses_of_it() {
    let scenario = Arc::new(scenario_text::scenario_of(
        "group G1 basic accept
         instance a 10.0.0.1 2001:db8::1 in G1
         instance b 10.0.0.2 2001:db8::2 in G1",
    ));
    let asked = PacketChoice::One(AskedPacket::Icmpv6);
    let seen = Reachability::new(&scenario, &scenario, None, asked, CheckedDirections::Both);
    let chosen = pair(&scenario, "a", "b");
    assert_eq!(seen.between(&chosen).unwrap().state, CellState::Pass);
    let why = seen.explanation(&scenario, &chosen, Language::En).unwrap();
    assert_eq!(why.verdict, Some(Verdict::Pass), "{}", why.sentence());
}

#[test]
fn all_regions_stand_in_a_table_when_asked_for() {
    let scenario = first();
    for (language, said) in
        [(Language::En, "All packets as a table (7)"), (Language::Zh, "全部数据包明细（7）")]
    {
        let select = Action::Select(pair(&scenario, "ecs1", "internet"));
        let answer = answer(&after(opened(language, &scenario), [select]));
        assert!(answer.contains(said), "{answer}");
    }
}

#[test]
fn the_fixes_open_by_the_state_and_the_keys_are_listed() {
    for language in Language::ALL {
        let state =
            after(opened(language, &first()), [Action::Fixes(true), Action::Shortcuts(true)]);
        let markup = page(&state);
        let open =
            tags(&markup, "button").into_iter().find(|tag| tag.contains("id=\"find-fixes\""));
        assert_eq!(attribute(open.unwrap(), "aria-expanded"), Some("true"));
        let keys = markup.split("class=\"shortcuts\"").nth(1).unwrap();
        for key in ["<kbd>f</kbd>", "<kbd>d</kbd>", "<kbd>m</kbd>"] {
            assert!(keys.contains(key), "{key}");
        }
    }
}
