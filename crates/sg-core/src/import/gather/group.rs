//! Security groups, from DescribeSecurityGroups and DescribeSecurityGroupAttribute.

use indexmap::IndexMap;

use crate::model::{InnerAccessPolicy, Labels, ResourceGroupId, SecurityGroupId, Timestamp};

use super::console::time_of_file;
use super::rule::Sides;
use super::{Gather, texts};
use crate::import::message::Message;
use crate::import::record::{GroupRecord, RuleListing};
use crate::import::text;
use crate::import::tree::{Kind, View};

impl Gather<'_> {
    pub(super) fn group(&mut self, view: View<'_>) {
        let names = ["SecurityGroupId", "GroupId", "Id"];
        let Some(id) = self.own_id(view, &names, SecurityGroupId::parse) else { return };
        self.region(view, &id);
        let network = self.network(view);
        let mut record = self.group_record(view, id.clone());
        record.network = network;
        // Ansible lists outbound rules of their own, and has other names for some fields.
        let lists = ["Permissions", "PermissionsEgress", "Rules"];
        record.has_rules = lists.iter().any(|name| view.get(name).is_some());
        let named = ["SecurityGroupName", "GroupName", "Name"];
        record.name = named.iter().find_map(|name| texts(view, name));
        let truth = |name| view.given(name).map(|it| it.text.trim().eq_ignore_ascii_case("true"));
        record.managed = truth("ServiceManaged");
        record.deletion_protection = truth("DeletionProtection");
        // 0 stands for no service.
        let service = view.given("ServiceID").and_then(|it| it.text.trim().parse().ok());
        record.service_id = service.filter(|id| *id != 0);
        record.created = view.given("CreationTime").and_then(|it| Timestamp::parse(it.text.trim()));
        record.tags = self.tags(view, view.wrapped("Tags", "Tag"));
        if record.has_rules {
            self.begin_rules(view, &id);
        }
        self.keep_group(view, record);
        for rule in lists.iter().flat_map(|name| view.wrapped(name, "Permission")) {
            self.rule(rule, &id, Sides::of_reply(rule));
        }
    }

    /// Begins a list of the rules of a group. Lists of one group are pages or versions of it.
    pub(super) fn begin_rules(&mut self, view: View<'_>, group: &SecurityGroupId) {
        self.records.document_here = self.records.rule_listings.len() + 1;
        let listing = RuleListing {
            at: self.place(view),
            group: group.clone(),
            document: self.records.document_here,
            goes_on: view.given("NextToken").is_some(),
            time: time_of_file(self.name),
        };
        self.records.rule_listings.push(listing);
    }

    /// The fields with the same names in replies and Terraform states.
    pub(super) fn group_record(&mut self, view: View<'_>, id: SecurityGroupId) -> GroupRecord {
        let resource_group = view.given("ResourceGroupId");
        let resource_group = resource_group.and_then(|it| self.id(&it, ResourceGroupId::parse));
        GroupRecord {
            at: self.place(view),
            id,
            name: None,
            description: texts(view, "Description"),
            network: Default::default(),
            advanced: self.advanced(view),
            policy: self.inner_policy(view),
            managed: None,
            service_id: None,
            deletion_protection: None,
            tags: None,
            resource_group,
            created: None,
            has_rules: false,
        }
    }

    pub(super) fn keep_group(&mut self, view: View<'_>, record: GroupRecord) {
        if self.room(view, text::WHAT_GROUPS, self.records.groups.len()) {
            self.count(|understood| understood.groups += 1);
            self.records.groups.push(record);
        }
    }

    fn advanced(&mut self, view: View<'_>) -> Option<bool> {
        let given = view.given("SecurityGroupType")?;
        match given.text.trim().to_ascii_lowercase().as_str() {
            "normal" => Some(false),
            "enterprise" => Some(true),
            other => {
                self.unread(given.view, Message::plain(text::BAD_TYPE).with("value", other));
                None
            }
        }
    }

    fn inner_policy(&mut self, view: View<'_>) -> Option<InnerAccessPolicy> {
        let given = view.given("InnerAccessPolicy")?;
        // Ansible's documentation shows a truth value.
        let policy = if given.view.kind() == Kind::Truth(true) {
            Some(InnerAccessPolicy::Accept)
        } else if given.view.kind() == Kind::Truth(false) {
            Some(InnerAccessPolicy::Drop)
        } else {
            InnerAccessPolicy::parse(given.text.trim())
        };
        if policy.is_none() {
            self.unread(given.view, Message::plain(text::BAD_POLICY).with("value", &given.text));
        }
        policy
    }

    fn tags(&mut self, view: View<'_>, items: Vec<View<'_>>) -> Option<IndexMap<String, String>> {
        let tags = view.get("Tags")?;
        // Ansible writes one object of keys and values.
        let plain = |tag: View<'_>| Some((tag.key().to_owned(), tag.text()?.into_owned()));
        if tags.kind() == Kind::Object && tags.get("Tag").is_none() {
            let pairs = tags.children().filter_map(plain).collect();
            return Some(self.fitting_tags(view, pairs));
        }
        let pairs = items.into_iter().filter_map(|tag| {
            let key = texts(tag, "TagKey").or_else(|| texts(tag, "Key"))?;
            let value = texts(tag, "TagValue").or_else(|| texts(tag, "Value"));
            Some((key, value.unwrap_or_default()))
        });
        let pairs = pairs.collect();
        Some(self.fitting_tags(view, pairs))
    }

    /// The tags that are valid for a group.
    pub(super) fn fitting_tags(
        &mut self,
        view: View<'_>,
        pairs: Vec<(String, String)>,
    ) -> IndexMap<String, String> {
        let cut = |text: String| text.chars().take(Labels::MOST_CHARACTERS).collect::<String>();
        let pairs = pairs.into_iter().filter(|(key, _)| !key.is_empty());
        let mut tags: IndexMap<String, String> =
            pairs.map(|(key, value)| (cut(key), cut(value))).collect();
        if tags.len() > Labels::MOST_TAGS {
            tags.truncate(Labels::MOST_TAGS);
            self.unread(view.get("Tags").unwrap_or(view), text::TOO_MANY_TAGS);
        }
        tags
    }
}
