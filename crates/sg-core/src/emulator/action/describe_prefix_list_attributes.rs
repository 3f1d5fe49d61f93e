//! DescribePrefixListAttributes: a prefix list with its entries.

use crate::emulator::call_template::CallTemplate;
use crate::emulator::call_template::Fixture::List;
use crate::emulator::entry_list::{self, ListError};
use crate::emulator::error::Refusal;
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::prefix_list;
use crate::emulator::value::Value;
use crate::emulator::{cause, common};

error_table! {
    /// Why DescribePrefixListAttributes refuses a call.
    // No table is available: these rows are those of the operations that change prefix lists.
    + ListNotFound 404 "InvalidPrefixListId.NotFound" "The specified prefix list was not found.",
        cause::PREFIX_LIST_UNKNOWN;
    + Missing 400 "MissingParameter" "%s", cause::PREFIX_LIST_MISSING;
}

impl ListError for Error {
    const MISSING: Self = Self::Missing;
    const NOT_FOUND: Self = Self::ListNotFound;
}

/// The operation row of DescribePrefixListAttributes.
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
    ParamSpec::new("PrefixListId", "pl-x1j1k5ykzqlixdcy****").required(),
];

/// Fields that a scenario does not know.
const LEFT_OUT: &[&str] = &["CreationTime", "Description", "Entries.Entry[].Description"];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("PrefixListId=pl-nobody"),
    CallTemplate::new("-RegionId PrefixListId=pl-nobody"),
    CallTemplate::with("RegionId=mars-1 PrefixListId=$list", &[List]),
];

/// Answers the call. No error table is available (`Assumption::NoTableAtHand`).
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let params = request.params;
    let region = entry_list::required::<Error>(params, "RegionId")?;
    let id = entry_list::required::<Error>(params, "PrefixListId")?;
    common::known_region(request, region)?;
    let list = prefix_list::list::<Error>(request, region, id)?;
    let entries = list.blocks.iter();
    let entries = entries.map(|it| Value::Object(vec![("Cidr", Value::text(it.to_string()))]));
    let mut fields = prefix_list::fields(list);
    fields.push(("Entries", Value::wrapped("Entry", entries.collect())));
    Ok(Outcome::unchanged(request).saying(fields))
}
