//! Ordered maps built by insertion.

use std::collections::BTreeMap;

/// The map of some pairs; of equal keys the last one counts. `collect` gives the same map, but
/// compiles a sorting routine of about four kilobytes for every type of pair, and the page downloads
/// them before anything can be pressed.
pub fn map_of<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(pairs);
    map
}
