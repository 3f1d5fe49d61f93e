//! `Tag.N.Key` and `Tag.N.Value` of a call, or the older `Tag.N.key` and `Tag.N.value`.

use indexmap::IndexMap;

use super::error::{OperationError, Refusal};
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
        is_valid_key(self.key)
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

/// Whether a text is a valid key for a user-defined tag.
pub(super) fn is_valid_key(key: &str) -> bool {
    let reserved = key.starts_with("aliyun") || key.starts_with("acs:");
    (1..=Labels::MOST_CHARACTERS).contains(&key.chars().count()) && !reserved && !names_address(key)
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

/// The error rows of an operation that takes the tags of a new resource.
pub(super) trait TagError: OperationError {
    /// A key is malformed.
    const KEY: Self;
    /// A value is malformed.
    const VALUE: Self;
    /// A key occurs twice.
    const REPEATED: Self;
    /// There are more tags than a resource may have.
    const LIMIT: Self;
    /// The resource, for the message: "a security group".
    const RESOURCE: &'static str;
}

/// The tags of a new resource, which are optional.
pub(super) fn of_new<E: TagError>(params: &Params) -> Result<IndexMap<String, String>, Refusal> {
    let spelled = spelled(params);
    if spelled.len() > Labels::MOST_TAGS {
        let words = format!("{} takes at most {} tags", E::RESOURCE, Labels::MOST_TAGS);
        return Err(E::LIMIT.saying("Tag", &words));
    }
    let mut tags = IndexMap::new();
    for tag in spelled {
        if !tag.has_valid_key() {
            return Err(E::KEY.at(&tag.key_param()));
        }
        if tags.insert(tag.key.to_owned(), tag.value.to_owned()).is_some() {
            return Err(E::REPEATED.at(&tag.key_param()));
        }
        if !tag.has_valid_value() {
            return Err(E::VALUE.at(&tag.value_param()));
        }
    }
    Ok(tags)
}
