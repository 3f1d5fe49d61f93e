//! The export dialog: every file has the promised content, in both languages, and the picture is
//! passive.

#![expect(clippy::wildcard_enum_match_arm, reason = "any other event in a picture is an error")]

use std::rc::Rc;
use std::sync::Arc;

use quick_xml::Reader;
use quick_xml::events::Event;
use sg_core::connectivity::CheckedDirections;
use sg_core::emulator::Env;
use sg_core::explain::ends_with_labels;
use sg_core::language::Language;
use sg_core::lesson::Example;
use sg_core::model::{Scenario, Timestamp};
use sg_core::quote::hidden::visible;
use sg_core::share::{Limits, Link, LinkView, read};
use sg_playground::component::pairs::drawing::Drawing;
use sg_playground::component::pairs::drawing::picture::drawing_svg;
use sg_playground::component::share::export::ExportPanel;
use sg_playground::derived::Reachability;
use sg_playground::export::{File, Form, Missing, Style};
use sg_playground::page::Links;
use sg_playground::state::{
    Action, LocationEdit, OpenDialog, Opening, State, Theme, VERSION, View,
};
use yew::prelude::*;

use sg_testing::golden::assert_golden;
use sg_testing::scenario_text;

use crate::drawn::{draw, tags, words};
use sg_testing::hostile_values::VALUES;

fn at(fragment: &str) -> Rc<State> {
    let view = View::new(Language::En, Theme::System);
    Rc::new(State::opened(Opening::of(fragment), &view))
}

fn on(scenario: Scenario) -> Rc<State> {
    let route = Link { scenario, view: LinkView::default(), log: None }.route().unwrap();
    at(&route.to_string())
}

fn file(state: &State, form: Form) -> File {
    File::of(state, form, style(Language::En)).unwrap()
}

fn style(language: Language) -> Style<'static> {
    Style { language, dark: false, page: "https://example.org/" }
}

#[test]
fn every_file_says_in_its_name_what_it_is() {
    let state = at("#ex/three-groups");
    let names: Vec<String> = Form::ALL.iter().map(|form| file(&state, *form).name).collect();
    let expected = [
        "three-groups.json",
        "three-groups.sh",
        "three-groups.tf",
        "three-groups-matrix.csv",
        "three-groups-matrix.svg",
        "three-groups-drawing.svg",
        "three-groups-ecs1-ecs2.md",
        "three-groups-ecs1-ecs2-answer.json",
    ];
    assert_eq!(names, expected);
    let named = on(Example::find("three-groups")
        .unwrap()
        .scenario()
        .unwrap()
        .edited(|draft| {
            for instance in draft.instances.values_mut() {
                Arc::make_mut(instance).name = "../a b/\"c\"".to_owned();
            }
        })
        .unwrap());
    assert_eq!(file(&named, Form::Markdown).name, "scenario-a-b-c-a-b-c.md");
}

#[test]
fn the_document_opens_the_same_scenario_again() {
    for example in Example::all() {
        let state = at(&format!("#ex/{}", example.id));
        let text = file(&state, Form::Scenario).text;
        assert_eq!(read(&text, &Limits::FILE).unwrap(), **state.scenario(), "{}", example.id);
    }
}

#[test]
fn every_form_of_every_example_has_words_of_both_languages() {
    for example in Example::all() {
        let state = at(&format!("#ex/{}", example.id));
        for form in Form::ALL {
            for language in Language::ALL {
                let file = File::of(&state, form, style(language)).unwrap();
                assert!(file.text.len() > 40 && file.size() == file.text.len(), "{file:?}");
                let chinese = file.text.contains(['，', '。', '：', '的', '源']);
                let scenario = form == Form::Scenario;
                assert!(
                    scenario || chinese == (language == Language::Zh),
                    "{form:?} {}",
                    file.text
                );
            }
        }
    }
    let matrix = file(&at("#ex/three-groups"), Form::Matrix);
    assert!(
        matrix.bytes().starts_with("\u{feff}from".as_bytes()),
        "spreadsheets need the byte-order mark"
    );
    assert!(!matrix.text.contains('\u{feff}'), "and neither does a copy");
}

#[test]
fn what_cannot_be_made_says_why() {
    let empty = at("#new");
    for (form, missing) in [
        (Form::Matrix, Missing::Nothing),
        (Form::MatrixPicture, Missing::Nothing),
        (Form::Drawing, Missing::Nothing),
        (Form::Markdown, Missing::Choice),
        (Form::Json, Missing::Choice),
    ] {
        assert_eq!(File::of(&empty, form, style(Language::En)), Err(missing), "{form:?}");
        let panel = |language| {
            let state = Rc::clone(&empty);
            words(&draw(language, html! { <ExportPanel {state} {form} /> }))
        };
        assert!(panel(Language::En).contains(match missing {
            Missing::Choice => "Select a pair first",
            Missing::Open => unreachable!(),
            Missing::Nothing | Missing::TooLarge | Missing::TooWide =>
                "The scenario is still empty.",
        }));
        assert!(!panel(Language::Zh).contains("下载"), "{form:?}");
    }
    assert!(File::of(&empty, Form::Scenario, style(Language::En)).is_ok());
}

