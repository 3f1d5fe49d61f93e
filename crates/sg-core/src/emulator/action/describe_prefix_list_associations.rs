//! DescribePrefixListAssociations: the security groups whose rules reference a prefix list.

use std::sync::Arc;

use crate::emulator::call_template::CallTemplate;
use crate::emulator::call_template::Fixture::List;
use crate::emulator::entry_list::{self, ListError};
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::prefix_list;
use crate::emulator::value::Value;
use crate::emulator::{cause, common, paging, tagging};
use crate::model::{Peer, SecurityGroup};

error_table! {
    /// Why DescribePrefixListAssociations refuses a call.
    // No table is available: these rows are those of the operations that change prefix lists.
    + ListNotFound 404 "InvalidPrefixListId.NotFound" "The specified prefix list was not found.",
        cause::PREFIX_LIST_UNKNOWN;
    + Missing 400 "MissingParameter" "%s", cause::PREFIX_LIST_MISSING;
    + Parameter 400 "InvalidParameter" "%s", cause::PREFIX_LIST_FILTER;
}

impl ListError for Error {
    const MISSING: Self = Self::Missing;
    const NOT_FOUND: Self = Self::ListNotFound;
}

/// The operation row of DescribePrefixListAssociations.
pub static OPERATION: Operation = Operation {
    effect: Effect::Reads,
    params: PARAMS,
    table_year: None,
    errors: &[],
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::Get, &[permission::PREFIX_LIST]),
    terraform: Terraform::Reads,
    templates: &[TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-chengdu").required(),
    ParamSpec::new("PrefixListId", "pl-x1j1k5ykzqlixdcy****").required(),
    ParamSpec::new("MaxResults", "10").short(),
    ParamSpec::new("NextToken", "AAAAAdDWBF2****"),
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("PrefixListId=pl-nobody"),
    CallTemplate::new("-RegionId PrefixListId=pl-nobody"),
    CallTemplate::with("PrefixListId=$list MaxResults=101", &[List]),
    CallTemplate::with("RegionId=mars-1 PrefixListId=$list", &[List]),
];

/// Answers the call. A page has 10 groups unless `MaxResults` says otherwise. No error table is
/// available (`Assumption::NoTableAtHand`).
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let params = request.params;
    let region = entry_list::required::<Error>(params, "RegionId")?;
    let id = entry_list::required::<Error>(params, "PrefixListId")?;
    let unfit = |name: &str| Error::Parameter.saying(name, &format!("`{name}` is not valid"));
    let most = paging::number(params, "MaxResults", 1..=100).map_err(unfit)?;
    common::known_region(request, region)?;
    let list = prefix_list::list::<Error>(request, region, id)?;
    let peer = Peer::PrefixList(list.id.clone());
    let uses = |own: &&Arc<SecurityGroup>| own.rules.iter().any(|rule| rule.spec.peer == peer);
    let groups: Vec<_> = request.scenario.groups().filter(uses).collect();
    let page = paging::page(params, list.id.as_str(), groups.len(), Some(most.unwrap_or(10)), 10);
    let page = page.ok_or_else(|| unfit("NextToken"))?;
    let shown = groups.into_iter().skip(page.start).take(page.length).map(|group| {
        Value::Object(vec![
            ("ResourceId", Value::text(group.id.as_str())),
            ("ResourceType", Value::text(tagging::GROUPS)),
        ])
    });
    Ok(Outcome::unchanged(request).saying(vec![
        ("NextToken", Value::text(page.next_token)),
        ("PrefixListAssociations", Value::wrapped("PrefixListAssociation", shown.collect())),
    ]))
}
