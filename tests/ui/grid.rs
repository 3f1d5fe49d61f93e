//! A large scenario as a matrix of security groups against security groups.

use std::rc::Rc;
use std::sync::Arc;

use sg_core::connectivity::{
    AskedPacket, CellState, CheckedDirections, End, GroupBy, PacketChoice,
};
use sg_core::language::Language;
use sg_core::model::{
    Direction, NetworkInterfaceId, Peer, Port, RulePolicy, Scenario, SecurityGroupId, UnreadRule,
};
use sg_core::share::{Limits, read};
use sg_playground::component::pairs::drawing::{Drawing, DrawingProps};
use sg_playground::component::pairs::pair_list::{PairList, PairListProps};
use sg_playground::derived::Reachability;
use sg_playground::export::{File, Form, Style};
use sg_playground::state::{Action, LinesShown, Selection, State, Theme, View};
use sg_playground::text::groups;
use yew::Reducible;
use yew::prelude::*;

use crate::drawn::{attribute, draw, page, tags, words};

/// The scenario of the tests of lines: web, app, db, ops and agents, whose four members are in web
/// too, and the Internet.
fn shop() -> Arc<Scenario> {
    let path = sg_testing::root().join("tests/data/shop.json");
    let text = std::fs::read_to_string(path).unwrap();
    Arc::new(read(&text, &Limits::FILE).unwrap())
}

/// The shop, in which one rule of db is known only in part.
fn gappy_shop() -> Arc<Scenario> {
    let edited = shop().edited(|draft| {
        let id = SecurityGroupId::parse("sg-db").unwrap();
        let rule = UnreadRule {
            place: "account.json:3".to_owned(),
            value: "?".to_owned(),
            direction: Some(Direction::Ingress),
            policy: Some(RulePolicy::Accept),
            priority: None,
            protocol: None,
            peer: SecurityGroupId::parse("sg-app").ok().map(Peer::Group),
        };
        let group = Arc::make_mut(draft.groups.get_mut(&id).unwrap());
        group.unread.rules.push(Arc::new(rule));
    });
    Arc::new(edited.unwrap())
}

/// The card says the rule that is known in part in the words of the others, and where it was found.
#[test]
fn a_card_says_what_is_known_of_an_unread_rule() {
    for (language, said) in [
        (Language::En, "inbound Allow unknown traffic from app (priority unknown)"),
        (Language::Zh, "入方向｜允许｜协议和端口未知｜授权对象 app｜优先级未知"),
    ] {
        let state = State::new(gappy_shop(), View::new(language, Theme::Light));
        let drawn = page(&Rc::new(state));
        let (_, list) = drawn.split_once("<ul class=\"unread\">").unwrap();
        let (list, _) = list.split_once("</ul>").unwrap();
        let line = groups::UNREAD_RULE.fill(language, &[("rule", said)]);
        assert_eq!(words(list), format!("{line} account.json:3 ?"));
    }
}

fn by(by: GroupBy) -> LinesShown {
    LinesShown { by: Some(by), ..LinesShown::default() }
}

fn seen(scenario: &Arc<Scenario>, shown: &LinesShown) -> Rc<Reachability> {
    let (choice, view) = (PacketChoice::All, CheckedDirections::Both);
    Rc::new(Reachability::new(scenario, scenario, None, choice, view).in_lines(None, shown))
}

fn grid(scenario: &Arc<Scenario>) -> Rc<Reachability> {
    seen(scenario, &by(GroupBy::SecurityGroup))
}

fn end(name: &str) -> End {
    End::Interface(NetworkInterfaceId::parse(&format!("eni-{name}")).unwrap())
}

/// The page with its lines by group and a cell selected.
fn grid_page(row: usize, column: usize, language: Language) -> String {
    let state = Rc::new(State::new(shop(), View::new(language, Theme::Light)));
    let state = state.reduce(Action::Lines(by(GroupBy::SecurityGroup)));
    page(&state.reduce(grid(&shop()).selecting(row, column).unwrap()))
}

fn selected(markup: &str) -> Vec<String> {
    let cells = tags(markup, "td").into_iter().zip(tags(markup, "button")).map(|(cell, _)| cell);
    let chosen = cells.filter(|cell| attribute(cell, "aria-selected") == Some("true"));
    chosen.map(|cell| attribute(cell, "aria-colindex").unwrap().to_owned()).collect()
}

