//! Terraform's states and plans: which resources they hold, in each form that people paste.

use std::collections::BTreeMap;

use super::Gather;
use super::item::{Item, Resource, Task};
use crate::import::message::Message;
use crate::import::shape::Shape;
use crate::import::text;
use crate::import::tree::{Kind, View};

/// Resources whose type an import does not use: where the first one is, and how many there are.
type Unused<'a> = BTreeMap<String, (View<'a>, usize)>;

impl Gather<'_> {
    /// Whether an object is output of Terraform, whose resources it then lists.
    pub(super) fn terraform_output(&mut self, view: View<'_>, tasks: &mut Vec<Task>) -> bool {
        let has = |name: &str| view.has(name);
        if has("@level") && has("@message") {
            self.shape(Shape::OtherTerraform);
            self.unread_once(view, text::TERRAFORM_LOG);
            return true;
        }
        let stored = view.get("version").filter(|version| version.kind() == Kind::Number);
        let stored = stored.filter(|_| ["serial", "lineage", "modules"].into_iter().any(has));
        if !has("terraform_version") && !has("format_version") && stored.is_none() {
            return false;
        }
        let version = stored.or_else(|| view.get("version")).and_then(View::text);
        let format = view.given("format_version");
        let major = format.as_ref().and_then(|it| it.text.split('.').next());
        match (version.as_deref(), major) {
            (Some("4"), _) | (None, None) if has("resources") => {
                self.resources(Shape::StateV4, view, tasks, stored_resources(view));
            }
            (Some("4"), _) => self.resources(Shape::StateV4, view, tasks, Vec::new()),
            (Some("3"), _) => {
                self.resources(Shape::StateV3, view, tasks, module_resources(view));
            }
            (Some(version), _) => self.other_version(view, version),
            (None, Some("0" | "1")) => self.shown(view, tasks),
            (None, Some(version)) => self.other_version(view, version),
            (None, None) => self.other_output(view),
        }
        true
    }

    /// What `terraform show -json` prints.
    fn shown(&mut self, view: View<'_>, tasks: &mut Vec<Task>) {
        let mut all = Vec::new();
        if view.has("planned_values") || view.has("resource_changes") {
            return self.plan(view, tasks);
        }
        match view.get("values").and_then(|it| it.get("root_module")) {
            Some(module) => shown_resources(module, &mut all),
            // A state without resources has only its versions.
            None if view.children().count() > 2 => return self.other_output(view),
            None => {}
        }
        self.resources(Shape::StateShown, view, tasks, all);
    }

    /// Adds the resources of a document, and reports those of types that are not used.
    pub(super) fn resources(
        &mut self,
        shape: Shape,
        view: View<'_>,
        tasks: &mut Vec<Task>,
        all: Vec<(View<'_>, View<'_>)>,
    ) {
        let before = tasks.len();
        let is_empty = all.is_empty();
        let mut unused = Unused::new();
        for (resource, values) in all {
            let Some(given) = resource.given("type") else { continue };
            match kind_of(&given.text) {
                Some(kind) => self.task(view, Item::Terraform(kind), values, tasks),
                // Those of other providers are no part of the account.
                None if given.text.starts_with("alicloud_") => {
                    unused.entry(given.text.into_owned()).or_insert((given.view, 0)).1 += 1;
                }
                None => {}
            }
        }
        for (kind, (first, count)) in &unused {
            let said = Message::plain(text::UNUSED_RESOURCE).with("what", kind);
            self.unread(*first, said.with("count", count));
        }
        if tasks.len() > before {
            self.recognized(shape);
            return;
        }
        self.shape(shape);
        let plan = shape == Shape::PlanShown;
        match (is_empty, plan) {
            (true, true) => self.recognized(shape),
            (true, false) => self.unread(view, text::NO_TERRAFORM),
            (false, _) => self.unread(view, text::NONE_USED),
        }
    }

    fn other_version(&mut self, view: View<'_>, version: &str) {
        self.shape(Shape::OtherTerraform);
        self.unread(view, Message::plain(text::TERRAFORM_VERSION).with("value", version));
    }

    fn other_output(&mut self, view: View<'_>) {
        self.shape(Shape::OtherTerraform);
        self.unread(view, text::OTHER_TERRAFORM);
    }
}

/// The resources of a stored state of version 4, each with the attributes of one instance.
fn stored_resources(state: View<'_>) -> Vec<(View<'_>, View<'_>)> {
    let resources = state.get("resources").into_iter().flat_map(|it| it.items(""));
    let instances = resources.flat_map(|resource| {
        let instances = resource.get("instances").into_iter().flat_map(View::children);
        instances.map(move |instance| (resource, instance))
    });
    // States that were upgraded from version 3 keep the older form.
    let attributes = instances.filter_map(|(resource, instance)| {
        let flat = instance.get("attributes").is_none();
        let name = if flat { "attributes_flat" } else { "attributes" };
        Some((resource, instance.get(name)?))
    });
    attributes.collect()
}

/// The resources of a stored state of version 3, each with its attributes.
fn module_resources(state: View<'_>) -> Vec<(View<'_>, View<'_>)> {
    let modules = state.get("modules").into_iter().flat_map(View::children);
    let resources = modules.filter_map(|module| module.get("resources"));
    let attributes = resources.flat_map(View::children).flat_map(|resource| {
        let deposed = resource.get("deposed").into_iter().flat_map(View::children);
        let all = resource.get("primary").into_iter().chain(deposed);
        all.filter_map(move |own| Some((resource, own.get("attributes")?)))
    });
    attributes.collect()
}

/// The resources of a module and of the modules in it, each with its values.
pub(super) fn shown_resources<'a>(module: View<'a>, all: &mut Vec<(View<'a>, View<'a>)>) {
    for resource in module.wrapped("resources", "resource") {
        if let Some(values) = resource.get("values") {
            all.push((resource, values));
        }
    }
    for child in module.wrapped("child_modules", "child_module") {
        shown_resources(child, all);
    }
}

/// The kind of a resource by its type. Data sources of these types do not exist.
pub(super) fn kind_of(name: &str) -> Option<Resource> {
    Some(match name {
        "alicloud_security_group" => Resource::Group,
        "alicloud_security_group_rule" => Resource::Rule,
        "alicloud_instance" => Resource::Instance,
        "alicloud_ecs_network_interface" | "alicloud_network_interface" => Resource::Interface,
        "alicloud_ecs_network_interface_attachment" | "alicloud_network_interface_attachment" => {
            Resource::Attachment
        }
        "alicloud_ecs_prefix_list" => Resource::PrefixList,
        "alicloud_vpc" => Resource::Vpc,
        "alicloud_vswitch" => Resource::VSwitch,
        "alicloud_nat_gateway" => Resource::NatGateway,
        "alicloud_snat_entry" => Resource::SnatEntry,
        "alicloud_eip_address" | "alicloud_eip" => Resource::Eip,
        "alicloud_eip_association" => Resource::EipAssociation,
        _ => return None,
    })
}
