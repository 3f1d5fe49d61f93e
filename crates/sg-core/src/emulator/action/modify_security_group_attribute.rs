//! ModifySecurityGroupAttribute: a group's name and description.

use std::sync::Arc;

use crate::emulator::answer::{Outcome, Request};
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::{cause, common, naming};
use crate::model::SecurityGroupId;

error_table! {
    /// Why ModifySecurityGroupAttribute refuses a call.
    Parameter 400 "InvalidParameter" "Invalid Parameter.", cause::ATTRIBUTE_GROUP_ID;
    Description 400 "InvalidSecurityGroupDiscription.Malformed"
        "Specified security group description is not valid.",
        cause::GROUP_DESCRIPTION;
    Name 400 "InvalidSecurityGroupName.Malformed"
        "Specified security group name is not valid.",
        cause::GROUP_NAME;
    Managed 403 "InvalidOperation.ResourceManagedByCloudProduct" "%s", cause::MANAGED;
    GroupNotFound 404 "InvalidSecurityGroupId.NotFound"
        "The specified SecurityGroupId does not exist.",
        cause::GROUP_UNKNOWN;
}

/// Answers the call.
///
/// What is not sent stays, and so does what is sent empty (`Assumption::EmptyStays`). The table has
/// no row for a missing region or group (`Assumption::CommonRows`); its row without a parameter's name is
/// taken for an id that cannot be one.
pub(in crate::emulator) fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let params = request.params;
    let region = common::region(request)?;
    let id = params.given("SecurityGroupId");
    let id = id.ok_or_else(|| common::Error::GroupIdMissing.at("SecurityGroupId"))?;
    let id = SecurityGroupId::parse(id).map_err(|_| Error::Parameter.at("SecurityGroupId"))?;
    let name = params.given("SecurityGroupName");
    if name.is_some_and(|name| !naming::is_group_name(name)) {
        return Err(Error::Name.at("SecurityGroupName"));
    }
    let description = params.given("Description");
    if description.is_some_and(|text| !naming::is_group_description(text)) {
        return Err(Error::Description.at("Description"));
    }
    common::known_region(request, region)?;
    common::changeable_group(request, region, &id, (Error::GroupNotFound, Error::Managed))?;
    Outcome::edited(request, |parts| {
        if let Some(group) = parts.groups.get_mut(&id) {
            let group = Arc::make_mut(group);
            group.name = name.unwrap_or(&group.name).to_owned();
            group.description = description.unwrap_or(&group.description).to_owned();
        }
    })
}
