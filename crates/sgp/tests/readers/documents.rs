//! Parses Markdown, tables, XML, JSON and Terraform with independent parsers, and checks what the
//! command line writes to a terminal.

use std::fs;
use std::sync::Arc;

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};
use hcl_edit::structure::Body;
use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};
use serde_json::Value;

use sg_core::connectivity::{
    CheckedDirections, Flow, Packet, PacketChoice, cell_between, evaluate, matrix,
};
use sg_core::emulator::{Action, Call};
use sg_core::explain::{end_label, explain, explain_answer};
use sg_core::export::{csv, matrix_rows, terraform};
use sg_core::language::Language;
use sg_core::model::Scenario;
use sg_core::quote::hidden::{is_hidden, visible};
use sg_core::quote::{hcl, json, markdown, xml};
use sg_core::request::ram;
use sg_core::share::write;

use sg_testing::hostile_scenarios::{AT_ONCE, hostile};
use sg_testing::hostile_text::all;
use sg_testing::program::{Place, has, read_xml};

/// All of GitHub's extensions to CommonMark, and those of other renderers.
pub(crate) fn renderer() -> Options<'static> {
    let mut options = Options::default();
    let extension = &mut options.extension;
    extension.strikethrough = true;
    extension.table = true;
    extension.autolink = true;
    extension.tasklist = true;
    extension.footnotes = true;
    extension.superscript = true;
    extension.subscript = true;
    extension.math_dollars = true;
    extension.math_code = true;
    extension.alerts = true;
    extension.description_lists = true;
    extension.highlight = true;
    options
}

/// The nodes of a document, in order.
pub(crate) fn with_nodes<T>(text: &str, read: impl FnOnce(Vec<NodeValue>) -> T) -> T {
    let arena = Arena::new();
    let document: &AstNode<'_> = parse_document(&arena, text, &renderer());
    read(document.descendants().map(|node| node.data.borrow().value.clone()).collect())
}

fn code_spans(nodes: &[NodeValue]) -> Vec<String> {
    let code = |node: &NodeValue| match node {
        NodeValue::Code(code) => Some(code.literal.clone()),
        _ => None,
    };
    nodes.iter().filter_map(code).collect()
}

#[test]
fn a_code_span_shows_the_value_and_nothing_else() {
    for value in all() {
        let text = format!("- **a {} b** {}", markdown::code(&value), markdown::code(&value));
        with_nodes(&text, |nodes| {
            let shown = match value.trim_matches(' ') {
                "" => "∅".to_owned(),
                _ => visible(&value).into_owned(),
            };
            assert_eq!(code_spans(&nodes), [shown.clone(), shown], "{text}");
            let kinds = nodes.iter().all(|node| {
                matches!(
                    node,
                    NodeValue::Document
                        | NodeValue::List(_)
                        | NodeValue::Item(_)
                        | NodeValue::Paragraph
                        | NodeValue::Strong
                        | NodeValue::Text(_)
                        | NodeValue::Code(_)
                )
            });
            assert!(kinds, "{text}: {nodes:?}");
        });
    }
}

/// No renderer recognises another link in the text of a link.
#[test]
fn the_text_of_a_link_shows_the_value_and_leads_where_it_should() {
    for value in all() {
        let url = markdown::address("https://example.org/a(b)?lang=en#s/v1/eNo_-1");
        let text = format!("[x{}x]({url})", markdown::text(&value));
        with_nodes(&text, |nodes| {
            let [NodeValue::Document, NodeValue::Paragraph, NodeValue::Link(link), inside @ ..] =
                &nodes[..]
            else {
                panic!("{text}: {nodes:?}")
            };
            assert_eq!(link.url, "https://example.org/a%28b%29?lang=en#s/v1/eNo_-1");
            let shown: String = inside
                .iter()
                .map(|node| match node {
                    NodeValue::Text(text) => text.to_string(),
                    other => panic!("{text}: {other:?}"),
                })
                .collect();
            assert_eq!(shown, format!("x{}x", visible(&value)), "{text}");
        });
    }
}

