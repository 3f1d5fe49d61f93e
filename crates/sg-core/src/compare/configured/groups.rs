//! Groups, and which interfaces are in them.

use std::collections::BTreeMap;

use crate::compare::difference::{About, Difference, How, Properties, Property, Resource};
use crate::model::{
    NetworkInterfaceId, OwnerService, Scenario, SecurityGroup, SecurityGroupId, Unread,
};

pub(super) fn compare(before: &Scenario, after: &Scenario, found: &mut Vec<Difference>) {
    for group in after.groups() {
        let how = match before.group(&group.id) {
            None => Some(How::Added),
            Some(old) => changed(old, group),
        };
        found.extend(how.map(|how| {
            let is_new = how == How::Added;
            let created = group.created.on_record().filter(|_| is_new);
            Difference { about: about(group, is_new), how, created }
        }));
    }
    for group in before.groups().filter(|group| after.group(&group.id).is_none()) {
        found.push(Difference { about: about(group, true), how: How::Removed, created: None });
    }
    members(before, after, found);
}

/// The ID and name of a group.
pub(super) fn resource(group: &SecurityGroup) -> Resource {
    Resource::new(&group.id, group.label())
}

fn about(group: &SecurityGroup, with_rules: bool) -> About {
    let rules = group.rules.iter().filter(|_| with_rules).map(|rule| rule.as_ref().clone());
    About::Group { group: resource(group), rules: rules.collect() }
}

fn changed(old: &SecurityGroup, new: &SecurityGroup) -> Option<How> {
    // All are listed, so that a new property has to be considered here.
    let SecurityGroup {
        id: _,
        name,
        description,
        vpc,
        group_type,
        service_managed,
        labels,
        rules: _,
        created: _,
        owner,
        unread,
    } = new;
    let policy = |group: &SecurityGroup| group.group_type.inner_access_policy();
    let tags = |group: &SecurityGroup| group.labels.tags.clone();
    let owns = |service: &&OwnerService| {
        let id = service.id.map(|id| id.to_string()).unwrap_or_default();
        format!("{} {id}", service.product).trim().to_owned()
    };
    let same_kind = old.group_type.mixes_with(*group_type);
    let policies = (policy(old), if same_kind { policy(new) } else { policy(old) });
    Properties::default()
        .add(Property::Policy, policies, |policy| policy.as_str().to_owned())
        .add(Property::GroupType, (old.group_type.as_str(), group_type.as_str()), |it| {
            (*it).to_owned()
        })
        .add(Property::Name, (&old.name, name), |name| (*name).clone())
        .add(Property::Description, (&old.description, description), |text| (*text).clone())
        .add(Property::Vpc, (&old.vpc, vpc), ToString::to_string)
        .add(Property::Managed, (old.service_managed, *service_managed), ToString::to_string)
        .add(Property::Managed, (&old.labels.service, &labels.service), owns)
        .add(Property::Owner, (&old.owner, owner), |owner| (*owner).clone().unwrap_or_default())
        .add(Property::Tags, (tags(old), tags(new)), |tags| {
            let tags = tags.iter().map(|(key, value)| format!("{key}={value}"));
            tags.collect::<Vec<_>>().join(", ")
        })
        .add(
            Property::ResourceGroup,
            (&old.labels.resource_group, &labels.resource_group),
            |group| group.as_ref().map(ToString::to_string).unwrap_or_default(),
        )
        .add(
            Property::DeletionProtection,
            (old.labels.deletion_protection, labels.deletion_protection),
            ToString::to_string,
        )
        .add(Property::NotKnown, (&old.unread, unread), |unread| not_known(unread))
        .found()
}

/// What is not known of a group, in fixed words.
fn not_known(unread: &Unread) -> String {
    let mut parts = Vec::new();
    if unread.policy {
        parts.push("InnerAccessPolicy".to_owned());
    }
    if unread.more_rules {
        parts.push("Permissions".to_owned());
    }
    parts.extend(unread.rules.iter().map(|rule| match rule.value.is_empty() {
        true => rule.place.clone(),
        false => rule.value.clone(),
    }));
    parts.join(", ")
}

/// Which interfaces of both scenarios joined or left which groups of both.
fn members(before: &Scenario, after: &Scenario, found: &mut Vec<Difference>) {
    type Joined<'a> = BTreeMap<&'a SecurityGroupId, [Vec<NetworkInterfaceId>; 2]>;
    let mut moved: Joined<'_> = BTreeMap::new();
    for new in after.interfaces() {
        let Some(old) = before.interface(&new.id) else { continue };
        for group in new.groups.difference(&old.groups) {
            let [joined, _] = moved.entry(group).or_default();
            joined.push(new.id.clone());
        }
        for group in old.groups.difference(&new.groups) {
            let [_, left] = moved.entry(group).or_default();
            left.push(new.id.clone());
        }
    }
    for (id, [joined, left]) in moved {
        let group = after.group(id).or_else(|| before.group(id));
        let Some(group) = group.map(|group| resource(group)) else { continue };
        for (interfaces, how) in [(joined, How::Added), (left, How::Removed)] {
            if !interfaces.is_empty() {
                let about = About::Members { group: group.clone(), interfaces };
                found.push(Difference { about, how, created: None });
            }
        }
    }
}
