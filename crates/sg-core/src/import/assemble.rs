//! From records to a scenario: merges what several documents say about an object, fills gaps with
//! assumptions, and leaves out what does not fit. Assumptions and omissions are reported.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use indexmap::IndexMap;

use crate::model::{
    GroupType, InnerAccessPolicy, Labels, NetworkInterfaceId, OutsideAddress, RegionId, RuleId,
    Scenario, ScenarioDraft, SecurityGroup, SecurityGroupId, Timestamp, Unread, VpcId, quota,
};

use super::choice::RegionFound;
use super::message::Message;
use super::place::Place;
use super::reading::{Assumption, Reading};
use super::record::{GroupRecord, Notes, Records};
use super::regions::Selection;
use super::text;
use rules::in_work::RulesInWork;

mod blocks;
mod examples;
mod groups;
mod incomplete;
mod interfaces;
mod internet;
mod later;
mod merge;
mod port_lists;
mod repair;
mod routes;
mod rules;
mod versions;

/// A scenario under construction. Each step is short, so that a page can draw between steps.
#[derive(Debug)]
pub(super) struct Assembly {
    records: Records,
    draft: ScenarioDraft,
    phase: Phase,
    /// The groups found, by ID.
    groups: IndexMap<SecurityGroupId, GroupRecord>,
    /// Groups in the classic network, which scenarios do not support.
    classic: BTreeSet<SecurityGroupId>,
    /// The groups whose rules are listed in some document.
    with_rules: BTreeSet<SecurityGroupId>,
    rule_places: BTreeMap<RuleId, Place>,
    interface_places: BTreeMap<NetworkInterfaceId, Place>,
    /// Interfaces that two documents put into different groups.
    disputed: BTreeSet<NetworkInterfaceId>,
    /// The names of the files.
    names: Vec<String>,
    /// Whether replies or states were read, which unlike a scenario document leave things open.
    records_any: bool,
    /// How many objects were left out because they do not fit.
    repairs: usize,
    /// The regions to choose from.
    regions: Vec<RegionFound>,
    done: Option<Arc<Scenario>>,
}

#[derive(Debug)]
enum Phase {
    Groups,
    Interfaces,
    Versions,
    Rules(Box<RulesInWork>),
    Around,
    Quotas,
    Fitting,
    Done,
}

/// The default region of an import, the same as that of a scenario document.
const DEFAULT_REGION: &str = "cn-hangzhou";

impl Assembly {
    /// Starts with the records of all documents. `None` if even the default region is invalid,
    /// which its constant rules out.
    pub(super) fn new(mut records: Records, names: Vec<String>) -> Option<Self> {
        let scenario = records.scenario.take();
        let first = records.regions.first().map(|(region, ())| region.clone());
        let region = first.or_else(|| RegionId::parse(DEFAULT_REGION).ok())?;
        let (draft, rule_places) = match scenario {
            Some(scenario) => (scenario.scenario.parts().clone(), scenario.rules),
            None => (ScenarioDraft::empty(region), BTreeMap::new()),
        };
        let records_any = !records.groups.is_empty()
            || !records.rules.is_empty()
            || !records.interfaces.is_empty()
            || !records.instances.is_empty();
        Some(Self {
            records,
            names,
            records_any,
            draft,
            phase: Phase::Groups,
            groups: IndexMap::new(),
            classic: BTreeSet::new(),
            with_rules: BTreeSet::new(),
            rule_places,
            interface_places: BTreeMap::new(),
            disputed: BTreeSet::new(),
            repairs: 0,
            regions: Vec::new(),
            done: None,
        })
    }

    /// Adds the regions to choose from. If the choice is open, there will be no scenario.
    pub(super) fn with_regions(mut self, Selection { found, open }: Selection) -> Self {
        self.regions = found;
        if open {
            self.phase = Phase::Done;
        }
        self
    }

    /// Does one step; returns whether there was anything left to do.
    pub(super) fn step(&mut self) -> bool {
        self.phase = match std::mem::replace(&mut self.phase, Phase::Done) {
            Phase::Groups => {
                self.incomplete_lists();
                self.merge_groups();
                Phase::Interfaces
            }
            Phase::Interfaces => {
                self.interfaces();
                Phase::Versions
            }
            Phase::Versions => {
                self.versions();
                Phase::Rules(Box::new(self.begin_rules()))
            }
            Phase::Rules(work) => match self.some_rules(work) {
                Some(work) => Phase::Rules(work),
                None => {
                    self.known_later();
                    Phase::Around
                }
            },
            Phase::Around => {
                self.around();
                Phase::Quotas
            }
            Phase::Quotas => self.quotas(),
            Phase::Fitting => self.fit(),
            Phase::Done => return false,
        };
        true
    }

