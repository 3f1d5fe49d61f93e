//! CreatePrefixList: creates a prefix list.

use std::sync::Arc;

use crate::emulator::call_template::CallTemplate;
use crate::emulator::entry_list::{self, ListError, ParameterError};
use crate::emulator::env::IdGenerator;
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::paging;
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::prefix_list::{self, EntryError};
use crate::emulator::tag::{self, TagError};
use crate::emulator::value::Value;
use crate::emulator::{cause, common};
use crate::model::{AddressFamily, PrefixList};

error_table! {
    /// Why CreatePrefixList refuses a call.
    Missing 400 "MissingParameter"
        "%s",
        cause::PREFIX_LIST_MISSING;
    Family 400 "InvalidParameter.AddressFamily"
        "The parameter AddressFamily should be IPv4 or IPv6.",
        cause::PREFIX_LIST_FAMILY_VALUE;
    Parameter 400 "InvalidParameter"
        "%s",
        cause::PREFIX_LIST_PARAMETER;
    Name 400 "InvalidParameter.PrefixListName"
        "The parameter PrefixListName is not valid.",
        cause::PREFIX_LIST_NAME;
    Token 400 "InvalidClientToken.ValueNotSupported"
        "The ClientToken provided is invalid.",
        cause::CLIENT_TOKEN;
    Malformed 400 "InvalidParameter.CidrMalformed"
        "%s",
        cause::PREFIX_LIST_CIDR;
    Duplicated 400 "InvalidParameter.CidrDuplicated"
        "%s",
        cause::PREFIX_LIST_CIDR_TWICE;
    TooMany 400 "LimitExceed.Entry"
        "The number of entries added or removed exceeds the limit.",
        cause::PREFIX_LIST_CALL_ENTRIES;
    Full 400 "LimitExceed.MaxEntries"
        "The number of entries exceeds the MaxEntries of the specified prefix list.",
        cause::PREFIX_LIST_FULL;
    Closed 404 "NotSupported.GrayFunction"
        "The prefix list is a gray-scale function, not currently supported.",
        cause::PREFIX_LIST_CLOSED, never cause::NEVER_PREFIX_LIST_CLOSED;
    PerRegion 404 "LimitExceed.PrefixListPerRegion"
        "The number of prefix lists in the region exceeds the limit.",
        cause::PREFIX_LIST_PER_REGION, never cause::NEVER_PREFIX_LISTS;

    // The table is older than resource groups of prefix lists; this row is that of CreateSecurityGroup.
    + ResourceGroupNotFound 404 "InvalidResourceGroup.NotFound"
        "The ResourceGroup provided does not exist in our records.",
        cause::RESOURCE_GROUP_UNKNOWN;
}

impl ListError for Error {
    const MISSING: Self = Self::Missing;
    // No list is looked up.
    const NOT_FOUND: Self = Self::Parameter;
}

/// The operation row of CreatePrefixList.
pub static OPERATION: Operation = Operation {
    effect: Effect::ChangesTopology,
    params: PARAMS,
    table_year: Some(2021),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::Create, &[permission::PREFIX_LISTS]),
    terraform: Terraform::NewPrefixList,
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

impl TagError for Error {
    const KEY: Self = Self::Parameter;
    const VALUE: Self = Self::Parameter;
    const REPEATED: Self = Self::Parameter;
    const LIMIT: Self = Self::Parameter;
    const RESOURCE: &'static str = "a prefix list";
}

