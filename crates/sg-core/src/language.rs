//! English and Chinese: typed texts, so that a missing translation does not compile.

/// A language the project speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English.
    En,
    /// Simplified Chinese.
    Zh,
}

impl Language {
    /// Both, English first.
    pub const ALL: [Self; 2] = [Self::En, Self::Zh];

    /// The BCP 47 tag for `<html lang>`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh-CN",
        }
    }

    /// What `?lang=` in an address calls it.
    pub const fn short(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
        }
    }

    /// The language a tag asks for: any `zh…` is Chinese, any `en…` is English.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next()?.to_ascii_lowercase().as_str() {
            "zh" => Some(Self::Zh),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The other one, which the language switch leads to.
    pub const fn other(self) -> Self {
        match self {
            Self::En => Self::Zh,
            Self::Zh => Self::En,
        }
    }
}

/// One text in both languages. `{name}` in it is a place for a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
}

/// A stretch of a filled text: its own words, or a value that was put into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment<T> {
    /// Words of the text.
    Words(&'static str),
    /// A value.
    Value(T),
}

impl Text {
    /// The text in one language, places unfilled.
    pub const fn get(self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            Language::Zh => self.zh,
        }
    }

    /// The text in one language with its places filled by words. A place without a value shows
    /// its name.
    pub fn fill(self, language: Language, values: &[(&str, &str)]) -> String {
        let values: Vec<(&str, String)> =
            values.iter().map(|(k, v)| (*k, (*v).to_owned())).collect();
        let mut filled = String::new();
        for segment in self.segments(language, &values) {
            match segment {
                Segment::Words(words) => filled.push_str(words),
                Segment::Value(value) => filled.push_str(&value),
            }
        }
        filled
    }

    /// The text in one language cut at its places, each replaced by the value of its name, so
    /// that a value can be more than words: a chip, a link, code.
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

    /// The names of the places in one language, sorted, each once.
    pub fn places(self, language: Language) -> Vec<&'static str> {
        let parts = self.get(language).split('{').skip(1);
        let mut names: Vec<_> = parts.filter_map(|part| Some(part.split_once('}')?.0)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

/// Whether all words of a search occur in some texts, whichever words in whichever text. Letters
/// count without their case; a search without words finds everything.
pub fn has_words(texts: &[&str], search: &str) -> bool {
    let text = texts.join("\n").to_lowercase();
    search.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

/// Declares texts as constants and lists them all in `ALL`, so that tests can walk a catalogue.
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
        // As text, so that `<` and `*` in it are no markup.
        #[doc = concat!("````text\n", $en, "\n````")]
        pub const $name: $crate::language::Text = $crate::language::Text { en: $en, zh: $zh };)+

        /// Every text of this catalogue by its name.
        pub const ALL: &[(&str, $crate::language::Text)] = &[$((stringify!($name), $name)),+];
    };
}
