//! English and Chinese texts as typed pairs, so that a missing translation does not compile.

/// A language of the user interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English.
    En,
    /// Simplified Chinese.
    Zh,
}

impl Language {
    /// Both languages, English first.
    pub const ALL: [Self; 2] = [Self::En, Self::Zh];

    /// The BCP 47 tag for `<html lang>`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh-CN",
        }
    }

    /// The value of the `?lang=` query parameter.
    pub const fn short(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
        }
    }

    /// The language of a tag: any `zh…` is Chinese, any `en…` is English.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next()?.to_ascii_lowercase().as_str() {
            "zh" => Some(Self::Zh),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The other language, for the language switch.
    pub const fn other(self) -> Self {
        match self {
            Self::En => Self::Zh,
            Self::Zh => Self::En,
        }
    }
}

/// A text in both languages. `{name}` is a placeholder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
}

/// A part of a filled text: literal words or an inserted value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment<T> {
    /// Literal words.
    Words(&'static str),
    /// An inserted value.
    Value(T),
}

impl Text {
    /// The text in one language, with placeholders left as they are.
    pub const fn get(self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            Language::Zh => self.zh,
        }
    }

    /// The text in one language with its placeholders filled in. A placeholder without a value is
    /// left as its name. Texts put a space between Chinese words and a value; a value that is
    /// Chinese itself gets none.
    pub fn fill(self, language: Language, values: &[(&str, &str)]) -> String {
        let values: Vec<(&str, String)> =
            values.iter().map(|(k, v)| (*k, (*v).to_owned())).collect();
        let mut filled = String::new();
        for segment in self.segments(language, &values) {
            match segment {
                Segment::Words(words) => join(&mut filled, words),
                Segment::Value(value) => join(&mut filled, &value),
            }
        }
        filled
    }

    /// Splits the text at its placeholders and replaces each with its value, so that a value can be
    /// more than plain words: a chip, a link, code.
    pub fn segments<T: Clone>(self, language: Language, values: &[(&str, T)]) -> Vec<Segment<T>> {
        let mut segments = Vec::new();
        let words = |words: &'static str, segments: &mut Vec<Segment<T>>| {
            if !words.is_empty() {
                segments.push(Segment::Words(words));
            }
        };
        let mut rest = self.get(language);
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, tail)) = after.split_once('}') else { break };
            words(before, &mut segments);
            match values.iter().find(|(key, _)| *key == name) {
                Some((_, value)) => segments.push(Segment::Value(value.clone())),
                None => words(name, &mut segments),
            }
            rest = tail;
        }
        words(rest, &mut segments);
        segments
    }

    /// The placeholder names in one language, sorted, without duplicates.
    pub fn places(self, language: Language) -> Vec<&'static str> {
        let parts = self.get(language).split('{').skip(1);
        let mut names: Vec<_> = parts.filter_map(|part| Some(part.split_once('}')?.0)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

/// Whether a character is Chinese or full-width punctuation.
pub(crate) fn is_chinese(character: char) -> bool {
    matches!(character, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// Appends a piece. A space between two Chinese characters, one in either piece, is left out.
fn join(text: &mut String, piece: &str) {
    let starts = |piece: &str| piece.chars().next().is_some_and(is_chinese);
    let ends = |piece: &str| piece.chars().next_back().is_some_and(is_chinese);
    if starts(piece) && ends(text.trim_end_matches(' ')) {
        text.truncate(text.trim_end_matches(' ').len());
    }
    let bare = piece.trim_start_matches(' ');
    text.push_str(if ends(text) && starts(bare) { bare } else { piece });
}

/// Whether every word of `search` occurs in at least one of `texts`. Ignores case; an empty search
/// matches everything.
pub fn has_words(texts: &[&str], search: &str) -> bool {
    let text = texts.join("\n").to_lowercase();
    search.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

/// Declares texts as constants and lists them in `ALL`, so that tests can walk a catalogue.
///
/// ```
/// sg_core::catalogue! {
///     /// A greeting.
///     GREETING = "Hello, {name}", "你好，{name}";
/// }
/// assert_eq!(GREETING.fill(sg_core::language::Language::Zh, &[("name", "ecs1")]), "你好，ecs1");
/// assert_eq!(ALL.len(), 1);
/// ```
#[macro_export]
macro_rules! catalogue {
    ($($(#[$doc:meta])* $name:ident = $en:literal, $zh:literal;)+) => {
        $($(#[$doc])*
        // As a text block, so that `<` and `*` are not treated as markup.
        #[doc = concat!("````text\n", $en, "\n````")]
        pub const $name: $crate::language::Text = $crate::language::Text { en: $en, zh: $zh };)+

        /// Every text of this catalogue with its name.
        pub const ALL: &[(&str, $crate::language::Text)] = &[$((stringify!($name), $name)),+];
    };
}
