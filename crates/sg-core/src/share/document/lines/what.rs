//! The first field of a rule: direction, action, priority, protocol and ports.

use super::format::{HEADS, PROTOCOLS};
use crate::share::document::wire::Policy;

/// What a line says, or what is wrong with it.
pub(super) type Read<T = ()> = Result<T, String>;

/// The first field of a rule, parsed.
pub(super) struct What {
    pub(super) outbound: bool,
    pub(super) policy: Policy,
    pub(super) priority: Option<u64>,
    pub(super) ip_protocol: String,
    pub(super) port_range: Option<String>,
}

pub(super) fn what(text: &str) -> Read<What> {
    let wrong = || format!("`{}` is no rule", text.escape_default());
    let mut chars = text.chars();
    let head = chars.next().ok_or_else(wrong)?;
    let outbound = HEADS.iter().position(|pair| pair.contains(&head)).ok_or_else(wrong)? == 1;
    let policy = if head.eq_ignore_ascii_case(&'a') { Policy::Accept } else { Policy::Drop };
    let rest = chars.as_str();
    let protocol = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = rest.strip_suffix(protocol).unwrap_or_default();
    let priority = if digits.is_empty() { 1 } else { number(digits)? };
    let mut chars = protocol.chars();
    let letter = chars.next().ok_or_else(wrong)?;
    let rest = chars.as_str();
    let (ip_protocol, port_range) = match PROTOCOLS.iter().find(|(own, _)| *own == letter) {
        Some((_, name @ ("TCP" | "UDP"))) => (*name, range(rest)),
        Some((_, name)) if rest.is_empty() => (*name, "-1/-1".to_owned()),
        None if letter == 'n' => (rest, "-1/-1".to_owned()),
        Some(_) | None => return Err(wrong()),
    };
    let ip_protocol = ip_protocol.to_owned();
    Ok(What {
        outbound,
        policy,
        priority: Some(priority),
        ip_protocol,
        port_range: Some(port_range),
    })
}

/// Expands `80` to `80/80`, `80-90` to `80/90` and an empty text to all ports.
pub(super) fn range(text: &str) -> String {
    match text.split_once('-') {
        _ if text.is_empty() => "1/65535".to_owned(),
        Some((first, last)) => format!("{first}/{last}"),
        None => format!("{text}/{text}"),
    }
}

pub(super) fn number(text: &str) -> Read<u64> {
    text.parse().map_err(|_| format!("`{}` is no number", text.escape_default()))
}
