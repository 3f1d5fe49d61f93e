//! Prefix lists and port lists.

use std::collections::BTreeSet;

use crate::model::scenario::fault::{Checked, ScenarioFault, ensure, fault};
use crate::model::{AddressFamily, PortList, PortRange, PrefixList, Rule, ScenarioDraft};

pub(super) fn prefix_lists(parts: &ScenarioDraft) -> Checked {
    for (id, list) in &parts.prefix_lists {
        let path = || format!("prefix_lists.{id}");
        ensure(*id == list.id, path, || ScenarioFault::MisfiledId(id.to_string()))?;
        room(list.blocks.len(), list.max_entries, PrefixList::MOST_ENTRIES, &path)?;
        let one_family = list.blocks.windows(2).all(|pair| {
            pair.iter().map(AddressFamily::of_block).collect::<BTreeSet<_>>().len() == 1
        });
        ensure(one_family, path, || ScenarioFault::MixedFamilies)?;
    }
    Ok(())
}

pub(super) fn port_lists(parts: &ScenarioDraft) -> Checked {
    for (id, list) in &parts.port_lists {
        let path = || format!("port_lists.{id}");
        ensure(*id == list.id, path, || ScenarioFault::MisfiledId(id.to_string()))?;
        room(list.entries.len(), list.max_entries, PortList::MOST_ENTRIES, &path)?;
        let mut ranges = BTreeSet::new();
        for entry in &list.entries {
            let repeated = || ScenarioFault::Repeated(entry.range.to_string());
            ensure(ranges.insert(entry.range), path, repeated)?;
        }
    }
    Ok(())
}

/// A list has room for one to `most` entries, and no more entries than room.
fn room(entries: usize, room: u16, most: u16, path: &dyn Fn() -> String) -> Checked {
    let too_many = |count: usize, limit: u16| {
        let limit = usize::from(limit);
        ensure(count <= limit, path, || ScenarioFault::TooMany { count, limit })
    };
    ensure(room > 0, path, || ScenarioFault::Empty)?;
    too_many(usize::from(room), most)?;
    too_many(entries, room)
}

/// A rule with a port list has a protocol with ports, no ports of its own, and the list's ranges.
pub(super) fn listed_ports(
    parts: &ScenarioDraft,
    rule: &Rule,
    path: &dyn Fn() -> String,
) -> Checked {
    let Some(listed) = &rule.spec.port_list else { return Ok(()) };
    let unknown = || ScenarioFault::Unknown(listed.id.to_string());
    let Some(list) = parts.port_lists.get(&listed.id) else { return fault(path(), unknown()) };
    let all = rule.spec.protocol.ports().is_some_and(|own| own.destination == PortRange::ALL);
    ensure(all, path, || ScenarioFault::NoPorts)?;
    let ranges = list.entries.iter().map(|entry| &entry.range);
    ensure(ranges.eq(listed.ranges.iter()), path, unknown)
}
