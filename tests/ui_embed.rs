//! What the query of an address says: parts, locks, embedded or not; and what an embedded page shows.

use std::rc::Rc;

use proptest::prelude::*;
use sg_playground::emulator::{Call, Env};
use sg_playground::history::{Edit, OutsideEdit, WorldEdit};
use sg_playground::language::Language;
use sg_playground::lesson::first_scene;
use sg_playground::model::{Direction, InnerAccessPolicy, SecurityGroupId, Timestamp};
use sg_playground::ui::component::frame;
use sg_playground::ui::page::Playground;
use sg_playground::ui::state::{
    Action, DrawerTab, Ignored, Lens, Lock, Opening, Part, Presentation, State, Theme, View,
};
use yew::prelude::*;

#[path = "common/drawn.rs"]
mod drawn;

use drawn::{attribute, draw, tags, words};

fn env() -> Env {
    Env { now: Timestamp::from_unix_seconds(1_800_000_000), entropy: 5 }
}

fn page(query: &str, fragment: &str) -> Rc<State> {
    let presentation = Presentation::parse(query);
    let language = presentation.language.unwrap_or(Language::En);
    let view = View { presentation: Rc::new(presentation), ..View::new(language, Theme::System) };
    Rc::new(State::opened(Opening::of(fragment), &view))
}

/// The whole page, drawn as its address asks for.
fn drawn(query: &str, fragment: &str) -> String {
    shown(&page(query, fragment))
}

fn shown(state: &Rc<State>) -> String {
    let (language, presentation) = (state.view.language, Rc::clone(&state.view.presentation));
    let state = Rc::clone(state);
    draw(
        language,
        html! {
            <ContextProvider<Rc<Presentation>> context={presentation}>
                <Playground {state} onsend={Callback::noop()} />
            </ContextProvider<Rc<Presentation>>>
        },
    )
}

fn g2() -> SecurityGroupId {
    SecurityGroupId::parse("sg-bp1g2").unwrap()
}

fn flip() -> Edit {
    let region = first_scene().region().clone();
    Edit::Call(Call::modify_security_group_policy(&region, &g2(), InnerAccessPolicy::Drop))
}

#[test]
fn without_a_query_the_page_is_whole() {
    for query in ["", "?", "?lang=", "?utm_source=mail&x=1", "?embed=0"] {
        assert_eq!(Presentation::parse(query), Presentation::default(), "{query}");
    }
    let presentation = Presentation::default();
    assert!(Part::ALL.into_iter().all(|part| presentation.shows(part)));
    assert_eq!(presentation.tabs().collect::<Vec<_>>(), DrawerTab::ALL);
    assert_eq!(presentation.lenses().collect::<Vec<_>>(), Lens::ALL);
}

#[test]
fn every_word_is_read_as_it_is_published() {
    let read = |query: &str| Presentation::parse(query);
    let embedded = read("?embed=1");
    assert!(embedded.embed);
    assert_eq!(embedded.panes, Part::EMBEDDED.into());
    assert_eq!(read("panes=groups,matrix").panes, [Part::Groups, Part::Matrix].into());
    assert_eq!(read("panes=groups%2CMATRIX,+answer").panes, Part::EMBEDDED.into());
    for part in Part::ALL {
        assert_eq!(read(&format!("?panes={}", part.word())).panes, [part].into());
    }
    for lock in Lock::ALL {
        assert_eq!(read(&format!("?lock={}", lock.word())).locks, [lock].into());
    }
    assert_eq!(read("?lock=all").locks, Lock::ALL.into());
    assert_eq!(read("?lang=zh-Hans").language, Some(Language::Zh));
    assert_eq!(read("?theme=dark").theme, Some(Theme::Dark));
    let words: Vec<&str> = Part::ALL.iter().map(|part| part.word()).collect();
    assert_eq!(words, ["groups", "matrix", "drawing", "list", "answer", "request"]);
    let words: Vec<&str> = Lock::ALL.iter().map(|lock| lock.word()).collect();
    assert_eq!(words, ["policy", "rules", "members", "groups", "world"]);
}