#[test]
fn an_open_question_is_not_answered_by_a_file() {
    let quiz = at("#quiz/1");
    for form in [Form::Matrix, Form::MatrixPicture, Form::Drawing, Form::Markdown, Form::Json] {
        assert_eq!(File::of(&quiz, form, style(Language::En)), Err(Missing::Open), "{form:?}");
    }
    assert!(File::of(&quiz, Form::Terraform, style(Language::En)).is_ok());
    let markup =
        draw(Language::Zh, html! { <ExportPanel state={Rc::clone(&quiz)} form={Form::Matrix} /> });
    assert!(words(&markup).contains("请先回答问题"), "{markup}");
}

#[test]
fn the_panel_shows_the_chosen_file_with_its_size() {
    let state = at("#ex/three-groups");
    for (language, save) in [(Language::En, "Download"), (Language::Zh, "下载")] {
        for form in Form::ALL {
            let state = Rc::clone(&state);
            let markup = draw(language, html! { <ExportPanel state={Rc::clone(&state)} {form} /> });
            let own = Style { page: "", ..style(language) };
            let file = File::of(&state, form, own).unwrap();
            assert!(words(&markup).contains(&file.name), "{form:?}");
            assert!(words(&markup).contains(save));
            assert_eq!(tags(&markup, "textarea").len(), 1);
            let pressed = markup.matches("aria-pressed=\"true\"").count();
            assert_eq!(pressed, 1 + usize::from(form.is_picture()), "{form:?}");
        }
    }
    let env = Env { now: Timestamp::from_unix_seconds(0), entropy: 1 };
    let state = state.reduce(Action::Location(LocationEdit::Dialog(Some(OpenDialog::Export))));
    let markup = draw(Language::En, html! { <Links state={Rc::clone(&state)} /> });
    assert!(markup.contains("<dialog") && markup.contains("three-groups.json"));
    let state =
        state.reduce(Action::Location(LocationEdit::Open(Rc::new(Opening::of("#new")), env)));
    assert_eq!(state.location.dialog, None);
}

/// The elements and texts of a picture; fails on anything that could run or load.
fn read_picture(svg: &str) -> (Vec<String>, Vec<String>) {
    let known =
        ["svg", "title", "desc", "defs", "pattern", "rect", "line", "path", "circle", "text"];
    let (mut elements, mut texts) = (Vec::new(), Vec::new());
    let mut reader = Reader::from_str(svg);
    let mut text = String::new();
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}: {svg}")) {
            Event::Start(tag) | Event::Empty(tag) => {
                let name = tag.name().as_ref().to_owned();
                assert!(known.contains(&name.as_str()), "{name}");
                for attribute in tag.attributes() {
                    let attribute = attribute.unwrap();
                    let key = attribute.key.as_ref().to_owned();
                    let value = attribute.value.to_string();
                    let acts = key.starts_with("on") || key == "href" || key == "style";
                    assert!(!acts, "{key}={value}");
                    let own = value.starts_with("url(#sgp-") && value.ends_with("-hatch)");
                    assert!(!value.contains("url(") || own, "{key}={value}");
                    assert!(key != "id" || value.starts_with("sgp-"), "{key}={value}");
                }
                elements.push(name);
                text.clear();
            }
            Event::Text(words) => text.push_str(&words),
            Event::GeneralRef(entity) => text.push(match &*entity {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "apos" => '\'',
                other => panic!("{other}"),
            }),
            Event::End(_) => texts.push(std::mem::take(&mut text)),
            Event::Eof => return (elements, texts),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn the_picture_of_every_example_is_one_of_known_elements() {
    for example in Example::all() {
        let state = at(&format!("#ex/{}", example.id));
        for language in Language::ALL {
            let scenario = state.scenario();
            let picture = |form, dark| {
                let file = File::of(&state, form, Style { dark, ..style(language) }).unwrap();
                let (elements, texts) = read_picture(&file.text);
                let first = &elements[..3];
                assert_eq!(first, ["svg", "title", "desc"], "a title and description come first");
                (elements, texts, file.text)
            };
            let (elements, texts, _) = picture(Form::Drawing, true);
            for end in ends_with_labels(scenario, language) {
                assert!(texts[1].contains(&end.1), "{} in {}", end.1, texts[1]);
            }
            let (elements_too, texts_too, light) = picture(Form::Drawing, false);
            assert_eq!((&elements, &texts), (&elements_too, &texts_too), "only colours differ");
            assert!(!light.contains("fill=\"#161a1f\""), "a dark colour");
            let (cells, texts_of_cells, matrix) = picture(Form::MatrixPicture, false);
            let count = scenario.interfaces().len() + scenario.outside().len();
            assert!(cells.iter().filter(|name| *name == "text").count() > count * count);
            let id = |svg: &str| svg.split("id=\"").nth(1).unwrap()[..12].to_owned();
            assert_ne!(id(&light), id(&matrix), "both can stand in one page");
            assert!(!texts_of_cells[1].is_empty());
            for group in scenario.groups() {
                assert!(texts[1].contains(group.label()), "{}: {}", group.label(), texts[1]);
            }
            let nodes = scenario.interfaces().len() + scenario.outside().len();
            assert!(elements.iter().filter(|name| *name == "rect").count() > nodes);
        }
    }
}

