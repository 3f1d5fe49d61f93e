//! The calls that create the groups, with as much of each as the service accepts.

use crate::emulator::{Call, GroupForm};
use crate::export::left_out::Omitted;
use crate::export::text;
use crate::model::{Scenario, SecurityGroup};

use super::{Script, shown};

/// A part of a group that can be left out of the call that creates it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part<'a> {
    Name,
    Description,
    ResourceGroup,
    Tag(&'a str, &'a str),
}

impl Script<'_> {
    /// Creates a group. What the service would reject of it is left out, and the rest is kept: a
    /// group that is not created would take all its rules and members with it.
    pub(super) fn create(&mut self, group: &SecurityGroup) {
        let all = parts(group);
        let scenario = self.scenario;
        let fits = |parts: &[Part<'_>]| self.fits(&create_call(scenario, group, parts));
        let kept: Vec<Part<'_>> = match fits(&all) {
            true => all.clone(),
            false => all.iter().copied().filter(|part| fits(&[*part])).collect(),
        };
        for part in all.into_iter().filter(|part| !kept.contains(part)) {
            self.leave_out(group, part);
        }
        if group.labels.deletion_protection {
            self.remark(text::PROTECTION_LEFT_OUT, &[("name", &shown(group.label()))]);
            self.left_out.add(Omitted::DeletionProtection, 1);
        }
        let Some(line) = self.tried(&create_call(scenario, group, &kept)) else {
            self.left_out.add(Omitted::Group, 1);
            return;
        };
        self.dry_run.made(group.id.as_str());
        let variable = self.variable("group", group.id.as_str());
        self.lines.push(format!("{variable}=$({line} | jq -r .SecurityGroupId)"));
    }

    fn leave_out(&mut self, group: &SecurityGroup, part: Part<'_>) {
        let name = shown(group.label());
        match part {
            Part::Name | Part::Description => {
                let words = if part == Part::Name { &group.name } else { &group.description };
                self.remark(text::LEFT_OUT, &[("name", &shown(words))]);
                self.left_out.add(Omitted::GroupText, 1);
            }
            Part::ResourceGroup => {
                let id = group.labels.resource_group.as_ref().map_or("", |id| id.as_str());
                self.remark(text::RESOURCE_GROUP_LEFT_OUT, &[("name", &name), ("id", id)]);
                self.left_out.add(Omitted::ResourceGroup, 1);
            }
            Part::Tag(key, value) => {
                let tag = shown(&format!("{key}={value}"));
                self.remark(text::TAG_LEFT_OUT, &[("name", &name), ("tag", &tag)]);
                self.left_out.add(Omitted::Tag, 1);
            }
        }
    }
}

/// What a group has that its call may leave out.
fn parts(group: &SecurityGroup) -> Vec<Part<'_>> {
    let has = |part, has: bool| has.then_some(part);
    let words = [
        has(Part::Name, !group.name.is_empty()),
        has(Part::Description, !group.description.is_empty()),
        has(Part::ResourceGroup, group.labels.resource_group.is_some()),
    ];
    let tags = group.labels.tags.iter().map(|(key, value)| Part::Tag(key, value));
    words.into_iter().flatten().chain(tags).collect()
}

fn create_call(scenario: &Scenario, group: &SecurityGroup, parts: &[Part<'_>]) -> Call {
    let words = |part, text: &str| {
        if parts.contains(&part) { text.to_owned() } else { String::new() }
    };
    let name = words(Part::Name, &group.name);
    let description = words(Part::Description, &group.description);
    let form = GroupForm {
        vpc: group.vpc.as_str(),
        group_type: group.group_type.as_str(),
        name: &name,
        description: &description,
        managed: false,
    };
    let mut call = Call::create_security_group(scenario.region(), &form);
    if let Some(id) = &group.labels.resource_group
        && parts.contains(&Part::ResourceGroup)
    {
        call.params.set("ResourceGroupId", id.as_str());
    }
    let tags = parts.iter().filter_map(|part| match part {
        Part::Tag(key, value) => Some((*key, *value)),
        Part::Name | Part::Description | Part::ResourceGroup => None,
    });
    for (number, (key, value)) in (1_u32..).zip(tags) {
        call.params.set(format!("Tag.{number}.Key"), key);
        call.params.set(format!("Tag.{number}.Value"), value);
    }
    call
}
