//! ModifyPortRangeList: renames a port list, and adds, describes and removes entries.

use crate::emulator::call_template::CallTemplate;
use crate::emulator::call_template::Fixture::PortList as APortList;
use crate::emulator::entry_list::{self, ListError, ParameterError, required};
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::port_list;
use crate::emulator::{cause, common};
use crate::model::{PortList, PortRange};

error_table! {
    /// Why ModifyPortRangeList refuses a call.
    // No table is at hand: the first row is that of DeletePortRangeList, the others are those of
    // CreatePrefixList.
    + ListNotFound 400 "InvalidPortRangeListId.NotFound"
        "The specified port range list was not found.",
        cause::PORT_LIST_UNKNOWN;
    + Missing 400 "MissingParameter" "%s", cause::PORT_LIST_MISSING;
    + Parameter 400 "InvalidParameter" "%s", cause::PORT_LIST_PARAMETER;
}

impl ListError for Error {
    const MISSING: Self = Self::Missing;
    const NOT_FOUND: Self = Self::ListNotFound;
}

impl ParameterError for Error {
    const PARAMETER: Self = Self::Parameter;
}

/// The operation row of ModifyPortRangeList.
pub static OPERATION: Operation = Operation {
    effect: Effect::ChangesTopology,
    params: PARAMS,
    table_year: None,
    errors: &[],
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::Update, &[permission::PORT_LIST]),
    terraform: Terraform::NoResource,
    templates: &[TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("PortRangeListId", "prl-2ze9743****").required(),
    ParamSpec::new("PortRangeListName", "PortRangeListNameSample"),
    ParamSpec::new("Description", "This is description."),
    ParamSpec::new("AddEntry.N.PortRange", "80/80").usual(),
    ParamSpec::new("AddEntry.N.Description", "This is description."),
    ParamSpec::new("RemoveEntry.N.PortRange", "80/80"),
    ParamSpec::new("ClientToken", "473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E"),
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::with("PortRangeListId=$portList AddEntry.1.PortRange=443/80", &[APortList]),
    CallTemplate::new("PortRangeListId=prl-nobody"),
    CallTemplate::new("PortRangeListName=web"),
    CallTemplate::with("PortRangeListId=$portList ClientToken=@x*65", &[APortList]),
    CallTemplate::with("RegionId=mars-1 PortRangeListId=$portList", &[APortList]),
];

/// Answers the call: entries are removed, then added. An entry that is added again stays where it is
/// and gets the description, and one that the list does not have is not removed
/// (`Assumption::RemovedEntries`). The description of the list is checked but not kept
/// (`Assumption::DetailsOfPortLists`). The rules that name the list follow it.
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let params = request.params;
    let region = required::<Error>(params, "RegionId")?;
    let id = required::<Error>(params, "PortRangeListId")?;
    let name = port_list::name::<Error>(params)?;
    entry_list::description::<Error>(params)?;
    let removed = port_list::entries::<Error>(params, "RemoveEntry")?;
    let added = port_list::entries::<Error>(params, "AddEntry")?;
    let is_removed = |range: PortRange| removed.iter().any(|(_, own)| own.range == range);
    if let Some((param, own)) = added.iter().find(|(_, own)| is_removed(own.range)) {
        let words = format!("`{}` is to be added and removed", own.range);
        return Err(Error::Parameter.saying(param, &words));
    }
    common::client_token(request)?;
    common::known_region(request, region)?;
    let mut list = PortList::clone(port_list::list::<Error>(request, region, id)?);
    list.entries.retain(|own| !is_removed(own.range));
    let room = usize::from(list.max_entries);
    for (param, entry) in added {
        let full = list.entries.len() == room;
        match list.entries.iter_mut().find(|own| own.range == entry.range) {
            Some(own) => own.description = entry.description,
            None if full => {
                let words = "more entries than the list has room for";
                return Err(Error::Parameter.saying(&param, words));
            }
            None => list.entries.push(entry),
        }
    }
    if let Some(name) = name {
        name.clone_into(&mut list.name);
    }
    common::edited(request, |parts| parts.put_port_list(list))
}
