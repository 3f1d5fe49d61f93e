//! Adds rules to their groups, and the groups and prefix lists that rules refer to.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use indexmap::IndexMap;

use crate::import::message::Message;
use crate::import::place::Place;
use crate::import::reading::Assumption;
use crate::import::record::{ListRecord, RuleRecord};
use crate::import::text;
use crate::model::{
    GroupType, Peer, PrefixList, PrefixListId, Rule, RuleId, SecurityGroup, SecurityGroupId,
    Timestamp,
};

use super::Assembly;
use super::groups::differs;
use super::merge::fill;

/// The maximum number of entries in a prefix list (`MaxEntries`).
const MOST_ENTRIES: usize = 200;

impl Assembly {
    pub(super) fn rules(&mut self) {
        let lists = self.lists();
        let given = self.records.rules.iter().filter_map(|rule| rule.id.clone());
        let mut taken: BTreeSet<RuleId> = given.collect();
        taken.extend(self.rule_places.keys().cloned());
        // The rules kept so far: by ID, and by content for rules without an ID.
        let mut kept: BTreeMap<RuleId, (SecurityGroupId, String)> = BTreeMap::new();
        let mut said: BTreeSet<(SecurityGroupId, String)> = BTreeSet::new();
        let mut rules: IndexMap<SecurityGroupId, Vec<Arc<Rule>>> = IndexMap::new();
        for record in std::mem::take(&mut self.records.rules) {
            let RuleRecord { at, group, id, created, description, spec } = record;
            let line = (group.clone(), format!("{spec} {description}"));
            match &id {
                Some(id) if self.rule_places.contains_key(id) || kept.contains_key(id) => {
                    if kept.get(id) != Some(&line) {
                        self.unread(Some(at), Message::plain(text::RULE_DIFFERS).with("what", id));
                    }
                    continue;
                }
                None if said.contains(&line) => continue,
                Some(_) | None => {}
            }
            let Some(own) = self.own_group(&group, at) else { continue };
            if !self.peer_exists(&own, &spec.peer, at, &lists) {
                continue;
            }
            let id = match id {
                Some(id) => id,
                None => match fresh(&mut taken, &group) {
                    Some(id) => id,
                    None => continue,
                },
            };
            said.insert(line.clone());
            kept.insert(id.clone(), line);
            self.rule_places.insert(id.clone(), at);
            let created = created.unwrap_or(Timestamp::from_unix_seconds(0));
            let rule = Rule { id, created, description, spec };
            rules.entry(group).or_default().push(Arc::new(rule));
        }
        for (group, rules) in rules {
            if let Some(group) = self.draft.groups.get_mut(&group) {
                Arc::make_mut(group).rules.extend(rules);
            }
        }
    }

    /// The group of a rule. If only its rules are known, it is treated as a referenced group.
    fn own_group(&mut self, id: &SecurityGroupId, at: Place) -> Option<Arc<SecurityGroup>> {
        if !self.draft.groups.contains_key(id) && !self.groups.contains_key(id) {
            let vpc = self.draft.groups.values().next().map(|group| group.vpc.clone());
            let vpc = vpc.or_else(|| crate::model::VpcId::parse("vpc-imported").ok());
            if let Some(vpc) = vpc {
                self.named_group(id, &vpc);
            }
        }
        let own = self.draft.groups.get(id).map(Arc::clone);
        if own.is_none() {
            self.unread(Some(at), Message::plain(text::RULE_WITHOUT_GROUP).with("what", id));
        }
        own
    }

    /// Whether the peer of a rule exists, possibly by assumption.
    fn peer_exists(
        &mut self,
        own: &SecurityGroup,
        peer: &Peer,
        at: Place,
        lists: &IndexMap<PrefixListId, ListRecord>,
    ) -> bool {
        let why = match peer {
            Peer::Cidr(_) => return true,
            Peer::PrefixList(id) => {
                self.named_list(id, lists);
                return true;
            }
            Peer::Group(id) if *id == own.id => Message::plain(text::WHY_OWN_GROUP),
            Peer::Group(_) if own.group_type == GroupType::Advanced => {
                Message::plain(text::WHY_ADVANCED)
            }
            Peer::Group(id) => {
                self.named_group(id, &own.vpc);
                if self.draft.groups.contains_key(id) {
                    return true;
                }
                Message::plain(text::WHY_UNKNOWN).with("value", id)
            }
        };
        self.unread(Some(at), Message::plain(text::LEFT_RULE).because("why", why));
        false
    }

    /// The prefix lists by ID. Those with entries are kept whether or not a rule refers to them.
    fn lists(&mut self) -> IndexMap<PrefixListId, ListRecord> {
        let mut lists: IndexMap<PrefixListId, ListRecord> = IndexMap::new();
        for record in std::mem::take(&mut self.records.lists) {
            let (id, at) = (record.id.clone(), record.at);
            let Some(known) = lists.get_mut(&id) else {
                lists.insert(id, record);
                continue;
            };
            let same = fill(&mut known.blocks, record.blocks);
            let same = fill(&mut known.name, record.name) && same;
            if !(fill(&mut known.most, record.most) && same) {
                self.unread(Some(at), differs(&id, "Entries"));
            }
        }
        let with_entries = lists.values().filter(|list| list.blocks.is_some());
        let with_entries: Vec<_> = with_entries.map(|list| list.id.clone()).collect();
        with_entries.iter().for_each(|id| self.named_list(id, &lists));
        lists
    }

    fn named_list(&mut self, id: &PrefixListId, lists: &IndexMap<PrefixListId, ListRecord>) {
        if self.draft.prefix_lists.contains_key(id) {
            return;
        }
        let record = lists.get(id);
        let blocks = record.and_then(|record| record.blocks.clone());
        if blocks.is_none() {
            self.assumed(Assumption::UnknownEntries, id);
        }
        let mut blocks = blocks.unwrap_or_default();
        blocks.truncate(MOST_ENTRIES);
        let most = record.and_then(|record| record.most).map_or(1, usize::from);
        let room = most.clamp(1, MOST_ENTRIES).max(blocks.len());
        let list = PrefixList {
            id: id.clone(),
            name: record.and_then(|record| record.name.clone()).unwrap_or_default(),
            blocks,
            max_entries: u16::try_from(room).unwrap_or(u16::MAX),
        };
        self.draft.prefix_lists.insert(id.clone(), Arc::new(list));
    }
}

/// An ID derived from the group for a rule without one.
fn fresh(taken: &mut BTreeSet<RuleId>, group: &SecurityGroupId) -> Option<RuleId> {
    let rest = group.as_str();
    let rest = rest.strip_prefix("sg-").unwrap_or(rest);
    let rest: String = rest.chars().take(80).collect();
    // IDs are tried in order. Those taken by this group's rules come first, so the search starts
    // after them.
    let mut number = taken.len().saturating_add(1);
    loop {
        let id = RuleId::parse(&format!("sgr-{rest}-{number}")).ok()?;
        if taken.insert(id.clone()) {
            return Some(id);
        }
        number += 1;
    }
}
