//! The JSON and XML parsers, compared with other parsers and fuzzed.

use proptest::prelude::*;
use proptest::sample::select;
use quick_xml::events::Event;

use sg_core::import::{Import, Reading, read};

use super::text;
use sg_testing::random_scenario::config;

/// The description of the only group of a reading without complaints.
fn description(reading: &Reading) -> Option<String> {
    let group = reading.scenario.as_ref()?.groups().next()?;
    reading.unread.is_empty().then(|| group.description.clone())
}

fn xml(description: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><R><SecurityGroupId>sg-1</SecurityGroupId><VpcId>vpc-1</VpcId>\
         <Description>{description}</Description></R>"
    )
}

/// The text of the description element as parsed by quick-xml; `None` if the document is not
/// well-formed or the element has children.
fn by_quick_xml(document: &str) -> Option<String> {
    let mut reader = quick_xml::Reader::from_str(document);
    let (mut open, mut said) = (Vec::new(), String::new());
    let mut depth_of_text = None;
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) => {
                open.push(tag.name().as_ref().to_owned());
                if open.len() == 2 && open[1] == "Description" {
                    depth_of_text = Some(2);
                }
                if open.len() > 2 {
                    return None;
                }
            }
            Event::Empty(_) => return None,
            Event::End(_) => {
                open.pop()?;
            }
            Event::Text(text) if open.len() == 2 && open[1] == "Description" => {
                said.push_str(&text.xml10_content());
            }
            Event::GeneralRef(entity) if open.len() == 2 && open[1] == "Description" => {
                let known = entity.resolve_char_ref().ok()?;
                let name = entity.to_string();
                match (known, quick_xml::escape::resolve_predefined_entity(&name)) {
                    (Some(c), _) => said.push(c),
                    (None, Some(text)) => said.push_str(text),
                    (None, None) => return None,
                }
            }
            Event::CData(text) if open.len() == 2 => {
                said.push_str(&text.xml10_content());
            }
            Event::Eof => break,
            Event::Text(_)
            | Event::CData(_)
            | Event::GeneralRef(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_) => {}
        }
    }
    (open.is_empty() && depth_of_text.is_some()).then_some(said)
}

const XML_PIECES: [&str; 24] = [
    "a",
    "组",
    " ",
    "\n",
    "\r\n",
    "\r",
    "&amp;",
    "&lt;",
    "&gt;",
    "&quot;",
    "&apos;",
    "&#65;",
    "&#x7EC4;",
    "&#13;",
    "&",
    ";",
    "<!-- c -->",
    "<![CDATA[<x>&]]>",
    "]]",
    ">",
    "<",
    "</A>",
    "<A>",
    "<?p q?>",
];

