//! Changes group membership: the shared part of JoinSecurityGroup and LeaveSecurityGroup.

use std::sync::Arc;

use super::common;
use super::error::{OperationError, Refusal};
use super::handler::Request;
use super::param_spec::ParamSpec;
use crate::model::{
    InstanceId, NetworkInterface, NetworkInterfaceId, SecurityGroup, SecurityGroupId,
};

pub(super) mod templates;

/// The error rows that both operations have.
pub(super) trait MembershipError: OperationError {
    /// An interface is given without a region.
    const REGION_MISSING: Self;
    /// Both an instance and an interface are given.
    const INSTANCE_AND_INTERFACE: Self;
    /// No member is given, or the instance ID is malformed.
    const INSTANCE_ID_MALFORMED: Self;
    /// Another ID is malformed.
    const ID_MALFORMED: Self;
    /// The group does not exist.
    const GROUP_NOT_FOUND: Self;
    /// The instance does not exist.
    const INSTANCE_NOT_FOUND: Self;
    /// The interface does not exist.
    const INTERFACE_NOT_FOUND: Self;
    /// The group is managed by a cloud service.
    const MANAGED: Self;
}

/// The interface that joins or leaves, and how the call refers to it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Member<'a> {
    /// Through its instance, as the primary interface.
    Instance(&'a Arc<NetworkInterface>),
    /// Directly.
    Interface(&'a Arc<NetworkInterface>),
}

impl<'a> Member<'a> {
    pub(super) fn interface(&self) -> &'a Arc<NetworkInterface> {
        match self {
            Self::Instance(interface) | Self::Interface(interface) => interface,
        }
    }

    /// The parameter that refers to it.
    pub(super) fn param(&self) -> &'static str {
        match self {
            Self::Instance(_) => "InstanceId",
            Self::Interface(_) => "NetworkInterfaceId",
        }
    }
}

/// A member as given in the call, before it is looked up.
enum Name {
    Instance(InstanceId),
    Interface(NetworkInterfaceId),
}

/// Reads and looks up the member and the group.
///
/// `Assumption::RegionForInterface` says when `RegionId` may be omitted. The tables have no row for
/// a missing group ID (`Assumption::CommonRows`) and a general one for malformed IDs. The group is
/// checked first (`Assumption::GroupBeforeMember`).
pub(super) fn read<'a, E: MembershipError>(
    request: &Request<'a>,
) -> Result<(Member<'a>, &'a Arc<SecurityGroup>), Refusal> {
    let name = name::<E>(request)?;
    let region = match (request.params.given("RegionId"), &name) {
        (Some(region), _) => region,
        (None, Name::Instance(_)) => request.scenario.region().as_str(),
        (None, Name::Interface(_)) => return Err(E::REGION_MISSING.at("RegionId")),
    };
    let id = request.params.given("SecurityGroupId");
    let id = id.ok_or_else(|| common::Error::GroupIdMissing.at("SecurityGroupId"))?;
    let id = SecurityGroupId::parse(id).map_err(|_| malformed::<E>("SecurityGroupId"))?;
    common::known_region(request, region)?;
    let group = common::changeable_group(request, region, &id, (E::GROUP_NOT_FOUND, E::MANAGED))?;
    Ok((member::<E>(request, &name)?, group))
}

fn name<E: MembershipError>(request: &Request<'_>) -> Result<Name, Refusal> {
    let params = request.params;
    match (params.given("InstanceId"), params.given("NetworkInterfaceId")) {
        (Some(_), Some(_)) => {
            let words = "`InstanceId` and `NetworkInterfaceId` exclude each other";
            Err(E::INSTANCE_AND_INTERFACE.saying("NetworkInterfaceId", words))
        }
        (None, Some(text)) => NetworkInterfaceId::parse(text)
            .map(Name::Interface)
            .map_err(|_| malformed::<E>("NetworkInterfaceId")),
        (Some(text), None) => InstanceId::parse(text)
            .map(Name::Instance)
            .map_err(|_| E::INSTANCE_ID_MALFORMED.at("InstanceId")),
        (None, None) => Err(E::INSTANCE_ID_MALFORMED.at("InstanceId")),
    }
}

fn malformed<E: MembershipError>(param: &str) -> Refusal {
    E::ID_MALFORMED.saying(param, &format!("`{param}` cannot be an id"))
}

fn member<'a, E: MembershipError>(
    request: &Request<'a>,
    name: &Name,
) -> Result<Member<'a>, Refusal> {
    let scenario = request.scenario;
    match name {
        Name::Instance(id) => {
            let primary = scenario.instance(id).and_then(|instance| instance.primary());
            let interface = primary.and_then(|id| scenario.interface(id));
            let interface = interface.ok_or_else(|| E::INSTANCE_NOT_FOUND.at("InstanceId"))?;
            Ok(Member::Instance(interface))
        }
        Name::Interface(id) => {
            let words = format!("network interface `{id}` does not exist");
            let missing = || E::INTERFACE_NOT_FOUND.saying("NetworkInterfaceId", &words);
            scenario.interface(id).map(Member::Interface).ok_or_else(missing)
        }
    }
}

/// The documented parameters.
pub(super) const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").usual(),
    ParamSpec::new("SecurityGroupId", "sg-bp67acfmxazb4p****").required(),
    ParamSpec::new("InstanceId", "i-bp67acfmxazb4p****").usual(),
    ParamSpec::new("NetworkInterfaceId", "eni-bp13kd656hxambfe****"),
];
