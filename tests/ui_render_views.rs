//! The right pane's views drawn natively: the windowed matrix of large scenes, in both languages.

use std::rc::Rc;
use std::sync::Arc;

use sg_playground::connectivity::{DirectionView, End, PacketChoice};
use sg_playground::language::Language;
use sg_playground::model::Scenario;
use sg_playground::ui::component::{MatrixGrid, MatrixGridProps};
use sg_playground::ui::derived::Reachability;
use sg_playground::ui::state::Selection;
use yew::prelude::*;

#[path = "common/drawn.rs"]
mod drawn;
#[path = "common/workload.rs"]
#[expect(dead_code, reason = "the benches use the rest")]
mod workload;

use drawn::{attribute, draw, tags, words};
use workload::Workload;

fn seen(scenario: &Arc<Scenario>) -> Rc<Reachability> {
    let (choice, view) = (PacketChoice::All, DirectionView::Both);
    Rc::new(Reachability::new(scenario, scenario, None, choice, view))
}

fn grid(language: Language, scenario: &Arc<Scenario>, pair: (usize, usize)) -> String {
    let reachability = seen(scenario);
    let end = |place: usize| -> End { reachability.ends[place].clone() };
    let selection = Some(Selection { from: end(pair.0), to: end(pair.1) });
    let props = MatrixGridProps { reachability, selection, preview: false };
    draw(language, html! { <MatrixGrid ..props /> })
}

#[test]
fn of_a_large_scene_only_what_is_in_sight_is_in_the_document() {
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
            // What is not drawn has its room, so that the box scrolls as if it were.
            let room: Vec<_> = tags(&markup, "svg");
            let below = attribute(room.last().unwrap(), "height").unwrap();
            let drawn_rows = numbers.len() - 1;
            let expected = (instances + 1 - drawn_rows) * 32 - 2;
            assert_eq!(below, expected.to_string(), "{drawn_rows} rows are drawn");
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
    assert!(words(&markup).contains("ecs0"), "names are drawn");
}
