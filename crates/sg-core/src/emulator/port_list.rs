//! What the operations on port lists share: the region, the list, its entries.

use std::sync::Arc;

use super::entry_list::{ListError, ParameterError, entry_description, is_name, required};
use super::error::Refusal;
use super::handler::Request;
use super::params::Params;
use super::value::{Field, Value};
use crate::model::{PortEntry, PortList, PortListId, PortRange, Scenario, SecurityGroup};

/// The most entries that a call adds or removes (CreatePortRangeList, 2026).
const MOST_GIVEN: usize = 200;

/// The list that `PortRangeListId` names, as seen from a region.
pub(super) fn list<'a, E: ListError>(
    request: &Request<'a>,
    region: &str,
    id: &str,
) -> Result<&'a Arc<PortList>, Refusal> {
    let here = region == request.scenario.region().as_str();
    let id = PortListId::parse(id).ok().filter(|_| here);
    let list = id.and_then(|id| request.scenario.port_list(&id));
    list.ok_or_else(|| E::NOT_FOUND.at("PortRangeListId"))
}

/// Checks the name, if given. No table is at hand that has a row for names
/// (`Assumption::NoTableAtHand`).
pub(super) fn name<E: ParameterError>(params: &Params) -> Result<Option<&str>, Refusal> {
    match params.given("PortRangeListName") {
        Some(text) if !is_name(text) => {
            Err(E::PARAMETER.saying("PortRangeListName", "`PortRangeListName` is not valid"))
        }
        name => Ok(name),
    }
}

/// The entries of `name.N`, each with the parameter that gives its range.
pub(super) fn entries<E: ParameterError>(
    params: &Params,
    name: &str,
) -> Result<Vec<(String, PortEntry)>, Refusal> {
    let mut entries: Vec<(String, PortEntry)> = Vec::new();
    for number in params.numbers(name) {
        let param = format!("{name}.{number}.PortRange");
        if entries.len() == MOST_GIVEN {
            return Err(E::PARAMETER.saying(&param, &format!("more than {MOST_GIVEN} entries")));
        }
        let text = required::<E>(params, &param)?;
        let malformed = |error| E::PARAMETER.saying(&param, &format!("`{text}`: {error}"));
        let range = PortRange::parse(text).map_err(malformed)?;
        if entries.iter().any(|(_, other)| other.range == range) {
            return Err(E::PARAMETER.saying(&param, &format!("`{range}` is given twice")));
        }
        let about = format!("{name}.{number}.Description");
        let description = entry_description::<E>(params, &about)?.to_owned();
        entries.push((param, PortEntry { range, description }));
    }
    Ok(entries)
}

/// The groups with a rule that takes its ports from a list, oldest first.
pub(super) fn groups_with<'a>(
    scenario: &'a Scenario,
    list: &'a PortListId,
) -> impl Iterator<Item = &'a Arc<SecurityGroup>> {
    let uses =
        |group: &&Arc<SecurityGroup>| group.rules.iter().any(|rule| rule.spec.list() == Some(list));
    scenario.groups().filter(uses)
}

/// The reply fields of a list.
pub(super) fn fields(list: &PortList) -> Vec<Field> {
    vec![
        ("PortRangeListId", Value::text(list.id.as_str())),
        ("PortRangeListName", Value::text(&list.name)),
        ("MaxEntries", Value::count(usize::from(list.max_entries))),
    ]
}
