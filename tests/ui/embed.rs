//! The presentation query: parts, locks, embedding; and the content of an embedded page.

use std::collections::BTreeSet;
use std::rc::Rc;

use proptest::prelude::*;
use sg_core::emulator::Call;
use sg_core::history::{Edit, OutsideEdit, TopologyEdit};
use sg_core::language::Language;
use sg_core::lesson::{Example, Lesson, first_scenario};
use sg_core::model::{Direction, InnerAccessPolicy, SecurityGroupId};
use sg_playground::component::share::link::SharePanel;
use sg_playground::component::share::link::frame::{FrameWish, frame};
use sg_playground::component::share::link::frame_form::FrameForm;
use sg_playground::component::share::link::framing::Framing;
use sg_playground::state::{
    Action, DrawerTab, Ignored, Lock, Opening, Part, Presentation, State, Theme, View, ViewMode,
};
use sg_testing::environment::env;
use yew::Reducible;
use yew::prelude::*;

use crate::drawn::{self, attribute, draw, tags, words};

fn page(query: &str, fragment: &str) -> Rc<State> {
    let presentation = Presentation::parse(query);
    let language = presentation.language.unwrap_or(Language::En);
    let view = View { presentation: Rc::new(presentation), ..View::new(language, Theme::System) };
    Rc::new(State::opened(Opening::of(fragment), &view))
}

/// Renders the whole page for an address.
fn drawn(query: &str, fragment: &str) -> String {
    drawn::page(&page(query, fragment))
}

#[test]
fn the_question_leads_to_its_lesson_where_the_page_around_has_not_chosen() {
    for (query, lesson) in [("lang=en", true), ("lang=zh", true), ("embed=1&lang=en", false)] {
        let markup = drawn(query, "");
        assert!(markup.contains("class=\"question\""), "{query}");
        let linked = |markup: &str| {
            tags(markup, "a").into_iter().any(|tag| tag.contains("#lesson/three-groups"))
        };
        assert!(!linked(&markup), "{query}: not before it is answered");
        let answered = page(query, "").reduce(Action::Guess(true));
        assert_eq!(linked(&drawn::page(&answered)), lesson, "{query}");
    }
}

fn g2() -> SecurityGroupId {
    SecurityGroupId::parse("sg-bp1g2").unwrap()
}

fn flip() -> Edit {
    let region = first_scenario().region().clone();
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
    assert_eq!(presentation.lenses().collect::<Vec<_>>(), ViewMode::ALL);
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
    assert_eq!(
        Presentation::parse("?panes=foo").panes,
        Part::ALL.into(),
        "the page is never blank"
    );
    let long = Presentation::parse(&format!("?theme={}", "%00é".repeat(500)));
    assert_eq!(long.ignored[0].value, format!("{}…", "é".repeat(40)));
    // The first value counts, as in the script that runs before the program.
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
    let topology = Edit::Topology(TopologyEdit::Outside(outside));
    for (action, lock) in [
        (Action::Edit(flip(), env(5)), Lock::Policy),
        (Action::Send(env(5)), Lock::Policy),
        (Action::RunConsoleLine(line.to_owned(), env(5)), Lock::Policy),
        (Action::Edit(topology, env(5)), Lock::Topology),
    ] {
        let after = Rc::clone(&state).reduce(action);
        assert_eq!(after.scenario(), state.scenario());
        assert!(after.history.steps().is_empty() && after.console.is_empty());
        assert_eq!(after.view.locked_notice, Some(lock));
        assert_eq!(Rc::clone(&after).reduce(Action::HideLockedNotice).view.locked_notice, None);
    }
    let pointed = Rc::clone(&state).reduce(Action::Preview(Some(flip())));
    assert!(Rc::ptr_eq(&pointed, &state), "not even predicted");

    // An edit that is not locked goes through and dismisses the notice.
    let locked_notice = Rc::clone(&state).reduce(Action::Edit(flip(), env(5)));
    let form = sg_core::emulator::PermissionForm {
        protocol: "TCP",
        port_range: "22/22",
        peer: "0.0.0.0/0",
        ..Default::default()
    };
    let region = first_scenario().region().clone();
    let rule = Edit::Call(Call::authorize(&region, &g2(), Direction::Ingress, &[form]));
    let ruled = locked_notice.reduce(Action::Edit(rule, env(5)));
    assert_eq!(ruled.scenario().group(&g2()).unwrap().rules.len(), 1);
    assert_eq!(ruled.view.locked_notice, None);
}

