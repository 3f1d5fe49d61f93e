//! Operations that exist in the API and are not emulated.
//!
//! Existing and being emulated are different things: a client gets the same error either way, but a
//! person should not read that an operation of the vendor does not exist.

use super::action::Action;

/// The operations of version 2014-05-26 in the newest client library for Python
/// (`alibabacloud_ecs20140526` 7.11.8, 2026), one per line in byte order. Emulated ones are included.
const OPERATIONS: &str = include_str!("not_emulated/operations.txt");

/// The name of an operation that the API has and that is not emulated (`Assumption::NotEmulated`).
/// Names are case-sensitive.
pub fn not_emulated(name: &str) -> Option<&'static str> {
    let known = OPERATIONS.lines().find(|own| *own == name);
    known.filter(|name| Action::parse(name).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_has_every_emulated_operation() {
        let names: Vec<&str> = OPERATIONS.lines().collect();
        assert!(names.windows(2).all(|pair| pair.first() < pair.last()), "not in order");
        for action in Action::ALL {
            let name = action.as_str();
            assert!(names.contains(&name), "the library has no {name}");
            assert_eq!(not_emulated(name), None);
        }
    }

    #[test]
    fn an_operation_of_the_vendor_is_told_from_a_made_up_one() {
        assert_eq!(not_emulated("RunInstances"), Some("RunInstances"));
        assert_eq!(not_emulated("runInstances"), None);
        assert_eq!(not_emulated("FlipSecurityGroup"), None);
        assert_eq!(not_emulated(""), None);
    }
}
