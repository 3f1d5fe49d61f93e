//! What the operations on network interfaces share: the region, the ID, the interface itself.

use std::sync::Arc;

use super::error::{OperationError, Refusal};
use super::handler::Request;
use super::naming;
use super::params::Params;
use crate::model::{Instance, InstanceId, NetworkInterface, NetworkInterfaceId};

/// The error rows that every operation on an existing interface has.
pub(super) trait InterfaceError: OperationError {
    /// A required parameter is missing.
    const MISSING: Self;
    /// `NetworkInterfaceId` is malformed.
    const ID_MALFORMED: Self;
    /// The interface does not exist.
    const NOT_FOUND: Self;
    /// The interface belongs to a cloud service.
    const SERVICE_MANAGED: Self;
}

/// The error rows of an operation that also names an instance.
pub(super) trait InstanceError: InterfaceError {
    /// `InstanceId` is malformed.
    const INSTANCE_MALFORMED: Self;
    /// The instance does not exist.
    const INSTANCE_NOT_FOUND: Self;
}

/// `InstanceId`.
pub(super) fn instance_id<E: InstanceError>(request: &Request<'_>) -> Result<InstanceId, Refusal> {
    const NAME: &str = "InstanceId";
    let text = required::<E>(request.params, NAME)?;
    let malformed = |_| E::INSTANCE_MALFORMED.saying(NAME, "`InstanceId` cannot be an id");
    InstanceId::parse(text).map_err(malformed)
}

/// The instance with this ID.
pub(super) fn instance<'a, E: InstanceError>(
    request: &Request<'a>,
    region: &str,
    id: &InstanceId,
) -> Result<&'a Arc<Instance>, Refusal> {
    let here = region == request.scenario.region().as_str();
    let words = format!("instance `{id}` does not exist");
    let unknown = || E::INSTANCE_NOT_FOUND.saying("InstanceId", &words);
    request.scenario.instance(id).filter(|_| here).ok_or_else(unknown)
}

/// A required parameter.
pub(super) fn required<'a, E: InterfaceError>(
    params: &'a Params,
    name: &str,
) -> Result<&'a str, Refusal> {
    let missing = || E::MISSING.saying(name, &format!("`{name}` is missing"));
    params.given(name).ok_or_else(missing)
}

/// `RegionId`.
pub(super) fn region<'a, E: InterfaceError>(request: &Request<'a>) -> Result<&'a str, Refusal> {
    required::<E>(request.params, "RegionId")
}

/// `NetworkInterfaceId`.
pub(super) fn id<E: InterfaceError>(request: &Request<'_>) -> Result<NetworkInterfaceId, Refusal> {
    let text = required::<E>(request.params, ID)?;
    let malformed = |_| E::ID_MALFORMED.saying(ID, "`NetworkInterfaceId` cannot be an id");
    NetworkInterfaceId::parse(text).map_err(malformed)
}

/// The interface with this ID, which must not belong to a cloud service.
pub(super) fn own<'a, E: InterfaceError>(
    request: &Request<'a>,
    region: &str,
    id: &NetworkInterfaceId,
) -> Result<&'a Arc<NetworkInterface>, Refusal> {
    let here = region == request.scenario.region().as_str();
    let found = request.scenario.interface(id).filter(|_| here);
    let words = format!("network interface `{id}` does not exist");
    let interface = found.ok_or_else(|| E::NOT_FOUND.saying(ID, &words))?;
    if interface.product().is_some() {
        let words = format!("network interface `{id}` is managed by a cloud service");
        return Err(E::SERVICE_MANAGED.saying(ID, &words));
    }
    Ok(interface)
}

const ID: &str = "NetworkInterfaceId";

/// The parameter with the name or description of an interface that is not valid, if any.
pub(super) fn unfit_detail(params: &Params) -> Option<&'static str> {
    let name = params.given("NetworkInterfaceName");
    let description = params.given("Description");
    if name.is_some_and(|name| !naming::is_group_name(name)) {
        Some("NetworkInterfaceName")
    } else if description.is_some_and(|text| !naming::is_group_description(text)) {
        Some("Description")
    } else {
        None
    }
}
