//! The fewest rules in words, with their API calls.

use sg_core::connectivity::{End, Endpoint, Flow, Reach};
use sg_core::explain::brief::packet_text;
use sg_core::explain::end_label;
use sg_core::history::edit_lines::{edit_lines, undo_lines};
use sg_core::language::{Language, Text};
use sg_core::least_rules::{LeastRules, Unmet};

use crate::command::proposed;
use crate::goals::Goal;
use crate::text;

pub(super) fn text_lines(
    reach: &Reach,
    goals: &[Goal],
    found: &Result<LeastRules, Unmet>,
    anew: bool,
    language: Language,
) -> Vec<String> {
    match found {
        Ok(found) => found_lines(reach, found, anew, language),
        Err(unmet) => unmet_lines(reach, goals, unmet, language),
    }
}

fn found_lines(reach: &Reach, found: &LeastRules, anew: bool, language: Language) -> Vec<String> {
    let scenario = reach.scenario();
    let (count, tried) = (found.edits.len().to_string(), found.tried.to_string());
    let values = [("count", count.as_str()), ("tried", tried.as_str())];
    let head = match found.edits.len() {
        0 => return vec![text::RULES_HOLD.get(language).to_owned()],
        _ if anew => text::RULES_ANEW,
        1 => text::RULES_ONE,
        _ if found.least => text::RULES_LEAST,
        _ => text::RULES_FOUND,
    };
    let mut all = vec![head.fill(language, &values)];
    let (edits, commands) = edit_lines(scenario, &found.edits, language);
    all.extend(edits.iter().map(|edit| format!("  {edit}")));
    all.push(String::new());
    all.extend(commands);
    all.push(String::new());
    all.extend(undo_lines(scenario, &found.edits, language));
    let does = proposed::lines(reach, &found.edits, language);
    if !does.is_empty() {
        all.push(String::new());
        all.extend(does);
    }
    if found.others > 0 {
        let others = found.others.to_string();
        all.push(String::new());
        all.push(text::RULES_OTHERS.fill(language, &[("count", &others)]));
    }
    all
}

fn unmet_lines(reach: &Reach, goals: &[Goal], unmet: &Unmet, language: Language) -> Vec<String> {
    let title = |at: usize| goals.get(at).map(|goal| goal.title(language)).unwrap_or_default();
    match unmet {
        Unmet::Impossible { goal, wrong } => {
            let sentence = goals.get(*goal);
            let sentence = sentence
                .map(|own| wrong.sentence(&own.traffic, reach.scenario(), language))
                .unwrap_or_default();
            let values = [("goal", title(*goal)), ("sentence", sentence)];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            vec![text::RULES_IMPOSSIBLE.fill(language, &values)]
        }
        Unmet::Contradiction { passes, blocked, flow } => {
            let Flow { source, destination, packet } = flow;
            let label = |end: &Endpoint| match end.interface() {
                Some(id) => end_label(reach.scenario(), &End::Interface(id.clone()), language),
                None => end.address().to_string(),
            };
            let values = [
                ("packet", packet_text(*packet, language)),
                ("source", label(source)),
                ("destination", label(destination)),
            ];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            let line = |frame: Text, at| {
                format!("  {}", frame.fill(language, &[("goal", title(at).as_str())]))
            };
            vec![
                text::RULES_CONTRADICTION.fill(language, &values),
                line(text::RULES_PASSES, *passes),
                line(text::RULES_BLOCKED, *blocked),
            ]
        }
        Unmet::NotFound { tried } => {
            vec![text::RULES_NOT_FOUND.fill(language, &[("tried", &tried.to_string())])]
        }
    }
}
