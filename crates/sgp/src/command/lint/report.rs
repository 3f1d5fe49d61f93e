//! The findings in Markdown, for a ticket or a chat.

use sg_core::connectivity::{Edit, Finding, Reach};
use sg_core::explain::{by_role, named_rules};
use sg_core::goal::text::COMMA;
use sg_core::history::edit_lines::edit_lines;
use sg_core::language::Language;
use sg_core::model::{Scenario, Timestamp};
use sg_core::quote::markdown;

use super::words::{nothing, severity_text};
use crate::command::proposed;
use crate::edits;
use crate::markdown_list::{Item, bullets};
use crate::text;

pub(super) fn markdown_of(
    scenario: &Scenario,
    findings: &[Finding],
    since: Option<Timestamp>,
    language: Language,
) -> String {
    let count = findings.len().to_string();
    let title = text::LINT_TITLE.fill(language, &[("count", &count)]);
    if findings.is_empty() {
        return format!("### {title}\n\n{}\n", markdown::text(&nothing(since, language)));
    }
    let reach = Reach::new(scenario);
    let items: Vec<Item> = findings.iter().map(|own| item(&reach, own, language)).collect();
    format!("### {title}\n\n{}", bullets(&items))
}

fn item(reach: &Reach, finding: &Finding, language: Language) -> Item {
    let scenario = reach.scenario();
    let severity = severity_text(finding.id.severity()).get(language);
    let (id, sentence) = (finding.id.as_str(), finding.sentence(scenario, language));
    let line = format!("**{severity}** {}: {}", markdown::code(id), markdown::text(&sentence));
    let roles = by_role(scenario, &finding.affected, language).join(COMMA.get(language));
    let affected = (!roles.is_empty()).then(|| {
        let said = text::LINT_AFFECTED.fill(language, &[("roles", &roles)]);
        Item::new(markdown::text(&said))
    });
    let named = named_rules(scenario, &finding.rules(scenario), None);
    let named = named.iter().map(|named| Item::new(named.markdown(scenario, language)));
    let fixes = finding.fixes.iter().map(|fix| cure(reach, fix, language));
    Item::new(line).over(affected.into_iter().chain(named).chain(fixes))
}

fn cure(reach: &Reach, edits: &[Edit], language: Language) -> Item {
    let scenario = reach.scenario();
    let (said, _) = edit_lines(scenario, edits, language);
    let said = said.join(COMMA.get(language));
    let line = text::LINT_FIX.fill(language, &[("edit", &said)]);
    let below = edits::items(scenario, edits, language);
    Item::new(markdown::text(&line))
        .over(below.into_iter().chain(proposed::items(reach, edits, language)))
}
