//! `sgp explain`: why a packet passes or does not, or all packets between two ends.

use sg_core::explain::{Explanation, Outcome, RuleList, Step, explain_answer, plain, text};
use sg_core::goal::{Directory, packets};
use sg_core::language::Language;
use sg_core::quote::hidden::visible;

use crate::args::{Format, InLanguage, TEXT_JSON_OR_MARKDOWN};
use crate::exit_code::SUCCESS;
use crate::failure::Failure;
use crate::print::print_json;
use crate::streams::Streams;
use crate::{input, since};

/// Why a packet passes or does not, in words
///
/// Says the verdict, then every layer in order, the rules that were tried and what became of each.
/// Without PACKET it explains all packets between the two. If the answer depends on the address of an
/// outside address block, it says so at once and names the addresses of each part; JSON lists them all
/// as `parts`, and its `answer` is then `some`.
/// At the end it lists the rules that it names with their ids, creation times and descriptions, the
/// newest first: the first suspects when something has just changed.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(super) struct Args {
    /// The scenario document
    scenario: String,
    /// The end that sends
    src: String,
    /// The end that receives
    dst: String,
    /// The packet, such as tcp/443; all of them when absent
    packet: Option<String>,
    /// The port that the packet comes from; any port when absent
    #[arg(long, value_name = "PORT")]
    source_port: Option<String>,
    /// Of the rules that the answer names, list only those created since then: 20:00,
    /// 2026-11-29T20:00+08:00 (UTC without an offset)
    #[arg(long, value_name = "TIME")]
    since: Option<String>,
    /// The form of the answer
    #[arg(long, value_parser = TEXT_JSON_OR_MARKDOWN, default_value = "text")]
    format: Format,
    #[command(flatten)]
    language: InLanguage,
}

const EXAMPLE: &str = "\
Example:
  sgp explain three-groups.json ecs1 ecs2 tcp/443 --language zh
  sgp explain three-groups.json ecs1 ecs3 tcp/443 --since 20:00+08:00";

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let (format, language) = (args.format, args.language.language);
    let source_port = args.source_port.as_deref();
    let asked = args
        .packet
        .as_deref()
        .filter(|text| !text.eq_ignore_ascii_case("all"))
        .map(|text| packets::asked(text, source_port))
        .transpose()
        .map_err(Failure::Usage)?;
    if asked.is_none() && source_port.is_some() {
        return Err(Failure::Usage("`--source-port` needs a packet to come from there".to_owned()));
    }
    let now = (streams.process.env)().now;
    let since = args.since.as_deref().map(|text| since::parse(text, now));
    let since = since.transpose().map_err(Failure::Usage)?;
    let scenario = input::scenario(&args.scenario)?;
    let mut directory = Directory::new(&scenario);
    let from = directory.find(&args.src).map_err(Failure::Input)?;
    let to = directory.find(&args.dst).map_err(Failure::Input)?;
    let Some(answer) = directory.ask(&from, &to, asked) else {
        return Err(Failure::input("nothing can travel between these two ends"));
    };
    let explanation = explain_answer(&scenario, &answer, language);
    let named = RuleList::new(&scenario, &explanation, since);
    match format {
        Format::Json => {
            let mut json = explanation.to_json();
            if let Some(object) = json.as_object_mut() {
                object.insert("rules".to_owned(), named.json());
            }
            json.sort_all_objects();
            print_json(streams.output, &json)?;
        }
        Format::Markdown => {
            let text = explanation.to_markdown() + &named.markdown();
            streams.output.write_all(text.as_bytes())?;
        }
        Format::Text | Format::Csv => {
            let text = as_text(&explanation) + &visible_lines(&named.lines());
            streams.output.write_all(text.as_bytes())?;
        }
    }
    Ok(SUCCESS)
}

fn visible_lines(lines: &[String]) -> String {
    lines.iter().map(|line| visible(line).into_owned() + "\n").collect()
}

/// The explanation as terminal text: the sentence, the layers, the rules tried, the notes.
fn as_text(explanation: &Explanation) -> String {
    let mut lines = vec![explanation.sentence(), String::new()];
    for step in &explanation.steps {
        lines.push(step_line(explanation, step));
        for rule in &step.rules {
            let (text, group) = (rule.rule.as_str(), rule.group.as_str());
            lines.push(format!("      {text} [{group}] {}", plain(&rule.result)));
        }
    }
    if !explanation.notes.is_empty() {
        lines.push(String::new());
    }
    for note in &explanation.notes {
        let clause = bracketed(&note.clause.to_string(), explanation.language);
        lines.push(format!("{}{clause}", plain(&note.parts)));
    }
    visible_lines(&lines)
}

fn step_line(explanation: &Explanation, step: &Step) -> String {
    let mark = match step.outcome {
        Outcome::Passes => '✓',
        Outcome::Fails => '✗',
        Outcome::FailsByDefault => '⊘',
        Outcome::Unknown => '?',
        Outcome::Silent => '·',
    };
    let colon = text::COLON.get(explanation.language);
    let mut line = format!("  {mark} {}{colon}{}", step.layer, plain(&step.parts));
    if let Some(clause) = step.clause {
        line.push_str(&bracketed(&clause.to_string(), explanation.language));
    }
    if step.decides {
        line.push_str(&format!(" ← {}", text::DECIDES.get(explanation.language)));
    }
    line
}

/// A remark in brackets after a sentence.
fn bracketed(words: &str, language: Language) -> String {
    match language {
        Language::En => format!(" ({words})"),
        Language::Zh => format!("（{words}）"),
    }
}
