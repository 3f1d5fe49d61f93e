//! The list of hostile URL fragments, and the rules that generate those that are too long for a
//! file or cannot be written by hand.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use miniz_oxide::deflate::{compress_to_vec, compress_to_vec_zlib};

const LIST: &str = include_str!("../../../tests/data/hostile_links.txt");
const PUBLISHED: &str = include_str!("../../../tests/data/links.txt");

/// A line of the list.
pub struct Hostile {
    /// Its line number, from 1.
    pub line: usize,
    /// The expected result.
    pub class: &'static str,
    /// The fragment, or the rule that generates it.
    pub how: &'static str,
}

impl Hostile {
    /// All lines of the list.
    pub fn all() -> impl Iterator<Item = Self> {
        let lines = LIST.lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
        lines.map(|(index, line)| {
            let (class, how) = line.split_once('\t').unwrap();
            Self { line: index + 1, class, how }
        })
    }

    /// The fragment.
    pub fn fragment(&self) -> String {
        made(&unescaped(self.how))
    }
}

fn made(how: &str) -> String {
    let Some(rule) = how.strip_prefix('@') else { return how.to_owned() };
    let (rule, rest) = rule.split_once(' ').unwrap_or((rule, ""));
    let (rule, version) = match rule.strip_suffix("-v2") {
        Some(rule) => (rule, 2),
        None => (rule, 1),
    };
    let number = || rest.split(' ').next().unwrap().parse::<usize>().unwrap();
    let behind = || rest.split_once(' ').map_or("", |(_, text)| text);
    let link = published(version);
    let payload = payload_of(&link);
    let with = |payload: &str| format!("#s/v{version}/{payload}");
    match rule {
        "as-is" => link,
        "repeat" => behind().repeat(number()),
        "prefix" => {
            let (prefix, rest) = rest.split_once(' ').unwrap();
            format!("{prefix}{}", made(rest))
        }
        "percent" => (0..number()).fold(link, |text, _| percent_encoded(&text)),
        "suffix" => format!("{link}{rest}"),
        "lead" => format!("{rest}{link}"),
        "no-hash" => link.trim_start_matches('#').to_owned(),
        "insert" => {
            let (before, after) = payload.split_at(number().min(payload.len()));
            with(&[before, behind(), after].concat())
        }
        "keep" => with(payload.get(..number()).unwrap()),
        "drop" => with(payload.get(..payload.len() - number()).unwrap()),
        "many" => many(number(), behind()),
        "pack" => sent(version, &compress_to_vec_zlib(rest.as_bytes(), 9)),
        "bomb" => sent(version, &compress_to_vec_zlib(&vec![b' '; number()], 9)),
        "bomb-of-lines" => {
            let lines = format!("{}\n", behind()).repeat(number());
            sent(version, &compress_to_vec_zlib(&lines.as_bytes()[..number()], 9))
        }
        rule => packed_otherwise(rule, rest, payload),
    }
}