pub(in crate::emulator) const HANDLER: Handler = Handler::WithNewIds(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-chengdu").required(),
    ParamSpec::new("PrefixListName", "PrefixListNameSample").required(),
    ParamSpec::new("AddressFamily", "IPv4").required().one_of(&["IPv4", "IPv6"]),
    ParamSpec::new("MaxEntries", "10").required().short(),
    ParamSpec::new("Entry.N.Cidr", "192.168.1.0/24").usual(),
    ParamSpec::new("Entry.N.Description", "Description Sample 01"),
    ParamSpec::new("Description", "This is description."),
    ParamSpec::new("ResourceGroupId", "rg-bp67acfmxazb4p****"),
    ParamSpec::new("Tag.N.Key", "TestKey"),
    ParamSpec::new("Tag.N.Value", "TestValue"),
    ParamSpec::new("ClientToken", "0c593ea1-3bea-11e9-b96b-88e9fe637760"),
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("-RegionId PrefixListName=offices AddressFamily=IPv4 MaxEntries=10"),
    CallTemplate::new("PrefixListName=offices AddressFamily=ipv4 MaxEntries=10"),
    CallTemplate::new("PrefixListName=offices AddressFamily=IPv4 MaxEntries=201"),
    CallTemplate::new("PrefixListName=1st AddressFamily=IPv4 MaxEntries=10"),
    CallTemplate::new("PrefixListName=offices AddressFamily=IPv4 MaxEntries=10 ClientToken=@x*65"),
    CallTemplate::new(
        "PrefixListName=offices AddressFamily=IPv4 MaxEntries=10 Entry.1.Cidr=10.0.0.1/8",
    ),
    CallTemplate::new(
        "PrefixListName=offices AddressFamily=IPv4 MaxEntries=10 Entry.1.Cidr=10.0.0.0/8 Entry.2.Cidr=10.0.0.0/8",
    ),
    CallTemplate::new(
        "PrefixListName=offices AddressFamily=IPv4 MaxEntries=200 Entry.*201*.Cidr=10.0.0.#",
    ),
    CallTemplate::new(
        "PrefixListName=offices AddressFamily=IPv4 MaxEntries=1 Entry.1.Cidr=10.0.0.0/8 Entry.2.Cidr=11.0.0.0/8",
    ),
    CallTemplate::new(
        "PrefixListName=offices AddressFamily=IPv4 MaxEntries=10 ResourceGroupId=rg-nobody",
    ),
    CallTemplate::new("RegionId=mars-1 PrefixListName=offices AddressFamily=IPv4 MaxEntries=10"),
];

/// Answers the call. Descriptions, the resource group and tags are checked but not kept
/// (`Assumption::DetailsOfListsAreNotKept`).
fn answer(request: &Request<'_>, generator: &mut IdGenerator) -> Result<Outcome, Refusal> {
    let params = request.params;
    let region = entry_list::required::<Error>(params, "RegionId")?;
    entry_list::required::<Error>(params, "PrefixListName")?;
    let name = prefix_list::name::<Error>(params)?.unwrap_or_default();
    let family = family(request)?;
    entry_list::required::<Error>(params, "MaxEntries")?;
    let unfit = |name: &str| Error::Parameter.saying(name, &format!("`{name}` is not valid"));
    let most =
        paging::number(params, "MaxEntries", 1..=prefix_list::MOST_ENTRIES).map_err(unfit)?;
    let most = most.unwrap_or(prefix_list::MOST_ENTRIES);
    entry_list::description::<Error>(params)?;
    let entries = prefix_list::entries::<Error>(params, "Entry")?;
    prefix_list::of_family::<Error>(&entries, family)?;
    if let Some((param, _)) = entries.get(most) {
        return Err(Error::Full.at(param));
    }
    tag::of_new::<Error>(params)?;
    common::client_token(request)?;
    common::known_region(request, region)?;
    common::resource_group(request, Error::ResourceGroupNotFound)?;
    if region != request.scenario.region().as_str() {
        return Err(Error::Parameter.saying("RegionId", "the scenario has one region only"));
    }
    let id = generator.prefix_list_id(request.scenario);
    let list = PrefixList {
        id: id.clone(),
        name: name.to_owned(),
        blocks: entries.into_iter().map(|(_, block)| block).collect(),
        max_entries: u16::try_from(most).unwrap_or(u16::MAX),
        unread_entries: false,
    };
    let fields = vec![("PrefixListId", Value::text(id.as_str()))];
    let outcome = common::edited(request, |parts| {
        parts.prefix_lists.insert(id, Arc::new(list));
    })?;
    Ok(outcome.saying(fields))
}

fn family(request: &Request<'_>) -> Result<AddressFamily, Refusal> {
    match entry_list::required::<Error>(request.params, "AddressFamily")? {
        "IPv4" => Ok(AddressFamily::V4),
        "IPv6" => Ok(AddressFamily::V6),
        _ => Err(Error::Family.at("AddressFamily")),
    }
}
