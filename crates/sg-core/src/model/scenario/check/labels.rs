//! The labels of security groups, within what documents and links can hold.

use crate::model::scenario::fault::{Checked, ScenarioFault, ensure};
use crate::model::{Labels, SecurityGroup};

pub(super) fn labels(group: &SecurityGroup) -> Checked {
    let Labels { tags, service, .. } = &group.labels;
    let path = |part: &str| format!("groups.{}.{part}", group.id);
    let within = |count: usize, limit: usize, part: &str| {
        ensure(count <= limit, || path(part), || ScenarioFault::TooMany { count, limit })
    };
    within(tags.len(), Labels::MOST_TAGS, "tags")?;
    for (key, value) in tags {
        ensure(!key.is_empty(), || path("tags"), || ScenarioFault::Empty)?;
        within(key.chars().count(), Labels::MOST_CHARACTERS, "tags")?;
        within(value.chars().count(), Labels::MOST_CHARACTERS, "tags")?;
    }
    within(service.product.chars().count(), Labels::MOST_CHARACTERS, "service.product")?;
    let unknown = || ScenarioFault::Unknown("0".to_owned());
    ensure(service.id != Some(0), || path("service.id"), unknown)
}