#[test]
fn an_embedded_page_has_no_header_and_no_field_for_a_secret() {
    for (language, query) in [("Open full page", "?embed=1"), ("打开完整页面", "?embed=1&lang=zh")]
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
    assert!(markup.contains("open-drawer-console"), "the other tools are available");
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
    for (language, locked_notice) in [("en", "Locked: view only"), ("zh", "已锁定")] {
        let markup = drawn(&format!("?lock=policy&lang={language}"), "");
        assert!(markup.contains(locked_notice), "{language}");
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
    assert_eq!(rows(&open), rows(&locked), "rules stay readable");
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
        let locked_notice = page(query, "").reduce(Action::Edit(flip(), env(5)));
        let said_here = words(&drawn::page(&locked_notice));
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
    let wish = FrameWish::default().speaking(Some(Language::Zh));
    let text = frame(page, &wish, "#s/v1/eNo_-1", title);
    let frames = tags(&text, "iframe");
    let [own] = frames[..] else { panic!("{text}") };
    let src = "https://example.org/playground/?embed=1&#38;lang=zh#s/v1/eNo_-1";
    assert_eq!(attribute(own, "src"), Some(src));
    assert_eq!(attribute(own, "loading"), Some("lazy"));
    let sandbox = |text: &str| attribute(tags(text, "iframe")[0], "sandbox").unwrap().to_owned();
    assert!(sandbox(&text).starts_with("allow-scripts allow-same-origin allow-popups"));
    let bare = FrameWish { form: FrameForm::NoOrigin, ..wish };
    let bare = sandbox(&frame(page, &bare, "#s/v1/eNo_-1", title));
    assert!(bare.starts_with("allow-scripts allow-popups") && !bare.contains("same-origin"));
    let links = tags(&text, "a");
    let [link] = links[..] else { panic!("{text}") };
    let full = "https://example.org/playground/?lang=zh#s/v1/eNo_-1";
    assert_eq!(attribute(link, "href"), Some(full));
    assert_eq!(text.matches("a &#34;quoted&#34; &#60;title&#62; &#38; more").count(), 2, "{text}");
    assert_eq!(text.matches('<').count(), 6, "no other markup: {text}");
}

/// Every presentation of a frame or of a full page.
fn presentations() -> impl Iterator<Item = Presentation> {
    let parts = (1..1_u32 << Part::ALL.len()).map(|bits| chosen(Part::ALL, bits));
    let panes: Vec<BTreeSet<Part>> = parts.collect();
    panes.into_iter().flat_map(|panes| {
        (0..1_u32 << Lock::ALL.len()).flat_map(move |bits| {
            let (panes, locks) = (panes.clone(), chosen(Lock::ALL, bits));
            // Vary language and theme along with every combination of parts and locks.
            let language = [None, Some(Language::En), Some(Language::Zh)][bits as usize % 3];
            let theme = [None, Some(Theme::Light), Some(Theme::Dark)][panes.len() % 3];
            [false, true].map(|embed| Presentation {
                embed,
                panes: panes.clone(),
                locks: locks.clone(),
                language,
                theme,
                present: !embed && bits % 2 == 1,
                ignored: Vec::new(),
            })
        })
    })
}

fn chosen<T: Ord, const N: usize>(all: [T; N], bits: u32) -> BTreeSet<T> {
    let one = |(place, own): (usize, T)| (bits >> place & 1 == 1).then_some(own);
    all.into_iter().enumerate().filter_map(one).collect()
}

#[test]
fn the_query_of_every_presentation_is_read_back_as_it_was() {
    let mut count = 0;
    for presentation in presentations() {
        let query = presentation.query();
        assert_eq!(Presentation::parse(&query), presentation, "{query}");
        assert!(query.chars().all(|c| c.is_ascii_alphanumeric() || "?&=,".contains(c)), "{query}");
        count += 1;
    }
    assert_eq!(count, 63 * 32 * 2);
    assert_eq!(Presentation::default().query(), "");
    assert_eq!(Presentation::parse("?embed=1").query(), "?embed=1");
    let whole = Presentation::parse("?embed=1&panes=matrix,answer,groups&lock=world,all&lang=zh");
    assert_eq!(whole.query(), "?embed=1&lock=all&lang=zh", "no defaults");
    let own = Presentation::parse("?theme=dark&lock=world,policy&panes=request,list");
    assert_eq!(own.query(), "?panes=list,request&lock=policy,world&theme=dark");
}

#[test]
fn what_is_chosen_for_the_frame_stands_in_its_lines() {
    let usual = FrameWish::default();
    let source = |intent: &FrameWish| {
        let text = frame("https://example.org/", intent, "#ex/ping", "Ping");
        let own = tags(&text, "iframe")[0].to_owned();
        let link = attribute(tags(&text, "a")[0], "href").unwrap().to_owned();
        (attribute(&own, "src").unwrap().replace("&#38;", "&"), link, own)
    };
    let (src, link, own) = source(&usual);
    assert_eq!(attribute(&own, "height"), Some("560"));
    let measured = FrameWish { measured: Some(441), ..usual.clone() };
    assert_eq!(attribute(&source(&measured).2, "height"), Some("441"));
    let chosen = FrameWish { height: Some(300), ..measured };
    assert_eq!(attribute(&source(&chosen).2, "height"), Some("300"), "the author decides");
    let fixed = source(&usual.speaking(Some(Language::En)));
    assert_eq!(fixed.0, "https://example.org/?embed=1&lang=en#ex/ping");
    assert_eq!(fixed.1, "https://example.org/?lang=en#ex/ping");
    assert_eq!(
        src, "https://example.org/?embed=1#ex/ping",
        "everything is left to the user's settings"
    );
    assert_eq!(link, "https://example.org/#ex/ping");

    let intent = usual.toggled(Part::Groups).toggled(Part::Request).locking(Lock::Rules);
    let intent =
        intent.locking(Lock::Policy).painted(Some(Theme::Dark)).speaking(Some(Language::Zh));
    let (src, link, own) = source(&FrameWish { height: Some(900), ..intent });
    let asked = "embed=1&panes=matrix,answer,request&lock=policy,rules&lang=zh&theme=dark";
    assert_eq!(src, format!("https://example.org/?{asked}#ex/ping"));
    assert_eq!(link, "https://example.org/?lang=zh&#38;theme=dark#ex/ping");
    assert_eq!(attribute(&own, "height"), Some("900"));
    let shown = page(&format!("?{asked}"), "#ex/ping").view.presentation.clone();
    assert_eq!(shown.panes, [Part::Matrix, Part::Answer, Part::Request].into());
    assert_eq!(shown.locks, [Lock::Policy, Lock::Rules].into());
}

#[test]
fn a_link_that_becomes_a_frame_leads_to_the_full_page_and_names_the_script() {
    let usual = FrameWish { form: FrameForm::Link, measured: Some(441), ..FrameWish::default() };
    let lines = |wish: &FrameWish| {
        let text = frame("https://example.org/sg/", wish, "#ex/ping", "Ping & <pong>");
        let link = tags(&text, "a")[0].to_owned();
        let script = tags(&text, "script")[0].to_owned();
        assert_eq!(attribute(&script, "src"), Some("https://example.org/sg/embed.js"));
        assert_eq!(attribute(&link, "class"), Some("sgp-embed"));
        assert!(text.contains(">Ping &#38; &#60;pong&#62;</a>"), "{text}");
        let (href, height) = (attribute(&link, "href"), attribute(&link, "data-height"));
        (href.unwrap().to_owned(), height.unwrap().to_owned())
    };
    assert_eq!(lines(&usual), ("https://example.org/sg/#ex/ping".to_owned(), "441".to_owned()));
    let own = usual.toggled(Part::Drawing).painted(Some(Theme::Dark));
    let (href, _) = lines(&own);
    let asked = "?panes=groups,matrix,drawing,answer&#38;theme=dark";
    assert_eq!(href, format!("https://example.org/sg/{asked}#ex/ping"));
}

#[test]
fn the_lines_are_called_what_they_show() {
    let ping = Example::find("ping").unwrap().title;
    for language in Language::ALL {
        let lesson = Lesson::find("one-door").unwrap().title.get(language).to_owned();
        let en = language == Language::En;
        for (fragment, said) in [
            ("#ex/ping", ping.get(language)),
            ("#quiz/7", if en { "Quiz 7" } else { "测验 7" }),
            ("#lesson/one-door", &*lesson),
            ("", if en { "Security groups: ecs1 → ecs2" } else { "安全组：ecs1 → ecs2" }),
        ] {
            let state = page(&format!("?lang={}", language.short()), fragment);
            let lines = words(&draw(language, html! { <SharePanel {state} /> }));
            assert!(lines.contains(&format!("title=\"{said}\"")), "{said} in {lines}");
            assert!(lines.contains("?embed=1#"), "the reader's language: {lines}");
        }
    }
}

#[test]
fn choosing_twice_is_as_before_and_the_last_part_stays() {
    let usual = FrameWish::default();
    for part in Part::ALL {
        assert_eq!(usual.toggled(part).toggled(part), usual, "{part:?}");
        let alone =
            Part::ALL.into_iter().filter(|own| *own != part).fold(usual.clone(), |intent, own| {
                if intent.presentation.shows(own) { intent.toggled(own) } else { intent }
            });
        let alone = if alone.presentation.shows(part) { alone } else { alone.toggled(part) };
        let only: Vec<Part> = Part::ALL.into_iter().filter(|own| alone.shows_only(*own)).collect();
        let left: Vec<Part> = alone.presentation.panes.iter().copied().collect();
        if left.len() == 1 {
            assert_eq!(only, left);
            assert_eq!(alone.toggled(left[0]), alone, "a frame is never empty");
        }
    }
    for lock in Lock::ALL {
        assert_eq!(usual.locking(lock).locking(lock), usual, "{lock:?}");
    }
    for (text, height) in [
        ("120", Some(120)),
        (" 4000 ", Some(4000)),
        ("119", None),
        ("4001", None),
        ("", None),
        ("-640", None),
        ("64O", None),
        ("640.5", None),
        ("99999999999999999999", None),
    ] {
        assert_eq!(FrameWish::read_height(text), height, "{text}");
    }
}

#[test]
fn the_choices_have_names_in_both_languages_in_the_order_of_the_page() {
    let shown = [
        (Language::En, "Groups and rules Matrix Drawing List Result and reasons API request"),
        (Language::Zh, "安全组与规则 矩阵 拓扑图 列表 结论与依据 API 请求与工具"),
    ];
    for (language, order) in shown {
        let intent = FrameWish::default().locking(Lock::Topology);
        let intent = intent.toggled(Part::Groups).toggled(Part::Answer);
        let markup = draw(language, html! { <Framing {intent} onchange={Callback::noop()} /> });
        let said = words(&markup);
        assert!(said.contains(order), "{said}");
        let boxes: Vec<[bool; 2]> = tags(&markup, "input")
            .iter()
            .filter(|tag| attribute(tag, "type") == Some("checkbox"))
            .map(|tag| [" checked", " disabled"].map(|word| tag.contains(word)))
            .collect();
        let [off, on, last] = [[false, false], [true, false], [true, true]];
        assert_eq!(boxes[..6], [off, last, off, off, off, off], "the last part cannot be removed");
        assert_eq!(boxes[6..], [off, off, off, off, on]);
        assert_eq!((tags(&markup, "fieldset").len(), tags(&markup, "legend").len()), (2, 2));
        assert_eq!(tags(&markup, "label").len(), 11 + 4, "every field has a label");
        let chosen = tags(&markup, "option").into_iter().filter(|tag| tag.contains(" selected"));
        let chosen: Vec<_> = chosen.map(|tag| attribute(tag, "value")).collect();
        assert_eq!(chosen, [Some("frame"), Some(""), Some("")], "{markup}");
        // The options are collapsed, next to the HTML to copy.
        let state = page("", "#ex/ping");
        let panel = draw(language, html! { <SharePanel {state} /> });
        assert_eq!(tags(&panel, "details").iter().filter(|tag| tag.contains("framing")).count(), 1);
        let (lines, choices) = (panel.find("share-2").unwrap(), panel.find("framing").unwrap());
        assert!(lines < choices);
    }
}
