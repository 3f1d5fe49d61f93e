//! ModifySecurityGroupAttribute: changes a group's name and description.

use std::sync::Arc;

use crate::emulator::call_template::CallTemplate;
use crate::emulator::call_template::Fixture::Managed;
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
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

/// The operation row of ModifySecurityGroupAttribute.
pub static OPERATION: Operation = Operation {
    effect: Effect::ChangesGroups,
    params: PARAMS,
    table_year: Some(2026),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::All,
    permission: Permission::new(Access::Update, &[permission::GROUP]),
    terraform: Terraform::GroupAttributes,
    templates: &[TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("SecurityGroupId", "sg-bp67acfmxazb4p****").required(),
    ParamSpec::new("SecurityGroupName", "testSecurityGroupName").usual(),
    ParamSpec::new("Description", "testDescription").usual(),
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("SecurityGroupId=sg-bp67acfmxazb4p**** SecurityGroupName=web"),
    CallTemplate::new("&G Description=a"),
    CallTemplate::new("&G SecurityGroupName=1st"),
    CallTemplate::with("SecurityGroupId=$managed SecurityGroupName=web", &[Managed]),
    CallTemplate::new("SecurityGroupId=sg-nobody SecurityGroupName=web"),
    CallTemplate::new("RegionId=mars-1 &G SecurityGroupName=web"),
    CallTemplate::new("-RegionId &G SecurityGroupName=web"),
    CallTemplate::new("SecurityGroupName=web"),
];

/// Answers the call.
///
/// Omitted and empty values leave the attribute unchanged (`Assumption::EmptyStays`). The table has
/// no row for a missing region or group (`Assumption::CommonRows`). Its row that names no parameter
/// is used for a malformed ID.
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
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
    common::edited(request, |parts| {
        if let Some(group) = parts.groups.get_mut(&id) {
            let group = Arc::make_mut(group);
            group.name = name.unwrap_or(&group.name).to_owned();
            group.description = description.unwrap_or(&group.description).to_owned();
        }
    })
}
