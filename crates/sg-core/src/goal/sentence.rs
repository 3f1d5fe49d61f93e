//! Goals as sentences: `app-* can reach db-*: tcp/5432`, in English and in Chinese.

use super::selector::items;
use super::traffic::{Expect, Traffic, WrittenTraffic};

/// What stands between the ends, and what it expects. Of several that begin at the same place the
/// longest counts.
const VERBS: [(&str, Expect); 20] = [
    (" can reach ", Expect::Pass),
    (" must reach ", Expect::Pass),
    (" should reach ", Expect::Pass),
    (" reaches ", Expect::Pass),
    (" reach ", Expect::Pass),
    (" cannot reach ", Expect::Blocked),
    (" can not reach ", Expect::Blocked),
    (" can't reach ", Expect::Blocked),
    (" must not reach ", Expect::Blocked),
    (" should not reach ", Expect::Blocked),
    (" does not reach ", Expect::Blocked),
    (" do not reach ", Expect::Blocked),
    (" never reaches ", Expect::Blocked),
    ("可以访问", Expect::Pass),
    ("可访问", Expect::Pass),
    ("能访问", Expect::Pass),
    ("不可以访问", Expect::Blocked),
    ("不可访问", Expect::Blocked),
    ("不能访问", Expect::Blocked),
    ("无法访问", Expect::Blocked),
];

/// What stands before the packets; true if nothing else may pass.
const BEFORE_PACKETS: [(&str, bool); 8] = [
    (" only by ", true),
    (" only on ", true),
    (" only over ", true),
    (" by ", false),
    (" on ", false),
    (" over ", false),
    (": ", false),
    ("：", false),
];

/// What may stand at the end.
const NOTHING_ELSE: &str = " and nothing else";

/// What stands for all packets.
const ALL: [&str; 6] =
    ["all packets", "all traffic", "everything", "all", "全部数据包", "全部流量"];

impl Traffic {
    /// Parses a goal that is a sentence: ends as [`Directory::select`](super::Directory::select)
    /// reads them, and packets, which are all packets if none are named. The
    /// [name](Self::name) of a goal is such a sentence.
    ///
    /// # Errors
    /// A message that says what is wrong with it, or lists the forms.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim().trim_end_matches(['.', '。']);
        let none = || {
            format!(
                "`{text}` is no goal: write `app-* can reach db-*: tcp/5432`, `everyone except app-* \
                 cannot reach db-*` or `app-* can reach db-* only by tcp/5432`"
            )
        };
        let parts = chinese_only(text).or_else(|| split(text)).ok_or_else(none)?;
        let Parts { from, to, packets, expect, only } = parts;
        if from.is_empty() || to.is_empty() {
            return Err(none());
        }
        let expect = match (expect, only) {
            (Expect::Pass, true) => Expect::PassOnly,
            (Expect::Blocked, true) => {
                return Err(format!("`{text}` says at once that nothing passes and what may pass"));
            }
            (expect, _) => expect,
        };
        let packets = packets.map(|packets| items(packets).map(packet).collect::<Vec<_>>());
        if expect == Expect::PassOnly && packets.is_none() {
            return Err(format!("`{text}` does not say which packets may pass"));
        }
        let written =
            WrittenTraffic { from, to, packets: packets.as_deref(), source_ports: None, expect };
        Self::read(&written).map_err(|(_, sentence)| sentence)
    }
}

/// The parts of a sentence.
#[derive(Debug, Clone, Copy)]
struct Parts<'a> {
    from: &'a str,
    to: &'a str,
    packets: Option<&'a str>,
    expect: Expect,
    only: bool,
}

/// `A 只能以 P 访问 B`.
fn chinese_only(text: &str) -> Option<Parts<'_>> {
    let (from, rest) = text.split_once("只能以").or_else(|| text.split_once("只能通过"))?;
    let (packets, to) = rest.split_once("访问")?;
    let (from, to, packets) = (from.trim(), to.trim(), Some(packets.trim()));
    Some(Parts { from, to, packets, expect: Expect::Pass, only: true })
}

fn split(text: &str) -> Option<Parts<'_>> {
    let (text, nothing_else) = match text.strip_suffix(NOTHING_ELSE) {
        Some(text) => (text, true),
        None => (text, false),
    };
    let (from, expect, rest) = cut(text, &VERBS)?;
    let (to, packets, only) = match cut(rest, &BEFORE_PACKETS) {
        Some((to, only, packets)) => (to, Some(packets.trim()), only),
        None => (rest, None, false),
    };
    let (from, to) = (from.trim(), to.trim());
    Some(Parts { from, to, packets, expect, only: only || nothing_else })
}

