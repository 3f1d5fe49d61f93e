//! The groups that two ends share, and what their policies connect.

use crate::model::{NetworkInterface, Scenario, SecurityGroup, SecurityGroupId};

use crate::connectivity::precedence;
use crate::connectivity::route::Route;

/// The first shared group whose policy lets members reach each other, certainly or possibly. The
/// policy applies to the internal network only (S-06), and one accepting group among the shared
/// ones is enough (S-02).
pub(super) fn connecting<'a>(
    route: &Route<'_>,
    shared: &[&'a SecurityGroup],
    certain: bool,
) -> Option<&'a SecurityGroupId> {
    let wanted = certain.then_some(true);
    match route {
        Route::Internal(_) => {
            shared.iter().find(|group| precedence::connects(group) == wanted).map(|group| &group.id)
        }
        Route::Public { .. }
        | Route::Outbound(..)
        | Route::Inbound(..)
        | Route::Translated(..)
        | Route::Itself
        | Route::None(_)
        | Route::Unknown(_) => None,
    }
}

/// The groups that both interfaces belong to; a group of only one side does not count (S-04).
pub(super) fn shared<'a>(
    scenario: &'a Scenario,
    from: Option<&'a NetworkInterface>,
    to: Option<&'a NetworkInterface>,
) -> Vec<&'a SecurityGroup> {
    let (Some(from), Some(to)) = (from, to) else { return Vec::new() };
    let both = from.groups.iter().filter(|id| to.groups.contains(*id));
    both.filter_map(|id| scenario.group(id)).map(|group| &**group).collect()
}
