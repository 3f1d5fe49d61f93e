//! Checks that all operations share: the region, the client token, the group.

use super::cause;
use super::error::{ErrorRow, OperationError, Refusal};
use super::error_table::error_table;
use super::handler::{Outcome, Request};
use super::params::Params;
use super::region;
use crate::model::{ResourceGroupId, ScenarioDraft, SecurityGroup, SecurityGroupId};
use std::sync::Arc;

error_table! {
    /// Errors of the service as a whole, for faults that an operation's own table does not list
    /// (`Assumption::CommonRows`).
    RegionNotFound 404 "InvalidRegionId.NotFound" "The specified RegionId does not exist.",
        cause::REGION_UNKNOWN;
    ClientTokenMalformed 400 "InvalidClientToken.ValueNotSupported"
        "The ClientToken provided is invalid.", cause::CLIENT_TOKEN;
    TokenMismatch 400 "IdempotentParameterMismatch"
        "The request is retried with updated parameters.", cause::TOKEN_MISMATCH,
        cure cause::CURE_TOKEN_MISMATCH;
    RegionMissing 400 "MissingRegionId" "RegionId is mandatory for this action.",
        cause::REGION_MISSING;
    InstanceIdMissing 400 "MissingInstanceId" "InstanceId is mandatory for this action.",
        cause::INSTANCE_ID_MISSING;
    GroupIdMissing 400 "MissingSecurityGroupId" "SecurityGroupId is mandatory for this action.",
        cause::GROUP_ID_MISSING;
    ServiceManagedMalformed 400 "InvalidServiceManaged"
        "Specified parameter ServiceManaged is not valid.", cause::SERVICE_MANAGED_VALUE;
    MaxResults 400 "InvalidMaxResults" "Specified parameter MaxResults is not valid.",
        cause::MAX_RESULTS;
    PageNumber 400 "InvalidPageNumber" "Specified parameter PageNumber is not valid.",
        cause::PAGE_NUMBER;
    PageSize 400 "InvalidPageSize" "Specified parameter PageSize is not valid.", cause::PAGE_SIZE;
    NextToken 400 "InvalidNextToken" "Specified parameter NextToken is not valid.",
        cause::NEXT_TOKEN;
    NetworkType 400 "InvalidNetworkType" "Specified parameter NetworkType is not valid.",
        cause::NETWORK_TYPE_VALUE;
    InstanceIds 400 "InvalidInstanceIds" "Specified parameter InstanceIds is not valid.",
        cause::INSTANCE_IDS;
    PrivateAddresses 400 "InvalidPrivateIpAddresses"
        "Specified parameter PrivateIpAddresses is not valid.", cause::ADDRESS_LIST;
    PublicAddresses 400 "InvalidPublicIpAddresses"
        "Specified parameter PublicIpAddresses is not valid.", cause::ADDRESS_LIST;
    AllValue 400 "InvalidAll" "Specified parameter All is not valid.", cause::ALL_VALUE;
    QueryCount 400 "InvalidIsQueryEcsCount" "Specified parameter IsQueryEcsCount is not valid.",
        cause::QUERY_COUNT_VALUE;
    FuzzyQuery 400 "InvalidFuzzyQuery" "Specified parameter FuzzyQuery is not valid.",
        cause::FUZZY_QUERY_VALUE;
    DryRunValue 400 "InvalidDryRun" "Specified parameter DryRun is not valid.",
        cause::DRY_RUN_VALUE;
    DryRun 400 "DryRunOperation" "%s", cause::DRY_RUN;
    TooManyPermissions 400 "InvalidPermissions" "Specified parameter Permissions is not valid.",
        cause::PERMISSION_COUNT;
    TooManyRuleIds 400 "InvalidSecurityGroupRuleId"
        "Specified parameter SecurityGroupRuleId is not valid.", cause::RULE_ID_COUNT;
    Internal 500 "InternalError"
        "The request processing has failed due to some unknown error, exception or failure.",
        cause::INTERNAL, never cause::NEVER_INTERNAL;
}

/// Rows of the service as a whole. Any operation may return them if its own table has no row.
pub fn common_rows() -> &'static [ErrorRow] {
    Error::TABLE
}

/// Success with an edited scenario.
///
/// The operation has already checked every invariant of a scenario, so the edit must be valid. If
/// it is not, that is a defect of the emulator, and the caller gets the internal error, as from a
/// defect in the service.
pub(super) fn edited(
    request: &Request<'_>,
    edit: impl FnOnce(&mut ScenarioDraft),
) -> Result<Outcome, Refusal> {
    request.scenario.edited(edit).map(Outcome::of).map_err(|_| Error::Internal.alone())
}

/// Checks `ClientToken`: ASCII, at most 64 characters, and not used by an earlier call with other
/// parameters.
pub(super) fn client_token(request: &Request<'_>) -> Result<(), Refusal> {
    match request.params.given("ClientToken") {
        Some(token) if !token.is_ascii() || token.len() > 64 => {
            Err(Error::ClientTokenMalformed.at("ClientToken"))
        }
        Some(_) if request.token_reused => Err(Error::TokenMismatch.at("ClientToken")),
        _ => Ok(()),
    }
}

