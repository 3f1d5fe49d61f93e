//! Terraform plans: one side of each, with the attributes that are known only after apply.

use std::collections::{BTreeMap, BTreeSet};

use super::Gather;
use super::item::Task;
use super::state::{kind_of, shown_resources};
use crate::import::choice::PlanSide;
use crate::import::plan::{Plan, PlanAction, Planned, Refers, ResourceChange};
use crate::import::shape::Shape;
use crate::import::tree::{Kind, View};
use crate::model::IpNet;
use address::Address;
use references::Configuration;

mod address;
mod references;

/// The attributes that refer to other resources, with the types they refer to.
const REFERENCES: [(&str, &[&str]); 12] = [
    ("security_group_id", &["alicloud_security_group"]),
    ("source_security_group_id", &["alicloud_security_group"]),
    ("security_groups", &["alicloud_security_group"]),
    ("security_group_ids", &["alicloud_security_group"]),
    ("prefix_list_id", &["alicloud_ecs_prefix_list"]),
    ("vpc_id", &["alicloud_vpc"]),
    ("vswitch_id", &["alicloud_vswitch"]),
    ("instance_id", &["alicloud_instance"]),
    ("network_interface_id", &["alicloud_ecs_network_interface", "alicloud_network_interface"]),
    ("allocation_id", &["alicloud_eip_address", "alicloud_eip"]),
    ("snat_table_id", &["alicloud_nat_gateway"]),
    ("id", &[]),
];

/// A resource of one side of a plan.
struct Side<'a> {
    address: Address,
    resource: View<'a>,
    values: View<'a>,
}

impl Gather<'_> {
    /// Reads one side of a plan.
    pub(super) fn plan(&mut self, view: View<'_>, tasks: &mut Vec<Task>) {
        let prior = view.get("prior_state").and_then(|state| state.get("values"));
        let (prior, planned) = (sides(prior), sides(view.get("planned_values")));
        let changes = changes_of(view);
        let ids = self.plan_ids(&prior, &planned);
        let configuration = Configuration {
            root: view.get("configuration").and_then(|it| it.get("root_module")),
            ids: &ids,
        };
        let subnets = subnets(&planned, &ids);
        let before = self.records.choice.plan == PlanSide::Before;
        for side in if before { &prior } else { &planned } {
            let address = side.address.clone();
            let unknown = changes.get(&address).filter(|_| !before);
            let unknown = unknown.and_then(|change| change.get("after_unknown"));
            let mut own = Planned {
                address: full(side),
                id: ids.get(&address).cloned().unwrap_or_default(),
                ..Planned::default()
            };
            for attribute in unknown.into_iter().flat_map(View::children).filter(|it| holds(*it)) {
                let name = attribute.key();
                let wanted = REFERENCES.iter().find(|(known, _)| *known == name);
                let wanted = wanted.map_or(&[][..], |(_, wanted)| wanted);
                own.unknown.insert(name.to_owned(), configuration.refers(&address, name, wanted));
            }
            let earlier = prior.iter().find(|earlier| earlier.address == address);
            let interface = earlier.and_then(|it| it.values.given("network_interface_id"));
            own.interface = interface.map(|it| it.text.into_owned()).unwrap_or_default();
            own.subnet = subnet_of(side, &own, &subnets);
            self.records.planned.insert((self.file, side.values.offset()), own);
        }
        let both: Vec<&Side<'_>> = prior.iter().chain(&planned).collect();
        self.plan_changes(view, &both, &ids);
        self.silent_changes(&prior, &planned);
        let sides = if before { prior } else { planned };
        let all = sides.iter().map(|side| (side.resource, side.values)).collect();
        self.resources(Shape::PlanShown, view, tasks, all);
    }

    /// The ID of each resource: its own, which one that is replaced keeps, since it is the same
    /// thing to its readers; or a made-up one for those that get theirs only after apply.
    fn plan_ids(&mut self, prior: &[Side<'_>], planned: &[Side<'_>]) -> BTreeMap<Address, String> {
        let mut ids = BTreeMap::new();
        let mut without = BTreeSet::new();
        for side in prior.iter().chain(planned) {
            let rule = side.address.kind == "alicloud_security_group_rule";
            match side.values.given("id").filter(|_| !rule) {
                Some(given) => {
                    ids.entry(side.address.clone()).or_insert(given.text.into_owned());
                }
                None => drop(without.insert(side.address.clone())),
            }
        }
        without.retain(|address| !ids.contains_key(address));
        for address in without {
            let prefix = match address.kind.as_str() {
                "alicloud_security_group" => "sg-planned",
                "alicloud_security_group_rule" => "sgr",
                "alicloud_instance" => "i-planned",
                "alicloud_ecs_prefix_list" => "pl-planned",
                "alicloud_vpc" => "vpc-planned",
                "alicloud_vswitch" => "vsw-planned",
                "alicloud_nat_gateway" => "ngw-planned",
                "alicloud_eip_address" | "alicloud_eip" => "eip-planned",
                _ => "eni-planned",
            };
            let short: String = address.short().chars().take(60).collect();
            let mut id = format!("{prefix}-{short}");
            let mut number = 1_usize;
            while self.records.plan_ids.contains(&id) {
                number += 1;
                id = format!("{prefix}-{short}-{number}");
            }
            self.records.plan_ids.insert(id.clone());
            ids.entry(address).or_insert(id);
        }
        ids
    }

    /// Notes the changes of a plan and the resources behind IDs.
    fn plan_changes(&mut self, view: View<'_>, all: &[&Side<'_>], ids: &BTreeMap<Address, String>) {
        let mut plan = self.records.plan.take().unwrap_or_default();
        for side in all {
            if let Some(id) = ids.get(&side.address) {
                plan.addresses.insert(id.clone(), full(side));
            }
        }
        let list = view.get("resource_changes").into_iter().flat_map(View::children);
        for entry in list {
            let Some(address) = entry.given("address") else { continue };
            let Some(action) = entry.get("change").and_then(action_of) else { continue };
            let place = self.place(entry);
            let address = address.text.into_owned();
            plan.changes.push(ResourceChange { address, action, place });
        }
        self.records.plan = Some::<Plan>(plan);
    }
}