#[test]
fn rows_are_the_groups_and_the_external_addresses() {
    let seen = grid(&shop());
    let names = ["web × 12", "app × 12", "db × 3", "ops × 1", "agents × 4", "internet"];
    assert_eq!(seen.names, names);
    assert_eq!(seen.lines.as_ref().unwrap().shown(), 29, "each interface is counted once");
    let filtered = LinesShown { filter: "name:web".to_owned(), ..by(GroupBy::SecurityGroup) };
    assert_eq!(self::seen(&shop(), &filtered).names, ["web × 12", "agents × 4"]);
}

#[test]
fn a_cell_says_what_all_pairs_of_members_say() {
    for scenario in [shop(), gappy_shop()] {
        let (each, grid) = (seen(&scenario, &by(GroupBy::Nothing)), grid(&scenario));
        let rows = &grid.lines.as_ref().unwrap().rows;
        for (from, senders) in rows.iter().enumerate() {
            for (to, receivers) in rows.iter().enumerate() {
                let cell = grid.cell(from, to).unwrap();
                let example = grid.pair(from, to).unwrap();
                assert!(senders.members.contains(&example.from), "{example:?}");
                assert!(receivers.members.contains(&example.to), "{example:?}");
                assert_eq!(example.from == example.to, cell.state == CellState::Itself);
                let mut states: Vec<CellState> = Vec::new();
                for sender in &senders.members {
                    for receiver in receivers.members.iter().filter(|end| *end != sender) {
                        let pair = Selection { from: sender.clone(), to: receiver.clone() };
                        let state = each.between(&pair).unwrap().state.clone();
                        if !states.contains(&state) {
                            states.push(state);
                        }
                    }
                }
                assert_eq!(grid.differs(from, to), states.len() > 1, "{from} {to}");
                match &*states {
                    [] => assert_eq!(cell.state, CellState::Itself),
                    [only] => assert_eq!(cell.state, *only, "{from} {to}"),
                    _ => {}
                }
            }
        }
    }
}

#[test]
fn a_press_selects_an_example_in_its_own_cell_and_the_answer_says_so() {
    // The members of agents are in web too, so that the cells share their pairs.
    let (web, agents) = (grid_page(0, 2, Language::En), grid_page(4, 2, Language::En));
    let place = |markup: &str| {
        let chosen = tags(markup, "button").into_iter().find(|tag| {
            attribute(tag, "id").is_some_and(|id| id.starts_with("cell-"))
                && attribute(tag, "tabindex") == Some("0")
        });
        attribute(chosen.unwrap(), "id").unwrap().to_owned()
    };
    assert_eq!((place(&web), place(&agents)), ("cell-0-2".to_owned(), "cell-4-2".to_owned()));
    for markup in [&web, &agents] {
        assert_eq!(selected(markup).len(), 1);
    }
    let said = words(&agents);
    let pair = grid(&shop()).pair(4, 2).unwrap();
    assert_eq!(pair.to, end("db-1"));
    assert!(said.contains("Explained for web-03 → db-1;"), "{said}");
    let said = words(&grid_page(4, 2, Language::Zh));
    assert!(said.contains("以 web-03 → db-1 为例说明"), "{said}");
    for name in ["按角色", "按安全组", "逐个"] {
        assert!(said.contains(name), "{name}");
    }
}

#[test]
fn the_way_back_stays_between_the_same_groups() {
    let state = Rc::new(State::new(shop(), View::new(Language::En, Theme::Light)));
    let state = state.reduce(grid(&shop()).selecting(4, 2).unwrap());
    assert_eq!(state.view.chosen_lines, Some((4, 2)));
    let Selection { from, to } = state.view.selection.clone().unwrap();
    let state = state.reduce(Action::Select(Selection { from: to, to: from }));
    assert_eq!(state.view.chosen_lines, Some((2, 4)));
    let other = Selection { from: end("app-01"), to: end("db-1") };
    assert_eq!(state.reduce(Action::Select(other)).view.chosen_lines, None);
}

