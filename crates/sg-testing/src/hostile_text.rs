//! The values: a fixed corpus and random texts.

use sg_core::rng::SplitMix64;

/// The case that began it: a description with a character that cannot be seen, and a command.
pub const CASE: &str = "web tier\u{200b}'); touch pwned #";

/// The fixed corpus, the empty text first.
pub fn fixed() -> Vec<String> {
    let file = include_str!("../../../tests/data/hostile_text.txt");
    let lines = file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let texts: Vec<String> = std::iter::once(String::new()).chain(lines.map(read)).collect();
    assert!(texts.len() > 300 && texts.contains(&CASE.to_owned()), "{}", texts.len());
    texts
}

/// A line of the file as the text it stands for.
fn read(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            text.push(c);
            continue;
        }
        match rest.next().unwrap() {
            'n' => text.push('\n'),
            'r' => text.push('\r'),
            't' => text.push('\t'),
            '\\' => text.push('\\'),
            'u' => {
                assert_eq!(rest.next(), Some('{'), "{line}");
                let digits: String = rest.by_ref().take_while(|c| *c != '}').collect();
                let number = u32::from_str_radix(&digits, 16).unwrap();
                text.push(char::from_u32(number).unwrap());
            }
            other => panic!("no escape: \\{other} in {line}"),
        }
    }
    text
}

/// Random texts: 256, or as many as `SGP_CASES` says. The same in every run.
pub fn random() -> Vec<String> {
    let cases = std::env::var("SGP_CASES").ok();
    let cases: u64 = cases.map_or(256, |text| text.parse().unwrap());
    (0..cases).map(|seed| text(&mut SplitMix64::new(seed))).collect()
}

/// Signs that mean something to some reader, and words that would show that one ran.
const SIGNS: &[&str] = &[
    "'",
    "\"",
    "\\",
    "`",
    "$",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "<",
    ">",
    "|",
    "&",
    ";",
    "#",
    "!",
    "~",
    "*",
    "?",
    "=",
    "+",
    "-",
    "@",
    "%",
    "^",
    ":",
    ",",
    ".",
    "/",
    "_",
    " ",
    "\t",
    "\n",
    "\r",
    "\u{b}",
    "\u{c}",
    "\u{1b}",
    "\u{7f}",
    "\u{85}",
    "\u{9b}",
    "\u{200b}",
    "\u{202e}",
    "\u{2028}",
    "\u{feff}",
    "\u{fe0f}",
    "\u{e0041}",
    "‘",
    "’",
    "‚",
    "‛",
    "“",
    "”",
    "＝",
    "；",
    "组",
    "é",
    "😀",
    "0",
    "7",
    "n",
    "x",
    "u",
    "touch pwned",
    "$(touch pwned)",
    "`touch pwned`",
    "\\u0022",
    "${",
    "%{",
    "--",
];

fn text(numbers: &mut SplitMix64) -> String {
    let length = numbers.below(24);
    let mut text = String::new();
    for _ in 0..length {
        match numbers.below(8) {
            0 => {
                let c = numbers.below(0x11_0000);
                text.extend(char::from_u32(c).filter(|c| *c != '\0'));
            }
            1 => text.push(char::from(u8::try_from(1 + numbers.below(127)).unwrap())),
            _ => text.push_str(numbers.pick(SIGNS).unwrap()),
        }
    }
    text
}

/// The fixed corpus, and in a long run all: for readers that take their time.
pub fn few() -> Vec<String> {
    if std::env::var_os("SGP_CASES").is_some() { all() } else { fixed() }
}

/// All of them.
pub fn all() -> Vec<String> {
    let mut all = fixed();
    all.extend(random());
    all
}
