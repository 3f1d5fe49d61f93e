//! What a document is, and which things lie in it: replies with whatever a client wraps around
//! them, Terraform states, scenario documents, and things cut out of replies.

use super::Gather;
use super::item::{Item, Resource, Task};
use crate::import::message::Message;
use crate::import::record::Pages;
use crate::import::text;
use crate::import::tree::{Kind, View, is_named};

/// The lists of replies: the outer name, the inner one, and what they hold.
const LISTS: [(&str, &str, Item); 5] = [
    ("SecurityGroups", "SecurityGroup", Item::Group),
    ("Instances", "Instance", Item::Instance),
    ("NetworkInterfaceSets", "NetworkInterfaceSet", Item::Interface),
    ("PrefixLists", "PrefixList", Item::PrefixList),
    ("Vpcs", "Vpc", Item::Vpc),
];

/// What clients wrap around a reply.
const WRAPPERS: [&str; 5] = ["body", "data", "result", "response", "ResponseBody"];

impl Gather<'_> {
    /// Lists the things of a document in their order.
    pub(in crate::import) fn classify(&mut self, view: View<'_>, tasks: &mut Vec<Task>) {
        match view.kind() {
            Kind::List => view.children().for_each(|child| self.classify(child, tasks)),
            Kind::Object => self.object(view, tasks),
            Kind::Null | Kind::Truth(_) | Kind::Number | Kind::Quoted | Kind::Tagged => {
                self.unread(view, text::SINGLE_VALUE);
            }
        }
    }

    fn object(&mut self, view: View<'_>, tasks: &mut Vec<Task>) {
        if view.get("terraform_version").is_some() || view.get("format_version").is_some() {
            return self.state(view, tasks);
        }
        if view.get("version").is_some_and(|version| version.kind() == Kind::Number) {
            self.count(|understood| understood.documents += 1);
            tasks.push((Item::Scenario, view.number()));
            return;
        }
        let before = tasks.len();
        let mut known = false;
        for (outer, inner, item) in LISTS {
            let Some(list) = view.get(outer) else { continue };
            // An instance has a list of the same name as a document of instances has.
            if list.kind() == Kind::Quoted {
                continue;
            }
            known = true;
            let items = view.wrapped(outer, inner);
            self.page(view, outer, items.len());
            tasks.extend(items.into_iter().map(|item_view| (item, item_view.number())));
        }
        if !known && let Some(item) = single(view) {
            if item == Item::Group && view.get("Permissions").is_some() {
                self.page(view, "Permissions", 0);
            }
            tasks.push((item, view.number()));
            known = true;
        }
        if known {
            self.region(view);
            self.count(|understood| understood.documents += 1);
            return;
        }
        self.wrapped_reply(view, tasks);
        if tasks.len() == before {
            self.unknown(view);
        }
    }

    /// A reply inside what a client or the console puts around it.
    fn wrapped_reply(&mut self, view: View<'_>, tasks: &mut Vec<Task>) {
        for child in view.children() {
            let key = child.key();
            let wraps = WRAPPERS.iter().any(|name| is_named(key, name))
                || key.to_ascii_lowercase().ends_with("response");
            if wraps && matches!(child.kind(), Kind::Object | Kind::List) {
                self.classify(child, tasks);
            }
        }
    }

    /// Says why an object is nothing to import. What lies inside it has been told already.
    fn unknown(&mut self, view: View<'_>) {
        let wrapped = WRAPPERS.iter().filter_map(|name| view.get(name).map(View::kind));
        let wrapped = wrapped.collect::<Vec<_>>();
        if wrapped.iter().any(|kind| matches!(kind, Kind::Object | Kind::List)) {
            return;
        }
        if wrapped.contains(&Kind::Quoted) && view.get("RequestId").is_none() {
            return self.unread(view, text::TEXT_BODY);
        }
        let code = view.given("Code").filter(|_| view.get("Message").is_some());
        match code {
            Some(code) => {
                self.unread(view, Message::plain(text::ERROR_REPLY).with("code", &code.text));
            }
            None => self.unread(view, text::UNKNOWN_OBJECT),
        }
    }

    /// Remembers which page of a reply this is.
    fn page(&mut self, view: View<'_>, list: &str, given: usize) {
        let of = view.given("SecurityGroupId").map(|id| id.text.into_owned());
        let key = format!("{list} {}", of.unwrap_or_default());
        let goes_on = view.given("NextToken").is_some();
        let total = view.given("TotalCount").and_then(|count| count.text.parse().ok());
        let at = self.place(view);
        let pages = Pages { at, ended: false, total: 0, given: 0 };
        let pages = self.records.pages.entry(key).or_insert(pages);
        pages.ended |= !goes_on;
        pages.total = pages.total.max(total.unwrap_or(0));
        pages.given += given;
    }

    /// The resources of a Terraform state, as `terraform show -json` prints it or as it is stored.
    fn state(&mut self, view: View<'_>, tasks: &mut Vec<Task>) {
        let before = tasks.len();
        if let Some(module) = view.get("values").and_then(|values| values.get("root_module")) {
            self.module(module, tasks);
        }
        let stored = view.get("resources").filter(|list| list.kind() == Kind::List);
        for resource in stored.into_iter().flat_map(View::children) {
            let Some(kind) = resource_of(resource) else { continue };
            let instances = resource.wrapped("instances", "instance").into_iter();
            let attributes = instances.filter_map(|instance| instance.get("attributes"));
            tasks.extend(attributes.map(|view| (Item::Terraform(kind), view.number())));
        }
        if tasks.len() > before {
            self.count(|understood| understood.documents += 1);
        } else if view.get("planned_values").is_some() {
            self.unread(view, text::PLANNED);
        } else {
            self.unread(view, text::NO_TERRAFORM);
        }
    }

    fn module(&mut self, module: View<'_>, tasks: &mut Vec<Task>) {
        for resource in module.wrapped("resources", "resource") {
            let Some(kind) = resource_of(resource) else { continue };
            if let Some(values) = resource.get("values") {
                tasks.push((Item::Terraform(kind), values.number()));
            }
        }
        for child in module.wrapped("child_modules", "child_module") {
            self.module(child, tasks);
        }
    }
}

/// What an object is that stands for one thing.
fn single(view: View<'_>) -> Option<Item> {
    let has = |name: &str| view.given(name).is_some();
    if has("NetworkInterfaceId") {
        Some(Item::Interface)
    } else if has("InstanceId") {
        Some(Item::Instance)
    } else if has("SecurityGroupId") {
        Some(Item::Group)
    } else if has("PrefixListId") {
        Some(Item::PrefixList)
    } else if has("VpcId") && has("CidrBlock") {
        Some(Item::Vpc)
    } else {
        None
    }
}

/// The kind of a resource; data sources tell of things that lie elsewhere and count alike.
fn resource_of(resource: View<'_>) -> Option<Resource> {
    Some(match resource.given("type")?.text.as_ref() {
        "alicloud_security_group" => Resource::Group,
        "alicloud_security_group_rule" => Resource::Rule,
        "alicloud_instance" => Resource::Instance,
        "alicloud_ecs_network_interface" | "alicloud_network_interface" => Resource::Interface,
        "alicloud_ecs_network_interface_attachment" | "alicloud_network_interface_attachment" => {
            Resource::Attachment
        }
        "alicloud_ecs_prefix_list" => Resource::PrefixList,
        "alicloud_vpc" => Resource::Vpc,
        _ => return None,
    })
}