/// Rules that alter the bytes of a version 1 link, or their text encoding.
fn packed_otherwise(rule: &str, rest: &str, payload: &str) -> String {
    let bytes = URL_SAFE_NO_PAD.decode(payload).unwrap();
    let text = b"\nvvpc-1\t\t10.0.0.0/8\ngsg-1\t\ta";
    let with = |payload: &str| format!("#s/v1/{payload}");
    match rule {
        "standard" => with(&STANDARD.encode(&bytes)),
        "padded-in-the-middle" => with(&payload.replacen(&payload[40..42], "==", 1)),
        "padded-at-the-end" => with(&format!("{payload}=")),
        "change" => {
            let place = rest.parse::<usize>().unwrap();
            let mut changed = payload.as_bytes().to_vec();
            changed[place] = if changed[place] == b'Q' { b'g' } else { b'Q' };
            with(&String::from_utf8(changed).unwrap())
        }
        "swap-case" => {
            let swap = |c: char| match c.is_ascii_lowercase() {
                true => c.to_ascii_uppercase(),
                false => c.to_ascii_lowercase(),
            };
            with(&payload.chars().map(swap).collect::<String>())
        }
        "reversed" => with(&payload.chars().rev().collect::<String>()),
        "twice" => sent(1, &compress_to_vec_zlib(payload.as_bytes(), 9)),
        "raw-deflate" => sent(1, &compress_to_vec(text, 9)),
        "gzip" => {
            let head = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];
            sent(1, &[&head[..], &compress_to_vec(text, 9)].concat())
        }
        "not-packed" => sent(1, text),
        "checksum" => {
            let last = bytes.len() - 1;
            sent(1, &[&bytes[..last], &[bytes[last] ^ 1]].concat())
        }
        // RFC 1950 headers: one that requires a dictionary, one with a window larger than 32 KB.
        "dictionary" => sent(1, &[&[0x78, 0xbb, 0, 0, 0, 0], &bytes[2..]].concat()),
        "wrong-window" => sent(1, &[&[0x88, 0x1c], &bytes[2..]].concat()),
        // A block of the reserved type in RFC 1951.
        "bad-block" => sent(1, &[&bytes[..2], &[0b111], &bytes[3..]].concat()),
        "bad-utf8" => sent(1, &compress_to_vec_zlib(&[b'\n', 0xff, 0xfe], 9)),
        "lonely-surrogate" => sent(1, &compress_to_vec_zlib(&[b'\n', 0xed, 0xa0, 0x80], 9)),
        "behind-the-end" => sent(1, &[&bytes[..], &vec![0; rest.parse().unwrap()]].concat()),
        rule => unreachable!("there is no rule `{rule}`"),
    }
}

/// A link that is valid except that it contains `count` things of a kind.
fn many(count: usize, kind: &str) -> String {
    let group = |n: usize| format!("gsg-{n}\t\ta\n");
    let start = format!("\nvvpc-1\t\t10.0.0.0/8\n{}", group(0));
    let each = |record: &dyn Fn(usize) -> String| (0..count).map(record).collect::<String>();
    let address = |n: usize| format!("10.0.{}.{}", n / 200, n % 200 + 1);
    let text = match kind {
        "rules" => {
            let rules = |n: usize| match n % 100 {
                0 => format!("gsg-r{n}\t\ta\nrat1\t0.0.0.0/0\n"),
                port => format!("rat{}\t0.0.0.0/0\n", port + 1),
            };
            format!("{start}{}", each(&rules))
        }
        "groups" => format!("\nvvpc-1\t\t10.0.0.0/8\n{}", each(&group)),
        "instances" => {
            format!("{start}{}", each(&|n| format!("ii-{n}\nn\t0\t{}\n", address(n))))
        }
        "interfaces" => {
            format!("{start}ii-1\n{}", each(&|n| format!("n\t0\t{}\n", address(n))))
        }
        "outside" => format!("{start}{}", each(&|n| format!("oo{n}\t0.0.0.0/0\n"))),
        "steps" => {
            let step = "\ncall\t0\t0\tDescribeRegions".repeat(count);
            let text = format!("{start}\n.\n{}\n.\n{count}{step}", start.trim_start());
            return sent(2, &compress_to_vec_zlib(text.as_bytes(), 9));
        }
        kind => unreachable!("many of `{kind}`"),
    };
    sent(1, &compress_to_vec_zlib(text.as_bytes(), 9))
}

fn sent(version: u32, packed: &[u8]) -> String {
    format!("#s/v{version}/{}", URL_SAFE_NO_PAD.encode(packed))
}

/// A published link of a version, always the same one.
fn published(version: u32) -> String {
    let start = if version == 1 { "web-and-db #s/v1/" } else { "new-group #s/v2/" };
    let line = PUBLISHED.lines().find(|line| line.starts_with(start)).unwrap();
    line.split_once(' ').unwrap().1.to_owned()
}

fn payload_of(link: &str) -> &str {
    link.rsplit('/').next().unwrap()
}

fn percent_encoded(text: &str) -> String {
    let encode = |byte: u8| match byte.is_ascii_alphanumeric() {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02x}"),
    };
    text.bytes().map(encode).collect()
}

/// Resolves the escapes of a text in the list.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let mut chars = after.chars();
        let stands_for = chars.next().unwrap();
        rest = chars.as_str();
        out.push(match stands_for {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let (code, after) = rest.strip_prefix('{').unwrap().split_once('}').unwrap();
                rest = after;
                char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap()
            }
            other => other,
        });
    }
    out.push_str(rest);
    out
}
