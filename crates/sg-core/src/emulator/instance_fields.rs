//! The reply fields of an instance, as far as a scenario knows them.
//!
//! Groups, VPC and addresses are those of the primary interface.

use std::sync::Arc;

use super::surroundings;
use super::value::Value;
use crate::model::{Instance, NetworkInterface, Scenario};

/// `Status`: every instance of a scenario is running.
pub(super) const STATUS: &str = "Running";

/// `InstanceNetworkType`: the classic network is not supported.
pub(super) const NETWORK_TYPE: &str = "vpc";

/// The interfaces of an instance, primary first.
pub(super) fn interfaces<'a>(
    scenario: &'a Scenario,
    instance: &'a Instance,
) -> impl Iterator<Item = &'a Arc<NetworkInterface>> {
    instance.interfaces.iter().filter_map(|id| scenario.interface(id))
}

/// The primary interface of an instance.
pub(super) fn primary<'a>(
    scenario: &'a Scenario,
    instance: &'a Instance,
) -> Option<&'a NetworkInterface> {
    interfaces(scenario, instance).next().map(Arc::as_ref)
}

/// `SecurityGroupIds`.
pub(super) fn group_ids(primary: Option<&NetworkInterface>) -> Value {
    let groups = primary.map(|it| texts(it.groups.iter())).unwrap_or_default();
    Value::wrapped("SecurityGroupId", groups)
}

/// `VpcAttributes`.
pub(super) fn vpc_attributes(scenario: &Scenario, primary: Option<&NetworkInterface>) -> Value {
    let vswitch = primary.map_or_else(String::new, |it| surroundings::vswitch_of(scenario, it));
    let addresses = primary.map(|it| texts(it.addresses.iter())).unwrap_or_default();
    Value::Object(vec![
        ("VpcId", Value::text(primary.map_or("", |it| it.vpc.as_str()))),
        ("VSwitchId", Value::text(vswitch)),
        ("PrivateIpAddress", Value::wrapped("IpAddress", addresses)),
    ])
}

/// `PublicIpAddress`.
pub(super) fn public_addresses(primary: Option<&NetworkInterface>) -> Value {
    Value::wrapped("IpAddress", texts(primary.and_then(|it| it.public_address.as_ref())))
}

/// `OperationLocks`: no instance of a scenario is locked.
pub(super) fn locks() -> Value {
    Value::wrapped("LockReason", Vec::new())
}

/// `InnerIpAddress`: only instances in the classic network have any.
pub(super) fn inner_addresses() -> Value {
    Value::wrapped("IpAddress", Vec::new())
}

fn texts<T: ToString>(items: impl IntoIterator<Item = T>) -> Vec<Value> {
    items.into_iter().map(|item| Value::text(item.to_string())).collect()
}
