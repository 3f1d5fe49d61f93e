//! `Tag.N.Key` and `Tag.N.Value` of a call, or the older `Tag.N.key` and `Tag.N.value`.

use super::params::Params;
use crate::model::Labels;

/// A tag as given in a call; omitted parts are empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SpelledTag<'a> {
    pub(super) key: &'a str,
    pub(super) value: &'a str,
    number: u32,
}

impl SpelledTag<'_> {
    /// The parameter of the key.
    pub(super) fn key_param(&self) -> String {
        format!("Tag.{}.Key", self.number)
    }

    /// The parameter of the value.
    pub(super) fn value_param(&self) -> String {
        format!("Tag.{}.Value", self.number)
    }

    /// Whether the key is valid for a user-defined tag.
    pub(super) fn has_valid_key(&self) -> bool {
        let reserved = self.key.starts_with("aliyun") || self.key.starts_with("acs:");
        let length = self.key.chars().count();
        (1..=Labels::MOST_CHARACTERS).contains(&length) && !reserved && !names_address(self.key)
    }

    /// Whether the value is valid for a user-defined tag.
    pub(super) fn has_valid_value(&self) -> bool {
        self.value.chars().count() <= Labels::MOST_CHARACTERS && !names_address(self.value)
    }

    /// Whether a group has the tag. A tag without a value matches by key alone, one without a key
    /// by value alone.
    pub(super) fn is_on(&self, labels: &Labels) -> bool {
        labels.tags.iter().any(|(key, value)| {
            (self.key.is_empty() || self.key == key)
                && (self.value.is_empty() || self.value == value)
        })
    }
}

fn names_address(text: &str) -> bool {
    text.contains("http://") || text.contains("https://")
}

/// The tags of a call, by number.
pub(super) fn spelled(params: &Params) -> Vec<SpelledTag<'_>> {
    let field = |number: u32, new: &str, old: &str| {
        let value = params.given(&format!("Tag.{number}.{new}"));
        value.or_else(|| params.given(&format!("Tag.{number}.{old}"))).unwrap_or_default()
    };
    let tag = |number| SpelledTag {
        key: field(number, "Key", "key"),
        value: field(number, "Value", "value"),
        number,
    };
    params.numbers("Tag").into_iter().map(tag).collect()
}
