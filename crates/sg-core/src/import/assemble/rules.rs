//! Adds rules to their groups, and the groups and prefix lists that rules refer to.

use std::collections::BTreeSet;
use std::sync::Arc;

use indexmap::IndexMap;

use crate::import::message::Message;
use crate::import::place::Place;
use crate::import::reading::Assumption;
use crate::import::record::{ListRecord, RuleRecord, Standing};
use crate::import::text;
use crate::model::{
    GroupType, Peer, PrefixList, PrefixListId, Rule, RuleId, SecurityGroup, SecurityGroupId,
    Timestamp,
};

use super::Assembly;
use super::groups::differs;
use super::merge::fill;

pub(super) mod in_work;
mod kept;

use in_work::RulesInWork;
use kept::{Again, Kept};

/// The maximum number of entries in a prefix list (`MaxEntries`).
const MOST_ENTRIES: usize = 200;

/// How many rules are added in a step.
const STEP: usize = 250;

impl Assembly {
    /// Gets the rules ready to be added.
    pub(super) fn begin_rules(&mut self) -> RulesInWork {
        let lists = self.lists();
        self.port_lists();
        let given = self.records.rules.iter().filter_map(|rule| rule.id.clone());
        let mut taken: BTreeSet<RuleId> = given.collect();
        taken.extend(self.rule_places.keys().cloned());
        let kept = self.kept_rules();
        let left = self.with_port_lists().into_iter();
        RulesInWork { left, lists, taken, kept, added: IndexMap::new() }
    }

    /// Adds some rules. Gives the work back if there is more to do.
    pub(super) fn some_rules(&mut self, mut work: Box<RulesInWork>) -> Option<Box<RulesInWork>> {
        for _ in 0..STEP {
            let Some(record) = work.left.next() else { break };
            self.rule(record, &mut work);
        }
        if work.left.len() > 0 {
            return Some(work);
        }
        for (group, rules) in work.added {
            if let Some(group) = self.draft.groups.get_mut(&group) {
                Arc::make_mut(group).rules.extend(rules);
            }
        }
        None
    }

    fn rule(&mut self, record: RuleRecord, work: &mut RulesInWork) {
        let RuleRecord { at, group, id: given, created, description, spec, standing, .. } = record;
        if standing == Standing::Outdated {
            return;
        }
        match work.kept.again(&group, given.as_ref(), &spec, &description) {
            Some(Again::Same) => return,
            Some(Again::OtherDescription(id)) => {
                self.unread(Some(at), Message::plain(text::RULE_DIFFERS).with("what", id));
                return;
            }
            None => {}
        }
        let Some(own) = self.own_group(&group, at) else { return };
        if !self.peer_exists(&own, &spec.peer, at, &work.lists) {
            self.keep_unread(&group, at, &spec);
            return;
        }
        if standing == Standing::Doubtful {
            self.keep_unread(&group, at, &spec);
            work.kept.keep(&group, given, &spec, &description);
            return;
        }
        // An ID that another rule has already is masked, or shared by mistake: it identifies
        // neither.
        let shared = given.as_ref().is_some_and(|id| self.rule_places.contains_key(id));
        let id = given.clone().filter(|_| !shared);
        let Some(id) = id.or_else(|| fresh(&mut work.taken, &group)) else { return };
        if let Some(given) = given.as_ref().filter(|_| shared) {
            let about = format!("{id} ({given}, {}:{})", at.line, at.column);
            self.assumed(Assumption::SharedId, about);
        }
        work.kept.keep(&group, given, &spec, &description);
        self.rule_places.insert(id.clone(), at);
        let created = created.unwrap_or(Timestamp::from_unix_seconds(0));
        let rule = Rule { id, created, description, spec };
        work.added.entry(group).or_default().push(Arc::new(rule));
    }

    /// The rules of the scenario document.
    fn kept_rules(&self) -> Kept {
        let mut kept = Kept::default();
        for group in self.draft.groups.values() {
            for rule in &group.rules {
                kept.keep(&group.id, Some(rule.id.clone()), &rule.spec, &rule.description);
            }
        }
        kept
    }

    /// The group of a rule. If only its rules are known, it is treated as a referenced group.
    pub(super) fn own_group(
        &mut self,
        id: &SecurityGroupId,
        at: Place,
    ) -> Option<Arc<SecurityGroup>> {
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
            known.unread |= record.unread;
            let named = fill(&mut known.name, record.name);
            let most = fill(&mut known.most, record.most);
            if let (Some(blocks), Some(others)) = (&mut known.blocks, record.blocks.as_ref())
                && blocks.iter().collect::<BTreeSet<_>>() != others.iter().collect()
            {
                // The entries of both versions are certain.
                blocks.retain(|block| others.contains(block));
                known.unread = true;
                let said = Message::plain(text::TWO_VERSIONS_LIST).with("what", &id);
                self.incomplete(Some(at), said);
            } else {
                fill(&mut known.blocks, record.blocks);
            }
            for (field, agreed) in [("PrefixListName", named), ("MaxEntries", most)] {
                if !agreed {
                    self.incomplete(Some(at), differs(&id, field));
                }
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
        let unread = record.is_some_and(|record| record.unread);
        let unread_entries =
            unread || blocks.as_ref().is_none_or(|blocks| blocks.len() > MOST_ENTRIES);
        let mut blocks = blocks.unwrap_or_default();
        blocks.truncate(MOST_ENTRIES);
        let most = record.and_then(|record| record.most).map_or(1, usize::from);
        let room = most.clamp(1, MOST_ENTRIES).max(blocks.len());
        let list = PrefixList {
            id: id.clone(),
            name: record.and_then(|record| record.name.clone()).unwrap_or_default(),
            blocks,
            max_entries: u16::try_from(room).unwrap_or(u16::MAX),
            unread_entries,
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
