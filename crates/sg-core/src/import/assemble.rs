//! From records to a scenario: merges what several documents say about an object, fills gaps with
//! assumptions, and leaves out what does not fit. Assumptions and omissions are reported.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use indexmap::IndexMap;

use crate::model::{
    GroupType, InnerAccessPolicy, Labels, NetworkInterfaceId, OutsideAddress, RegionId, RuleId,
    Scenario, ScenarioDraft, SecurityGroup, SecurityGroupId, Timestamp, VpcId,
};

use super::message::Message;
use super::place::Place;
use super::reading::{Assumption, Reading};
use super::record::{GroupRecord, Notes, Pages, Records};
use super::text;

mod blocks;
mod groups;
mod interfaces;
mod merge;
mod repair;
mod rules;

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
    /// How many objects were left out because they do not fit.
    repairs: usize,
    done: Option<Arc<Scenario>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    Groups,
    Interfaces,
    Rules,
    Around,
    Fitting,
    Done,
}

/// The default region of an import, the same as that of a scenario document.
const DEFAULT_REGION: &str = "cn-hangzhou";

impl Assembly {
    /// Starts with the records of all documents. `None` if even the default region is invalid,
    /// which its constant rules out.
    pub(super) fn new(mut records: Records) -> Option<Self> {
        let scenario = records.scenario.take();
        let first = records.regions.first().map(|(region, ())| region.clone());
        let region = first.or_else(|| RegionId::parse(DEFAULT_REGION).ok())?;
        let (draft, rule_places) = match scenario {
            Some(scenario) => (scenario.scenario.parts().clone(), scenario.rules),
            None => (ScenarioDraft::empty(region), BTreeMap::new()),
        };
        Some(Self {
            records,
            draft,
            phase: Phase::Groups,
            groups: IndexMap::new(),
            classic: BTreeSet::new(),
            with_rules: BTreeSet::new(),
            rule_places,
            interface_places: BTreeMap::new(),
            repairs: 0,
            done: None,
        })
    }

    /// Does one step; returns whether there is more to do.
    pub(super) fn step(&mut self) -> bool {
        self.phase = match self.phase {
            Phase::Groups => {
                self.merge_groups();
                Phase::Interfaces
            }
            Phase::Interfaces => {
                self.interfaces();
                Phase::Rules
            }
            Phase::Rules => {
                self.rules();
                Phase::Around
            }
            Phase::Around => {
                self.around();
                Phase::Fitting
            }
            Phase::Fitting => self.fit(),
            Phase::Done => Phase::Done,
        };
        self.phase != Phase::Done
    }

    /// The complete result.
    pub(super) fn finish(self, files: Vec<String>) -> Reading {
        let mut origins = self.rule_places;
        if let Some(scenario) = &self.done {
            let rules = scenario.groups().flat_map(|group| &group.rules);
            let ids: BTreeSet<&RuleId> = rules.map(|rule| &rule.id).collect();
            origins.retain(|id, _| ids.contains(id));
        }
        let Notes { mut unread, more, assumed } = self.records.notes;
        // Remarks in reading order; those without a position come last.
        unread.sort_by_key(|note| (note.place.is_none(), note.place));
        Reading {
            scenario: self.done,
            files,
            understood: self.records.understood,
            unread,
            more_unread: more,
            assumed: assumed.into_values().collect(),
            origins,
        }
    }

    fn unread(&mut self, place: Option<Place>, said: impl Into<Message>) {
        self.records.notes.unread(place, said);
    }

    fn assumed(&mut self, which: Assumption, about: impl ToString) {
        self.records.notes.assumed(which, about);
    }

    /// A group that is referenced but not described: basic, without rules.
    fn named_group(&mut self, id: &SecurityGroupId, vpc: &VpcId) {
        if self.draft.groups.contains_key(id) || self.classic.contains(id) {
            return;
        }
        self.assumed(Assumption::UnknownGroup, id);
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
        };
        self.draft.groups.insert(id.clone(), Arc::new(group));
    }

    /// VPCs and outside addresses, once everything inside them is known.
    fn around(&mut self) {
        self.vpcs();
        if self.records.regions.len() > 1 {
            let regions: Vec<_> = self.records.regions.keys().cloned().collect();
            regions.iter().for_each(|region| self.assumed(Assumption::Region, region));
        }
        let vpcs: Vec<_> = self.draft.vpcs.keys().cloned().collect();
        if vpcs.len() > 1 && self.draft.routes.is_empty() {
            vpcs.iter().for_each(|vpc| self.assumed(Assumption::NoRoutes, vpc));
        }
        if self.draft.outside.is_empty() && !self.draft.interfaces.is_empty() {
            self.internet();
        }
        let missing = |pages: &Pages| !pages.ended || pages.given < pages.total;
        let open: Vec<_> =
            self.records.pages.values().filter(|pages| missing(pages)).copied().collect();
        for Pages { at, .. } in open {
            let about = format!("{}:{}", at.line, at.column);
            self.assumed(Assumption::MorePages, about);
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

    /// Validates the scenario. If something does not fit, it is left out and the scenario is
    /// validated again.
    fn fit(&mut self) -> Phase {
        if self.draft.groups.is_empty() && self.draft.instances.is_empty() {
            self.unread(None, text::NOTHING);
            return Phase::Done;
        }
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
