//! What is not known and could change a verdict, in words.

use crate::connectivity::UnreadPart;
use crate::language::Language;
use crate::model::{Peer, Scenario, UnreadRule};

use super::words::Words;
use super::{Part, plain, unknown_text};

/// The sentence about a part of a scenario that is not known and could decide.
pub fn unread_sentence(scenario: &Scenario, part: &UnreadPart, language: Language) -> String {
    plain(&unread(&Words { scenario, language, labels: &[] }, part))
}

/// The sentence about a part that is not known.
pub(super) fn unread(words: &Words<'_>, part: &UnreadPart) -> Vec<Part> {
    match part {
        UnreadPart::Peer { group, rule, peer } => {
            let found = words.scenario.group(group);
            let found = found.and_then(|own| own.rules.iter().find(|known| known.id == *rule));
            let rule = found.map(|rule| words.rule(group, rule)).into_iter().collect();
            let (frame, peer) = match peer {
                Peer::Group(id) => (unknown_text::UNREAD_MEMBERS, words.group(id)),
                Peer::PrefixList(_) | Peer::Cidr(_) => {
                    (unknown_text::UNREAD_ENTRIES, Part::Code(peer.to_string()))
                }
            };
            let group = vec![words.group(group)];
            words.say(frame, &[("group", group), ("peer", vec![peer]), ("rule", rule)])
        }
        UnreadPart::Rule { group, place, value } => {
            let found = words.scenario.group(group).into_iter().flat_map(|own| &own.unread.rules);
            let rule = found.into_iter().find(|own| own.place == *place && own.value == *value);
            let bare = || UnreadRule {
                place: place.clone(),
                value: value.clone(),
                ..UnreadRule::default()
            };
            let rule = rule.map_or_else(bare, |rule| UnreadRule::clone(rule));
            let rule_said = rule.in_words(words.scenario, words.language);
            let group = ("group", vec![words.group(group)]);
            let said = ("rule", vec![Part::Words(rule_said)]);
            let origin = rule.origin();
            if origin.is_empty() {
                return words.say(unknown_text::UNREAD_RULE_SOMEWHERE, &[group, said]);
            }
            let origin = ("where", vec![Part::Code(origin)]);
            words.say(unknown_text::UNREAD_RULE, &[group, said, origin])
        }
        UnreadPart::MoreRules { group } => {
            words.say(unknown_text::UNREAD_MORE_RULES, &[("group", vec![words.group(group)])])
        }
        UnreadPart::Policy { group } => {
            words.say(unknown_text::UNREAD_POLICY, &[("group", vec![words.group(group)])])
        }
    }
}
