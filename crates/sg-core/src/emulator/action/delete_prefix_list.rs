//! DeletePrefixList: deletes a prefix list that no rule references.

use crate::emulator::call_template::CallTemplate;
use crate::emulator::call_template::Fixture::{List, Rules};
use crate::emulator::entry_list::{self, ListError};
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::prefix_list;
use crate::emulator::{cause, common};
use crate::model::Peer;

error_table! {
    /// Why DeletePrefixList refuses a call.
    InUse 400 "NotAllowed.AssociationExist"
        "The specified prefix list has associated resources.",
        cause::PREFIX_LIST_IN_USE;
    ListNotFound 404 "InvalidPrefixListId.NotFound"
        "The specified prefix list was not found.",
        cause::PREFIX_LIST_UNKNOWN;
    RegionNotFound 404 "InvalidRegionId.NotFound"
        "The specified RegionId does not exist.",
        cause::REGION_UNKNOWN;
    // The table has no row for a missing parameter; this one is that of CreatePrefixList.
    + Missing 400 "MissingParameter" "%s", cause::PREFIX_LIST_MISSING;
}

impl ListError for Error {
    const MISSING: Self = Self::Missing;
    const NOT_FOUND: Self = Self::ListNotFound;
}

/// The operation row of DeletePrefixList.
pub static OPERATION: Operation = Operation {
    effect: Effect::ChangesTopology,
    params: PARAMS,
    table_year: Some(2024),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::Delete, &[permission::PREFIX_LIST]),
    terraform: Terraform::Removes,
    templates: &[TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-chengdu").required(),
    ParamSpec::new("PrefixListId", "pl-x1j1k5ykzqlixdcy****").required(),
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::with("PrefixListId=$usedList", &[Rules]),
    CallTemplate::new("PrefixListId=pl-nobody"),
    CallTemplate::with("RegionId=mars-1 PrefixListId=$list", &[List]),
    CallTemplate::new("-RegionId PrefixListId=pl-nobody"),
];

/// Answers the call. Only rules of security groups can be associated with a list here.
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let params = request.params;
    let region = entry_list::required::<Error>(params, "RegionId")?;
    let id = entry_list::required::<Error>(params, "PrefixListId")?;
    if !common::region_exists(request, region) {
        return Err(Error::RegionNotFound.at("RegionId"));
    }
    let list = prefix_list::list::<Error>(request, region, id)?;
    let peer = Peer::PrefixList(list.id.clone());
    let mut rules = request.scenario.groups().flat_map(|group| &group.rules);
    if rules.any(|rule| rule.spec.peer == peer) {
        return Err(Error::InUse.at("PrefixListId"));
    }
    common::edited(request, |parts| {
        parts.prefix_lists.shift_remove(&list.id);
    })
}
