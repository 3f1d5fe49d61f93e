//! Operations that the newest client library deprecates.

use super::action::Action;
use super::call::Call;

/// The operation that takes the place of a deprecated one (client library for Python 7.11.8, 2026);
/// `None` if the operation of the call is not deprecated.
pub fn successor(call: &Call) -> Option<Action> {
    let deprecated = [Action::JoinSecurityGroup, Action::LeaveSecurityGroup];
    deprecated.contains(&call.action).then(|| {
        if call.params.given("NetworkInterfaceId").is_some() {
            Action::ModifyNetworkInterfaceAttribute
        } else {
            Action::ModifyInstanceAttribute
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joining_and_leaving_have_a_successor() {
        for action in [Action::JoinSecurityGroup, Action::LeaveSecurityGroup] {
            let instance = Call::new(action, [("InstanceId", "i-1")]);
            assert_eq!(successor(&instance), Some(Action::ModifyInstanceAttribute));
            let interface = Call::new(action, [("NetworkInterfaceId", "eni-1")]);
            assert_eq!(successor(&interface), Some(Action::ModifyNetworkInterfaceAttribute));
        }
        let other = Call::new(Action::ModifyInstanceAttribute, [("InstanceId", "i-1")]);
        assert_eq!(successor(&other), None);
    }
}
