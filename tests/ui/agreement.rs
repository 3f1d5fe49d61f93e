//! One question, one answer: what the page says about random scenarios, in each of its views and
//! files, compared with the answer of the core.

use std::rc::Rc;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

use sg_core::connectivity::{
    Answer, AskedEnd, AskedPacket, CellState, CheckedDirections, PacketChoice, Verdict, ask,
};
use sg_core::explain::{addresses_text, explain_answer, packets_text, state_text};
use sg_core::language::Language;
use sg_core::model::Scenario;
use sg_playground::component::pairs::matrix::MatrixGrid;
use sg_playground::component::pairs::matrix::props::MatrixGridProps;
use sg_playground::component::pairs::pair_list::{PairList, PairListProps};
use sg_playground::derived::Reachability;
use sg_playground::export::{File, Form, Style};
use sg_playground::state::{Action, Selection, State, Theme, View};
use sg_testing::gaps::mixed;
use sg_testing::random_scenario::{PORTS, config, port};
use sg_testing::scenario_text::scenario_of;
use yew::Reducible;
use yew::prelude::*;

use crate::drawn::{attribute, draw, page, tags, words};

/// A page is drawn in each case, so there are fewer of them.
fn fewer() -> ProptestConfig {
    let usual = config();
    ProptestConfig { cases: usual.cases.div_ceil(8), ..usual }
}

fn choice() -> impl Strategy<Value = PacketChoice> {
    prop_oneof![
        2 => Just(PacketChoice::All),
        3 => select(&PORTS[..]).prop_map(|p| PacketChoice::One(AskedPacket::Tcp(port(p)))),
        1 => select(&[AskedPacket::Icmp, AskedPacket::Icmpv6, AskedPacket::Gre][..])
            .prop_map(PacketChoice::One),
    ]
}

fn answer_of(seen: &Reachability, pair: &Selection) -> Answer {
    let of = |end| AskedEnd::of(seen.scenario(), end).unwrap();
    let (asked, both) = (seen.choice.packets(), CheckedDirections::Both);
    ask(seen.scenario(), &of(&pair.from), &of(&pair.to), asked, both).unwrap()
}

/// The addresses of every part but the largest, if the answer depends on the address.
fn named(answer: &Answer) -> Vec<String> {
    let parts = answer.by_verdict();
    let but_last = parts.len().saturating_sub(1);
    parts.iter().take(but_last).flat_map(|own| addresses_text(&own.ranges)).collect()
}

/// The class of a cell or badge, found from the verdicts of the parts alone.
fn class(answer: &Answer) -> &'static str {
    if matches!(answer.state, CellState::Itself | CellState::NotFiltered) {
        return "self";
    }
    match answer.verdict() {
        Some(Verdict::Pass) => "pass",
        Some(Verdict::Blocked) => "fail",
        Some(Verdict::Unknown) => "unknown",
        None => "part",
    }
}

/// The glyph of an answer, found likewise.
fn glyph(answer: &Answer) -> &'static str {
    let parts = answer.by_verdict();
    match class(answer) {
        "self" => "–",
        "pass" => "✓",
        "fail" => "✗",
        "unknown" => "?",
        _ if parts.len() > 1 => "◒",
        _ if parts.iter().any(|own| !own.unknown.is_empty()) => "◐?",
        _ => "◐",
    }
}

/// The text of the first hidden element after some markup.
fn hidden_after<'a>(markup: &'a str, before: &str) -> &'a str {
    let (_, after) = markup.split_once(before).unwrap();
    let (_, hidden) = after.split_once("aria-hidden=\"true\"").unwrap();
    let (_, inside) = hidden.split_once('>').unwrap();
    inside.split_once('<').unwrap().0
}

/// The classes of an element.
fn has_class(tag: &str, class: &str) -> bool {
    attribute(tag, "class").is_some_and(|all| all.split(' ').any(|own| own == class))
}

