//! CreatePortRangeList: creates a port list.

use crate::emulator::call_template::CallTemplate;
use crate::emulator::entry_list::{self, ListError, ParameterError, required};
use crate::emulator::env::IdGenerator;
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::port_list;
use crate::emulator::tag::{self, TagError};
use crate::emulator::value::Value;
use crate::emulator::{cause, common, paging};
use crate::model::PortList;

error_table! {
    /// Why CreatePortRangeList refuses a call.
    // No table is at hand: the first two rows are those of CreatePrefixList, the last one is that of
    // CreateSecurityGroup.
    + Missing 400 "MissingParameter" "%s", cause::PORT_LIST_MISSING;
    + Parameter 400 "InvalidParameter" "%s", cause::PORT_LIST_PARAMETER;
    + ResourceGroupNotFound 404 "InvalidResourceGroup.NotFound"
        "The ResourceGroup provided does not exist in our records.",
        cause::RESOURCE_GROUP_UNKNOWN;
}

impl ListError for Error {
    const MISSING: Self = Self::Missing;
    // No list is looked up.
    const NOT_FOUND: Self = Self::Parameter;
}

impl ParameterError for Error {
    const PARAMETER: Self = Self::Parameter;
}

impl TagError for Error {
    const KEY: Self = Self::Parameter;
    const VALUE: Self = Self::Parameter;
    const REPEATED: Self = Self::Parameter;
    const LIMIT: Self = Self::Parameter;
    const RESOURCE: &'static str = "a port list";
}

/// The operation row of CreatePortRangeList.
pub static OPERATION: Operation = Operation {
    effect: Effect::ChangesTopology,
    params: PARAMS,
    table_year: None,
    errors: &[],
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::Create, &[permission::PORT_LISTS]),
    terraform: Terraform::NoResource,
    templates: &[TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::WithNewIds(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("PortRangeListName", "PortRangeListNameSample").required(),
    ParamSpec::new("MaxEntries", "10").required().short(),
    ParamSpec::new("Entry.N.PortRange", "80/80").usual(),
    ParamSpec::new("Entry.N.Description", "Description information of Entry"),
    ParamSpec::new("Description", "Description information of PortRangeList"),
    ParamSpec::new("ResourceGroupId", "rg-bp67acfmxazb4p****"),
    ParamSpec::new("Tag.N.Key", "TestKey"),
    ParamSpec::new("Tag.N.Value", "TestValue"),
    ParamSpec::new("ClientToken", "123e4567-e89b-12d3-a456-426655440000"),
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("-RegionId PortRangeListName=web MaxEntries=10"),
    CallTemplate::new("PortRangeListName=web MaxEntries=2001"),
    CallTemplate::new("PortRangeListName=web MaxEntries=10 Entry.1.PortRange=443/80"),
    CallTemplate::new("PortRangeListName=web MaxEntries=10 ResourceGroupId=rg-nobody"),
    CallTemplate::new("PortRangeListName=web MaxEntries=10 ClientToken=@x*65"),
    CallTemplate::new("RegionId=mars-1 PortRangeListName=web MaxEntries=10"),
];

/// Answers the call. The description of the list, the resource group and tags are checked but not
/// kept (`Assumption::DetailsOfPortLists`).
fn answer(request: &Request<'_>, generator: &mut IdGenerator) -> Result<Outcome, Refusal> {
    let params = request.params;
    let region = required::<Error>(params, "RegionId")?;
    required::<Error>(params, "PortRangeListName")?;
    let name = port_list::name::<Error>(params)?.unwrap_or_default();
    required::<Error>(params, "MaxEntries")?;
    let unfit = |name: &str| Error::Parameter.saying(name, &format!("`{name}` is not valid"));
    let largest = usize::from(PortList::MOST_ENTRIES);
    let most = paging::number(params, "MaxEntries", 1..=largest).map_err(unfit)?;
    let most = most.unwrap_or(largest);
    entry_list::description::<Error>(params)?;
    let entries = port_list::entries::<Error>(params, "Entry")?;
    if let Some((param, _)) = entries.get(most) {
        return Err(Error::Parameter.saying(param, "more entries than `MaxEntries` allows"));
    }
    tag::of_new::<Error>(params)?;
    common::client_token(request)?;
    common::known_region(request, region)?;
    common::resource_group(request, Error::ResourceGroupNotFound)?;
    if region != request.scenario.region().as_str() {
        return Err(Error::Parameter.saying("RegionId", "the scenario has one region only"));
    }
    let list = PortList {
        id: generator.port_list_id(request.scenario),
        name: name.to_owned(),
        entries: entries.into_iter().map(|(_, entry)| entry).collect(),
        max_entries: u16::try_from(most).unwrap_or(PortList::MOST_ENTRIES),
    };
    let fields = vec![("PortRangeListId", Value::text(list.id.as_str()))];
    let outcome = common::edited(request, |parts| parts.put_port_list(list))?;
    Ok(outcome.saying(fields))
}
