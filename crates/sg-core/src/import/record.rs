//! What documents say about groups, rules, instances and other objects, before they are assembled.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

use indexmap::IndexMap;

use crate::model::{
    Holder, InnerAccessPolicy, InstanceId, IpNet, MoreAddresses, NetworkInterfaceId, PortEntry,
    PortListId, PrefixListId, RegionId, ResourceGroupId, RuleId, RuleSpec, Scenario,
    SecurityGroupId, Timestamp, UnreadRule, VSwitch, VSwitchId, VpcId,
};

use super::choice::Choice;
use super::pages::Pages;
use super::place::Place;
use super::plan::{Plan, Planned};
use super::reading::Understood;
use super::shape::Shape;

mod notes;

pub(super) use notes::Notes;

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
    pub(super) service_id: Option<u64>,
    pub(super) deletion_protection: Option<bool>,
    pub(super) tags: Option<IndexMap<String, String>>,
    pub(super) resource_group: Option<ResourceGroupId>,
    pub(super) created: Option<Timestamp>,
    /// Whether the document lists the group's rules, even if there are none.
    pub(super) has_rules: bool,
}

/// What is known of a port list.
#[derive(Debug, Clone, Default)]
pub(super) struct PortListRecord {
    pub(super) name: Option<String>,
    pub(super) max_entries: Option<usize>,
    /// Its entries, if given; `Some(None)` if some could not be read, or two documents differ.
    pub(super) entries: Option<Option<Vec<PortEntry>>>,
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
    /// The ID of the port list that gives its ports, if one does; those of `spec` are then all.
    pub(super) port_list: Option<String>,
    /// The number of the document that lists it.
    pub(super) document: usize,
    /// How certain it is, if versions of its group differ.
    pub(super) standing: Standing,
}

/// Whether a rule is one that its group has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Standing {
    /// It has.
    #[default]
    Certain,
    /// Only one of two versions of the group has it.
    Doubtful,
    /// Only an older version of the group has it.
    Outdated,
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
    pub(super) vswitch: Option<VSwitchId>,
    /// Its prefixes and further public addresses.
    pub(super) more: MoreAddresses,
    /// The cloud service that it belongs to, if the document says so.
    pub(super) holder: Option<Holder>,
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
    /// The vSwitch of its primary interface, if given.
    pub(super) vswitch: Option<VSwitchId>,
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
    /// Whether some entries could not be read.
    pub(super) unread: bool,
    pub(super) most: Option<u16>,
}

/// A VPC.
#[derive(Debug, Clone)]
pub(super) struct VpcRecord {
    pub(super) id: VpcId,
    pub(super) name: String,
    pub(super) blocks: Vec<IpNet>,
}

/// A NAT gateway.
#[derive(Debug, Clone)]
pub(super) struct NatRecord {
    pub(super) vpc: VpcId,
    /// Whether it leads to the Internet.
    pub(super) public: bool,
    /// The IDs of its SNAT tables.
    pub(super) tables: Vec<String>,
}

/// An SNAT entry.
#[derive(Debug, Clone)]
pub(super) struct SnatRecord {
    /// The ID of its table.
    pub(super) table: String,
    /// The private addresses that it gives a way to the Internet; `None` if the document does not
    /// say.
    pub(super) block: Option<IpNet>,
    /// Whether it works: one that is being deleted only tells that its table was listed.
    pub(super) available: bool,
}

/// An elastic IP address that is bound to something.
#[derive(Debug, Clone)]
pub(super) struct EipRecord {
    pub(super) address: IpAddr,
    /// The ID of the instance, the interface or something else.
    pub(super) bound: String,
    /// The private address behind it, if the document says so.
    pub(super) private: Option<IpAddr>,
}

/// The same in Terraform, where the address is another resource.
#[derive(Debug, Clone)]
pub(super) struct EipAssociation {
    /// The ID of the elastic IP address.
    pub(super) id: String,
    pub(super) bound: String,
    pub(super) private: Option<IpAddr>,
}

/// A whole scenario from a scenario document, with the position of each rule.
#[derive(Debug, Clone)]
pub(super) struct ScenarioRecord {
    pub(super) scenario: Scenario,
    pub(super) rules: BTreeMap<RuleId, Place>,
}

