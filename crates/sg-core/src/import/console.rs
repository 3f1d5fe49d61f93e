//! The words of the console's table of rules, which depend on its language: both are read.

use crate::language::Text;

/// An inbound rule.
pub(super) const INBOUND: Text = both("Inbound", "入方向");
/// An outbound rule.
pub(super) const OUTBOUND: Text = both("Outbound", "出方向");
/// A rule that allows.
pub(super) const ALLOW: Text = both("Allow", "允许");
/// A rule that denies.
pub(super) const DENY: Text = both("Deny", "拒绝");

/// The fields of a rule and the names of their columns.
const COLUMNS: [(&str, &[Text]); 20] = [
    ("Direction", &[both("Direction", "方向"), both("Rule Direction", "规则方向")]),
    (
        "Policy",
        &[
            both("Policy", "策略"),
            both("Action", "授权策略"),
            both("Authorization Policy", "授权策略"),
        ],
    ),
    ("Priority", &[both("Priority", "优先级")]),
    ("IpProtocol", &[both("Protocol", "协议"), both("Protocol Type", "协议类型")]),
    (
        "PortRange",
        &[
            both("Port", "端口范围"),
            both("Ports", "端口范围"),
            both("Destination Port Range", "目的端口范围"),
        ],
    ),
    ("SourcePortRange", &[both("Source Port Range", "源端口范围")]),
    ("AuthorizationObject", &[both("Authorization Object", "授权对象")]),
    ("SourceCidrIp", &[]),
    ("Ipv6SourceCidrIp", &[]),
    ("SourceGroupId", &[]),
    ("SourcePrefixListId", &[]),
    ("DestCidrIp", &[]),
    ("Ipv6DestCidrIp", &[]),
    ("DestGroupId", &[]),
    ("DestPrefixListId", &[]),
    ("PortRangeListId", &[]),
    (
        "SecurityGroupRuleId",
        &[both("Rule ID", "规则 ID"), both("Security Group Rule ID", "安全组规则 ID")],
    ),
    ("SourceGroupOwnerAccount", &[]),
    ("Description", &[both("Description", "描述")]),
    ("CreateTime", &[both("Creation Time", "创建时间"), both("Created At", "创建时间")]),
];

const fn both(en: &'static str, zh: &'static str) -> Text {
    Text { en, zh }
}

/// Whether a value is this word in either language.
pub(super) fn is(word: Text, value: &str) -> bool {
    value.eq_ignore_ascii_case(word.en) || value == word.zh
}

/// The field that a column name stands for, however it is spaced.
pub(super) fn field(column: &str) -> Option<&'static str> {
    let folded = |text: &str| {
        let kept = text.chars().filter(|c| c.is_alphanumeric());
        kept.flat_map(char::to_lowercase).collect::<String>()
    };
    let column = folded(column);
    let named = |(name, words): &&(&str, &[Text])| {
        let words = words.iter().flat_map(|word| [word.en, word.zh]);
        std::iter::once(*name).chain(words).any(|other| folded(other) == column)
    };
    COLUMNS.iter().find(named).map(|(name, _)| *name)
}