impl Gather<'_> {
    /// Notes resources that differ between the two sides although no change is listed for them.
    fn silent_changes(&mut self, prior: &[Side<'_>], planned: &[Side<'_>]) {
        for side in planned {
            let earlier = prior.iter().find(|earlier| earlier.address == side.address);
            let address = full(side);
            let place = self.place(side.resource);
            let Some(plan) = &mut self.records.plan else { return };
            let listed = plan.changes.iter().any(|change| change.address == address);
            let differs = earlier.is_some_and(|earlier| !agrees(earlier.values, side.values));
            if differs && !listed {
                let action = PlanAction::Update;
                plan.changes.push(ResourceChange { address, action, place });
            }
        }
    }
}

/// Whether the values that are known on both sides are the same.
fn agrees(before: View<'_>, after: View<'_>) -> bool {
    match (before.kind(), after.kind()) {
        (Kind::Object, Kind::Object) => after.children().all(|child| {
            let key = child.key();
            let other = before.children().find(|other| other.key() == key);
            other.is_none_or(|other| agrees(other, child))
        }),
        (Kind::List, Kind::List) => {
            let (one, other) = (before.children(), after.children());
            before.children().count() == after.children().count()
                && one.zip(other).all(|(a, b)| agrees(a, b))
        }
        (Kind::Null, _) | (_, Kind::Null) => true,
        _ => before.text() == after.text(),
    }
}

/// The resources of a side.
fn sides(values: Option<View<'_>>) -> Vec<Side<'_>> {
    let mut all = Vec::new();
    if let Some(module) = values.and_then(|values| values.get("root_module")) {
        shown_resources(module, &mut all);
    }
    let side = |(resource, values): (_, _)| side(resource, values);
    all.into_iter().filter_map(side).collect()
}

fn side<'a>(resource: View<'a>, values: View<'a>) -> Option<Side<'a>> {
    let address = Address::parse(&resource.given("address")?.text)?;
    let used = kind_of(&address.kind).is_some() || address.kind.starts_with("alicloud_");
    used.then_some(Side { address, resource, values })
}

fn full(side: &Side<'_>) -> String {
    side.resource.given("address").map(|it| it.text.into_owned()).unwrap_or_default()
}

/// The changes of a plan by address, without those of objects that were deposed earlier.
fn changes_of(view: View<'_>) -> BTreeMap<Address, View<'_>> {
    let list = view.get("resource_changes").into_iter().flat_map(View::children);
    let mut all = BTreeMap::new();
    for entry in list.filter(|entry| !entry.has("deposed")) {
        let address = entry.given("address").and_then(|it| Address::parse(&it.text));
        if let (Some(address), Some(change)) = (address, entry.get("change")) {
            all.insert(address, change);
        }
    }
    all
}

/// What a change does; `None` if it changes nothing.
fn action_of(change: View<'_>) -> Option<PlanAction> {
    let actions = change.get("actions").into_iter().flat_map(View::children);
    let actions: Vec<_> = actions.filter_map(View::text).collect();
    let has = |name: &str| actions.iter().any(|action| action == name);
    if has("create") && has("delete") {
        Some(PlanAction::Replace)
    } else if has("create") {
        Some(PlanAction::Create)
    } else if has("update") {
        Some(PlanAction::Update)
    } else if has("delete") {
        Some(PlanAction::Delete)
    } else if has("forget") {
        Some(PlanAction::Forget)
    } else {
        None
    }
}

/// Whether a value of `after_unknown` marks anything as unknown.
fn holds(view: View<'_>) -> bool {
    match view.kind() {
        Kind::Truth(said) => said,
        Kind::Object | Kind::List => view.children().any(holds),
        Kind::Null | Kind::Number | Kind::Quoted | Kind::Tagged | Kind::Cell => false,
    }
}

/// The blocks of the vSwitches of a side, by ID.
fn subnets(planned: &[Side<'_>], ids: &BTreeMap<Address, String>) -> BTreeMap<String, IpNet> {
    let mut all = BTreeMap::new();
    for side in planned.iter().filter(|side| side.address.kind == "alicloud_vswitch") {
        let block = side.values.given("cidr_block").and_then(|it| it.text.trim().parse().ok());
        if let (Some(id), Some(block)) = (ids.get(&side.address), block) {
            all.insert(id.clone(), block);
        }
    }
    all
}

fn subnet_of(side: &Side<'_>, own: &Planned, subnets: &BTreeMap<String, IpNet>) -> Option<IpNet> {
    let given = side.values.given("vswitch_id").map(|it| it.text.into_owned());
    let id = given.or_else(|| match own.unknown.get("vswitch_id") {
        Some(Refers::To(ids)) => ids.first().cloned(),
        _ => None,
    });
    subnets.get(&id?).copied()
}