/// One document's list of the rules of a group.
#[derive(Debug, Clone)]
pub(super) struct RuleListing {
    pub(super) at: Place,
    pub(super) group: SecurityGroupId,
    /// The number of the document, which its rules have too.
    pub(super) document: usize,
    /// Whether a next page goes on with it.
    pub(super) goes_on: bool,
    /// When it was made, if the name of the file says so.
    pub(super) time: Option<String>,
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
    pub(super) vswitches: Vec<VSwitch>,
    pub(super) regions: IndexMap<RegionId, ()>,
    /// The region of the document that is being read.
    pub(super) region_here: Option<RegionId>,
    /// The regions of objects, by ID.
    pub(super) region_of: BTreeMap<String, RegionId>,
    /// The made-up groups of rules whose group is not named, and whether a file's single rules
    /// have one.
    pub(super) loose_groups: Vec<(usize, SecurityGroupId, bool)>,
    /// What the reader chose.
    pub(super) choice: Choice,
    /// The changes of Terraform plans, if any of the documents is one.
    pub(super) plan: Option<Plan>,
    /// The resources of plans, by file and by the position of their values.
    pub(super) planned: BTreeMap<(usize, usize), Planned>,
    /// The IDs that were made up for resources of plans.
    pub(super) plan_ids: BTreeSet<String>,
    /// Rules of which some parts are known only after apply, with their groups.
    pub(super) unread_rules: Vec<(Place, SecurityGroupId, UnreadRule)>,
    /// Rules whose group is known only after apply: any group may have them.
    pub(super) stray_rules: Vec<UnreadRule>,
    /// Groups of a Terraform configuration, which holds the rules that it manages and no others.
    pub(super) managed_rules: BTreeSet<SecurityGroupId>,
    /// Groups that have more rules than were read.
    pub(super) more_rules: BTreeSet<SecurityGroupId>,
    /// The accounts that own the groups named by rules.
    pub(super) owners: BTreeMap<SecurityGroupId, String>,
    pub(super) port_lists: IndexMap<PortListId, PortListRecord>,
    /// The VPC of each route table.
    pub(super) route_tables: BTreeMap<String, VpcId>,
    /// Routes that lead to another VPC: the table and the destination.
    pub(super) route_entries: Vec<(String, IpNet)>,
    /// Pairs of VPCs with an active peering connection.
    pub(super) peerings: Vec<[VpcId; 2]>,
    /// The lists of the region that were given whole, as far as it matters.
    pub(super) listed: BTreeSet<Shape>,
    /// How many replies about SNAT entries listed none. They do not name their table.
    pub(super) empty_snat_lists: usize,
    pub(super) nat_gateways: Vec<NatRecord>,
    pub(super) snat_entries: Vec<SnatRecord>,
    pub(super) eips: Vec<EipRecord>,
    /// The elastic IP addresses of Terraform, by ID.
    pub(super) eip_addresses: BTreeMap<String, IpAddr>,
    pub(super) eip_associations: Vec<EipAssociation>,
    /// Groups whose policy is known only after apply.
    pub(super) unread_policies: BTreeSet<SecurityGroupId>,
    /// Made-up addresses of interfaces that get theirs only after apply, with the blocks they will
    /// be in.
    pub(super) made_up_addresses: BTreeMap<IpAddr, IpNet>,
    /// How many public addresses were made up.
    pub(super) made_up_public: u8,
    /// How many documents of each shape were recognized.
    pub(super) shapes: BTreeMap<Shape, usize>,
    pub(super) pages: Pages,
    /// The documents that list rules of a group, in reading order.
    pub(super) rule_listings: Vec<RuleListing>,
    /// The number of the list of rules that is being read; 0 outside of one.
    pub(super) document_here: usize,
    /// Whether a document was lost because it could not be read to its end.
    pub(super) lost: bool,
    /// The operations that were refused while the account was collected.
    pub(super) refused: BTreeSet<String>,
    /// What was understood, per text.
    pub(super) understood: Vec<Understood>,
    pub(super) notes: Notes,
}
