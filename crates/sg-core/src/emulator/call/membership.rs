//! The calls that change which groups an instance or an interface belongs to.

use super::Call;
use crate::emulator::action::Action;
use crate::model::{InstanceId, NetworkInterfaceId, RegionId, SecurityGroupId};

impl Call {
    /// JoinSecurityGroup: adds an instance (its primary interface) to a group.
    pub fn join_instance(
        region: &RegionId,
        instance: &InstanceId,
        group: &SecurityGroupId,
    ) -> Self {
        let member = ("InstanceId", instance.as_str());
        Self::membership(Action::JoinSecurityGroup, region, member, group)
    }

    /// JoinSecurityGroup: adds one interface to a group.
    pub fn join_interface(
        region: &RegionId,
        interface: &NetworkInterfaceId,
        group: &SecurityGroupId,
    ) -> Self {
        let member = ("NetworkInterfaceId", interface.as_str());
        Self::membership(Action::JoinSecurityGroup, region, member, group)
    }

    /// LeaveSecurityGroup: removes an instance (its primary interface) from a group.
    pub fn leave_instance(
        region: &RegionId,
        instance: &InstanceId,
        group: &SecurityGroupId,
    ) -> Self {
        let member = ("InstanceId", instance.as_str());
        Self::membership(Action::LeaveSecurityGroup, region, member, group)
    }

    /// LeaveSecurityGroup: removes one interface from a group.
    pub fn leave_interface(
        region: &RegionId,
        interface: &NetworkInterfaceId,
        group: &SecurityGroupId,
    ) -> Self {
        let member = ("NetworkInterfaceId", interface.as_str());
        Self::membership(Action::LeaveSecurityGroup, region, member, group)
    }

    /// ModifyInstanceAttribute: puts an instance (its primary interface) into exactly these groups.
    pub fn set_groups_of_instance<'a>(
        instance: &InstanceId,
        groups: impl IntoIterator<Item = &'a SecurityGroupId>,
    ) -> Self {
        let member = ("InstanceId", instance.as_str());
        let mut call = Self::new(Action::ModifyInstanceAttribute, [member]);
        call.push_groups("SecurityGroupIds", groups);
        call
    }

    /// ModifyNetworkInterfaceAttribute: puts one interface into exactly these groups.
    pub fn set_groups_of_interface<'a>(
        region: &RegionId,
        interface: &NetworkInterfaceId,
        groups: impl IntoIterator<Item = &'a SecurityGroupId>,
    ) -> Self {
        let member = ("NetworkInterfaceId", interface.as_str());
        let region = ("RegionId", region.as_str());
        let mut call = Self::new(Action::ModifyNetworkInterfaceAttribute, [region, member]);
        call.push_groups("SecurityGroupId", groups);
        call
    }

    pub(super) fn push_groups<'a>(
        &mut self,
        name: &str,
        groups: impl IntoIterator<Item = &'a SecurityGroupId>,
    ) {
        for (number, group) in (1_u32..).zip(groups) {
            self.params.set(format!("{name}.{number}"), group.as_str());
        }
    }

    fn membership(
        action: Action,
        region: &RegionId,
        member: (&str, &str),
        group: &SecurityGroupId,
    ) -> Self {
        let group = ("SecurityGroupId", group.as_str());
        Self::new(action, [("RegionId", region.as_str()), group, member])
    }
}
