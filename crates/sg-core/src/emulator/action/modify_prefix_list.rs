//! ModifyPrefixList: renames a prefix list, and adds and removes entries.

use std::sync::Arc;

use crate::emulator::call_template::CallTemplate;
use crate::emulator::call_template::Fixture::List;
use crate::emulator::entry_list::{self, ListError, ParameterError};
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::prefix_list::{self, EntryError};
use crate::emulator::{cause, common};
use crate::model::{AddressFamily, IpNet};

error_table! {
    /// Why ModifyPrefixList refuses a call.
    Missing 400 "MissingParameter"
        "%s",
        cause::PREFIX_LIST_MISSING;
    ListNotFound 404 "InvalidPrefixListId.NotFound"
        "The specified prefix list was not found.",
        cause::PREFIX_LIST_UNKNOWN;
    Name 400 "InvalidParameter.PrefixListName"
        "The parameter PrefixListName is not valid.",
        cause::PREFIX_LIST_NAME;
    Duplicated 400 "InvalidParameter.CidrDuplicated"
        "%s",
        cause::PREFIX_LIST_CIDR_TWICE;
    Malformed 400 "InvalidParameter.CidrMalformed"
        "%s",
        cause::PREFIX_LIST_CIDR;
    Full 400 "LimitExceed.MaxEntries"
        "The number of entries exceeds the MaxEntries of the specified prefix list.",
        cause::PREFIX_LIST_FULL;
    TooMany 400 "LimitExceed.Entry"
        "The number of entries added or removed exceeds the limit.",
        cause::PREFIX_LIST_CALL_ENTRIES;
    Closed 404 "NotSupported.GrayFunction"
        "The prefix list is a gray-scale function, not currently supported.",
        cause::PREFIX_LIST_CLOSED, never cause::NEVER_PREFIX_LIST_CLOSED;
    // The table has no row for other parameters; this one is that of CreatePrefixList.
    + Parameter 400 "InvalidParameter" "%s", cause::PREFIX_LIST_PARAMETER;
}

impl ListError for Error {
    const MISSING: Self = Self::Missing;
    const NOT_FOUND: Self = Self::ListNotFound;
}

/// The operation row of ModifyPrefixList.
pub static OPERATION: Operation = Operation {
    effect: Effect::ChangesTopology,
    params: PARAMS,
    table_year: Some(2021),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::Update, &[permission::PREFIX_LIST]),
    terraform: Terraform::Entries,
    templates: &[TEMPLATES],
};

impl ParameterError for Error {
    const PARAMETER: Self = Self::Parameter;
}

impl EntryError for Error {
    const NAME: Self = Self::Name;
    const MALFORMED: Self = Self::Malformed;
    const DUPLICATED: Self = Self::Duplicated;
    const TOO_MANY: Self = Self::TooMany;
}

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-chengdu").required(),
    ParamSpec::new("PrefixListId", "pl-x1j1k5ykzqlixdcy****").required(),
    ParamSpec::new("PrefixListName", "PrefixListNameSample"),
    ParamSpec::new("Description", "This is description."),
    ParamSpec::new("AddEntry.N.Cidr", "192.168.2.0/24").usual(),
    ParamSpec::new("AddEntry.N.Description", "Description Sample 01"),
    ParamSpec::new("RemoveEntry.N.Cidr", "192.168.1.0/24"),
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::with("PrefixListId=$list AddEntry.1.Cidr=10.0.0.1/8", &[List]),
    CallTemplate::with(
        "PrefixListId=$list AddEntry.1.Cidr=192.0.2.7 AddEntry.2.Cidr=192.0.2.7/32",
        &[List],
    ),
    CallTemplate::with("PrefixListId=$list AddEntry.*201*.Cidr=10.0.0.#", &[List]),
    CallTemplate::with("PrefixListId=$list PrefixListName=1st", &[List]),
    CallTemplate::with("PrefixListId=$list Description=a", &[List]),
    CallTemplate::with(
        "PrefixListId=pl-laboratory-offices AddEntry.1.Cidr=192.0.2.7 AddEntry.2.Cidr=192.0.2.8",
        &[List],
    ),
    CallTemplate::new("PrefixListId=pl-nobody"),
    CallTemplate::new("PrefixListName=offices"),
    CallTemplate::with("RegionId=mars-1 PrefixListId=$list", &[List]),
];

/// Answers the call: entries are removed, then added. An entry that is added again stays where it is
/// (the call changes its description), and one that the list does not have is not removed
/// (`Assumption::RemovedEntries`). Descriptions are checked but not kept
/// (`Assumption::DetailsOfListsAreNotKept`).
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let params = request.params;
    let region = entry_list::required::<Error>(params, "RegionId")?;
    let id = entry_list::required::<Error>(params, "PrefixListId")?;
    let name = prefix_list::name::<Error>(params)?;
    entry_list::description::<Error>(params)?;
    let removed = prefix_list::entries::<Error>(params, "RemoveEntry")?;
    let added = prefix_list::entries::<Error>(params, "AddEntry")?;
    let both = added.iter().find(|(_, block)| removed.iter().any(|(_, other)| other == block));
    if let Some((param, block)) = both {
        let words = format!("`{block}` is to be added and removed");
        return Err(Error::Duplicated.saying(param, &words));
    }
    common::known_region(request, region)?;
    let list = prefix_list::list::<Error>(request, region, id)?;
    let is_removed = |block: &IpNet| removed.iter().any(|(_, other)| other == block);
    let mut blocks: Vec<IpNet> = list.blocks.iter().copied().filter(|it| !is_removed(it)).collect();
    // The first entry decides the family of a list that was empty.
    let first = added.first().map(|(_, block)| AddressFamily::of_block(block));
    let family = list.blocks.first().map(AddressFamily::of_block).or(first);
    prefix_list::of_family::<Error>(&added, family.unwrap_or(AddressFamily::V4))?;
    for (param, block) in added {
        if blocks.contains(&block) {
            continue;
        }
        if blocks.len() == usize::from(list.max_entries) {
            return Err(Error::Full.at(&param));
        }
        blocks.push(block);
    }
    common::edited(request, |parts| {
        if let Some(list) = parts.prefix_lists.get_mut(&list.id) {
            let list = Arc::make_mut(list);
            list.blocks = blocks;
            if let Some(name) = name {
                name.clone_into(&mut list.name);
            }
        }
    })
}
