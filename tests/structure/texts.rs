//! Every text exists in both languages, and only in the catalogues.

use crate::source::{Kind, PRODUCT, Source, files};

/// A text of the product in both languages.
struct Pair {
    place: String,
    en: String,
    zh: String,
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

fn has_chinese(text: &str) -> bool {
    text.chars().any(is_chinese)
}

/// All bilingual texts of the sources: a catalogue's `NAME = "…", "…";`, or any English literal
/// followed by a Chinese one.
fn pairs() -> Vec<Pair> {
    let mut pairs = Vec::new();
    for source in files(&PRODUCT) {
        let tokens = source.tokens();
        for place in 0..tokens.len().saturating_sub(2) {
            let Kind::Text(en) = &tokens[place].kind else { continue };
            // `"…", "…"` and `en: "…", zh: "…"`.
            let named = matches!(&tokens[place + 2].kind, Kind::Word(word) if word == "zh");
            let second = if named { place + 4 } else { place + 2 };
            let Some(Kind::Text(zh)) = tokens.get(second).map(|token| &token.kind) else {
                continue;
            };
            if tokens[place + 1].kind != Kind::Sign(',') {
                continue;
            }
            let catalogued = place > 0
                && tokens[place - 1].kind == Kind::Sign('=')
                && tokens.get(second + 1).map(|t| &t.kind) == Some(&Kind::Sign(';'));
            if named || catalogued || (has_chinese(zh) && !has_chinese(en)) {
                let place = format!("{}:{}", source.path, tokens[place].line);
                pairs.push(Pair { place, en: en.clone(), zh: zh.clone() });
            }
        }
    }
    pairs
}

fn places(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> =
        text.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[test]
fn the_catalogues_of_the_page_are_all_found() {
    let pairs = pairs();
    for (area, texts) in sg_playground::text::CATALOGUES {
        assert!(!texts.is_empty(), "{area}");
        for (name, text) in *texts {
            let found = pairs.iter().any(|pair| pair.en == text.en && pair.zh == text.zh);
            assert!(found, "{area}::{name} is missing from the sources");
        }
    }
}

#[test]
fn both_languages_say_something_with_the_same_places() {
    for Pair { place, en, zh } in pairs() {
        assert!(!en.trim().is_empty() && !zh.trim().is_empty(), "{place}: an empty text");
        assert_eq!(places(&en), places(&zh), "{place}: {en} | {zh}");
    }
}

/// Texts that are identical in Chinese: names of the API, of protocols and of formats.
const SAME_IN_BOTH: [&str; 2] = ["AccessKey ID", "AccessKey Secret"];

/// Texts whose English side is intentionally Chinese: the switch names the other language.
const CROSSED: [&str; 2] = ["切换到中文", "中文"];

#[test]
fn every_text_is_translated() {
    for Pair { place, en, zh } in pairs() {
        if CROSSED.contains(&en.as_str()) || SAME_IN_BOTH.contains(&en.as_str()) {
            continue;
        }
        assert!(!has_chinese(&en), "{place}: Chinese in the English text: {en}");
        assert!(has_chinese(&zh) || is_name(&en), "{place}: not translated: {zh}");
    }
}

/// Whether a text has nothing to translate: no word starting with a lower-case letter, and no
/// ordinary English word.
fn is_name(text: &str) -> bool {
    // A placeholder stands for a value, not for words of the text.
    let own: Vec<&str> =
        text.split('{').map(|part| part.split_once('}').map_or(part, |p| p.1)).collect();
    let own = own.join(" ");
    let words = own.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let name = |word: &str| {
        let upper = word.chars().filter(|c| c.is_uppercase()).count();
        upper >= 2 || word.chars().all(|c| c.is_ascii_digit())
    };
    words.into_iter().all(name)
}

/// Placeholders whose values are Chinese words in the Chinese text.
const CHINESE_VALUES: [&str; 2] = ["{what}", "{cause}"];

#[test]
fn chinese_is_set_the_way_chinese_is_set() {
    for Pair { place, en, zh } in pairs() {
        if CROSSED.contains(&en.as_str()) {
            continue;
        }
        // A Chinese value is spaced like the Chinese text around it; any other like a Latin word.
        let filled = CHINESE_VALUES.iter().fold(zh.clone(), |zh, place| zh.replace(place, "值"));
        let chars: Vec<char> = filled.chars().collect();
        for pair in chars.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let latin = |c: char| c.is_ascii_alphanumeric() || matches!(c, '{' | '}' | '%');
            let tight = (is_chinese(a) && latin(b)) || (latin(a) && is_chinese(b));
            assert!(!tight, "{place}: no space between `{a}` and `{b}`: {zh}");
            let half = |c: char| ",;:!?()".contains(c);
            // This also applies next to a placeholder, in a text with Chinese words.
            let full_here = |c: char| is_chinese(c) || matches!(c, '{' | '}') && has_chinese(&zh);
            let mixed = (full_here(a) && half(b)) || (half(a) && full_here(b));
            assert!(!mixed, "{place}: half-width punctuation at `{a}{b}`: {zh}");
            let full = |c: char| "，。：；！？（）、".contains(c);
            assert!(
                !(full(a) && b == ' ' || a == ' ' && full(b)),
                "{place}: superfluous space: {zh}"
            );
        }
        let ends = |text: &str, signs: &[char]| text.trim_end().ends_with(signs);
        let sentence = ends(&en, &['.']) && !en.ends_with("…");
        assert!(
            !sentence || ends(&zh, &['。', '…']),
            "{place}: the sentence ends differently: {zh}"
        );
        assert!(!zh.contains('你'), "{place}: address the reader as 您: {zh}");
    }
}

/// Where Chinese words are recognized in names and sentences, and never shown.
const RECOGNIZES: [&str; 3] = [
    "crates/sg-core/src/goal/selector.rs",
    "crates/sg-core/src/goal/sentence.rs",
    "crates/sg-core/src/import/anonymise/role.rs",
];

#[test]
fn no_chinese_stands_outside_a_pair() {
    let pairs = pairs();
    for source in files(&PRODUCT) {
        if RECOGNIZES.contains(&source.path.as_str()) {
            continue;
        }
        for (line, text) in source.literals().filter(|(_, text)| has_chinese(text)) {
            let paired = pairs.iter().any(|pair| pair.zh == text || pair.en == text);
            assert!(paired, "{}:{line}: {text}", source.path);
        }
    }
}

/// Strings that look like text but are not, or are the same in every language: keys, parameter
/// names, API values, default names, a command.
const NAMES: [&str; 15] = [
    "Home",
    "End",
    "Esc",
    "Enter",
    "Policy",
    "Address",
    "Entry.",
    "Priority",
    "Description",
    "G{number}",
    "Redis 6379",
    "normal",
    "enterprise",
    " · normal",
    " · enterprise",
];

#[test]
fn components_say_nothing_of_their_own() {
    let mut own = Vec::new();
    for source in files(&["src/component", "src/page"]) {
        let said = source.literals().filter(|(_, text)| says_something(text));
        let said = said.chain(bare_words(&source));
        own.extend(said.map(|(line, text)| format!("{}:{line}: {text}", source.path)));
    }
    assert!(own.is_empty(), "must be in a catalogue: {own:#?}");
}

/// Literals that appear in markup as text, `{"like this"}`, and contain a lower-case word.
fn bare_words(source: &Source) -> impl Iterator<Item = (usize, &str)> {
    let small =
        |text: &str| text.split(|c: char| !c.is_ascii_lowercase()).any(|letters| letters.len() > 2);
    source.tokens().windows(3).filter_map(move |window| match &window[1].kind {
        Kind::Text(text)
            if window[0].kind == Kind::Sign('{')
                && window[2].kind == Kind::Sign('}')
                && !NAMES.contains(&text.as_str())
                && small(text) =>
        {
            Some((window[1].line, text.as_str()))
        }
        Kind::Word(_) | Kind::Text(_) | Kind::Sign(_) => None,
    })
}

/// Whether a literal reads like text for the user: several words, one of them capitalized or the
/// last ending a sentence, or a single capitalized English word.
fn says_something(text: &str) -> bool {
    if NAMES.contains(&text) {
        return false;
    }
    let words: Vec<&str> =
        text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).collect();
    let capitalised = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase)
    };
    let ends = text.trim_end().ends_with(['.', '!', '?']);
    words.iter().any(capitalised) && !is_identifier(text) || (words.len() > 1 && ends)
}

/// `SecurityGroupId`, `InvalidParameter.InnerAccessPolicy`, `ArrowUp`: a word of the API or the
/// browser, which is never translated.
fn is_identifier(text: &str) -> bool {
    let humps = |word: &str| word.chars().skip(1).any(char::is_uppercase);
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).all(humps)
}
