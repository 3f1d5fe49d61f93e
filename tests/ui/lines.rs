//! Large scenarios in lines: interfaces that answer alike share one in every view, until it is
//! opened; filters leave out the others.

use std::rc::Rc;
use std::sync::Arc;

use sg_core::connectivity::{CheckedDirections, End, GroupBy, PacketChoice};
use sg_core::language::Language;
use sg_core::model::{NetworkInterfaceId, Scenario};
use sg_core::share::{Limits, read};
use sg_playground::component::pairs::drawing::{Drawing, DrawingProps};
use sg_playground::component::pairs::matrix::MatrixGrid;
use sg_playground::component::pairs::matrix::props::MatrixGridProps;
use sg_playground::component::pairs::pair_list::{PairList, PairListProps};
use sg_playground::derived::Reachability;
use sg_playground::export::{File, Form, Style};
use sg_playground::state::{Action, LinesShown, Selection, State, Theme, View, ViewMode};
use sg_testing::workload::Workload;
use yew::Reducible;
use yew::prelude::*;

use crate::drawn::{attribute, draw, page, tags, words};

/// Twelve web servers, four of which are in another group too, twelve application servers, three
/// databases, a bastion, and the Internet.
fn shop() -> Arc<Scenario> {
    let path = sg_testing::root().join("tests/data/shop.json");
    let text = std::fs::read_to_string(path).unwrap();
    Arc::new(read(&text, &Limits::FILE).unwrap())
}

fn each(scenario: &Arc<Scenario>) -> Reachability {
    let (choice, view) = (PacketChoice::All, CheckedDirections::Both);
    Reachability::new(scenario, scenario, None, choice, view)
}

fn seen(shown: &LinesShown) -> Rc<Reachability> {
    Rc::new(each(&shop()).in_lines(None, shown))
}

fn end(name: &str) -> End {
    End::Interface(NetworkInterfaceId::parse(&format!("eni-{name}")).unwrap())
}

fn filtered(filter: &str) -> LinesShown {
    LinesShown { filter: filter.to_owned(), ..LinesShown::default() }
}

fn matrix(shown: &LinesShown, selection: Option<Selection>) -> String {
    let props = MatrixGridProps { reachability: seen(shown), selection };
    draw(Language::En, html! { <MatrixGrid ..props /> })
}

#[test]
fn interfaces_that_answer_alike_share_a_line() {
    let seen = seen(&LinesShown::default());
    let names = ["web-01 … web-12 × 12", "app-01 … app-12 × 12", "db-1 … db-3 × 3", "bastion"];
    assert_eq!(seen.names[..4], names);
    assert_eq!(seen.names.len(), 5);
    // A line and itself stands for two of its members.
    let within = Selection { from: end("db-1"), to: end("db-2") };
    assert_eq!(seen.pair(2, 2), Some(within.clone()));
    assert_eq!(seen.place(&within), Some((2, 2)));
    assert_eq!(seen.cell(2, 2), each(&shop()).between(&within));
    let pair = Selection { from: end("app-07"), to: end("db-3") };
    assert_eq!(seen.place(&pair), Some((1, 2)));
}

#[test]
fn a_small_scenario_has_no_lines() {
    let scenario = Arc::new(Workload { instances: 23, ..Workload::M }.scenario(1));
    let small = each(&scenario).in_lines(None, &filtered("ecs1"));
    assert_eq!((small.ends.len(), small.lines.is_none()), (24, true));
    let scenario = Arc::new(Workload { instances: 24, ..Workload::M }.scenario(1));
    assert!(each(&scenario).in_lines(None, &LinesShown::default()).lines.is_some());
}

#[test]
fn every_cell_of_a_line_is_that_of_its_members() {
    let workload = Workload { instances: 60, groups: 5, rules_per_group: 3, ..Workload::M };
    let scenario = Arc::new(Workload { templates: Some(9), finest: 18, ..workload }.scenario(2));
    let (all, lines) = (each(&scenario), each(&scenario).in_lines(None, &LinesShown::default()));
    assert!(lines.ends.len() < 30, "{} lines", lines.ends.len());
    for from in &all.ends {
        for to in all.ends.iter().filter(|to| *to != from) {
            let pair = Selection { from: from.clone(), to: to.clone() };
            let own = all.between(&pair).unwrap();
            assert_eq!(own.state, lines.between(&pair).unwrap().state, "{pair:?}");
        }
    }
}

#[test]
fn a_press_opens_a_line_and_another_closes_it() {
    let pair = Selection { from: end("web-01"), to: end("app-01") };
    let markup = matrix(&LinesShown::default(), Some(pair));
    let openers = |markup: &str| -> Vec<(String, String)> {
        let buttons = tags(markup, "button").into_iter();
        let buttons = buttons.filter(|tag| attribute(tag, "class") == Some("opener"));
        let value = |tag: &str, name| attribute(tag, name).unwrap().to_owned();
        buttons.map(|tag| (value(tag, "aria-expanded"), value(tag, "tabindex"))).collect()
    };
    let own = |open: &str, stop: &str| (open.to_owned(), stop.to_owned());
    // The opener of the selected row can be reached by keyboard.
    let closed = [own("false", "0"), own("false", "-1"), own("false", "-1")];
    assert_eq!(openers(&markup), closed);

    let state = Rc::new(State::new(shop(), View::new(Language::En, Theme::Light)));
    let line = |state: &State, row: usize| {
        let opener = seen(&state.view.lines).lines.as_ref().unwrap().rows[row].opener.clone();
        let (ends, open) = opener.unwrap();
        Action::Lines(state.view.lines.toggled(&ends, !open))
    };
    let action = line(&state, 2);
    let opened = state.reduce(action);
    let names = &seen(&opened.view.lines).names;
    assert_eq!(names[2..5], ["db-1", "db-2", "db-3"]);
    assert_eq!(openers(&matrix(&opened.view.lines, None))[2].0, "true");
    let action = line(&opened, 2);
    assert_eq!(*opened.reduce(action).view.lines, LinesShown::default());
}

