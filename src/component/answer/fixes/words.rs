//! Fixes and their costs in words.

use crate::hooks::Session;
use crate::text::{connectivity, fix as text};
use sg_core::connectivity::{Effect, Fix};
use sg_core::explain::end_label;
use sg_core::language::Text;
use sg_core::model::Scenario;

/// The side effects of a fix.
pub(crate) fn effects(session: &Session, scenario: &Scenario, fix: &Fix) -> String {
    if fix.uncompared > 0 {
        return session.fill(text::UNCOMPARED, &[("count", &fix.uncompared.to_string())]);
    }
    let said = |text: Text, chosen: fn(&Effect) -> bool| {
        let effects: Vec<&Effect> = fix.effects.iter().filter(|effect| chosen(effect)).collect();
        let pairs = match effects.as_slice() {
            [] => return None,
            [one] => {
                let label = |end| end_label(scenario, end, session.language);
                format!("{} → {}", label(&one.from), label(&one.to))
            }
            many => session.fill(text::PAIRS, &[("count", &many.len().to_string())]),
        };
        Some(session.fill(text, &[("pairs", &pairs)]))
    };
    let opens = said(text::OPENS_TOO, |effect| !effect.opens.is_empty());
    let closes = said(text::CLOSES_TOO, |effect| !effect.closes.is_empty());
    let both: Vec<String> = opens.into_iter().chain(closes).collect();
    match both.is_empty() {
        true => session.say(text::NOTHING_ELSE).to_owned(),
        false => both.join(session.say(connectivity::KIND_SEPARATOR)),
    }
}
