//! One word of the glossary: its names, its values in the API, what it means.

use crate::language::{Text, has_words};

/// A word of the console and of the documentation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The word this page uses.
    pub name: Text,
    /// What the API calls it: parameters, values, operations. Empty where it has no word for it.
    pub api: &'static [&'static str],
    /// Other names it has or once had, in one line.
    pub also: Option<Text>,
    /// What it means, in our own words.
    pub meaning: Text,
}

impl Term {
    /// Whether all words of a search occur in its names, older ones included, in what it means or
    /// in its values in the API, whichever the language.
    pub fn matches(&self, search: &str) -> bool {
        let mut texts = vec![self.name.en, self.name.zh, self.meaning.en, self.meaning.zh];
        texts.extend(self.also.iter().flat_map(|also| [also.en, also.zh]));
        texts.extend(self.api);
        has_words(&texts, search)
    }

    pub(super) const fn new(en: &'static str, zh: &'static str) -> Self {
        let name = Text { en, zh };
        // Until it is said what a word means; a test finds one of which it is not said.
        Self { name, api: &[], also: None, meaning: name }
    }

    pub(super) const fn api(self, api: &'static [&'static str]) -> Self {
        Self { api, ..self }
    }

    pub(super) const fn also(self, en: &'static str, zh: &'static str) -> Self {
        Self { also: Some(Text { en, zh }), ..self }
    }

    pub(super) const fn means(self, en: &'static str, zh: &'static str) -> Self {
        Self { meaning: Text { en, zh }, ..self }
    }
}
