//! DescribePortRangeListAssociations: the security groups whose rules reference a port list.

use crate::emulator::call_template::CallTemplate;
use crate::emulator::call_template::Fixture::PortList;
use crate::emulator::entry_list::{ListError, ParameterError, required};
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::port_list;
use crate::emulator::value::Value;
use crate::emulator::{cause, common, paging};

error_table! {
    /// Why DescribePortRangeListAssociations refuses a call.
    // No table is at hand: the first row is that of DescribePortRangeListEntries, the others are those
    // of CreatePrefixList.
    + ListNotFound 400 "InvalidPortRangeListId.NotFound"
        "The specified port range list was not found.",
        cause::PORT_LIST_UNKNOWN;
    + Missing 400 "MissingParameter" "%s", cause::PORT_LIST_MISSING;
    + Parameter 400 "InvalidParameter" "%s", cause::PORT_LIST_FILTER;
}

impl ListError for Error {
    const MISSING: Self = Self::Missing;
    const NOT_FOUND: Self = Self::ListNotFound;
}

impl ParameterError for Error {
    const PARAMETER: Self = Self::Parameter;
}

/// The operation row of DescribePortRangeListAssociations.
pub static OPERATION: Operation = Operation {
    effect: Effect::Reads,
    params: PARAMS,
    table_year: None,
    errors: &[],
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
    ParamSpec::new("MaxResults", "10").short(),
    ParamSpec::new("NextToken", "AAAAAdDWBF2****"),
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("PortRangeListId=prl-nobody"),
    CallTemplate::new("-RegionId PortRangeListId=prl-nobody"),
    CallTemplate::with("PortRangeListId=$portList MaxResults=101", &[PortList]),
    CallTemplate::with("RegionId=mars-1 PortRangeListId=$portList", &[PortList]),
];

/// Answers the call. A page has 10 groups unless `MaxResults` says otherwise. No error table is
/// available (`Assumption::NoTableAtHand`).
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let params = request.params;
    let region = required::<Error>(params, "RegionId")?;
    let id = required::<Error>(params, "PortRangeListId")?;
    let unfit = |name: &str| Error::Parameter.saying(name, &format!("`{name}` is not valid"));
    let most = paging::number(params, "MaxResults", 1..=100).map_err(unfit)?;
    common::known_region(request, region)?;
    let list = port_list::list::<Error>(request, region, id)?;
    let groups: Vec<_> = port_list::groups_with(request.scenario, &list.id).collect();
    let page = paging::page(params, list.id.as_str(), groups.len(), Some(most.unwrap_or(10)), 10);
    let page = page.ok_or_else(|| unfit("NextToken"))?;
    let shown = groups.into_iter().skip(page.start).take(page.length).map(|group| {
        Value::Object(vec![
            ("ResourceId", Value::text(group.id.as_str())),
            ("ResourceType", Value::text("SecurityGroup")),
        ])
    });
    Ok(Outcome::unchanged(request).saying(vec![
        ("NextToken", Value::text(page.next_token)),
        ("PortRangeListAssociations", Value::List(shown.collect())),
    ]))
}
