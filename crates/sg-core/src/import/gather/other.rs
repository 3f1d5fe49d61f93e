//! Replies that hold nothing an import uses, and objects that are no reply. Each is reported.

use super::Gather;
use super::nested::WRAPPERS;
use crate::import::message::Message;
use crate::import::shape::Shape;
use crate::import::text;
use crate::import::tree::{Kind, View};

/// The lists of replies that hold nothing an import uses, and the operations that return them.
const OTHER_LISTS: [(&str, &str); 19] = [
    ("PrefixListAssociations", "DescribePrefixListAssociations"),
    ("PortRangeListAssociations", "DescribePortRangeListAssociations"),
    ("RouteTables", "DescribeRouteTables"),
    ("ForwardTableEntries", "DescribeForwardTableEntries"),
    ("NetworkAcls", "DescribeNetworkAcls"),
    ("LoadBalancers", "DescribeLoadBalancers"),
    ("DBInstances", "DescribeDBInstances"),
    ("Regions", "DescribeRegions"),
    ("Zones", "DescribeZones"),
    ("Disks", "DescribeDisks"),
    ("Images", "DescribeImages"),
    ("Snapshots", "DescribeSnapshots"),
    ("KeyPairs", "DescribeKeyPairs"),
    ("InstanceTypes", "DescribeInstanceTypes"),
    ("InstanceStatuses", "DescribeInstanceStatus"),
    ("TagResources", "ListTagResources"),
    ("DeploymentSets", "DescribeDeploymentSets"),
    ("LaunchTemplateSets", "DescribeLaunchTemplates"),
    ("ScalingGroups", "DescribeScalingGroups"),
];

impl Gather<'_> {
    /// Whether a reply reports an error.
    pub(super) fn error(&mut self, view: View<'_>) -> bool {
        let nested = |name: &&str| {
            view.get(name).is_some_and(|it| matches!(it.kind(), Kind::Object | Kind::List))
        };
        let code = view.given("Code").filter(|_| view.get("Message").is_some());
        // The console wraps a reply with a code and a message of its own.
        let Some(code) = code.filter(|_| !WRAPPERS.iter().any(nested)) else {
            return false;
        };
        self.shape(Shape::ErrorReply);
        if let Some(action) = view.given("Action") {
            self.records.refused.insert(action.text.trim().to_owned());
        }
        let plain = || Message::plain(text::ERROR_REPLY).with("code", &code.text);
        let said = refused(view, &code.text).unwrap_or_else(plain);
        self.unread(view, said);
        true
    }

    /// Whether a reply is known and holds nothing that an import uses, which is reported.
    pub(super) fn not_used(&mut self, view: View<'_>) -> bool {
        if view.has("SecurityGroupReferences") {
            self.shape(Shape::References);
            self.unread(view, text::REFERENCES);
            return true;
        }
        let other = OTHER_LISTS.iter().find(|(list, _)| {
            view.get(list).is_some_and(|it| matches!(it.kind(), Kind::List | Kind::Object))
        });
        let Some((_, operation)) = other else { return false };
        self.shape(Shape::OtherReply);
        let said = forwarded(view).map(|to| Message::plain(text::FORWARDED).with("what", to));
        let not_used = || Message::plain(text::NOT_USED).with("what", operation);
        self.unread(view, said.unwrap_or_else(not_used));
        true
    }

    /// Reports an object that cannot be imported.
    pub(super) fn unknown(&mut self, view: View<'_>) {
        let quoted = |name: &&str| view.get(name).is_some_and(|it| it.kind() == Kind::Quoted);
        if WRAPPERS.iter().any(quoted) && view.get("RequestId").is_none() {
            return self.unread(view, text::TEXT_BODY);
        }
        self.unread(view, text::UNKNOWN_OBJECT);
    }
}

/// How many DNAT entries are named.
const MOST_FORWARDED: usize = 10;

/// Where DNAT entries lead to; `None` if there are none. Which source address the groups of an
/// interface see of their packets is documented nowhere, so they are not judged.
fn forwarded(view: View<'_>) -> Option<String> {
    let entries = view.wrapped("ForwardTableEntries", "ForwardTableEntry");
    let target = |entry: &View<'_>| {
        let given = |name| entry.given(name).map(|given| given.text.trim().to_owned());
        let (address, port) = (given("InternalIp")?, given("InternalPort").unwrap_or_default());
        let protocol = given("IpProtocol").unwrap_or_default().to_ascii_uppercase();
        Some(format!("{address} ({protocol} {port})"))
    };
    let mut targets: Vec<String> = entries.iter().filter_map(target).collect();
    let more = targets.len() > MOST_FORWARDED;
    targets.truncate(MOST_FORWARDED);
    targets.extend(more.then(|| "…".to_owned()));
    (!targets.is_empty()).then(|| targets.join(", "))
}

/// What to say of a call that was refused while an account was collected, as the script that
/// collects writes it down; `None` for any other error.
fn refused(view: View<'_>, code: &str) -> Option<Message> {
    let action = view.given("Action")?.text.into_owned();
    let resource = view.given("ResourceId").map(|id| format!(" ({})", id.text)).unwrap_or_default();
    let said = Message::plain(text::REFUSED_CALL).with("action", action + &resource);
    Some(said.with("code", code))
}