#[test]
fn what_is_not_known_is_noted_and_left_out() {
    let read = Presentation::parse("?embed=yes&panes=matrix,foo&lock=rulez&lang=fr&theme=blue");
    assert!(!read.embed);
    assert_eq!(read.panes, [Part::Matrix].into());
    assert!(read.locks.is_empty() && read.language.is_none() && read.theme.is_none());
    let noted: Vec<String> =
        read.ignored.iter().map(|Ignored { name, value }| format!("{name}={value}")).collect();
    assert_eq!(noted, ["embed=yes", "panes=foo", "lock=rulez", "lang=fr"], "the first four");
    assert_eq!(Presentation::parse("?panes=foo").panes, Part::ALL.into(), "never a blank page");
    let long = Presentation::parse(&format!("?theme={}", "%00é".repeat(500)));
    assert_eq!(long.ignored[0].value, format!("{}…", "é".repeat(40)));
    // The first counts, as for the script that runs before the program.
    assert!(!Presentation::parse("?embed=0&embed=1").embed);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_query_leaves_a_blank_page(query in "[?&=,%a-z0-9+é]{0,80}", names in any::<bool>()) {
        let query = if names { format!("?panes={query}&lock={query}") } else { query };
        let read = Presentation::parse(&query);
        prop_assert!(!read.panes.is_empty());
        prop_assert!(read.ignored.len() <= 4);
    }
}

#[test]
fn locked_edits_change_nothing_whatever_way_they_come() {
    let state = page("?embed=1&lock=policy,world", "");
    let line = "aliyun ecs ModifySecurityGroupPolicy --RegionId cn-hangzhou \
        --SecurityGroupId sg-bp1g2 --InnerAccessPolicy Drop";
    let outside = OutsideEdit::Remove { outside: "internet".to_owned() };
    let world = Edit::World(WorldEdit::Outside(outside));
    for (action, lock) in [
        (Action::Edit(flip(), env()), Lock::Policy),
        (Action::Send(env()), Lock::Policy),
        (Action::Type(line.to_owned(), env()), Lock::Policy),
        (Action::Edit(world, env()), Lock::World),
    ] {
        let after = Rc::clone(&state).reduce(action);
        assert_eq!(after.scenario(), state.scenario());
        assert!(after.history.steps().is_empty() && after.console.is_empty());
        assert_eq!(after.view.barred, Some(lock));
        assert_eq!(Rc::clone(&after).reduce(Action::HideBarred).view.barred, None);
    }
    let pointed = Rc::clone(&state).reduce(Action::Preview(Some(flip())));
    assert!(Rc::ptr_eq(&pointed, &state), "not even foretold");

    // What is not locked goes on, and takes the line away.
    let barred = Rc::clone(&state).reduce(Action::Edit(flip(), env()));
    let form = sg_playground::emulator::PermissionForm {
        protocol: "TCP",
        port_range: "22/22",
        peer: "0.0.0.0/0",
        ..Default::default()
    };
    let region = first_scene().region().clone();
    let rule = Edit::Call(Call::authorize(&region, &g2(), Direction::Ingress, &[form]));
    let ruled = barred.reduce(Action::Edit(rule, env()));
    assert_eq!(ruled.scenario().group(&g2()).unwrap().rules.len(), 1);
    assert_eq!(ruled.view.barred, None);
}

#[test]
fn an_embedded_page_has_no_header_and_no_field_for_a_secret() {
    for (language, query) in [("Open full", "?embed=1"), ("打开完整页面", "?embed=1&lang=zh")]
    {
        let markup = drawn(query, "#ex/three-groups");
        assert!(tags(&markup, "header").is_empty() && tags(&markup, "nav").is_empty());
        assert!(words(&markup).contains(language), "{}", words(&markup));
        let link =
            tags(&markup, "a").into_iter().find(|tag| attribute(tag, "id") == Some("open-full"));
        let link = link.unwrap();
        assert_eq!(attribute(link, "rel"), Some("noopener"));
        assert_eq!(attribute(link, "target"), Some("_blank"));
        assert!(attribute(link, "href").unwrap().ends_with("#ex/three-groups"), "{link}");
    }
    let markup = drawn("?embed=1&panes=request", "#ex/three-groups/signing");
    assert!(!markup.contains("type=\"password\"") && !markup.contains("open-drawer-signing"));
    assert!(markup.contains("open-drawer-console"), "the other tools are there");
    assert!(drawn("", "").contains("open-drawer-signing"), "the full page has it");
}

