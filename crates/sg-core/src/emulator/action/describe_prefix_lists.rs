//! DescribePrefixLists: the prefix lists of a region, filtered and paged.

use std::sync::Arc;

use crate::emulator::call_template::CallTemplate;
use crate::emulator::entry_list::{self, ListError};
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::prefix_list;
use crate::emulator::value::Value;
use crate::emulator::{cause, common, paging};
use crate::model::{Peer, PrefixList, Scenario};

error_table! {
    /// Why DescribePrefixLists refuses a call.
    // No table is available: these rows are those of CreatePrefixList.
    + Missing 400 "MissingParameter" "%s", cause::PREFIX_LIST_MISSING;
    + Parameter 400 "InvalidParameter" "%s", cause::PREFIX_LIST_FILTER;
}

impl ListError for Error {
    const MISSING: Self = Self::Missing;
    // No list is looked up.
    const NOT_FOUND: Self = Self::Parameter;
}

/// The operation row of DescribePrefixLists.
pub static OPERATION: Operation = Operation {
    effect: Effect::Reads,
    params: PARAMS,
    table_year: None,
    errors: &[],
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::Without(LEFT_OUT),
    permission: Permission::new(Access::Get, &[permission::PREFIX_LIST]),
    terraform: Terraform::Reads,
    templates: &[TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-chengdu").required(),
    ParamSpec::new("PrefixListId.N", "pl-x1j1k5ykzqlixdcy****"),
    ParamSpec::new("PrefixListName", "PrefixListNameSample"),
    ParamSpec::new("AddressFamily", "IPv4").one_of(&["IPv4", "IPv6"]),
    ParamSpec::new("ResourceGroupId", "rg-bp67acfmxazb4p****"),
    ParamSpec::new("Tag.N.Key", "TestKey"),
    ParamSpec::new("Tag.N.Value", "TestValue"),
    ParamSpec::new("MaxResults", "10").short(),
    ParamSpec::new("NextToken", "AAAAAdDWBF2****"),
];

/// Fields that a scenario does not know.
const LEFT_OUT: &[&str] = &[
    "PrefixLists.PrefixList[].CreationTime",
    "PrefixLists.PrefixList[].Description",
    "PrefixLists.PrefixList[].ResourceGroupId",
    "PrefixLists.PrefixList[].Tags",
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("-RegionId"),
    CallTemplate::new("AddressFamily=ipv4"),
    CallTemplate::new("RegionId=mars-1"),
];

/// Answers the call. A page has 10 lists unless `MaxResults` says otherwise. Scenarios do not hold the
/// resource groups and tags of prefix lists, so such a filter finds nothing. No error table is
/// available (`Assumption::NoTableAtHand`).
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let params = request.params;
    let region = entry_list::required::<Error>(params, "RegionId")?;
    let unfit = |name: &str| Error::Parameter.saying(name, &format!("`{name}` is not valid"));
    if !matches!(params.given("AddressFamily"), None | Some("IPv4" | "IPv6")) {
        return Err(unfit("AddressFamily"));
    }
    let most = paging::number(params, "MaxResults", 1..=100).map_err(unfit)?;
    let ids: Vec<&str> = params.list("PrefixListId").into_values().collect();
    if ids.len() > 100 {
        return Err(unfit("PrefixListId"));
    }
    common::known_region(request, region)?;
    let scenario = request.scenario;
    let here = region == scenario.region().as_str();
    let is = |name: &str, value: &str| params.given(name).is_none_or(|given| given == value);
    let met = |list: &&Arc<PrefixList>| {
        here && (ids.is_empty() || ids.contains(&list.id.as_str()))
            && is("PrefixListName", &list.name)
            && is("AddressFamily", prefix_list::family_text(prefix_list::family(list)))
            && params.given("ResourceGroupId").is_none()
            && params.numbers("Tag").is_empty()
    };
    let lists: Vec<_> = scenario.parts().prefix_lists.values().filter(met).collect();
    let page =
        paging::page(params, "DescribePrefixLists", lists.len(), Some(most.unwrap_or(10)), 10);
    let page = page.ok_or_else(|| unfit("NextToken"))?;
    let shown = lists.into_iter().skip(page.start).take(page.length);
    let shown = shown.map(|list| entry(scenario, list)).collect();
    Ok(Outcome::unchanged(request).saying(vec![
        ("NextToken", Value::text(page.next_token)),
        ("PrefixLists", Value::wrapped("PrefixList", shown)),
    ]))
}

fn entry(scenario: &Scenario, list: &PrefixList) -> Value {
    let peer = Peer::PrefixList(list.id.clone());
    let uses = scenario.groups().filter(|own| own.rules.iter().any(|rule| rule.spec.peer == peer));
    let mut fields = prefix_list::fields(list);
    fields.push(("AssociationCount", Value::count(uses.count())));
    Value::Object(fields)
}
