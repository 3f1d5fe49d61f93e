//! What the operations on prefix lists share: the region, the list, its entries.

use std::net::IpAddr;
use std::sync::Arc;

use super::entry_list::{ListError, ParameterError, entry_description, is_name, required};
use super::error::Refusal;
use super::handler::Request;
use super::params::Params;
use super::value::{Field, Value};
use crate::model::{AddressFamily, IpNet, PrefixList, PrefixListId};

/// The error rows of the operations that take entries.
pub(super) trait EntryError: ParameterError {
    /// The name is not valid.
    const NAME: Self;
    /// A block is malformed or of the wrong family.
    const MALFORMED: Self;
    /// A block occurs twice.
    const DUPLICATED: Self;
    /// More entries than a call may have.
    const TOO_MANY: Self;
}

/// The most entries of a call, and of a list (CreatePrefixList, 2024-12).
pub(super) const MOST_ENTRIES: usize = 200;

/// The list that `PrefixListId` names, as seen from a region.
pub(super) fn list<'a, E: ListError>(
    request: &Request<'a>,
    region: &str,
    id: &str,
) -> Result<&'a Arc<PrefixList>, Refusal> {
    let here = region == request.scenario.region().as_str();
    let id = PrefixListId::parse(id).ok().filter(|_| here);
    let list = id.and_then(|id| request.scenario.prefix_list(&id));
    list.ok_or_else(|| E::NOT_FOUND.at("PrefixListId"))
}

/// Checks the name, if given.
pub(super) fn name<E: EntryError>(params: &Params) -> Result<Option<&str>, Refusal> {
    match params.given("PrefixListName") {
        Some(text) if !is_name(text) => Err(E::NAME.at("PrefixListName")),
        name => Ok(name),
    }
}

/// The blocks of `name.N.Cidr`, each with the parameter that gives it, and checks their
/// descriptions. A bare address is a block of one; host bits must be zero.
pub(super) fn entries<E: EntryError>(
    params: &Params,
    name: &str,
) -> Result<Vec<(String, IpNet)>, Refusal> {
    let mut entries: Vec<(String, IpNet)> = Vec::new();
    for number in params.numbers(name) {
        let param = format!("{name}.{number}.Cidr");
        if entries.len() == MOST_ENTRIES {
            return Err(E::TOO_MANY.at(&param));
        }
        let text = required::<E>(params, &param)?;
        let malformed = || E::MALFORMED.saying(&param, &format!("`{text}` is no CIDR block"));
        let block = text.parse::<IpNet>().or_else(|_| text.parse::<IpAddr>().map(IpNet::from));
        let block = block.ok().filter(|block| block.trunc() == *block).ok_or_else(malformed)?;
        if entries.iter().any(|(_, other)| *other == block) {
            return Err(E::DUPLICATED.saying(&param, &format!("`{block}` is given twice")));
        }
        entry_description::<E>(params, &format!("{name}.{number}.Description"))?;
        entries.push((param, block));
    }
    Ok(entries)
}

/// Checks that the entries are of the list's family.
pub(super) fn of_family<E: EntryError>(
    entries: &[(String, IpNet)],
    family: AddressFamily,
) -> Result<(), Refusal> {
    let other = entries.iter().find(|(_, block)| AddressFamily::of_block(block) != family);
    match other {
        Some((param, block)) => {
            let words = format!("`{block}` is not of the address family of the list");
            Err(E::MALFORMED.saying(param, &words))
        }
        None => Ok(()),
    }
}

/// The family of a list (`Assumption::FamilyOfEmptyList`).
pub(super) fn family(list: &PrefixList) -> AddressFamily {
    list.blocks.first().map_or(AddressFamily::V4, AddressFamily::of_block)
}

/// The value of `AddressFamily`.
pub(super) const fn family_text(family: AddressFamily) -> &'static str {
    match family {
        AddressFamily::V4 => "IPv4",
        AddressFamily::V6 => "IPv6",
    }
}

/// The reply fields of a list that every query has.
pub(super) fn fields(list: &PrefixList) -> Vec<Field> {
    vec![
        ("PrefixListId", Value::text(list.id.as_str())),
        ("PrefixListName", Value::text(&list.name)),
        ("AddressFamily", Value::text(family_text(family(list)))),
        ("MaxEntries", Value::count(usize::from(list.max_entries))),
    ]
}