fn scenarios() -> Vec<Scenario> {
    let mut values = all();
    values.sort_unstable();
    values.dedup();
    values.chunks(AT_ONCE).map(hostile).collect()
}

#[test]
fn an_explanation_has_no_markup_but_its_own() {
    for (number, scenario) in scenarios().into_iter().enumerate() {
        for language in [Language::ALL[number % 2]] {
            let (view, choice) = (CheckedDirections::Both, PacketChoice::All);
            let ends = matrix(&scenario, choice, view).ends;
            for (from, to) in ends.iter().zip(ends.iter().skip(1)) {
                let Some(cell) = cell_between(&scenario, from, to, choice, view) else { continue };
                let answer = cell.answer(&scenario, from, to, choice).unwrap();
                let about_all = explain_answer(&scenario, &answer, language);
                let (source, destination) = (cell.source.clone(), cell.destination.clone());
                let evaluation =
                    evaluate(&scenario, &Flow { source, destination, packet: Packet::Icmp });
                let about_one = explain(&scenario, &evaluation, language);
                let text = about_all.to_markdown() + "\n---\n\n" + &about_one.to_markdown();
                assert!(!text.contains(|c| is_hidden(c) && c != '\n'), "{text:?}");
                with_nodes(&text, |nodes| {
                    let own = |node: &NodeValue| {
                        matches!(
                            node,
                            NodeValue::Document
                                | NodeValue::Paragraph
                                | NodeValue::List(_)
                                | NodeValue::Item(_)
                                | NodeValue::BlockQuote
                                | NodeValue::ThematicBreak
                                | NodeValue::Strong
                                | NodeValue::Code(_)
                                | NodeValue::Text(_)
                        )
                    };
                    assert!(nodes.iter().all(own), "{text}\n{nodes:?}");
                    let label = visible(&end_label(&scenario, from, language)).into_owned();
                    let spans = code_spans(&nodes);
                    let blank = label.trim_matches(' ').is_empty();
                    assert!(blank || spans.contains(&label), "{label} is not in {text}");
                });
            }
        }
    }
}

/// Removes the apostrophes that prevent formulas in spreadsheets, as a program would.
fn restored(cell: &str) -> String {
    let part = |part: &str| {
        let skipped = |c: char| c.is_whitespace() || matches!(c, '\'' | '"');
        let formula = part.trim_start_matches(skipped).starts_with(FORMULA);
        if formula { part.strip_prefix('\'').unwrap().to_owned() } else { part.to_owned() }
    };
    cell.split(';').map(part).collect::<Vec<_>>().join(";")
}

const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

#[test]
fn a_table_holds_its_cells_and_no_formula() {
    let mut tables: Vec<(Vec<Vec<String>>, String)> = Vec::new();
    for scenario in scenarios() {
        let cells = matrix(&scenario, PacketChoice::All, CheckedDirections::Both);
        let rows = matrix_rows(&scenario, &cells, Language::En);
        let text = csv(&rows);
        assert_eq!(text.lines().count(), rows.len(), "each row must be one line");
        assert!(!text.contains(|c| is_hidden(c) && !matches!(c, '\r' | '\n')), "{text:?}");
        tables.push((rows, text));
    }
    if !has("python3", &["--version"], false) {
        return;
    }
    let place = Place::empty();
    let texts: Vec<&str> = tables.iter().map(|(_, text)| text.as_str()).collect();
    let input = serde_json::to_vec(&texts).unwrap();
    // Where the decimal sign is a comma, semicolons separate cells; in pasted text, tabs do.
    for separator in [",", ";", "\t"] {
        let program = "import csv, io, json, sys
for text in json.load(sys.stdin.buffer):
    print(json.dumps(list(csv.reader(io.StringIO(text, newline=''), delimiter=sys.argv[1]))))";
        let args = ["-B", "-I", "-c", program, separator];
        let printed = place.run_well("python3", &args, &input, "C.UTF-8");
        let lines = printed.split_inclusive(|byte| *byte == b'\n');
        let read: Vec<Vec<Vec<String>>> =
            lines.map(|line| serde_json::from_slice(line).unwrap()).collect();
        assert_eq!(read.len(), tables.len());
        for (read, (rows, _)) in read.iter().zip(&tables) {
            for cell in read.iter().flatten() {
                let begins = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
                assert!(!cell.trim_start().starts_with(begins), "{separator:?}: {cell}");
            }
            if separator == "," {
                let each = |rows: &[Vec<String>], write: fn(&str) -> String| -> Vec<Vec<String>> {
                    rows.iter().map(|row| row.iter().map(|cell| write(cell)).collect()).collect()
                };
                assert_eq!(each(read, restored), each(rows, |cell| visible(cell).into_owned()));
            }
        }
    }
}

