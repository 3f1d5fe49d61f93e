//! The scenario as Terraform configuration for the `alicloud` provider.

use std::collections::BTreeMap;

use crate::language::{Language, Text};
use crate::model::{GroupType, IpNet, PrefixList, Scenario, SecurityGroup, VSwitchId, Vpc, VpcId};
use crate::quote::hcl::quote;
use crate::quote::hidden::shown;
use crate::quote::shell::comment;
use crate::request::snippet::terraform::{GROUP, block, resource};

use super::left_out::{LeftOut, Omitted, Written};
use super::text;

mod instances;
mod rules;
mod switches;

/// The configuration that builds the scenario: VPCs with vSwitches, prefix lists, groups, rules,
/// and instances with their interfaces. What the provider cannot express becomes a comment; what
/// the scenario does not contain (image, instance type, zone) becomes a variable.
pub fn terraform(scenario: &Scenario, language: Language) -> Written {
    let mut file = File {
        scenario,
        language,
        blocks: Vec::new(),
        ids: BTreeMap::new(),
        switches: Vec::new(),
        left_out: LeftOut::default(),
    };
    file.head();
    for (number, vpc) in (1..).zip(scenario.parts().vpcs.values()) {
        file.vpc(number, vpc);
    }
    file.routes();
    for (number, list) in (1..).zip(scenario.parts().prefix_lists.values()) {
        file.prefix_list(number, list);
    }
    for (number, group) in (1..).zip(scenario.groups()) {
        file.group(number, group);
    }
    for (number, group) in (1..).zip(scenario.groups()).filter(|(_, group)| !group.is_read_only()) {
        file.rules(number, group);
    }
    file.switches();
    for (number, instance) in (1..).zip(scenario.instances()) {
        file.instance(number, instance);
    }
    file.held();
    if let Some(sentence) = file.left_out.sentence(language) {
        // Behind what the file is.
        file.blocks.insert(1, comment(&sentence) + "\n");
    }
    Written { text: file.blocks.join("\n"), left_out: file.left_out }
}

struct File<'a> {
    scenario: &'a Scenario,
    language: Language,
    blocks: Vec<String>,
    /// The Terraform expression for each scenario id.
    ids: BTreeMap<String, String>,
    switches: Vec<Switch>,
    left_out: LeftOut,
}

/// A vSwitch of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Switch {
    vpc: VpcId,
    block: IpNet,
    /// Its id in the account, if it is known.
    id: Option<VSwitchId>,
}

