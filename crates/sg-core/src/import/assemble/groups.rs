//! Groups: DescribeSecurityGroups gives their type and tags, DescribeSecurityGroupAttribute their
//! policy and rules.

use std::collections::BTreeSet;
use std::sync::Arc;

use indexmap::map::Entry;

use crate::import::message::Message;
use crate::import::reading::Assumption;
use crate::import::record::{GroupRecord, Network};
use crate::import::text;
use crate::model::{
    GroupType, InnerAccessPolicy, Labels, OwnerService, Peer, SecurityGroup, SecurityGroupId,
    Timestamp, Unread, VpcId,
};

use super::Assembly;
use super::merge::{fill, fill_network};

type Ids = BTreeSet<SecurityGroupId>;

impl Assembly {
    pub(super) fn merge_groups(&mut self) {
        let rules = self.records.rules.iter().map(|rule| rule.group.clone());
        let unread = self.records.unread_rules.iter().map(|(_, group, _)| group.clone());
        self.with_rules = rules.chain(unread).collect();
        for record in std::mem::take(&mut self.records.groups) {
            if record.has_rules {
                self.with_rules.insert(record.id.clone());
            }
            if self.draft.groups.contains_key(&record.id) {
                let said = Message::plain(text::IN_SCENARIO).with("what", &record.id);
                self.unread(Some(record.at), said);
                continue;
            }
            match self.groups.entry(record.id.clone()) {
                Entry::Vacant(vacant) => {
                    vacant.insert(record);
                }
                Entry::Occupied(mut known) => {
                    let (id, at) = (record.id.clone(), record.at);
                    let fields = merge(known.get_mut(), record);
                    let notes = &mut self.records.notes;
                    let (policy, fields): (Vec<_>, Vec<_>) =
                        fields.into_iter().partition(|field| *field == POLICY);
                    if !policy.is_empty() {
                        let said = Message::plain(text::TWO_VERSIONS_POLICY).with("what", &id);
                        notes.incomplete(Some(at), said.with("field", POLICY));
                        self.records.unread_policies.insert(id.clone());
                    }
                    if !fields.is_empty() {
                        notes.incomplete(Some(at), differs(&id, &fields.join(", ")));
                    }
                }
            }
        }
        let groups = std::mem::take(&mut self.groups);
        let networks = self.networks(groups.values());
        let naming = self.groups_that_name_groups();
        for (id, record) in &groups {
            match self.network_of(&record.network, &networks, id) {
                Some(vpc) => self.keep_group(record, vpc, &naming),
                None if record.network == Network::Classic => {
                    self.classic.insert(id.clone());
                    self.unread(Some(record.at), Message::plain(text::CLASSIC).with("what", id));
                }
                None => self.unread(Some(record.at), Message::plain(text::NO_VPC).with("what", id)),
            }
        }
        self.groups = groups;
    }

    /// The groups of which a rule refers to a group.
    fn groups_that_name_groups(&self) -> Ids {
        let rules = self.records.rules.iter();
        let naming = rules.filter(|rule| matches!(rule.spec.peer, Peer::Group(_)));
        naming.map(|rule| rule.group.clone()).collect()
    }

