//! What documents say about groups, rules, instances and other objects, before they are assembled.

use std::collections::BTreeMap;
use std::net::IpAddr;

use indexmap::IndexMap;

use crate::model::{
    InnerAccessPolicy, InstanceId, IpNet, NetworkInterfaceId, PrefixListId, RegionId,
    ResourceGroupId, RuleId, RuleSpec, Scenario, SecurityGroupId, Timestamp, VpcId,
};

use super::message::Message;
use super::place::Place;
use super::reading::{Assumed, Assumption, Note, Understood};

/// The network of an object.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Network {
    /// The document does not say.
    #[default]
    Unsaid,
    /// In the classic network, which has no VPC.
    Classic,
    /// In a VPC.
    Vpc(VpcId),
}

/// A security group, as described by one document.
#[derive(Debug, Clone)]
pub(super) struct GroupRecord {
    pub(super) at: Place,
    pub(super) id: SecurityGroupId,
    pub(super) name: Option<String>,
    pub(super) description: Option<String>,
    pub(super) network: Network,
    /// Whether it is an advanced group.
    pub(super) advanced: Option<bool>,
    pub(super) policy: Option<InnerAccessPolicy>,
    pub(super) managed: Option<bool>,
    pub(super) tags: Option<IndexMap<String, String>>,
    pub(super) resource_group: Option<ResourceGroupId>,
    pub(super) created: Option<Timestamp>,
    /// Whether the document lists the group's rules, even if there are none.
    pub(super) has_rules: bool,
}

/// A rule of a group.
#[derive(Debug, Clone)]
pub(super) struct RuleRecord {
    pub(super) at: Place,
    pub(super) group: SecurityGroupId,
    /// Its own ID; older replies have none.
    pub(super) id: Option<RuleId>,
    pub(super) created: Option<Timestamp>,
    pub(super) description: String,
    pub(super) spec: RuleSpec,
}

/// A network interface, as described by one document.
#[derive(Debug, Clone)]
pub(super) struct InterfaceRecord {
    pub(super) at: Place,
    pub(super) id: NetworkInterfaceId,
    pub(super) instance: Option<InstanceId>,
    pub(super) primary: Option<bool>,
    pub(super) network: Network,
    pub(super) groups: Vec<SecurityGroupId>,
    pub(super) addresses: Vec<IpAddr>,
    pub(super) public: Option<IpAddr>,
}

/// An instance. Its groups, VPC and addresses are those of its primary interface.
#[derive(Debug, Clone)]
pub(super) struct InstanceRecord {
    pub(super) at: Place,
    pub(super) id: InstanceId,
    pub(super) name: Option<String>,
    pub(super) network: Network,
    pub(super) groups: Vec<SecurityGroupId>,
    pub(super) addresses: Vec<IpAddr>,
    pub(super) public: Option<IpAddr>,
    /// The ID of its primary interface, if given.
    pub(super) primary: Option<NetworkInterfaceId>,
}

/// A prefix list.
#[derive(Debug, Clone)]
pub(super) struct ListRecord {
    pub(super) at: Place,
    pub(super) id: PrefixListId,
    pub(super) name: Option<String>,
    /// Its entries; `None` if the document does not include them.
    pub(super) blocks: Option<Vec<IpNet>>,
    pub(super) most: Option<u16>,
}

/// A VPC.
#[derive(Debug, Clone)]
pub(super) struct VpcRecord {
    pub(super) id: VpcId,
    pub(super) name: String,
    pub(super) blocks: Vec<IpNet>,
}

/// A whole scenario from a scenario document, with the position of each rule.
#[derive(Debug, Clone)]
pub(super) struct ScenarioRecord {
    pub(super) scenario: Scenario,
    pub(super) rules: BTreeMap<RuleId, Place>,
}

/// How much of a paged reply was given.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pages {
    pub(super) at: Place,
    /// Whether the last page was given, which has no token for a next one.
    pub(super) ended: bool,
    /// The number of items according to the reply, and the number given.
    pub(super) total: usize,
    pub(super) given: usize,
}

/// The content of all documents.
#[derive(Debug, Default)]
pub(super) struct Records {
    pub(super) scenario: Option<ScenarioRecord>,
    pub(super) groups: Vec<GroupRecord>,
    pub(super) rules: Vec<RuleRecord>,
    pub(super) instances: Vec<InstanceRecord>,
    pub(super) interfaces: Vec<InterfaceRecord>,
    pub(super) lists: Vec<ListRecord>,
    pub(super) vpcs: Vec<VpcRecord>,
    pub(super) regions: IndexMap<RegionId, ()>,
    pub(super) pages: BTreeMap<String, Pages>,
    /// What was understood, per text.
    pub(super) understood: Vec<Understood>,
    pub(super) notes: Notes,
}

/// The maximum number of notes to keep; further ones are only counted.
const MOST_NOTES: usize = 200;

/// What to report.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub(super) unread: Vec<Note>,
    /// How many more notes there are than `unread` keeps.
    pub(super) more: usize,
    pub(super) assumed: BTreeMap<Assumption, Assumed>,
}

impl Notes {
    /// Reports something that was not understood or was left out.
    pub(super) fn unread(&mut self, place: Option<Place>, said: impl Into<Message>) {
        if self.unread.len() < MOST_NOTES {
            self.unread.push(Note { place, said: said.into() });
        } else {
            self.more += 1;
        }
    }

    /// Reports an assumption and what it concerns.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "callers pass texts, IDs and numbers directly"
    )]
    pub(super) fn assumed(&mut self, which: Assumption, about: impl ToString) {
        let entry = self.assumed.entry(which).or_insert_with(|| Assumed::none_of(which));
        entry.count += 1;
        if entry.about.len() < MOST_NOTES {
            entry.about.push(about.to_string());
        }
    }
}
