//! The names that this project gives to outside blocks, in both languages.

use crate::language::Language;

crate::catalogue! {
    /// The name of every public address in our scenarios and after an import.
    INTERNET = "internet", "公网";
    /// The same over IPv6.
    INTERNET_IPV6 = "internet-ipv6", "公网（IPv6）";
    /// A name in the examples and lessons.
    OFFICE = "office", "办公网";
    /// A name in the examples.
    PARTNER = "partner", "合作方";
    /// A name in the examples.
    STRANGER = "stranger", "陌生地址";
    /// A name in the examples.
    NEIGHBOUR = "neighbour", "相邻地址";
    /// A name in the examples.
    BALANCER = "balancer", "负载均衡";
    /// A name in the examples.
    METADATA = "metadata", "元数据服务";
    /// A name in the examples.
    IPV6 = "ipv6", "IPv6 地址";
}

/// The name of an outside block for people. Names that this project gives are in the reader's
/// language; documents, links and the command line's arguments keep the name itself, which is the
/// English one.
pub fn outside_label(name: &str, language: Language) -> &str {
    let own = ALL.iter().find(|(_, text)| text.en == name);
    own.map_or(name, |(_, text)| text.get(language))
}
