//! One word of the glossary: its names, its values in the API, what it means.

use crate::language::{Text, has_words};

/// A term used in the console and the documentation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The term that this page uses.
    pub name: Text,
    /// Its names in the API: parameters, values, operations. Empty if there is none.
    pub api: &'static [&'static str],
    /// Other and former names, on one line.
    pub also: Option<Text>,
    /// The definition, in our own words.
    pub meaning: Text,
}

impl Term {
    /// Whether all words of a search occur in the term's names (including former ones), definition
    /// or API names, in either language.
    pub fn matches(&self, search: &str) -> bool {
        let mut texts = vec![self.name.en, self.name.zh, self.meaning.en, self.meaning.zh];
        texts.extend(self.also.iter().flat_map(|also| [also.en, also.zh]));
        texts.extend(self.api);
        has_words(&texts, search)
    }

    pub(super) const fn new(en: &'static str, zh: &'static str) -> Self {
        let name = Text { en, zh };
        // A placeholder until the definition is set; a test finds terms without one.
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
