//! `sgp lint`: what is odd about a scenario, each with its evidence and its fixes.

use serde::Serialize;

use sg_core::connectivity::{Finding, Place, Severity, lint};
use sg_core::language::{Language, Text};
use sg_core::model::Scenario;
use sg_core::quote::hidden::visible;

use crate::args::{Choice, Format, InLanguage, Shown};
use crate::edits::{EditsJson, lines};
use crate::exit_code::{SUCCESS, UNMET};
use crate::failure::Failure;
use crate::print::print_json;
use crate::streams::Streams;
use crate::{input, text};

/// What is odd about a scenario, with evidence and fixes
///
/// Lists rules that never decide, that are shadowed or redundant (judged on all packets, not on
/// their fields), sensitive ports open to the Internet, a Drop made pointless by Accept, quotas
/// nearly used, each with a stable name, its evidence and edits that end it.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(super) struct Args {
    /// The scenario document
    scenario: String,
    /// Exit code 1 when a finding is at least this severe
    #[arg(long, value_name = "SEVERITY", value_parser = SEVERITY)]
    deny: Option<Severity>,
    #[command(flatten)]
    shown: Shown,
}

const SEVERITY: Choice<Severity> = Choice {
    words: &["risk", "warning", "notice"],
    refusal: "is no severity: risk, warning or notice",
    parse: |text| match text {
        "risk" => Some(Severity::Risk),
        "warning" => Some(Severity::Warning),
        "notice" => Some(Severity::Notice),
        _ => None,
    },
};

const EXAMPLE: &str = "\
Example:
  sgp lint after.json";

#[derive(Serialize)]
struct LintJson {
    findings: Vec<FindingJson>,
}

#[derive(Serialize)]
struct FindingJson {
    id: &'static str,
    severity: &'static str,
    place: PlaceJson,
    title: &'static str,
    sentence: String,
    /// Each ends the finding by itself.
    fixes: Vec<EditsJson>,
}

#[derive(Default, Serialize)]
struct PlaceJson {
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    interface: Option<String>,
}

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let Shown { format, language: InLanguage { language } } = args.shown;
    let scenario = input::scenario(&args.scenario)?;
    let findings = lint(&scenario);
    if format == Format::Json {
        let finding = |finding| finding_json(&scenario, finding, language);
        print_json(streams.output, &LintJson { findings: findings.iter().map(finding).collect() })?;
    } else {
        for line in text_lines(&scenario, &findings, language) {
            writeln!(streams.output, "{}", visible(&line))?;
        }
    }
    // The graver a finding, the smaller its severity in order.
    let refused =
        |finding: &Finding| args.deny.is_some_and(|denied| finding.id.severity() <= denied);
    Ok(if findings.iter().any(refused) { UNMET } else { SUCCESS })
}

fn text_lines(scenario: &Scenario, findings: &[Finding], language: Language) -> Vec<String> {
    if findings.is_empty() {
        return vec![text::LINT_NOTHING.get(language).to_owned()];
    }
    let mut all = Vec::new();
    for finding in findings {
        let severity = severity_text(finding.id.severity()).get(language);
        all.push(format!("{severity}  {}", finding.id));
        all.push(format!("    {}", finding.sentence(scenario, language)));
        for fix in &finding.fixes {
            let (edits, commands) = lines(scenario, std::slice::from_ref(fix));
            for edit in edits {
                all.push(format!("    {}", text::LINT_FIX.fill(language, &[("edit", &edit)])));
            }
            all.extend(commands.iter().map(|command| format!("      {command}")));
        }
    }
    all
}

const fn severity_text(severity: Severity) -> Text {
    match severity {
        Severity::Risk => text::LINT_RISK,
        Severity::Warning => text::LINT_WARNING,
        Severity::Notice => text::LINT_NOTICE,
    }
}

fn finding_json(scenario: &Scenario, finding: &Finding, language: Language) -> FindingJson {
    let fixes = finding.fixes.iter();
    FindingJson {
        id: finding.id.as_str(),
        severity: severity_text(finding.id.severity()).get(Language::En),
        place: place_json(&finding.place),
        title: finding.id.title().get(language),
        sentence: finding.sentence(scenario, language),
        fixes: fixes.map(|fix| EditsJson::new(scenario, std::slice::from_ref(fix))).collect(),
    }
}

fn place_json(place: &Place) -> PlaceJson {
    let none = PlaceJson::default();
    match place {
        Place::Scenario => none,
        Place::Group(group) => PlaceJson { group: Some(group.to_string()), ..none },
        Place::Rule { group, rule } => {
            PlaceJson { group: Some(group.to_string()), rule: Some(rule.to_string()), ..none }
        }
        Place::Interface(id) => PlaceJson { interface: Some(id.to_string()), ..none },
    }
}
