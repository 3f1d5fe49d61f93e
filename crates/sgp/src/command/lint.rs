//! `sgp lint`: problems in a scenario, each with evidence and fixes.

use serde::Serialize;
use serde_json::Value;

use sg_core::connectivity::{End, Finding, Place, Reach, Severity, lint};
use sg_core::explain::{by_role, end_label, findings_since, named_rules};
use sg_core::goal::text::COMMA;
use sg_core::history::edit_lines::{EditsJson, edit_lines, undo_lines};
use sg_core::language::Language;
use sg_core::model::{NetworkInterfaceId, Scenario, Timestamp};
use sg_core::quote::hidden::visible;

use super::proposed::{self, ProposedJson};
use crate::args::{Choice, Format, InLanguage, PassedOn};
use crate::exit_code::{SUCCESS, UNMET};
use crate::failure::Failure;
use crate::print::print_json;
use crate::streams::Streams;
use crate::{input, since, text};

mod report;
mod words;

use words::{nothing, severity_text};

/// What is odd about a scenario, with evidence and fixes
///
/// Lists rules that never decide, that are shadowed or redundant (judged on all packets, not on
/// their fields), rules that name addresses no packet has or a prefix list without entries,
/// sensitive ports open to the Internet, a Drop made pointless by Accept, rules that lose because
/// of their priority, own public addresses where packets carry private ones, groups that isolate
/// their members, instances whose groups differ from those of similarly named ones, quotas exceeded
/// or nearly used, each with a stable name, its evidence, everything it affects and edits that end
/// it. Where no member of a group is known, its rules are judged for any member it may have.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(super) struct Args {
    /// The scenario document
    scenario: String,
    /// Exit code 1 when a finding is at least this severe
    #[arg(long, value_name = "SEVERITY", value_parser = SEVERITY)]
    deny: Option<Severity>,
    /// Only findings that name a rule created since then, the newest rule first: 20:00,
    /// 2026-11-29T20:00+08:00 (UTC without an offset)
    #[arg(long, value_name = "TIME")]
    since: Option<String>,
    #[command(flatten)]
    shown: PassedOn,
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
  sgp lint after.json
  sgp lint after.json --since 20:00+08:00";

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
    /// The interfaces that it is about, all of them.
    affected: Vec<AffectedJson>,
    /// The same by role, as people speak of them.
    roles: Vec<String>,
    /// What is on record of the rules that it names, the newest first.
    rules: Vec<Value>,
    /// Each of these fixes the finding by itself.
    fixes: Vec<FixJson>,
}

#[derive(Serialize)]
struct FixJson {
    #[serde(flatten)]
    edits: EditsJson,
    /// What it changes, by role.
    #[serde(flatten)]
    proposed: Option<ProposedJson>,
}

#[derive(Serialize)]
struct AffectedJson {
    interface: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    instance: Option<String>,
    name: String,
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
    let PassedOn { format, language: InLanguage { language } } = args.shown;
    let now = (streams.process.env)().now;
    let since = args.since.as_deref().map(|text| since::parse(text, now));
    let since = since.transpose().map_err(Failure::Usage)?;
    let scenario = input::scenario(&args.scenario)?;
    let findings = findings_since(&scenario, lint(&scenario), since);
    match format {
        Format::Json => {
            let reach = Reach::new(&scenario);
            let finding = |finding| finding_json(&reach, finding, language);
            let findings = findings.iter().map(finding).collect();
            print_json(streams.output, &LintJson { findings })?;
        }
        Format::Markdown => {
            write!(
                streams.output,
                "{}",
                report::markdown_of(&scenario, &findings, since, language)
            )?;
        }
        Format::Text | Format::Csv => {
            for line in text_lines(&scenario, &findings, since, language) {
                writeln!(streams.output, "{}", visible(&line))?;
            }
        }
    }
    // More severe findings have a smaller severity value.
    let refused =
        |finding: &Finding| args.deny.is_some_and(|denied| finding.id.severity() <= denied);
    Ok(if findings.iter().any(refused) { UNMET } else { SUCCESS })
}

fn text_lines(
    scenario: &Scenario,
    findings: &[Finding],
    since: Option<Timestamp>,
    language: Language,
) -> Vec<String> {
    if findings.is_empty() {
        return vec![nothing(since, language)];
    }
    let reach = Reach::new(scenario);
    findings.iter().flat_map(|finding| finding_lines(&reach, finding, language)).collect()
}

fn finding_lines(reach: &Reach, finding: &Finding, language: Language) -> Vec<String> {
    let scenario = reach.scenario();
    let severity = severity_text(finding.id.severity()).get(language);
    let mut all = vec![format!("{severity}  {}", finding.id)];
    all.push(format!("    {}", finding.sentence(scenario, language)));
    let roles = by_role(scenario, &finding.affected, language);
    if !roles.is_empty() {
        let roles = roles.join(COMMA.get(language));
        all.push(format!("    {}", text::LINT_AFFECTED.fill(language, &[("roles", &roles)])));
    }
    let named = named_rules(scenario, &finding.rules(scenario), None);
    all.extend(named.iter().map(|named| format!("    {}", named.line(scenario, language))));
    for fix in &finding.fixes {
        let (edits, commands) = edit_lines(scenario, fix, language);
        for edit in edits {
            all.push(format!("    {}", text::LINT_FIX.fill(language, &[("edit", &edit)])));
        }
        all.extend(commands.iter().map(|command| format!("      {command}")));
        let undo = undo_lines(scenario, fix, language);
        let does = proposed::lines(reach, fix, language);
        all.extend(undo.iter().chain(&does).map(|line| format!("      {line}")));
    }
    all
}

fn finding_json(reach: &Reach, finding: &Finding, language: Language) -> FindingJson {
    let scenario = reach.scenario();
    let fixes = finding.fixes.iter();
    FindingJson {
        id: finding.id.as_str(),
        severity: severity_text(finding.id.severity()).get(Language::En),
        place: place_json(&finding.place),
        title: finding.id.title().get(language),
        sentence: finding.sentence(scenario, language),
        affected: finding.affected.iter().map(|id| affected_json(scenario, id)).collect(),
        roles: by_role(scenario, &finding.affected, language),
        rules: named_rules(scenario, &finding.rules(scenario), None)
            .iter()
            .map(|named| named.json(scenario, language))
            .collect(),
        fixes: fixes
            .map(|fix| FixJson {
                edits: EditsJson::new(scenario, fix),
                proposed: proposed::json(reach, fix),
            })
            .collect(),
    }
}

fn affected_json(scenario: &Scenario, id: &NetworkInterfaceId) -> AffectedJson {
    AffectedJson {
        interface: id.to_string(),
        instance: scenario.instance_of(id).map(|instance| instance.id.to_string()),
        name: end_label(scenario, &End::Interface(id.clone()), Language::En),
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
