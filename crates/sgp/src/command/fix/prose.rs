//! The fixes in words, with their API calls.

use sg_core::connectivity::{Fix, Fixes, Intent, Obstacle, PacketSet, Reach, Verdict};
use sg_core::explain::brief::reason;
use sg_core::explain::{edited_rules, named_rules, packets_text};
use sg_core::goal::text::COMMA;
use sg_core::history::edit_lines::{edit_lines, undo_lines};
use sg_core::language::Language;
use sg_core::model::Scenario;
use sg_core::quote::markdown;

use crate::command::proposed;
use crate::edits;
use crate::markdown_list::{Item, numbered};
use crate::text;

pub(super) fn text_lines(
    scenario: &Scenario,
    fixes: &Fixes,
    intent: Intent,
    language: Language,
) -> Vec<String> {
    let mut lines = before(scenario, fixes, intent, language);
    let reach = Reach::new(scenario);
    for (index, fix) in found(fixes).iter().enumerate() {
        if index > 0 {
            lines.push(String::new());
        }
        fix_lines(&reach, index + 1, fix, language, &mut lines);
    }
    lines.extend(after(fixes, language));
    lines
}

/// The same in Markdown.
pub(super) fn markdown_of(
    scenario: &Scenario,
    fixes: &Fixes,
    intent: Intent,
    language: Language,
) -> String {
    let paragraph = |line: &String| format!("\n{}\n", markdown::text(line));
    let mut out = format!("### {}\n", text::FIX_TITLE.get(language));
    out.extend(before(scenario, fixes, intent, language).iter().map(paragraph));
    let reach = Reach::new(scenario);
    let items: Vec<Item> = found(fixes).iter().map(|fix| item(&reach, fix, language)).collect();
    if !items.is_empty() {
        out.push_str(&format!("\n{}", numbered(&items)));
    }
    out.extend(after(fixes, language).iter().map(paragraph));
    out
}

/// The fixes to show: none where there is nothing to fix.
fn found(fixes: &Fixes) -> &[Fix] {
    if fixes.holds || fixes.rest_holds { &[] } else { &fixes.fixes }
}

fn item(reach: &Reach, fix: &Fix, language: Language) -> Item {
    let scenario = reach.scenario();
    let (edits, _) = edit_lines(scenario, &fix.edits, language);
    let edits: Vec<String> = edits.iter().map(|edit| markdown::code(edit)).collect();
    let named = named_rules(scenario, &edited_rules(&fix.edits), None);
    let named = named.iter().map(|named| Item::new(named.markdown(scenario, language)));
    let said = |line: String| Item::new(markdown::text(&line));
    let below = edits::items(scenario, &fix.edits, language).into_iter();
    let below = below.chain(tie(fix, language).map(said)).chain(named);
    let below = below.chain(notes(fix, language).into_iter().map(said));
    Item::new(edits.join(", ")).over(below.chain(proposed::items(reach, &fix.edits, language)))
}

/// What is said before the fixes: what no edit can change, and whether the rest holds already.
fn before(scenario: &Scenario, fixes: &Fixes, intent: Intent, language: Language) -> Vec<String> {
    if fixes.holds {
        return vec![text::FIX_HOLDS.get(language).to_owned()];
    }
    let partial = fixes.rest_holds || fixes.depth > 0;
    let obstacles = fixes.obstacles.iter();
    let mut lines: Vec<String> =
        obstacles.map(|found| obstacle(scenario, found, intent, partial, language)).collect();
    if fixes.rest_holds {
        lines.push(text::FIX_REST_HOLDS.get(language).to_owned());
    }
    lines
}

/// What is said after the fixes: that there is none, or may be more.
fn after(fixes: &Fixes, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    if fixes.holds || fixes.rest_holds {
        return lines;
    }
    let (depth, tried) = (fixes.depth.to_string(), fixes.tried.to_string());
    let values = [("depth", depth.as_str()), ("tried", tried.as_str())];
    if fixes.fixes.is_empty() && fixes.depth > 0 {
        lines.push(text::FIX_NONE.fill(language, &values));
    }
    if fixes.more > 0 {
        lines.push(text::FIX_MORE.fill(language, &[("count", &fixes.more.to_string())]));
    }
    if !fixes.complete {
        lines.push(text::FIX_INCOMPLETE.fill(language, &values));
    }
    lines
}

fn obstacle(
    scenario: &Scenario,
    obstacle: &Obstacle,
    intent: Intent,
    partial: bool,
    language: Language,
) -> String {
    let verdict = match intent {
        Intent::Allow => Verdict::Blocked,
        Intent::Block => Verdict::Pass,
    };
    let why = reason(scenario, &obstacle.decider, verdict, language);
    if !partial {
        return text::FIX_OBSTACLE.fill(language, &[("reason", &why)]);
    }
    let packets = packet_names(&obstacle.packets, language);
    text::FIX_UNFIXABLE.fill(language, &[("packets", packets.as_str()), ("reason", &why)])
}

fn fix_lines(reach: &Reach, number: usize, fix: &Fix, language: Language, all: &mut Vec<String>) {
    let scenario = reach.scenario();
    let (edits, commands) = edit_lines(scenario, &fix.edits, language);
    for (index, edit) in edits.iter().enumerate() {
        let mark = if index == 0 { format!("{number}.") } else { "  ".to_owned() };
        all.push(format!("{mark} {edit}"));
    }
    all.extend(commands.iter().map(|command| format!("     {command}")));
    let undo = undo_lines(scenario, &fix.edits, language);
    all.extend(undo.iter().map(|line| format!("     {line}")));
    all.extend(tie(fix, language).map(|line| format!("     {line}")));
    let named = named_rules(scenario, &edited_rules(&fix.edits), None);
    all.extend(named.iter().map(|named| format!("     {}", named.line(scenario, language))));
    all.extend(notes(fix, language).iter().map(|line| format!("     {line}")));
    let does = proposed::lines(reach, &fix.edits, language);
    all.extend(does.iter().map(|line| format!("     {line}")));
}

/// The tie that a fix resolves.
fn tie(fix: &Fix, language: Language) -> Option<String> {
    let tie = fix.tie.as_ref()?;
    let values = [("allow", tie.allow.as_str()), ("deny", tie.deny.as_str())];
    Some(text::FIX_TIE.fill(language, &values))
}

/// How much of the effects is known, and whether the outcome is.
fn notes(fix: &Fix, language: Language) -> Vec<String> {
    let mut notes = Vec::new();
    if fix.uncompared > 0 {
        let count = fix.uncompared.to_string();
        notes.push(text::FIX_UNCOMPARED.fill(language, &[("count", &count)]));
    } else if fix.effects.is_empty() {
        notes.push(text::FIX_CLEAN.get(language).to_owned());
    }
    if fix.contested {
        notes.push(text::FIX_CONTESTED.get(language).to_owned());
    }
    notes
}

fn packet_names(sets: &[PacketSet], language: Language) -> String {
    let names: Vec<String> = sets.iter().map(|set| packets_text(set, language)).collect();
    names.join(COMMA.get(language))
}
