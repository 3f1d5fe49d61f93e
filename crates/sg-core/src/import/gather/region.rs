//! The region of a reply or an item.

use crate::import::tree::View;
use crate::model::RegionId;

/// The region that a reply or an item names, or else that of its zone.
pub(super) fn region_of(view: View<'_>) -> Option<RegionId> {
    let own = view.given("RegionId").and_then(|it| RegionId::parse(it.text.trim()).ok());
    let zone = || view.given_as(&["ZoneId", "AvailabilityZone"]);
    own.or_else(|| region_of_zone(zone()?.text.trim()))
}

/// The region of a zone: `cn-hangzhou-h` is in `cn-hangzhou`, `ap-southeast-1a` in
/// `ap-southeast-1`.
fn region_of_zone(zone: &str) -> Option<RegionId> {
    let (letter, rest) = {
        let mut chars = zone.chars();
        (chars.next_back()?, chars.as_str())
    };
    let known =
        letter.is_ascii_lowercase() && rest.ends_with(|c: char| c == '-' || c.is_ascii_digit());
    let region = rest.strip_suffix('-').unwrap_or(rest);
    if known { RegionId::parse(region).ok() } else { None }
}