/// Characters that XML 1.0 cannot represent become U+FFFD.
fn carried(value: &str) -> String {
    let cannot = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    value.chars().map(|c| if cannot(c) { '\u{fffd}' } else { c }).collect()
}

#[test]
fn xml_gives_the_value_back_as_text_and_in_an_attribute() {
    for value in all() {
        let escaped = xml::escaped(&value);
        for quotes in ['"', '\''] {
            let document = format!("<a b={quotes}{escaped}{quotes}>x{escaped}x</a>");
            let (attribute, text) = read_xml(&document);
            assert_eq!(attribute, carried(&value), "{document}");
            assert_eq!(text, format!("x{}x", carried(&value)), "{document}");
        }
        assert!(!escaped.contains(is_hidden), "{escaped:?}");
    }
}

#[test]
fn terraform_reads_each_string_as_the_value() {
    for chunk in all().chunks(500) {
        let lines: String = chunk
            .iter()
            .enumerate()
            .map(|(number, value)| format!("text_{number} = {}\n", hcl::quote(value)))
            .collect();
        assert!(!lines.contains(|c| is_hidden(c) && c != '\n'));
        let body: Body = lines.parse().unwrap_or_else(|error| panic!("{lines}\n{error}"));
        assert_eq!(body.attributes().count(), chunk.len());
        for (attribute, value) in body.attributes().zip(chunk) {
            let read = match &attribute.value {
                hcl_edit::expr::Expression::String(text) => text.value().clone(),
                hcl_edit::expr::Expression::StringTemplate(template) => template
                    .iter()
                    .map(|element| match element {
                        hcl_edit::template::Element::Literal(text) => text.value().clone(),
                        other => panic!("{value:?} injects something: {other:?}"),
                    })
                    .collect(),
                other => panic!("{other:?}"),
            };
            assert_eq!(read, *value);
        }
    }
    // Whole files, including names in comments.
    for scenario in scenarios() {
        for language in Language::ALL {
            let text = terraform(&scenario, language).text;
            assert!(!text.contains(|c| is_hidden(c) && c != '\n'), "{text:?}");
            let body: Body = text.parse().unwrap_or_else(|error| panic!("{text}\n{error}"));
            let kinds = ["terraform", "provider", "variable", "resource"];
            assert!(body.blocks().all(|block| kinds.contains(&block.ident.as_str())));
            assert_eq!(body.attributes().count(), 0, "{text}");
        }
    }
}

#[test]
fn a_policy_is_json_that_names_what_the_call_does() {
    for value in all() {
        let params = [("RegionId", value.as_str()), ("SecurityGroupId", value.as_str())];
        let text = ram::policy(&Call::new(Action::DeleteSecurityGroup, params));
        assert!(!text.contains(|c| is_hidden(c) && c != '\n'), "{text:?}");
        let policy: Value = serde_json::from_str(&text).unwrap();
        let statements = policy["Statement"].as_array().unwrap();
        assert_eq!(statements.len(), 1);
        assert_eq!(statements[0]["Action"], serde_json::json!(["ecs:DeleteSecurityGroup"]));
        let text = serde_json::json!({ value.clone(): [value] }).to_string();
        let shown: Value = serde_json::from_str(&json::visible(&text)).unwrap();
        assert_eq!(shown, serde_json::from_str::<Value>(&text).unwrap());
    }
}

