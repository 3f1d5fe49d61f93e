//! Recognizes documents and the objects in them: replies, including any client wrappers, facts of
//! Ansible, exports of the console, Terraform states and plans, scenario documents, and fragments
//! of replies.

use super::Gather;
use super::console::{is_rule, is_rule_list};
use super::item::{Item, Task};
use super::nested;
use crate::import::shape::Shape;
use crate::import::text;
use crate::import::tree::{Kind, View};
use crate::model::RegionId;

/// The lists of replies: the outer name, the inner one, and what they hold.
const LISTS: [(&str, &str, Item, Shape); 15] = [
    ("SecurityGroups", "SecurityGroup", Item::Group, Shape::SecurityGroups),
    ("Instances", "Instance", Item::Instance, Shape::Instances),
    ("NetworkInterfaceSets", "NetworkInterfaceSet", Item::Interface, Shape::Interfaces),
    ("PrefixLists", "PrefixList", Item::PrefixList, Shape::PrefixLists),
    ("Vpcs", "Vpc", Item::Vpc, Shape::Vpcs),
    ("VSwitches", "VSwitch", Item::VSwitch, Shape::VSwitches),
    ("VpcPeerConnects", "", Item::Peering, Shape::VpcPeerConnections),
    ("PortRangeLists", "PortRangeList", Item::PortList, Shape::PortRangeLists),
    ("RouterTableList", "RouterTableListType", Item::RouteTable, Shape::RouteTables),
    ("RouteEntrys", "RouteEntry", Item::RouteEntry, Shape::RouteEntries),
    ("NatGateways", "NatGateway", Item::NatGateway, Shape::NatGateways),
    ("SnatTableEntries", "SnatTableEntry", Item::SnatEntry, Shape::SnatEntries),
    ("EipAddresses", "EipAddress", Item::Eip, Shape::Eips),
    ("Groups", "", Item::Group, Shape::AnsibleFacts),
    ("Interfaces", "", Item::Interface, Shape::AnsibleFacts),
];

impl Gather<'_> {
    /// Lists the objects of a document in order.
    pub(in crate::import) fn classify(&mut self, view: View<'_>, tasks: &mut Vec<Task>) {
        match view.kind() {
            Kind::List if is_rule_list(view) => self.rules_alone(view, tasks),
            Kind::List => view.children().for_each(|child| self.classify(child, tasks)),
            Kind::Object => {
                let known = self.known(view, tasks) || self.document(view, tasks);
                if !known && !self.inside(view, tasks, nested::DEPTH) {
                    self.unknown(view);
                }
            }
            Kind::Null
            | Kind::Truth(_)
            | Kind::Number
            | Kind::Quoted
            | Kind::Tagged
            | Kind::Cell => self.unread(view, text::SINGLE_VALUE),
        }
    }

    /// Whether an object is a document of a known shape, whose objects it then lists.
    pub(super) fn known(&mut self, view: View<'_>, tasks: &mut Vec<Task>) -> bool {
        if self.terraform_output(view, tasks) {
            return true;
        }
        if view.has("version") {
            return false;
        }
        if let Some((item, shape)) = single(view) {
            self.page_of_single(view, item, shape);
            self.recognized(shape);
            self.task(view, item, view, tasks);
            return true;
        }
        self.lists(view, tasks) || self.error(view) || self.not_used(view)
    }

    /// Whether an object is a scenario document.
    fn document(&mut self, view: View<'_>, tasks: &mut Vec<Task>) -> bool {
        let version = view.get("version").is_some_and(|it| it.kind() == Kind::Number);
        if version {
            self.recognized(Shape::ScenarioDocument);
            tasks.push(Task { item: Item::Scenario, node: view.number(), region: None });
        }
        version
    }

    /// The lists of a reply or of Ansible's facts.
    fn lists(&mut self, view: View<'_>, tasks: &mut Vec<Task>) -> bool {
        let mut known = false;
        let ansible = view.has("changed") || view.has("ids");
        for (outer, inner, item, shape) in LISTS {
            let list = view.get(outer);
            let is_list = list.map_or(view.has(outer), |list| {
                matches!(list.kind(), Kind::List | Kind::Object | Kind::Tagged)
            });
            if !is_list || (shape == Shape::AnsibleFacts && !ansible) {
                continue;
            }
            let items = view.wrapped(outer, inner);
            self.shape(if ansible { Shape::AnsibleFacts } else { shape });
            if !ansible {
                self.page_of_list(view, shape, &items);
            }
            items.into_iter().for_each(|own| self.task(view, item, own, tasks));
            known = true;
        }
        if known {
            self.count(|understood| understood.documents += 1);
        }
        known
    }

    /// Rules without their group.
    pub(super) fn rules_alone(&mut self, view: View<'_>, tasks: &mut Vec<Task>) {
        let cells = view.children().flat_map(View::children).next();
        let table = cells.is_some_and(|cell| cell.kind() == Kind::Cell);
        self.recognized(if table { Shape::RuleTable } else { Shape::RuleList });
        self.task(view, Item::Rules, view, tasks);
    }

    /// Counts a document from which something is read.
    pub(super) fn recognized(&mut self, shape: Shape) {
        self.shape(shape);
        self.count(|understood| understood.documents += 1);
    }

    /// Notes that a document of a shape was seen.
    pub(super) fn shape(&mut self, shape: Shape) {
        *self.records.shapes.entry(shape).or_insert(0) += 1;
    }

    /// Adds an object of a document.
    pub(super) fn task(
        &mut self,
        document: View<'_>,
        item: Item,
        own: View<'_>,
        tasks: &mut Vec<Task>,
    ) {
        let given = document.given("RegionId");
        let region = given.and_then(|given| RegionId::parse(given.text.trim()).ok());
        if let Some(region) = &region {
            self.records.regions.entry(region.clone()).or_insert(());
        }
        tasks.push(Task { item, node: own.number(), region });
    }
}

/// The kind of an object that stands for a single item.
fn single(view: View<'_>) -> Option<(Item, Shape)> {
    let has = |name: &str| view.given(name).is_some();
    let is_instance = || {
        let names = ["SecurityGroupIds", "VpcAttributes", "NetworkInterfaces", "InstanceName"];
        has("InstanceId") && names.iter().any(|name| view.has(name))
    };
    if has("NetworkInterfaceId") {
        Some((Item::Interface, Shape::InterfaceAttribute))
    } else if is_instance() {
        Some((Item::Instance, Shape::InstanceAttribute))
    } else if has("SecurityGroupId") && !view.has("SecurityGroupReferences") {
        Some((Item::Group, Shape::SecurityGroupAttribute))
    } else if has("PrefixListId") && !view.has("PrefixListAssociations") {
        Some((Item::PrefixList, Shape::PrefixListAttributes))
    } else if has("PortRangeListId") && view.has("Entries") {
        Some((Item::PortList, Shape::PortRangeListEntries))
    } else if has("VpcId") && has("CidrBlock") && !has("VSwitchId") {
        Some((Item::Vpc, Shape::VpcAttribute))
    } else if is_rule(view) || view.get("Permissions").is_some_and(|it| is_rules(it)) {
        Some((Item::Rules, Shape::RuleList))
    } else {
        None
    }
}

/// Whether a member called `Permissions` holds rules.
fn is_rules(permissions: View<'_>) -> bool {
    permissions.items("Permission").first().copied().is_some_and(is_rule)
}