#[test]
fn only_the_parts_asked_for_are_shown() {
    let parts = |query: &str| {
        let markup = drawn(query, "#ex/three-groups");
        let has = |class: &str| markup.contains(class);
        [
            has("class=\"pane groups\""),
            has("role=\"grid\""),
            has("class=\"drawing\""),
            has("class=\"answer\""),
            has("class=\"request\""),
            has("class=\"lenses\""),
        ]
    };
    assert_eq!(parts(""), [true, true, false, true, true, true]);
    assert_eq!(parts("?embed=1"), [true, true, false, true, false, false]);
    assert_eq!(parts("?embed=1&panes=drawing"), [false, false, true, false, false, false]);
    assert_eq!(parts("?panes=drawing,list"), [false, false, true, false, false, true]);
    assert_eq!(parts("?embed=1&panes=groups"), [true, false, false, false, false, false]);
    assert_eq!(parts("?embed=1&panes=answer,request"), [false, false, false, true, true, false]);
}

#[test]
fn what_is_locked_has_no_tools_and_can_still_be_read() {
    let open = drawn("", "#ex/smaller-number-wins");
    let locked = drawn("?lock=all", "#ex/smaller-number-wins");
    for (language, barred) in [("en", "Locked: shown"), ("zh", "已锁定")] {
        let markup = drawn(&format!("?lock=policy&lang={language}"), "");
        assert!(markup.contains(barred), "{language}");
    }
    let tools = |markup: &str| {
        let pressable = |tag: &&&str| !tag.contains(" disabled") && !tag.contains(" hidden");
        let buttons = tags(markup, "button");
        let edits = buttons.iter().filter(|tag| {
            let class = attribute(tag, "class").unwrap_or_default();
            let name = attribute(tag, "aria-label").unwrap_or_default();
            class.contains("chip-remove") || name.starts_with("Edit") || name.starts_with("Delete")
        });
        let openers = buttons
            .iter()
            .filter(|tag| attribute(tag, "id").is_some_and(|id| id.ends_with("-open")));
        (
            edits.filter(pressable).count(),
            openers.filter(pressable).count(),
            tags(markup, "select").len(),
        )
    };
    let (edits, openers, selects) = tools(&open);
    assert!(edits > 3 && openers > 3, "{edits} {openers}");
    let (no_edits, no_openers, fewer) = tools(&locked);
    assert_eq!((no_edits, no_openers), (0, 0), "{locked}");
    assert!(fewer < selects);
    let rows = |markup: &str| tags(markup, "tr").len();
    assert_eq!(rows(&open), rows(&locked), "rules stay to be read");
}

#[test]
fn a_lock_that_holds_something_back_says_so_in_both_languages() {
    for (query, said) in [
        (
            "?embed=1&lock=policy",
            "The intra-group policy cannot be changed here. Open the full page",
        ),
        ("?embed=1&lock=policy&lang=zh", "此处不能修改组内连通策略。如需尝试，请打开完整页面。"),
        ("?lock=policy", "The intra-group policy cannot be changed here."),
    ] {
        let barred = page(query, "").reduce(Action::Edit(flip(), env()));
        let said_here = words(&shown(&barred));
        assert!(said_here.contains(said), "{query}: {said_here}");
    }
    let ignored = words(&drawn("?panes=%3Cimg%3E", ""));
    assert!(ignored.contains("panes=<img>"), "{ignored}");
    assert!(tags(&drawn("?panes=%3Cimg%3E", ""), "img").is_empty(), "a value is text");
}

#[test]
fn the_lines_to_paste_hold_a_frame_and_a_link() {
    let page = "https://example.org/playground/";
    let title = "a \"quoted\" <title> & more";
    let text = frame(page, Language::Zh, "#s/v1/eNo_-1", title);
    let frames = tags(&text, "iframe");
    let [own] = frames[..] else { panic!("{text}") };
    let src = "https://example.org/playground/?embed=1&#38;lang=zh#s/v1/eNo_-1";
    assert_eq!(attribute(own, "src"), Some(src));
    assert_eq!(attribute(own, "loading"), Some("lazy"));
    assert!(attribute(own, "sandbox").unwrap().starts_with("allow-scripts allow-popups"));
    assert!(!attribute(own, "sandbox").unwrap().contains("allow-same-origin"));
    let links = tags(&text, "a");
    let [link] = links[..] else { panic!("{text}") };
    let full = "https://example.org/playground/?lang=zh#s/v1/eNo_-1";
    assert_eq!(attribute(link, "href"), Some(full));
    assert_eq!(text.matches("a &#34;quoted&#34; &#60;title&#62; &#38; more").count(), 2, "{text}");
    assert_eq!(text.matches('<').count(), 6, "nothing else is markup: {text}");
}
