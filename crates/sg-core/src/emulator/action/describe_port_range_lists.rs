//! DescribePortRangeLists: the port lists of a region, filtered and paged.

use std::sync::Arc;

use crate::emulator::call_template::CallTemplate;
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
use crate::model::{PortList, Scenario};

error_table! {
    /// Why DescribePortRangeLists refuses a call.
    // No table is at hand: these rows are those of CreatePrefixList.
    + Missing 400 "MissingParameter" "%s", cause::PORT_LIST_MISSING;
    + Parameter 400 "InvalidParameter" "%s", cause::PORT_LIST_FILTER;
}

impl ListError for Error {
    const MISSING: Self = Self::Missing;
    // No list is looked up.
    const NOT_FOUND: Self = Self::Parameter;
}

impl ParameterError for Error {
    const PARAMETER: Self = Self::Parameter;
}

/// The operation row of DescribePortRangeLists.
pub static OPERATION: Operation = Operation {
    effect: Effect::Reads,
    params: PARAMS,
    table_year: None,
    errors: &[],
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::Without(LEFT_OUT),
    permission: Permission::new(Access::List, &[permission::PORT_LISTS, permission::PORT_LIST]),
    terraform: Terraform::Reads,
    templates: &[TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

/// Scenarios do not hold these.
const LEFT_OUT: &[&str] = &[
    "PortRangeLists[].CreationTime",
    "PortRangeLists[].Description",
    "PortRangeLists[].ResourceGroupId",
    "PortRangeLists[].Tags",
];

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("PortRangeListId.N", "prl-2ze9743****"),
    ParamSpec::new("PortRangeListName", "PortRangeListNameSample"),
    ParamSpec::new("ResourceGroupId", "rg-bp67acfmxazb4p****"),
    ParamSpec::new("Tag.N.Key", "TestKey"),
    ParamSpec::new("Tag.N.Value", "TestValue"),
    ParamSpec::new("MaxResults", "10").short(),
    ParamSpec::new("NextToken", "AAAAAdDWBF2****"),
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("-RegionId"),
    CallTemplate::new("MaxResults=101"),
    CallTemplate::new("RegionId=mars-1"),
];

/// Answers the call. A page has 10 lists unless `MaxResults` says otherwise. Scenarios do not hold the
/// resource groups and tags of port lists, so such a filter finds nothing. No error table is
/// available (`Assumption::NoTableAtHand`).
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let params = request.params;
    let region = required::<Error>(params, "RegionId")?;
    let unfit = |name: &str| Error::Parameter.saying(name, &format!("`{name}` is not valid"));
    let most = paging::number(params, "MaxResults", 1..=100).map_err(unfit)?;
    let ids: Vec<&str> = params.list("PortRangeListId").into_values().collect();
    if ids.len() > 100 {
        return Err(unfit("PortRangeListId"));
    }
    common::known_region(request, region)?;
    let scenario = request.scenario;
    let here = region == scenario.region().as_str();
    let named = params.given("PortRangeListName");
    let met = |list: &&Arc<PortList>| {
        here && (ids.is_empty() || ids.contains(&list.id.as_str()))
            && named.is_none_or(|name| list.name == name)
            && params.given("ResourceGroupId").is_none()
            && params.numbers("Tag").is_empty()
    };
    let lists: Vec<_> = scenario.parts().port_lists.values().filter(met).collect();
    let most = Some(most.unwrap_or(10));
    let page = paging::page(params, "DescribePortRangeLists", lists.len(), most, 10);
    let page = page.ok_or_else(|| unfit("NextToken"))?;
    let shown = lists.into_iter().skip(page.start).take(page.length);
    let shown = shown.map(|list| entry(scenario, list)).collect();
    Ok(Outcome::unchanged(request).saying(vec![
        ("NextToken", Value::text(page.next_token)),
        ("PortRangeLists", Value::List(shown)),
    ]))
}

fn entry(scenario: &Scenario, list: &PortList) -> Value {
    let uses = port_list::groups_with(scenario, &list.id).count();
    let mut fields = port_list::fields(list);
    fields.push(("AssociationCount", Value::count(uses)));
    Value::Object(fields)
}