/// Cuts a text at the first of some words, which of several at one place is the longest.
fn cut<'a, T: Copy>(text: &'a str, words: &[(&str, T)]) -> Option<(&'a str, T, &'a str)> {
    let lower = text.to_ascii_lowercase();
    let found = words.iter().filter_map(|(word, meaning)| {
        let at = lower.find(word)?;
        Some((at, word.len(), *meaning))
    });
    let (at, length, meaning) = found.min_by_key(|(at, length, _)| (*at, usize::MAX - *length))?;
    let (before, rest) = text.split_at_checked(at)?;
    let (_, behind) = rest.split_at_checked(length)?;
    Some((before, meaning, behind))
}

/// One item of the packets as [`packets::parse`](super::packets::parse) reads it: `TCP port 443`
/// and `TCP 443` are `tcp/443`.
fn packet(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    if ALL.contains(&lower.as_str()) {
        return "all".to_owned();
    }
    let words: Vec<&str> = lower.split_whitespace().collect();
    match words.as_slice() {
        [protocol, "port" | "ports" | "端口", ports] | [protocol, ports] => {
            format!("{protocol}/{ports}")
        }
        _ => lower,
    }
}

#[cfg(test)]
mod tests {
    use super::super::packets::{Asked, parse};
    use super::{Expect, Traffic};
    use crate::connectivity::PacketSet;
    use crate::language::Language;

    fn sets(texts: &[&str]) -> Option<Vec<PacketSet>> {
        let sets = texts.iter().map(|text| match parse(text).unwrap() {
            Asked::Set(set) => set,
            Asked::All => panic!("{text} is everything"),
        });
        (!texts.is_empty()).then(|| sets.collect())
    }

    #[test]
    fn goals_are_read_as_people_say_them() {
        for (text, from, to, packets, expect) in [
            ("app-* can reach db-*: tcp/5432", "app-*", "db-*", &["tcp/5432"][..], Expect::Pass),
            ("web reaches db on TCP port 5432.", "web", "db", &["tcp/5432"], Expect::Pass),
            (
                "web can reach db by tcp/1-9, udp 53 and ICMP",
                "web",
                "db",
                &["tcp/1-9", "udp/53", "icmp"],
                Expect::Pass,
            ),
            ("web can reach db only by tcp/5432", "web", "db", &["tcp/5432"], Expect::PassOnly),
            (
                "web reaches db on tcp/5432 and nothing else",
                "web",
                "db",
                &["tcp/5432"],
                Expect::PassOnly,
            ),
            (
                "everyone except tag:env=prod cannot reach db",
                "everyone except tag:env=prod",
                "db",
                &[],
                Expect::Blocked,
            ),
            (
                "Internet CANNOT REACH 2001:db8::1: all packets",
                "Internet",
                "2001:db8::1",
                &[],
                Expect::Blocked,
            ),
            ("a and b must not reach c, d", "a and b", "c, d", &[], Expect::Blocked),
            ("app-* 可访问 db-*：tcp/5432", "app-*", "db-*", &["tcp/5432"], Expect::Pass),
            ("app-* 不可访问 db-*", "app-*", "db-*", &[], Expect::Blocked),
            (
                "除 app-* 外的所有人不能访问 db：TCP 5432。",
                "除 app-* 外的所有人",
                "db",
                &["tcp/5432"],
                Expect::Blocked,
            ),
            (
                "web 只能以 TCP 5432、ICMP 访问 db",
                "web",
                "db",
                &["tcp/5432", "icmp"],
                Expect::PassOnly,
            ),
        ] {
            let read = Traffic::parse(text).unwrap();
            assert_eq!(
                (read.from.as_str(), read.to.as_str(), read.expect),
                (from, to, expect),
                "{text}"
            );
            assert_eq!(read.packets, sets(packets), "{text}");
        }
        for text in [
            "",
            "web to db",
            "web can reach ",
            "reaches db",
            "web can reach db: http",
            "web can reach db and nothing else",
            "web cannot reach db only by tcp/22",
        ] {
            assert!(Traffic::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_name_of_a_goal_can_be_read_again() {
        for expect in [Expect::Pass, Expect::Blocked, Expect::PassOnly] {
            for packets in [&["tcp/443", "udp/53-54", "icmp"][..], &["gre"]] {
                let (from, to) = ("app-*".to_owned(), "group:db".to_owned());
                let goal = Traffic { from, to, packets: sets(packets), expect };
                for language in Language::ALL {
                    let name = goal.name(language);
                    assert_eq!(Traffic::parse(&name).as_ref(), Ok(&goal), "{name}");
                }
            }
        }
        let (from, to) = ("a".to_owned(), "b".to_owned());
        let goal = Traffic { from, to, packets: None, expect: Expect::Blocked };
        for language in Language::ALL {
            assert_eq!(Traffic::parse(&goal.name(language)).as_ref(), Ok(&goal));
        }
    }
}
