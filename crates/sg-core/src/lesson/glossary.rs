//! The glossary: terms in both languages, with their API names.

mod entry;
mod term;
mod terms;

pub use entry::Entry;
pub use term::Term;

impl Term {
    /// All terms, from the group through rules and their effect to the API.
    pub const ALL: &'static [Self] = terms::TERMS;
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
    fn every_entry_that_a_page_leads_to_is_a_term() {
        for entry in Entry::ALL {
            let own = Term::ALL.iter().filter(|term| Entry::id_of(term) == entry.id());
            assert_eq!(own.count(), 1, "{}", entry.name());
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