#[test]
fn one_of_three_choices_is_pressed() {
    let state = Rc::new(State::new(shop(), View::new(Language::En, Theme::Light)));
    for (own, name) in
        [(GroupBy::Role, "Roles"), (GroupBy::SecurityGroup, "Groups"), (GroupBy::Nothing, "Each")]
    {
        let markup = page(&state.clone().reduce(Action::Lines(by(own))));
        let (_, bar) = markup.split_once("lines-bar").unwrap();
        let pressed: Vec<&str> = tags(bar, "button")
            .into_iter()
            .take(3)
            .filter_map(|tag| attribute(tag, "aria-pressed"))
            .collect();
        assert_eq!(pressed.iter().filter(|it| **it == "true").count(), 1, "{name}");
        let at = pressed.iter().position(|it| *it == "true").unwrap();
        assert_eq!(["Roles", "Groups", "Each"][at], name);
    }
}

#[test]
fn the_files_are_those_of_the_command_line() {
    let mut state = State::new(shop(), View::new(Language::En, Theme::Light));
    state.view.packet = PacketChoice::One(AskedPacket::Tcp(Port::new(22).unwrap()));
    let style = Style { language: Language::En, dark: false, page: "https://example.org/" };
    let table = File::of(&state, Form::Matrix, style).unwrap().text;
    let recorded = "tests/snapshots/cli/matrix-roles-csv.txt";
    let recorded = std::fs::read_to_string(sg_testing::root().join(recorded)).unwrap();
    let cells = |text: &str| text.replace([',', ' ', '"'], "");
    let own: Vec<String> = table.lines().map(cells).collect();
    let theirs = recorded.lines().skip(2).map(cells).take(own.len()).collect::<Vec<_>>();
    assert_eq!(own, theirs);
}

#[test]
fn list_and_drawing_show_the_groups() {
    let reachability = grid(&shop());
    let props = PairListProps { reachability: Rc::clone(&reachability), selection: None };
    let list = words(&draw(Language::En, html! { <PairList ..props /> }));
    assert!(list.contains("agents × 4 → app × 12"), "{list}");
    let selection = reachability.pair(0, 1);
    let props = DrawingProps { reachability, selection };
    let markup = draw(Language::En, html! { <Drawing ..props /> });
    let nodes: Vec<&str> = tags(&markup, "button")
        .into_iter()
        .filter(|tag| attribute(tag, "id").is_some_and(|id| id.starts_with("node-")))
        .filter_map(|tag| attribute(tag, "aria-label"))
        .collect();
    assert_eq!(nodes.len(), 6);
    assert!(nodes.contains(&"agents × 4, in agents"), "each in its own area: {nodes:?}");
}

#[test]
fn what_is_partly_unknown_is_marked_by_more_than_colour() {
    let reachability = grid(&gappy_shop());
    let cell = reachability.cell(1, 2).unwrap();
    let CellState::Partial(summary) = &cell.state else { panic!("{:?}", cell.state) };
    assert!(!summary.unknown.is_empty());
    let state = Rc::new(State::new(gappy_shop(), View::new(Language::En, Theme::Light)));
    let state = state.reduce(Action::Lines(by(GroupBy::SecurityGroup)));
    let state = state.reduce(reachability.selecting(1, 2).unwrap());
    let matrix = page(&state);
    let (_, own) = matrix.split_once("id=\"cell-1-2\"").unwrap();
    let (own, _) = own.split_once("</button>").unwrap();
    assert!(own.contains("◐?"), "{own}");
    let props = PairListProps { reachability: Rc::clone(&reachability), selection: None };
    let list = words(&draw(Language::En, html! { <PairList ..props /> }));
    assert!(list.contains("app × 12 → db × 3 ◐? partially unknown"), "{list}");
    let props = DrawingProps { selection: reachability.pair(1, 2), reachability };
    let markup = draw(Language::En, html! { <Drawing ..props /> });
    assert!(markup.contains("◐?"), "{markup}");
    let style = Style { language: Language::En, dark: false, page: "https://example.org/" };
    for form in [Form::MatrixPicture, Form::Drawing] {
        let picture = File::of(&state, form, style).unwrap().text;
        assert!(picture.contains("◐?"), "{form:?}");
    }
}