    /// The complete result.
    pub(super) fn finish(self) -> Reading {
        let mut origins = self.rule_places;
        if let Some(scenario) = &self.done {
            let rules = scenario.groups().flat_map(|group| &group.rules);
            let ids: BTreeSet<&RuleId> = rules.map(|rule| &rule.id).collect();
            origins.retain(|id, _| ids.contains(id));
        }
        let Notes { mut incomplete, mut unread, more, assumed } = self.records.notes;
        // Remarks in reading order; those without a position come last.
        for notes in [&mut incomplete, &mut unread] {
            notes.sort_by_key(|note| (note.place.is_none(), note.place));
        }
        Reading {
            scenario: self.done,
            files: self.names,
            understood: self.records.understood,
            incomplete,
            unread,
            more_unread: more,
            assumed: assumed.into_values().collect(),
            origins,
            shapes: self.records.shapes,
            regions: self.regions,
            plan: self.records.plan,
        }
    }

    /// The name of the file at a place.
    fn file_name(&self, at: Place) -> String {
        self.names.get(at.file).cloned().unwrap_or_default()
    }

    fn unread(&mut self, place: Option<Place>, said: impl Into<Message>) {
        self.records.notes.unread(place, said);
    }

    fn incomplete(&mut self, place: Option<Place>, said: impl Into<Message>) {
        self.records.notes.incomplete(place, said);
    }

    fn assumed(&mut self, which: Assumption, about: impl ToString) {
        self.records.notes.assumed(which, about);
    }

    /// A group that is referenced but not described: nothing is known of it, except its owner if a
    /// rule names one.
    fn named_group(&mut self, id: &SecurityGroupId, vpc: &VpcId) {
        if self.draft.groups.contains_key(id) || self.classic.contains(id) {
            return;
        }
        let owner = self.records.owners.get(id).cloned();
        match &owner {
            Some(owner) => self.assumed(Assumption::OtherAccount, format!("{id} ({owner})")),
            None => self.assumed(Assumption::UnknownGroup, id),
        }
        let group = SecurityGroup {
            id: id.clone(),
            name: String::new(),
            description: String::new(),
            vpc: vpc.clone(),
            group_type: GroupType::Basic(InnerAccessPolicy::Accept),
            service_managed: false,
            labels: Labels::default(),
            rules: Vec::new(),
            created: Timestamp::from_unix_seconds(0),
            owner,
            unread: Unread::everything(),
        };
        self.draft.groups.insert(id.clone(), Arc::new(group));
    }

    /// VPCs and outside addresses, once everything inside them is known.
    fn around(&mut self) {
        self.eips();
        self.vpcs();
        self.snat();
        self.vswitches();
        let vpcs: Vec<_> = self.draft.vpcs.keys().cloned().collect();
        self.routes();
        // A scenario document lists all connections.
        if vpcs.len() > 1 && self.records_any && !self.draft.unread_routes {
            self.draft.unread_routes = true;
            vpcs.iter().for_each(|vpc| self.assumed(Assumption::NoRoutes, vpc));
        }
        self.examples();
        // It lists its outside addresses, too.
        if self.records_any && self.draft.outside.is_empty() && !self.draft.interfaces.is_empty() {
            self.internet();
        }
    }

    fn internet(&mut self) {
        let addresses = || self.draft.interfaces.values().flat_map(|it| &it.addresses);
        let (v4, v6) = (addresses().any(|it| it.is_ipv4()), addresses().any(|it| it.is_ipv6()));
        for (name, block, wanted) in [("internet", "0.0.0.0/0", v4), ("internet-ipv6", "::/0", v6)]
        {
            if let (true, Ok(block)) = (wanted, block.parse()) {
                self.assumed(Assumption::Internet, format!("{name} {block}"));
                self.draft.outside.push(OutsideAddress { name: name.to_owned(), block });
            }
        }
    }

    /// Raises the quotas that the account exceeds, so that everything in it is kept.
    fn raise_quotas(&mut self) {
        for (limit, used) in quota::exceeded(&self.draft) {
            let Some(most) = limit.most() else { continue };
            if self.draft.quotas.raise(limit, used.min(most)).is_ok() {
                self.assumed(Assumption::RaisedQuota, format!("{}: {used}", limit.name()));
            }
        }
    }

    /// Makes room for everything that was found.
    fn quotas(&mut self) -> Phase {
        // Before its first apply, a plan starts from nothing.
        let empty = self.draft.groups.is_empty() && self.draft.instances.is_empty();
        if empty && self.records.plan.is_none() {
            self.unread(None, text::NOTHING);
            return Phase::Done;
        }
        self.raise_quotas();
        Phase::Fitting
    }

    /// Validates the scenario. If something does not fit, it is left out and the scenario is
    /// validated again.
    fn fit(&mut self) -> Phase {
        match Scenario::new(self.draft.clone()) {
            Ok(scenario) => {
                self.done = Some(Arc::new(scenario));
                Phase::Done
            }
            Err(error) if self.repair(&error) => Phase::Fitting,
            Err(_) => Phase::Done,
        }
    }
}