const JSON_PIECES: [&str; 22] = [
    "a",
    "组",
    " ",
    "\\n",
    "\\\"",
    "\\\\",
    "\\/",
    "\\u0041",
    "\\u7EC4",
    "\\ud83d\\ude00",
    "\\ud83d",
    "\\x",
    "\\u12",
    "\"",
    "'",
    "\n",
    "\u{7f}",
    "\t",
    "😀",
    "{",
    "]",
    ",",
];

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_text_written_by_others_is_read_back(words in any::<String>()) {
        // Parsers differ on characters that XML cannot represent.
        let words: String = words.chars().filter(|c| *c >= ' ' && !('\u{fffe}'..='\u{ffff}').contains(c)).collect();
        let document = xml(&quick_xml::escape::escape(words.as_str()));
        prop_assert_eq!(description(&read(vec![text("x", &document)])), Some(words.clone()));
        let value = serde_json::json!({ "SecurityGroupId": "sg-1", "VpcId": "vpc-1", "Description": words });
        for document in [value.to_string(), serde_json::to_string_pretty(&value).unwrap()] {
            prop_assert_eq!(description(&read(vec![text("x", &document)])), Some(words.clone()));
        }
    }

    #[test]
    fn xml_that_is_read_says_the_same_to_quick_xml(
        pieces in prop::collection::vec(select(&XML_PIECES[..]), 0..8),
    ) {
        let document = xml(&pieces.concat());
        let reading = read(vec![text("x", &document)]);
        let other = by_quick_xml(&document);
        if let Some(other) = &other {
            let own = description(&reading);
            prop_assert_eq!(own.as_ref(), Some(other), "{}", document);
        }
        // If quick-xml finds no text, because of child elements or an error, neither does this
        // parser.
        let own = description(&reading).filter(|own| !own.is_empty());
        prop_assert!(own.is_none() || other == own, "{}: {:?} {:?}", document, own, other);
    }

    #[test]
    fn json_that_others_read_says_the_same_here(
        pieces in prop::collection::vec(select(&JSON_PIECES[..]), 0..8),
    ) {
        let document = format!(
            "{{\"SecurityGroupId\":\"sg-1\",\"VpcId\":\"vpc-1\",\"Description\":\"{}\"}}",
            pieces.concat()
        );
        if let Ok(value) = serde_json::from_str::<serde_json::Value>(&document) {
            let reading = read(vec![text("x", &document)]);
            let own = description(&reading);
            prop_assert_eq!(own.as_deref(), value["Description"].as_str(), "{}", document);
        }
    }

    #[test]
    fn anything_is_read_without_harm(
        pieces in prop::collection::vec(
            prop_oneof![
                select(&XML_PIECES[..]).prop_map(str::to_owned),
                select(&JSON_PIECES[..]).prop_map(str::to_owned),
                any::<String>(),
                select(&["{\"SecurityGroupId\":", "\"sg-1\"", "[", "}", ":", ",", "\"Permissions\"", "null", "-1", "1e9"][..])
                    .prop_map(str::to_owned),
            ],
            0..20,
        ),
    ) {
        let document = pieces.concat();
        let mut import = Import::new(vec![text("x", &document)]);
        let mut before = 0;
        let mut steps = 0;
        let reading = loop {
            if let Some(reading) = import.step() {
                break reading;
            }
            let (done, all) = import.progress();
            prop_assert!(before <= done && done <= all && all == document.len());
            before = done;
            steps += 1;
            prop_assert!(steps < 10_000);
        };
        let lines = document.split('\n').count();
        for note in &reading.unread {
            if let Some(place) = note.place {
                prop_assert!(place.line as usize <= lines, "{:?}", place);
                let line = document.split('\n').nth(place.line as usize - 1).unwrap();
                prop_assert!(place.column as usize <= line.chars().count() + 1, "{:?}", place);
            }
        }
    }
}

#[test]
fn large_texts_are_read_in_short_steps_and_too_large_ones_not_at_all() {
    let rule = "{\"Direction\":\"ingress\",\"IpProtocol\":\"ALL\",\"PortRange\":\"-1/-1\",\"SourceCidrIp\":\"10.0.0.0/8\",\"SecurityGroupRuleId\":\"sgr-";
    let rules: Vec<String> = (0..900).map(|number| format!("{rule}{number}\"}}")).collect();
    let rules = rules.join(",");
    let groups = (0..20).map(|number| {
        let rules = rules.replace("sgr-", &format!("sgr-{number}-"));
        format!("{{\"SecurityGroupId\":\"sg-{number}\",\"VpcId\":\"vpc-1\",\"Permissions\":{{\"Permission\":[{rules}]}}}}")
    });
    let document = groups.collect::<Vec<_>>().join("");
    assert!(document.len() > 2_000_000);
    let mut import = Import::new(vec![text("x", &document)]);
    let mut steps = 0;
    let reading = loop {
        if let Some(reading) = import.step() {
            break reading;
        }
        steps += 1;
    };
    assert!(steps > document.len() / 100_000, "{steps}");
    assert_eq!(reading.understood[0].rules, 18_000);
    assert_eq!(reading.scenario.unwrap().groups().len(), 20);
    let last = reading.origins.values().max().unwrap();
    assert_eq!(last.line, 1);
    let start = document.rfind("{\"Direction\"").unwrap();
    assert_eq!(last.column as usize, start + 1);

    let huge = " ".repeat(sg_core::import::MOST_BYTES + 1);
    let reading = read(vec![text("huge", &huge), text("small", &document)]);
    assert_eq!(reading.unread.len(), 1, "{:?}", reading.unread);
    assert_eq!(reading.scenario.unwrap().groups().len(), 20);
}