/// A boolean parameter, in any letter case; `None` if it is omitted.
pub(super) fn truth(
    params: &Params,
    name: &str,
    otherwise: Error,
) -> Result<Option<bool>, Refusal> {
    match params.given(name).map(str::to_ascii_lowercase).as_deref() {
        None => Ok(None),
        Some("true") => Ok(Some(true)),
        Some("false") => Ok(Some(false)),
        Some(_) => Err(otherwise.at(name)),
    }
}

/// `ServiceManaged`; `None` if it is omitted.
pub(super) fn service_managed(params: &Params) -> Result<Option<bool>, Refusal> {
    truth(params, "ServiceManaged", Error::ServiceManagedMalformed)
}

/// Refuses a dry run (`DryRun=true`) that has passed all checks (`Assumption::DryRunPasses`).
pub(super) fn dry_run(params: &Params) -> Result<(), Refusal> {
    match truth(params, "DryRun", Error::DryRunValue)? {
        Some(true) => Err(Error::DryRun.saying("DryRun", "the request has passed all checks")),
        _ => Ok(()),
    }
}

/// `RegionId` for operations whose table has no row for a missing one; the gateway's error is used.
pub(super) fn region<'a>(request: &Request<'a>) -> Result<&'a str, Refusal> {
    request.params.given("RegionId").ok_or_else(|| Error::RegionMissing.at("RegionId"))
}

/// Checks that the region exists, for operations whose table has no row for an unknown one.
pub(super) fn known_region(request: &Request<'_>, id: &str) -> Result<(), Refusal> {
    if region_exists(request, id) { Ok(()) } else { Err(Error::RegionNotFound.at("RegionId")) }
}

/// Whether the region exists. The scenario's own region counts even if it is made up.
pub(super) fn region_exists(request: &Request<'_>, id: &str) -> bool {
    region::exists(id) || id == request.scenario.region().as_str()
}

/// A resource group that a call names, which must exist
/// (`Assumption::ResourceGroupsOfScenario`); `None` if it names none.
pub(super) fn resource_group<E: OperationError>(
    request: &Request<'_>,
    not_found: E,
) -> Result<Option<ResourceGroupId>, Refusal> {
    let Some(text) = request.params.given("ResourceGroupId") else { return Ok(None) };
    let mut known = request.scenario.groups().filter_map(|it| it.labels.resource_group.as_ref());
    let found = known.find(|id| id.as_str() == text).cloned();
    found.map(Some).ok_or_else(|| not_found.at("ResourceGroupId"))
}

/// The group with this ID, as seen from a region. Groups of the scenario exist only in its region,
/// and those of another account do not exist for this one, except as the peer of a rule.
pub(super) fn group_in<'a>(
    request: &Request<'a>,
    region: &str,
    id: &SecurityGroupId,
) -> Option<&'a Arc<SecurityGroup>> {
    let here = region == request.scenario.region().as_str();
    request.scenario.group(id).filter(|group| here && group.owner.is_none())
}

/// The group ID of a call; `malformed` if it is missing or malformed.
pub(super) fn group_id<E: OperationError>(
    params: &Params,
    malformed: E,
) -> Result<SecurityGroupId, Refusal> {
    let id = params.given("SecurityGroupId").and_then(|text| SecurityGroupId::parse(text).ok());
    id.ok_or_else(|| malformed.at("SecurityGroupId"))
}

/// The group that a call is about to change. It must exist (`not_found`) and must not be managed by
/// a cloud service (`managed`).
pub(super) fn changeable_group<'a, E: OperationError>(
    request: &Request<'a>,
    region: &str,
    id: &SecurityGroupId,
    (not_found, managed): (E, E),
) -> Result<&'a Arc<SecurityGroup>, Refusal> {
    let group = group_in(request, region, id).ok_or_else(|| not_found.at("SecurityGroupId"))?;
    if !group.service_managed {
        return Ok(group);
    }
    Err(self::managed(group, "SecurityGroupId", managed))
}

/// The refusal because of a managed group, given by this parameter; `managed` is the row.
pub(super) fn managed<E: OperationError>(
    group: &SecurityGroup,
    param: &str,
    managed: E,
) -> Refusal {
    let (id, service) = (&group.id, &group.labels.service);
    match service.id {
        Some(service_id) if !service.product.is_empty() => {
            let product = &service.product;
            let words = format!(
                "The specified SecurityGroup \"{id}\" has been managed by serviceID \
                 \"{service_id}\"; product \"{product}\"."
            );
            managed.naming(param, &words)
        }
        // The message was seen with both parts only; without one of them, the wording is ours.
        Some(_) | None => {
            let words = format!(
                "security group `{id}` is managed by a cloud service and can only be queried"
            );
            managed.saying(param, &words)
        }
    }
}
