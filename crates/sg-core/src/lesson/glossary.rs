//! The words of security groups in both languages, beside their values in the API.

use crate::language::{Text, has_words};

mod terms;

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
    /// Every word, from the group over its rules and their effect to the API.
    pub const ALL: &'static [Self] = terms::TERMS;

    /// Whether all words of a search occur in its names, older ones included, in what it means or
    /// in its values in the API, whichever the language.
    pub fn matches(&self, search: &str) -> bool {
        let mut texts = vec![self.name.en, self.name.zh, self.meaning.en, self.meaning.zh];
        texts.extend(self.also.iter().flat_map(|also| [also.en, also.zh]));
        texts.extend(self.api);
        has_words(&texts, search)
    }

    const fn new(en: &'static str, zh: &'static str) -> Self {
        let name = Text { en, zh };
        // Until it is said what a word means; a test finds one of which it is not said.
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
