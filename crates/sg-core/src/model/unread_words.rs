//! A rule that is known in part, in the words of the rules that are known.

use super::rule_words::{ALLOW, DENY, INBOUND, OUTBOUND};
use super::{Direction, RulePolicy, Scenario, UnreadRule};
use crate::language::Language;

crate::catalogue! {
    /// A rule whose direction is not known.
    EITHER_WAY = "inbound or outbound {action} {traffic}, peer {peer} (priority {priority})", "入方向或出方向｜{action}｜{traffic}｜授权对象 {peer}｜优先级 {priority}";
    /// A rule whose action is not known.
    EITHER_ACTION = "Allow or Deny", "允许或拒绝";
    /// Protocol and ports that are not known.
    UNKNOWN_TRAFFIC = "unknown traffic", "协议和端口未知";
    /// A remote end that is not known.
    UNKNOWN_PEER = "unknown addresses", "未知";
    /// A priority that is not known.
    UNKNOWN_PRIORITY = "unknown", "未知";
}

impl UnreadRule {
    /// The rule on one line, as [`Rule::in_words`](super::Rule::in_words) puts it; of what is not
    /// known, it says so.
    pub fn in_words(&self, scenario: &Scenario, language: Language) -> String {
        let frame = match self.direction {
            Some(Direction::Ingress) => INBOUND,
            Some(Direction::Egress) => OUTBOUND,
            None => EITHER_WAY,
        };
        let action = match self.policy {
            Some(RulePolicy::Accept) => ALLOW,
            Some(RulePolicy::Drop) => DENY,
            None => EITHER_ACTION,
        };
        let unknown = |text: crate::language::Text| text.get(language).to_owned();
        let traffic = self.protocol.map(|protocol| protocol.in_words(language));
        let peer = self.peer.as_ref().map(|peer| peer.label(scenario));
        let priority = self.priority.map(|priority| priority.to_string());
        let values = [
            ("action", action.get(language)),
            ("traffic", &*traffic.unwrap_or_else(|| unknown(UNKNOWN_TRAFFIC))),
            ("peer", &*peer.unwrap_or_else(|| unknown(UNKNOWN_PEER))),
            ("priority", &*priority.unwrap_or_else(|| unknown(UNKNOWN_PRIORITY))),
        ];
        frame.fill(language, &values)
    }

    /// Where it was found and what could not be read there, as far as either is on record.
    pub fn origin(&self) -> String {
        let parts = [self.place.as_str(), self.value.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}