#[test]
fn figures_are_as_recorded() {
    for (id, language, dark, name) in [
        ("three-groups", Language::En, false, "light.en"),
        ("three-groups", Language::Zh, true, "dark.zh"),
        ("source-port", Language::En, true, "dark.en"),
    ] {
        let state = at(&format!("#ex/{id}"));
        for (form, kind) in [(Form::Drawing, "drawing"), (Form::MatrixPicture, "matrix")] {
            let file = File::of(&state, form, Style { language, dark, page: "" }).unwrap();
            let ending = if dark { "-dark.svg" } else { ".svg" };
            assert!(file.name.ends_with(ending), "{}", file.name);
            assert_golden(&format!("tests/snapshots/figures/{id}-{kind}.{name}.svg"), &file.text);
        }
    }
}

#[test]
fn an_answer_as_text_leads_back_to_itself() {
    for (language, said) in [(Language::En, "Open this result"), (Language::Zh, "打开此结论")]
    {
        let state = at("#ex/three-groups");
        let text = File::of(&state, Form::Markdown, style(language)).unwrap().text;
        let line = text.lines().find(|line| line.contains("https://example.org/")).unwrap();
        let link = format!(
            "](https://example.org/?lang={}&v={VERSION}#ex/three-groups)",
            language.short()
        );
        assert!(line.contains(said) && line.ends_with(&link), "{line}");
    }
}

#[test]
fn a_picture_of_many_ends_says_what_it_leaves_out() {
    let scenario = sg_testing::workload::Workload::A.scenario(1);
    let scenario = Arc::new(scenario);
    let choice = sg_core::connectivity::PacketChoice::All;
    let seen = Reachability::new(&scenario, &scenario, None, choice, CheckedDirections::Both);
    for (language, said) in
        [(Language::En, "interfaces are too many to draw"), (Language::Zh, "其余路径未画出")]
    {
        let (_, texts) = read_picture(&drawing_svg(&seen, None, language, false).unwrap());
        assert!(texts.concat().replace(' ', "").contains(&said.replace(' ', "")), "{texts:?}");
        let reachability =
            Rc::new(Reachability::new(&scenario, &scenario, None, choice, CheckedDirections::Both));
        let drawn = words(&draw(language, html! { <Drawing {reachability} selection={None} /> }));
        let count = scenario.interfaces().len();
        assert!(drawn.contains(&count.to_string()) && drawn.contains(said), "{drawn}");
    }
}

#[test]
fn a_picture_tells_interfaces_of_one_instance_apart() {
    let scenario = Arc::new(scenario_text::scenario_of(
        "group G1 basic drop
         instance a-jump-host-with-a-long-name 10.0.0.11 in G1
         interface eni-bp1jumpb of a-jump-host-with-a-long-name 10.0.0.13 in G1",
    ));
    let choice = sg_core::connectivity::PacketChoice::All;
    let seen = Reachability::new(&scenario, &scenario, None, choice, CheckedDirections::Both);
    let (_, texts) = read_picture(&drawing_svg(&seen, None, Language::En, false).unwrap());
    for last in [" …ame", " …mpb"] {
        assert!(texts.iter().any(|text| text.ends_with(last)), "{last}: {texts:?}");
    }
}

#[test]
fn names_stay_text_in_a_picture() {
    let base = Example::find("three-groups").unwrap().scenario().unwrap();
    for value in VALUES {
        let hostile = base.edited(|draft| {
            for group in draft.groups.values_mut() {
                Arc::make_mut(group).name = (*value).to_owned();
            }
            for instance in draft.instances.values_mut() {
                Arc::make_mut(instance).name = (*value).to_owned();
            }
        });
        let Ok(hostile) = hostile else { continue };
        let hostile = Arc::new(hostile);
        let seen = Reachability::new(
            &hostile,
            &hostile,
            None,
            sg_core::connectivity::PacketChoice::All,
            CheckedDirections::Both,
        );
        let (_, texts) = read_picture(&drawing_svg(&seen, None, Language::En, false).unwrap());
        let shown = visible(value);
        assert!(texts[1].contains(&*shown), "{value:?}: {}", texts[1]);
    }
}
