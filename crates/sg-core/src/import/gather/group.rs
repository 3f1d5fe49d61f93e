//! Security groups, from DescribeSecurityGroups and DescribeSecurityGroupAttribute.

use indexmap::IndexMap;

use crate::model::{InnerAccessPolicy, Labels, ResourceGroupId, SecurityGroupId, Timestamp};

use super::Gather;
use super::rule::Sides;
use crate::import::message::Message;
use crate::import::record::GroupRecord;
use crate::import::text;
use crate::import::tree::View;

impl Gather<'_> {
    pub(super) fn group(&mut self, view: View<'_>) {
        let Some(id) = self.own_id(view, "SecurityGroupId", SecurityGroupId::parse) else { return };
        self.region(view);
        let network = self.network(view);
        let mut record = self.group_record(view, id.clone());
        record.network = network;
        record.has_rules = view.get("Permissions").is_some();
        record.name = texts(view, "SecurityGroupName");
        record.managed = view.given("ServiceManaged").map(|given| given.text == "true");
        record.created = view.given("CreationTime").and_then(|it| Timestamp::parse(it.text.trim()));
        record.tags = self.tags(view, view.wrapped("Tags", "Tag"));
        self.keep_group(view, record);
        for rule in view.wrapped("Permissions", "Permission") {
            self.rule(rule, &id, Sides::of_reply(rule));
        }
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
        let policy = InnerAccessPolicy::parse(given.text.trim());
        if policy.is_none() {
            self.unread(given.view, Message::plain(text::BAD_POLICY).with("value", &given.text));
        }
        policy
    }

    fn tags(&mut self, view: View<'_>, items: Vec<View<'_>>) -> Option<IndexMap<String, String>> {
        view.get("Tags")?;
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

/// The text of a member; empty if the reply gives an empty text.
pub(super) fn texts(view: View<'_>, name: &str) -> Option<String> {
    view.get(name)?.text().map(std::borrow::Cow::into_owned)
}