/// The attributes of a block in order, with rendered values.
type Attributes = Vec<(&'static str, String)>;

impl File<'_> {
    fn remark(&mut self, words: Text, values: &[(&str, &str)]) {
        let words = words.fill(self.language, values);
        self.blocks.push(comment(&words) + "\n");
    }

    fn say(&mut self, kind: &str, label: &str, attributes: &[(&str, String)]) {
        self.blocks.push(block(&resource(kind, label), attributes));
    }

    fn head(&mut self) {
        self.remark(text::REBUILDS, &[]);
        self.blocks.push(
            "terraform {\n  required_providers {\n    alicloud = {\n      source = \"aliyun/alicloud\"\n    \
             }\n  }\n}\n"
                .to_owned(),
        );
        let region = quote(self.scenario.region().as_str());
        self.blocks.push(block("provider \"alicloud\"", &[("region", region)]));
        if self.scenario.instances().len() > 0 {
            for (name, words) in
                [("image_id", text::IMAGE), ("instance_type", text::TYPE), ("zone_id", text::ZONE)]
            {
                self.variable(name, words.get(self.language));
            }
        } else if self.scenario.parts().vswitches.values().any(|own| own.zone.is_none()) {
            self.variable("zone_id", text::ZONE.get(self.language));
        }
    }

    fn variable(&mut self, name: &str, words: &str) {
        let attributes = [("type", "string".to_owned()), ("description", quote(words))];
        self.blocks.push(block(&format!("variable \"{name}\""), &attributes));
    }

    /// The provider takes one IPv4 block with the VPC. Further blocks are separate resources, and
    /// the service chooses IPv6 blocks.
    fn vpc(&mut self, number: usize, vpc: &Vpc) {
        let label = format!("vpc_{number}");
        self.ids.insert(vpc.id.to_string(), format!("alicloud_vpc.{label}.id"));
        let (four, six): (Vec<&ipnet::IpNet>, Vec<&ipnet::IpNet>) =
            vpc.blocks.iter().partition(|block| matches!(block, ipnet::IpNet::V4(_)));
        let mut attributes = Attributes::new();
        if !vpc.name.is_empty() {
            attributes.push(("vpc_name", quote(&vpc.name)));
        }
        match four.first() {
            Some(first) => attributes.push(("cidr_block", quote(&first.to_string()))),
            None => self.remark(text::NO_BLOCK, &[("name", &named(vpc))]),
        }
        if !six.is_empty() {
            attributes.push(("enable_ipv6", "true".to_owned()));
            let blocks: Vec<String> = six.iter().map(ToString::to_string).collect();
            self.left_out.add(Omitted::Address, blocks.len());
            self.remark(text::IPV6, &[("name", &named(vpc)), ("blocks", &blocks.join(" "))]);
        }
        self.say("alicloud_vpc", &label, &attributes);
        for (more, block) in (2..).zip(four.iter().skip(1)) {
            let attributes = [
                ("vpc_id", format!("alicloud_vpc.{label}.id")),
                ("secondary_cidr_block", quote(&block.to_string())),
            ];
            self.say("alicloud_vpc_ipv4_cidr_block", &format!("{label}_block_{more}"), &attributes);
        }
    }

    /// What leads to the Internet and between VPCs is not written.
    fn routes(&mut self) {
        for vpc in self.scenario.parts().vpcs.values().filter(|vpc| vpc.snat == Some(true)) {
            self.remark(text::NAT, &[("name", &named(vpc))]);
        }
        for route in &self.scenario.parts().routes {
            let name = |id| self.scenario.vpc(id).map(|vpc| named(vpc)).unwrap_or_default();
            let (a, b) = (name(&route.a), name(&route.b));
            self.left_out.add(Omitted::Route, 1);
            self.remark(text::JOINED, &[("a", &a), ("b", &b)]);
        }
    }

    fn prefix_list(&mut self, number: usize, list: &PrefixList) {
        let label = format!("list_{number}");
        self.ids.insert(list.id.to_string(), format!("alicloud_ecs_prefix_list.{label}.id"));
        let name = if list.name.is_empty() { list.id.as_str() } else { &list.name };
        let six = list.blocks.first().is_some_and(|block| matches!(block, ipnet::IpNet::V6(_)));
        let attributes = [
            ("prefix_list_name", quote(name)),
            ("address_family", quote(if six { "IPv6" } else { "IPv4" })),
            ("max_entries", list.max_entries.to_string()),
        ];
        let mut text = block(&resource("alicloud_ecs_prefix_list", &label), &attributes);
        let entries: String = list
            .blocks
            .iter()
            .map(|block| format!("\n  entry {{\n    cidr = {}\n  }}\n", quote(&block.to_string())))
            .collect();
        insert(&mut text, &entries);
        self.blocks.push(text);
    }

    fn group(&mut self, number: usize, group: &SecurityGroup) {
        let label = format!("group_{number}");
        if group.is_read_only() {
            let name = format!("managed_{label}");
            let words = text::MANAGED_ID.fill(self.language, &[("name", &shown(group.label()))]);
            self.variable(&name, &words);
            self.ids.insert(group.id.to_string(), format!("var.{name}"));
            return;
        }
        self.ids.insert(group.id.to_string(), format!("{GROUP}.{label}.id"));
        if group.labels.deletion_protection {
            self.remark(text::PROTECTION_LEFT_OUT, &[("name", &shown(group.label()))]);
            self.left_out.add(Omitted::DeletionProtection, 1);
        }
        if !group.unread.is_nothing() {
            self.left_out.add(Omitted::UnknownPart, 1);
            self.remark(text::UNREAD, &[("name", &shown(group.label()))]);
        }
        let mut attributes = Attributes::new();
        if !group.name.is_empty() {
            attributes.push(("security_group_name", quote(&group.name)));
        }
        if !group.description.is_empty() {
            attributes.push(("description", quote(&group.description)));
        }
        attributes.push(("vpc_id", self.id(group.vpc.as_str())));
        attributes.push(("security_group_type", quote(group.group_type.as_str())));
        if let GroupType::Basic(policy) = group.group_type {
            attributes.push(("inner_access_policy", quote(policy.as_str())));
        }
        if let Some(id) = &group.labels.resource_group {
            attributes.push(("resource_group_id", quote(id.as_str())));
        }
        let mut text = block(&resource(GROUP, &label), &attributes);
        if !group.labels.tags.is_empty() {
            let line = |(key, value): (&String, &String)| {
                format!("    {} = {}\n", quote(key), quote(value))
            };
            let tags: String = group.labels.tags.iter().map(line).collect();
            insert(&mut text, &format!("\n  tags = {{\n{tags}  }}\n"));
        }
        self.blocks.push(text);
    }

    /// The expression for an id, or the quoted id if the configuration does not define it.
    fn id(&self, id: &str) -> String {
        self.ids.get(id).cloned().unwrap_or_else(|| quote(id))
    }
}

/// Inserts text before the closing brace of a block.
fn insert(block: &mut String, more: &str) {
    if let Some(body) = block.strip_suffix("}\n") {
        *block = format!("{body}{more}}}\n");
    }
}

/// The name of a VPC, or its id if it has no name, for a comment.
fn named(vpc: &Vpc) -> String {
    if vpc.name.is_empty() { vpc.id.to_string() } else { shown(&vpc.name) }
}