/// Each cell has the class and the glyph of its answer, and its title names every part.
fn matrix_agrees(seen: &Rc<Reachability>, language: Language) {
    let props = MatrixGridProps { reachability: Rc::clone(seen), selection: None };
    let markup = draw(language, html! { <MatrixGrid ..props /> });
    let cells: Vec<&str> = tags(&markup, "td");
    let buttons: Vec<&str> =
        tags(&markup, "button").into_iter().filter(|tag| tag.contains("id=\"cell-")).collect();
    let count = seen.ends.len();
    assert_eq!((cells.len(), buttons.len()), (count * count, count * count));
    for (place, (cell, button)) in cells.iter().zip(&buttons).enumerate() {
        let (from, to) = (place / count, place % count);
        let answer = answer_of(seen, &seen.pair(from, to).unwrap());
        assert!(has_class(cell, class(&answer)), "{cell} for {answer:#?}");
        let title = attribute(button, "title").unwrap();
        for address in named(&answer) {
            assert!(title.contains(&address), "{address} is not in {title}");
        }
        let id = attribute(button, "id").unwrap();
        let shown = hidden_after(&markup, &format!("id=\"{id}\""));
        assert_eq!(shown, glyph(&answer), "{answer:#?}");
    }
}

/// Each row of the list has the class of its answer and names every part.
fn list_agrees(seen: &Rc<Reachability>, language: Language) {
    let props = PairListProps { reachability: Rc::clone(seen), selection: None };
    let markup = draw(language, html! { <PairList ..props /> });
    let rows = markup.split("<tr").filter(|row| row.contains("id=\"pair-"));
    let mut count = 0;
    for row in rows {
        let (_, id) = row.split_once("id=\"pair-").unwrap();
        let id = id.split_once('"').unwrap().0;
        let (from, to) = id.split_once('-').unwrap();
        let place = (from.parse().unwrap(), to.parse().unwrap());
        let answer = answer_of(seen, &seen.pair(place.0, place.1).unwrap());
        let mut badges = tags(row, "span").into_iter().filter(|tag| has_class(tag, "badge"));
        let badge = badges.next_back().unwrap();
        assert!(has_class(badge, class(&answer)), "{badge} for {answer:#?}");
        let said = words(row);
        for address in named(&answer) {
            assert!(said.contains(&address), "{address} is not in {said}");
        }
        count += 1;
    }
    assert!(count > 0);
}

/// The headline of the page, the files and the explanation say the same sentence; those of an address
/// say what its part says.
fn pair_agrees(
    scenario: &Arc<Scenario>,
    seen: &Reachability,
    pair: &Selection,
    language: Language,
) {
    let answer = answer_of(seen, pair);
    if answer.state == CellState::NotFiltered {
        return;
    }
    let told = seen.explanation(scenario, pair, language).unwrap();
    assert_eq!(told, explain_answer(scenario, &answer, language));
    assert_eq!(told.verdict, answer.verdict());
    let state = Rc::new(State::new(Arc::clone(scenario), View::new(language, Theme::Light)));
    let state = state.reduce(Action::Ask(seen.choice)).reduce(Action::Select(pair.clone()));
    let sentence = told.sentence();
    let markup = page(&state);
    let (_, headline) = markup.split_once("<p class=\"verdict\">").unwrap();
    let badge = tags(headline, "span")[0];
    let (_, inside) = headline.split_once(badge).unwrap();
    assert_eq!(inside.split_once('<').unwrap().0, glyph(&answer), "{answer:#?}");
    let shown = words(&markup).replace(' ', "");
    let parts = sentence.replace(' ', "");
    assert!(shown.contains(&parts), "{parts} is not in {shown}");
    let style = Style { language, dark: false, page: "https://example.org/" };
    let json: Value =
        serde_json::from_str(&File::of(&state, Form::Json, style).unwrap().text).unwrap();
    let word = match answer.verdict() {
        Some(Verdict::Pass) => "pass",
        Some(Verdict::Blocked) => "blocked",
        Some(Verdict::Unknown) => "unknown",
        None => "some",
    };
    assert_eq!(json["answer"], word);
    assert_eq!(json["sentence"], sentence);
    let markdown = File::of(&state, Form::Markdown, style).unwrap().text;
    for address in named(&answer) {
        assert!(markdown.contains(&address), "{address} is not in {markdown}");
    }
    // An address of a part has the answer of the part.
    for part in answer.parts.iter().filter(|part| !part.ranges.is_empty()) {
        for address in part.ranges.iter().take(3).flat_map(|(first, last)| [*first, *last]) {
            let own = seen.answer(pair, seen.choice, Some(address)).unwrap();
            assert_eq!(own.verdict(), part.verdict(), "{address} of {answer:#?}");
            let own = seen.explanation_at(scenario, pair, address, language).unwrap();
            assert_eq!(own.verdict, part.verdict());
        }
    }
    // The independent check is about the same packets.
    for proved in seen.spaces(scenario, pair, None) {
        assert!(proved.checked.is_ok(), "{proved:#?}");
    }
}