/// Everything `sgp` prints, for names that could control a terminal.
#[test]
fn no_command_writes_what_a_terminal_would_obey() {
    let place = Place::empty();
    let value = "\u{1b}]0;x\u{7}\u{9b}2J\u{202e}\r\u{85}\u{2028}\u{200b}&<'\"";
    let names: Vec<String> = (0..6).map(|number| format!("{value}{number}")).collect();
    let scenario = hostile(&names);
    let edited = scenario.edited(|draft| {
        for group in draft.groups.values_mut() {
            Arc::make_mut(group).rules.clear();
        }
    });
    let before = place.give("before.json", &write(&scenario));
    let after = place.give("after.json", &write(&edited.unwrap()));
    let goal = serde_json::json!({ "version": 1, "goals": [
        { "name": value, "from": "i-0", "to": "i-1", "expect": "pass" },
    ]});
    let goals = place.give("goals.json", &goal.to_string());
    let bad = place.give("bad.json", &format!("{{\"version\": 1, \"{value}\": 1}}"));
    let junit = place.given("junit.xml");
    let paths = [&before, &after, &goals, &bad, &junit].map(|path| path.to_str().unwrap());
    let [before, after, goals, bad, junit] = paths;
    let (from, to) = ("i-0", "i-1");
    let mut lines: Vec<Vec<&str>> = vec![
        vec!["check", before, goals, "--junit", junit],
        vec!["check", before, bad],
        vec!["import", before],
        vec!["import", bad],
        vec!["explain", before, value, to, "tcp/80"],
        vec!["evaluate", before],
        vec![value],
        vec!["matrix", value],
        vec!["serve", "--port", value],
        vec!["explain", before, from, to, "tcp/80", "--format", "markdown"],
        vec!["fix", before, from, to, "tcp/80", "--format", "markdown"],
        vec!["lint", before, "--format", "markdown"],
    ];
    for format in ["text", "json"] {
        for line in [
            vec!["check", before, goals],
            vec!["diff", before, after],
            vec!["explain", before, from, to],
            vec!["explain", before, from, to, "tcp/80"],
            vec!["fix", before, from, to, "tcp/80"],
            vec!["lint", before],
            vec!["matrix", before],
            vec!["space", before, from, to],
        ] {
            lines.push([line, vec!["--format", format]].concat());
        }
    }
    for form in ["terraform", "script", "scenario", "csv"] {
        lines.push(vec!["export", before, "--as", form]);
    }
    let question = serde_json::json!({ "id": value, "src": value, "dst": to, "protocol": "tcp" });
    let program = env!("CARGO_BIN_EXE_sgp");
    let mut wrote = 0;
    for language in ["en", "zh"] {
        for line in &lines {
            let takes = !matches!(line[0], "evaluate" | "serve") && line.len() > 1;
            let line: Vec<&str> = match takes {
                true => line.iter().copied().chain(["--language", language]).collect(),
                false => line.clone(),
            };
            let input = format!("{question}\n");
            let output = place.run(program, &line, input.as_bytes(), "C.UTF-8");
            for stream in [output.stdout, output.stderr] {
                let text = String::from_utf8(stream).unwrap();
                let told = text.replace("\r\n", "\n");
                assert!(!told.contains(|c| is_hidden(c) && c != '\n'), "sgp {line:?}: {told:?}");
                wrote += usize::from(text.contains("U+001B") || text.contains("\\u001b"));
            }
        }
    }
    assert!(wrote > lines.len(), "too few names are shown: {wrote}");
    assert_junit(junit, value);
}

/// The report names the goal, with the code point of each invisible character.
fn assert_junit(file: &str, name: &str) {
    let report = fs::read_to_string(file).unwrap();
    assert!(!report.contains(|c| is_hidden(c) && c != '\n'), "{report:?}");
    let mut reader = Reader::from_str(&report);
    let mut names = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Start(element) | Event::Empty(element) => {
                if element.name().as_ref() != "testcase" {
                    continue;
                }
                for attribute in element.attributes() {
                    let attribute = attribute.unwrap();
                    if attribute.key.as_ref() == "name" {
                        let read = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap();
                        names.push(read.into_owned());
                    }
                }
            }
            _ => {}
        }
    }
    assert_eq!(names, [visible(name)]);
}
