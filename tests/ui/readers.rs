//! Other exported content: the drawing, and the HTML of a frame.

#![expect(clippy::wildcard_enum_match_arm, reason = "other variants are irrelevant here")]

use quick_xml::Reader;
use quick_xml::events::Event;

use sg_core::connectivity::ends;
use sg_core::explain::end_label;
use sg_core::language::Language;
use sg_core::quote::hidden::{is_hidden, visible};
use sg_playground::component::share::link::frame::{FrameWish, frame};
use sg_playground::drawing::{Caption, Ink, Others, Picture, layout, plan, svg};

use sg_testing::hostile_scenarios::{AT_ONCE, hostile};
use sg_testing::hostile_text::all;
use sg_testing::program::read_xml;
use sg_testing::program::{Place, has};

#[test]
fn a_drawing_shows_the_names_and_is_nothing_but_a_drawing() {
    let mut values = all();
    values.sort_unstable();
    values.dedup();
    for chunk in values.chunks(AT_ONCE) {
        let scenario = hostile(chunk);
        let plan = plan(&scenario, &ends(&scenario), &Others::default(), &[]);
        let layout = layout(&plan, 200, 740);
        let names: Vec<(usize, String)> = ends(&scenario)
            .iter()
            .map(|end| end_label(&scenario, end, Language::En))
            .enumerate()
            .collect();
        let labels: Vec<String> = plan.areas.iter().map(|area| area.label.clone()).collect();
        for value in chunk {
            let picture =
                Picture { names: &names, labels: &labels, advanced: "advanced", paths: Vec::new() };
            let caption = Caption {
                title: value,
                description: value,
                language: "en",
                legend: vec![("✓", Ink::Pass, (*value).to_owned())],
                dark: false,
            };
            let text = svg(&plan, &layout, &picture, &caption);
            assert!(!text.contains(|c| is_hidden(c) && c != '\n'), "{text:?}");
            assert_drawing(&text);
            for element in ["title", "desc"] {
                let (begin, end) = (format!("<{element} "), format!("</{element}>"));
                let (_, rest) = text.split_once(&begin).unwrap();
                let (inside, _) = rest.split_once(&end).unwrap();
                let (_, shown) = read_xml(&format!("{begin}{inside}{end}"));
                assert_eq!(shown, visible(value));
            }
        }
    }
}

/// Allows only shapes and texts, whose attributes reference nothing external.
fn assert_drawing(text: &str) {
    let known =
        ["svg", "title", "desc", "defs", "pattern", "line", "rect", "path", "text", "circle", "g"];
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return,
            Event::Start(element) | Event::Empty(element) => {
                let name = element.name().as_ref().to_owned();
                assert!(known.contains(&name.as_str()), "<{name}> in {text}");
                for attribute in element.attributes() {
                    let key = attribute.unwrap().key.as_ref().to_owned();
                    assert!(!key.starts_with("on") && !key.ends_with("href"), "{text}");
                }
            }
            Event::Text(_) | Event::GeneralRef(_) | Event::End(_) => {}
            other => panic!("{other:?}"),
        }
    }
}

/// Parsed by Python's parser, which behaves like browsers.
#[test]
fn the_lines_of_a_frame_hold_the_title_and_nothing_else() {
    if !has("python3", &["--version"], false) {
        return;
    }
    let values = all();
    let intent = FrameWish::default();
    let frames: Vec<String> = values
        .iter()
        .map(|value| frame("https://example.org/", &intent, "#s/v1/eNo_-1", value))
        .collect();
    assert!(frames.iter().all(|text| !text.contains(|c| is_hidden(c) && c != '\n')));
    let program = "
import json, sys
from html.parser import HTMLParser

class Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.text = [], ''
    def handle_starttag(self, tag, attributes):
        self.tags.append([tag, dict(attributes)])
    def handle_data(self, data):
        self.text += data
    def handle_comment(self, data):
        self.tags.append(['!', {}])
    handle_decl = handle_pi = unknown_decl = handle_comment

found = []
for text in json.loads(sys.stdin.buffer.read()):
    reader = Reader()
    reader.feed(text)
    reader.close()
    found.append([reader.tags, reader.text])
print(json.dumps(found))
";
    let place = Place::empty();
    let input = serde_json::to_vec(&frames).unwrap();
    let printed = place.run_well("python3", &["-B", "-I", "-c", program], &input, "C.UTF-8");
    type Read = (Vec<(String, std::collections::BTreeMap<String, String>)>, String);
    let read: Vec<Read> = serde_json::from_slice(&printed).unwrap();
    assert_eq!(read.len(), values.len());
    for ((tags, text), value) in read.iter().zip(&values) {
        let names: Vec<&str> = tags.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["iframe", "p", "a"], "{value:?}");
        assert_eq!(tags[0].1["title"], visible(value));
        assert_eq!(text.trim_start_matches('\n'), visible(value).trim_start_matches('\n'));
        let src = "https://example.org/?embed=1#s/v1/eNo_-1";
        assert_eq!(tags[0].1["src"], src);
        let own =
            ["allow", "height", "loading", "referrerpolicy", "sandbox", "src", "title", "width"];
        assert!(tags[0].1.keys().eq(own), "{tags:?}");
        assert!(tags[1].1.is_empty() && tags[2].1.keys().eq(["href"]), "{tags:?}");
    }
}