/// The table that is exported has the words of the answers, and the addresses of their parts.
fn table_agrees(scenario: &Arc<Scenario>, seen: &Reachability, language: Language) {
    let state = Rc::new(State::new(Arc::clone(scenario), View::new(language, Theme::Light)));
    let state = state.reduce(Action::Ask(seen.choice));
    let style = Style { language, dark: false, page: "https://example.org/" };
    let table = File::of(&state, Form::Matrix, style).unwrap().text;
    let count = seen.ends.len();
    assert_eq!(table.lines().count(), count + 1);
    for (from, line) in table.lines().skip(1).enumerate() {
        for to in 0..count {
            let answer = answer_of(seen, &seen.pair(from, to).unwrap());
            let word = state_text(&answer.state, language);
            let whole = answer.verdict().is_some() || class(&answer) == "self";
            assert!(!whole || line.contains(&word), "{word} is not in {line}");
            for address in named(&answer) {
                assert!(line.contains(&address), "{address} is not in {line}");
            }
        }
    }
}

proptest! {
    #![proptest_config(fewer())]

    #[test]
    fn every_view_and_file_gives_the_same_answer(
        scenario in mixed(), choice in choice(), language in select(&Language::ALL[..]),
        pairs in prop::collection::vec((any::<Index>(), any::<Index>()), 3),
    ) {
        let scenario = Arc::new(scenario);
        let seen = Reachability::new(&scenario, &scenario, None, choice, CheckedDirections::Both);
        let seen = Rc::new(seen.named(language));
        matrix_agrees(&seen, language);
        list_agrees(&seen, language);
        table_agrees(&scenario, &seen, language);
        for (from, to) in pairs {
            let (from, to) = (from.get(&seen.ends).clone(), to.get(&seen.ends).clone());
            if from != to {
                pair_agrees(&scenario, &seen, &Selection { from, to }, language);
            }
        }
    }
}

#[test]
fn a_block_of_which_a_half_is_allowed_is_named_everywhere() {
    let scenario = Arc::new(scenario_of(
        "outside partner 198.51.100.0/23\ngroup G1 basic drop\ninstance ecs1 10.0.0.11 public \
         203.0.113.11 in G1\nrule G1 in accept tcp 443/443 from 198.51.100.0/24 prio 1\n",
    ));
    for language in Language::ALL {
        for choice in [PacketChoice::All, PacketChoice::One(AskedPacket::Tcp(port(443)))] {
            let both = CheckedDirections::Both;
            let seen = Reachability::new(&scenario, &scenario, None, choice, both).named(language);
            let seen = Rc::new(seen);
            let pair = Selection { from: seen.ends[1].clone(), to: seen.ends[0].clone() };
            let answer = answer_of(&seen, &pair);
            assert_eq!(named(&answer), ["198.51.100.0/24"]);
            let passing = &answer.by_verdict()[0].passing;
            assert_eq!(packets_text(&passing[0], language), "TCP 443");
            matrix_agrees(&seen, language);
            list_agrees(&seen, language);
            table_agrees(&scenario, &seen, language);
            pair_agrees(&scenario, &seen, &pair, language);
        }
    }
}