#[test]
fn words_of_a_filter_choose_the_ends() {
    let names = |filter: &str| seen(&filtered(filter)).names.clone();
    assert_eq!(names("group:agents"), ["web-03 … web-12 × 4"]);
    assert_eq!(names("group:DB group:ops"), ["db-1 … db-3 × 3", "bastion"]);
    assert_eq!(names("group:web name:web-0"), ["web-01 … web-09 × 9"]);
    assert_eq!(names("vpc:shop").len(), 4, "the Internet is in no VPC");
    assert_eq!(names("inter"), ["internet"]);
    assert_eq!(names("eni-db-2"), ["db-2"]);
    assert_eq!(names("service:alb tag:env"), Vec::<String>::new());
    let shown = LinesShown { by: Some(GroupBy::Nothing), ..filtered("app-1") };
    assert_eq!(seen(&shown).names, ["app-10", "app-11", "app-12"]);
    // Everything that can be typed is a filter.
    for odd in ["group:", "::", "tag:=", "name：db", " \u{202e} "] {
        let _ = seen(&filtered(odd));
    }
}

#[test]
fn tags_and_services_are_found() {
    use sg_core::model::{Holder, Product};
    let scenario = shop().edited(|draft| {
        let web = Arc::make_mut(&mut draft.groups[0]);
        web.labels.tags.insert("Env".to_owned(), "Prod".to_owned());
        let mut alb = draft.interfaces[12].as_ref().clone();
        alb.id = NetworkInterfaceId::parse("eni-alb").unwrap();
        alb.addresses = vec!["10.0.200.1".parse().unwrap()];
        alb.holder = Some(Holder::Service { product: Product::Alb, name: String::new() });
        draft.interfaces.insert(alb.id.clone(), Arc::new(alb));
    });
    let scenario = Arc::new(scenario.unwrap());
    let count = |filter: &str| {
        let seen = each(&scenario).in_lines(None, &filtered(filter));
        seen.lines.as_ref().unwrap().shown()
    };
    assert_eq!((count("tag:env=prod"), count("tag:env"), count("tag:prod")), (12, 12, 0));
    assert_eq!(count("service:ALB"), each(&scenario).ends.len() - 29);
}

#[test]
fn the_page_says_what_is_in_the_lines_and_what_is_explained() {
    let selection = Selection { from: end("web-02"), to: end("app-05") };
    let state = Rc::new(State::new(shop(), View::new(Language::En, Theme::Light)));
    let state = state.reduce(Action::Select(selection));
    let said = words(&page(&state));
    assert!(said.contains("29 interfaces and external addresses in 5 lines."), "{said}");
    assert!(said.contains("Explained for web-02 → app-05;"), "{said}");
    let state = state
        .reduce(Action::Lines(LinesShown { by: Some(GroupBy::Nothing), ..LinesShown::default() }));
    let said = words(&page(&state));
    assert!(said.contains("29 interfaces and external addresses in 29 lines."), "{said}");
    assert!(!said.contains("Explained for"), "{said}");
    // A filter that leaves nothing leaves the field to change it.
    let state = state.reduce(Action::Lines(filtered("nobody")));
    for view_mode in ViewMode::ALL {
        let said = words(&page(&state.clone().reduce(Action::ViewMode(view_mode))));
        assert!(said.contains("0 of 29 interfaces"), "{said}");
    }
}

#[test]
fn list_and_drawing_show_the_lines() {
    let (reachability, selection) = (seen(&LinesShown::default()), None);
    let props = PairListProps { reachability: Rc::clone(&reachability), selection };
    let list = words(&draw(Language::En, html! { <PairList ..props /> }));
    // Five lines, of which three include pairs of their own.
    assert!(list.contains("23 of 23 pairs."), "{list}");
    assert!(list.contains("db-1 … db-3 × 3 → db-1 … db-3 × 3 ✓ allowed"), "{list}");
    let selection = Some(Selection { from: end("web-01"), to: end("app-02") });
    let props = DrawingProps { reachability, selection };
    let markup = draw(Language::En, html! { <Drawing ..props /> });
    let nodes: Vec<&str> = tags(&markup, "button")
        .into_iter()
        .filter(|tag| attribute(tag, "id").is_some_and(|id| id.starts_with("node-")))
        .filter_map(|tag| attribute(tag, "aria-label"))
        .collect();
    let web = "web-01 … web-12 × 12, in web; source of the selected path";
    assert_eq!(nodes[0], web);
    assert_eq!(nodes.len(), 5);
    // The four web servers that are in another group too.
    assert!(words(&markup).contains("× 4 4 interfaces"), "{}", words(&markup));
}

#[test]
fn files_have_the_same_lines() {
    let state = State::new(shop(), View::new(Language::En, Theme::Light));
    let style = Style { language: Language::En, dark: false, page: "https://example.org/" };
    let table = File::of(&state, Form::Matrix, style).unwrap().text;
    let recorded = "tests/snapshots/cli/matrix-roles.txt";
    let recorded = std::fs::read_to_string(sg_testing::root().join(recorded)).unwrap();
    assert_eq!(table.lines().count(), 6);
    let cells = |text: &str| text.replace([',', ' '], "");
    assert_eq!(cells(table.lines().next().unwrap()), cells(recorded.lines().nth(2).unwrap()));
    let picture = File::of(&state, Form::MatrixPicture, style).unwrap().text;
    assert!(picture.contains("web-01 … web-12"), "{picture}");
}
