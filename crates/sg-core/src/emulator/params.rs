//! The parameters of a call: names and values, both as text.

use std::collections::BTreeMap;

use crate::map::map_of;

use indexmap::IndexMap;

/// Request parameters in the order they were set. A name occurs only once: setting it again
/// replaces the value and keeps its position.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Params(IndexMap<String, String>);

impl Params {
    /// No parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// The value of a parameter, exactly as it was set.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// The value of a parameter if it is not empty. The service treats an empty value as omitted
    /// ("should not be null" covers both).
    pub fn given(&self, name: &str) -> Option<&str> {
        self.get(name).filter(|value| !value.is_empty())
    }

    /// Sets a parameter.
    pub fn set(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.insert(name.into(), value.into());
    }

    /// Removes a parameter and returns its value; the others keep their order.
    pub fn remove(&mut self, name: &str) -> Option<String> {
        self.0.shift_remove(name)
    }

    /// Names and values in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// How many parameters there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The non-empty values of a repeated parameter `name.1`, `name.2`, …, by number. Numbers may
    /// have gaps; names with a non-numeric suffix are not part of the list.
    pub fn list(&self, name: &str) -> BTreeMap<u32, &str> {
        let member = |(key, value): (&str, &'_ str)| {
            let number = index(key.strip_prefix(name)?.strip_prefix('.')?)?;
            (!value.is_empty()).then_some((number, key.to_owned()))
        };
        let keys = self.iter().filter_map(member);
        map_of(keys.filter_map(|(number, key)| Some((number, self.get(&key)?))))
    }

    /// The numbers N for which a non-empty `name.N.field` was given, in order.
    pub fn numbers(&self, name: &str) -> Vec<u32> {
        let number = |(key, value): (&str, &str)| {
            let (number, _) = key.strip_prefix(name)?.strip_prefix('.')?.split_once('.')?;
            if value.is_empty() { None } else { index(number) }
        };
        let mut numbers: Vec<u32> = self.iter().filter_map(number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}

/// A list number: decimal digits without a leading zero, from 1.
fn index(text: &str) -> Option<u32> {
    let digits = !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for Params {
    /// Later values of a name replace earlier ones.
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read_by_number_and_nothing_else_joins_them() {
        let params: Params = [
            ("SecurityGroupRuleId.10", "c"),
            ("SecurityGroupRuleId.2", "b"),
            ("SecurityGroupRuleId.01", "x"),
            ("SecurityGroupRuleId.0", "x"),
            ("SecurityGroupRuleId.+3", "x"),
            ("SecurityGroupRuleId.4", ""),
            ("SecurityGroupRuleIds.1", "x"),
            ("SecurityGroupRuleId.5.Deep", "x"),
            ("SecurityGroupRuleId.99999999999", "x"),
        ]
        .into_iter()
        .collect();
        let list = params.list("SecurityGroupRuleId");
        assert_eq!(list.into_iter().collect::<Vec<_>>(), [(2, "b"), (10, "c")]);
        assert_eq!(params.numbers("SecurityGroupRuleId"), [5]);
    }

    #[test]
    fn a_name_stands_once_in_its_first_place() {
        let mut params: Params = [("a", "1"), ("b", "2"), ("a", "3")].into_iter().collect();
        assert_eq!(params.iter().collect::<Vec<_>>(), [("a", "3"), ("b", "2")]);
        assert_eq!(params.remove("a").as_deref(), Some("3"));
        params.set("b", "");
        assert_eq!((params.get("b"), params.given("b")), (Some(""), None));
    }
}