    /// Every VPC that is mentioned.
    fn networks<'a>(&self, groups: impl Iterator<Item = &'a GroupRecord>) -> Vec<VpcId> {
        let records = &self.records;
        let named = groups
            .map(|group| &group.network)
            .chain(records.interfaces.iter().map(|interface| &interface.network))
            .chain(records.instances.iter().map(|instance| &instance.network));
        let mut all: Vec<VpcId> = self.draft.vpcs.keys().cloned().collect();
        all.extend(records.vpcs.iter().map(|vpc| vpc.id.clone()));
        all.extend(named.filter_map(|network| match network {
            Network::Vpc(id) => Some(id.clone()),
            Network::Unsaid | Network::Classic => None,
        }));
        all.sort();
        all.dedup();
        all
    }

    /// The VPC of a group: its own; else that of one of its interfaces; else the only VPC; else a
    /// made-up one if there is none at all.
    fn network_of(&mut self, own: &Network, all: &[VpcId], id: &SecurityGroupId) -> Option<VpcId> {
        match own {
            Network::Vpc(vpc) => return Some(vpc.clone()),
            Network::Classic => return None,
            Network::Unsaid => {}
        }
        let records = &self.records;
        let interfaces = records.interfaces.iter().map(|it| (&it.groups, &it.network));
        let instances = records.instances.iter().map(|it| (&it.groups, &it.network));
        let of_member = interfaces.chain(instances).find_map(|(groups, network)| match network {
            Network::Vpc(vpc) => groups.contains(id).then(|| vpc.clone()),
            Network::Unsaid | Network::Classic => None,
        });
        if of_member.is_some() {
            return of_member;
        }
        let only = match all {
            [] => VpcId::parse("vpc-imported").ok(),
            [only] => Some(only.clone()),
            _ => None,
        }?;
        self.assumed(Assumption::OnlyVpc, id);
        Some(only)
    }

    fn keep_group(&mut self, record: &GroupRecord, vpc: VpcId, naming: &Ids) {
        let group_type = self.group_type(record, naming);
        let managed = self.records.managed_rules.contains(&record.id);
        if managed {
            self.assumed(Assumption::ManagedRules, &record.id);
        }
        let listed = managed || self.with_rules.contains(&record.id);
        if !listed {
            self.assumed(Assumption::NoRules, &record.id);
        }
        let basic = matches!(group_type, GroupType::Basic(_));
        let unread = Unread {
            policy: basic && record.policy.is_none(),
            more_rules: !listed || self.records.more_rules.contains(&record.id),
            rules: Vec::new(),
        };
        let labels = Labels {
            tags: record.tags.clone().unwrap_or_default(),
            resource_group: record.resource_group.clone(),
            service: OwnerService { id: record.service_id, product: String::new() },
            deletion_protection: record.deletion_protection.unwrap_or(false),
        };
        let group = SecurityGroup {
            id: record.id.clone(),
            name: record.name.clone().unwrap_or_default(),
            description: record.description.clone().unwrap_or_default(),
            vpc,
            group_type,
            service_managed: record.managed.unwrap_or(false),
            labels,
            rules: Vec::new(),
            created: record.created.unwrap_or(Timestamp::from_unix_seconds(0)),
            owner: None,
            unread,
        };
        self.draft.groups.insert(record.id.clone(), Arc::new(group));
    }

    /// A group is known to be basic if its policy is Accept or one of its rules refers to a group.
    fn group_type(&mut self, record: &GroupRecord, naming: &Ids) -> GroupType {
        if record.advanced == Some(true) {
            return GroupType::Advanced;
        }
        let shown = record.advanced.is_some()
            || record.policy == Some(InnerAccessPolicy::Accept)
            || naming.contains(&record.id);
        if !shown {
            self.assumed(Assumption::TypeBasic, &record.id);
        }
        let unread = self.records.unread_policies.contains(&record.id);
        if record.policy.is_none() && !unread {
            self.assumed(Assumption::PolicyAccept, &record.id);
        }
        GroupType::Basic(record.policy.unwrap_or(InnerAccessPolicy::Accept))
    }
}

/// The field with the intra-group policy.
const POLICY: &str = "InnerAccessPolicy";

/// Merges another document's description of a group; returns the fields in which the two disagree.
fn merge(own: &mut GroupRecord, other: GroupRecord) -> Vec<&'static str> {
    let agreed = [
        ("SecurityGroupName", fill(&mut own.name, other.name)),
        ("Description", fill(&mut own.description, other.description)),
        ("VpcId", fill_network(&mut own.network, other.network)),
        ("SecurityGroupType", fill(&mut own.advanced, other.advanced)),
        (POLICY, fill(&mut own.policy, other.policy)),
        ("ServiceManaged", fill(&mut own.managed, other.managed)),
        ("ServiceID", fill(&mut own.service_id, other.service_id)),
        ("DeletionProtection", fill(&mut own.deletion_protection, other.deletion_protection)),
        ("Tags", fill(&mut own.tags, other.tags)),
        ("ResourceGroupId", fill(&mut own.resource_group, other.resource_group)),
        ("CreationTime", fill(&mut own.created, other.created)),
    ];
    own.has_rules |= other.has_rules;
    agreed.into_iter().filter(|(_, agreed)| !agreed).map(|(name, _)| name).collect()
}

/// Two documents disagree.
pub(super) fn differs(what: &impl ToString, fields: &str) -> Message {
    Message::plain(text::TWO_VERSIONS_FIELDS).with("what", what.to_string()).with("field", fields)
}
