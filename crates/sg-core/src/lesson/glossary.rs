//! The glossary: terms in both languages, with their API names.

use crate::language::{Text, has_words};

mod terms;

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
    /// All terms, from the group through rules and their effect to the API.
    pub const ALL: &'static [Self] = terms::TERMS;

    /// Whether all words of a search occur in the term's names (including former ones), definition
    /// or API names, in either language.
    pub fn matches(&self, search: &str) -> bool {
        let mut texts = vec![self.name.en, self.name.zh, self.meaning.en, self.meaning.zh];
        texts.extend(self.also.iter().flat_map(|also| [also.en, also.zh]));
        texts.extend(self.api);
        has_words(&texts, search)
    }

    const fn new(en: &'static str, zh: &'static str) -> Self {
        let name = Text { en, zh };
        // A placeholder until the definition is set; a test finds terms without one.
        Self { name, api: &[], also: None, meaning: name }
    }

    const fn api(self, api: &'static [&'static str]) -> Self {
        Self { api, ..self }
    }

    const fn also(self, en: &'static str, zh: &'static str) -> Self {
        Self { also: Some(Text { en, zh }), ..self }
    }

    const fn means(self, en: &'static str, zh: &'static str) -> Self {
        Self { meaning: Text { en, zh }, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_says_what_it_means_and_stands_once() {
        for term in Term::ALL {
            let said = [term.meaning.en, term.meaning.zh];
            assert!(said[0].ends_with('.') && said[1].ends_with('。'), "{}", term.name.en);
            let same =
                |other: &&Term| other.name.en == term.name.en || other.name.zh == term.name.zh;
            assert_eq!(Term::ALL.iter().filter(same).count(), 1, "{}", term.name.en);
        }
    }

    #[test]
    fn a_word_is_found_by_an_older_name_and_by_its_value_in_the_api() {
        let found = |search: &str| -> Vec<&str> {
            let found = Term::ALL.iter().filter(|term| term.matches(search));
            found.map(|term| term.name.en).collect()
        };
        assert_eq!(found("内网连通策略"), ["Intra-group connectivity policy"]);
        assert_eq!(found("Enterprise Security"), ["Advanced security group"]);
        assert_eq!(found("forbid"), ["Deny"]);
        assert!(found("innerAccessPolicy").len() >= 3);
        assert_eq!(found("").len(), Term::ALL.len());
        assert!(found("no such word").is_empty());
    }
}
