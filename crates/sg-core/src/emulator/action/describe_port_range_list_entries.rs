//! DescribePortRangeListEntries: the entries of a port list.

use crate::emulator::call_template::CallTemplate;
use crate::emulator::call_template::Fixture::PortList;
use crate::emulator::entry_list::{ListError, required};
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::port_list;
use crate::emulator::value::Value;
use crate::emulator::{cause, common};

error_table! {
    /// Why DescribePortRangeListEntries refuses a call.
    ListNotFound 400 "InvalidPortRangeListId.NotFound"
        "The specified port range list was not found.",
        cause::PORT_LIST_UNKNOWN;
    RegionNotFound 404 "InvalidRegionId.NotFound"
        "The specified parameter RegionId is not valid.",
        cause::REGION_UNKNOWN;
    // The table has no row for a missing parameter; this one is that of CreatePrefixList.
    + Missing 400 "MissingParameter" "%s", cause::PORT_LIST_MISSING;
}

impl ListError for Error {
    const MISSING: Self = Self::Missing;
    const NOT_FOUND: Self = Self::ListNotFound;
}

/// The operation row of DescribePortRangeListEntries.
pub static OPERATION: Operation = Operation {
    effect: Effect::Reads,
    params: PARAMS,
    table_year: Some(2026),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::List, &[permission::PORT_LIST]),
    terraform: Terraform::Reads,
    templates: &[TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("PortRangeListId", "prl-2ze9743****").required(),
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("PortRangeListId=prl-nobody"),
    CallTemplate::with("RegionId=mars-1 PortRangeListId=$portList", &[PortList]),
    CallTemplate::new("-RegionId PortRangeListId=prl-nobody"),
];

/// Answers the call. The reply does not repeat the id of the list.
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let params = request.params;
    let region = required::<Error>(params, "RegionId")?;
    let id = required::<Error>(params, "PortRangeListId")?;
    if !common::region_exists(request, region) {
        return Err(Error::RegionNotFound.at("RegionId"));
    }
    let list = port_list::list::<Error>(request, region, id)?;
    let entries = list.entries.iter().map(|own| {
        Value::Object(vec![
            ("PortRange", Value::text(own.range.to_string())),
            ("Description", Value::text(&own.description)),
        ])
    });
    let entries = Value::List(entries.collect());
    Ok(Outcome::unchanged(request).saying(vec![("Entries", entries)]))
}
