//! Merges two values that should be the same.

use crate::import::record::Network;

/// Takes the other value if there is none yet; returns whether the two agree.
pub(super) fn fill<T: PartialEq>(own: &mut Option<T>, other: Option<T>) -> bool {
    match (own.as_ref(), other) {
        (None, other) => {
            *own = other;
            true
        }
        (Some(_), None) => true,
        (Some(own), Some(other)) => *own == other,
    }
}

/// Takes the other network if none is known yet; returns whether the two agree.
pub(super) fn fill_network(own: &mut Network, other: Network) -> bool {
    match (&*own, other) {
        (Network::Unsaid, other) => {
            *own = other;
            true
        }
        (_, Network::Unsaid) => true,
        (own, other) => *own == other,
    }
}

/// Takes the other list if there is none yet; returns whether the two have the same items.
pub(super) fn fill_list<T: Ord + Clone>(own: &mut Vec<T>, other: Vec<T>) -> bool {
    if own.is_empty() {
        *own = other;
        return true;
    }
    let sorted = |list: &[T]| {
        let mut list = list.to_vec();
        list.sort();
        list
    };
    other.is_empty() || sorted(own) == sorted(&other)
}
