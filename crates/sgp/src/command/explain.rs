//! `sgp explain`: why a packet passes or does not, or all packets between two ends.

use sg_core::connectivity::{Flow, evaluate, packet_space};
use sg_core::explain::{Explanation, Outcome, Step, explain, explain_space, plain, text};
use sg_core::goal::{Directory, packets};
use sg_core::language::Language;
use sg_core::quote::hidden::visible;

use crate::args::{Choice, Format, InLanguage};
use crate::exit_code::SUCCESS;
use crate::failure::Failure;
use crate::input;
use crate::print::print_json;
use crate::streams::Streams;

/// Why a packet passes or does not, in words
///
/// Says the verdict, then every layer in order, the rules that were tried and what became of each.
/// Without PACKET it explains all packets between the two. Of an outside address block it speaks of
/// one address that stands for its largest part.
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
    /// The port that the packet comes from
    #[arg(long, value_name = "PORT")]
    source_port: Option<String>,
    /// The form of the answer
    #[arg(long, value_parser = FORMAT, default_value = "text")]
    format: Format,
    #[command(flatten)]
    language: InLanguage,
}

const FORMAT: Choice<Format> = Choice {
    words: &["text", "markdown", "json"],
    refusal: "is not a format here: text, markdown, json",
    parse: |text| Format::parse(text).filter(|it| *it != Format::Csv),
};

const EXAMPLE: &str = "\
Example:
  sgp explain three-groups.json ecs1 ecs2 tcp/443 --language zh";

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let (format, language) = (args.format, args.language.language);
    let source_port = args.source_port.as_deref();
    let packet = args
        .packet
        .as_deref()
        .filter(|text| !text.eq_ignore_ascii_case("all"))
        .map(|text| packets::one(text, source_port))
        .transpose()
        .map_err(Failure::Usage)?;
    if packet.is_none() && source_port.is_some() {
        return Err(Failure::Usage("`--source-port` needs a packet to come from there".to_owned()));
    }
    let scenario = input::scenario(&args.scenario)?;
    let mut directory = Directory::new(&scenario);
    let from = directory.find(&args.src).map_err(Failure::Input)?;
    let to = directory.find(&args.dst).map_err(Failure::Input)?;
    let Some((source, destination)) = directory.endpoints(&from, &to) else {
        return Err(Failure::input("nothing can travel between these two ends"));
    };
    let explanation = match packet {
        Some(packet) => {
            let evaluation = evaluate(&scenario, &Flow { source, destination, packet });
            explain(&scenario, &evaluation, language)
        }
        None => {
            let space = packet_space(&scenario, &source, &destination);
            explain_space(&scenario, &space, &source, &destination, language)
        }
    };
    match format {
        Format::Json => print_json(streams.output, &explanation.to_json())?,
        Format::Markdown => streams.output.write_all(explanation.to_markdown().as_bytes())?,
        Format::Text | Format::Csv => {
            streams.output.write_all(as_text(&explanation).as_bytes())?;
        }
    }
    Ok(SUCCESS)
}

/// The explanation for a terminal: the sentence, the layers, the rules tried, the notes.
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
    let lines: Vec<String> = lines.iter().map(|line| visible(line).into_owned()).collect();
    lines.join("\n") + "\n"
}

fn step_line(explanation: &Explanation, step: &Step) -> String {
    let mark = match step.outcome {
        Outcome::Passes => '✓',
        Outcome::Fails => '✗',
        Outcome::FailsByDefault => '⊘',
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

/// A remark behind a sentence.
fn bracketed(words: &str, language: Language) -> String {
    match language {
        Language::En => format!(" ({words})"),
        Language::Zh => format!("（{words}）"),
    }
}
