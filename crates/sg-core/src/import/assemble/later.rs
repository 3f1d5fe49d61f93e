//! What is known only after a plan is applied makes the answers it could change unknown.

use std::collections::BTreeSet;
use std::net::IpAddr;
use std::sync::Arc;

use crate::import::place::Place;
use crate::model::{IpNet, Peer, Rule, RuleSpec, SecurityGroup, SecurityGroupId, UnreadRule};

use super::Assembly;

impl Assembly {
    /// Adds the rules that are known in part, and what made-up addresses leave open.
    pub(super) fn known_later(&mut self) {
        for (at, id, rule) in std::mem::take(&mut self.records.unread_rules) {
            if self.own_group(&id, at).is_some() {
                self.edit_group(&id, |group| group.unread.rules.push(Arc::new(rule)));
            }
        }
        let stray = std::mem::take(&mut self.records.stray_rules);
        let stray: Vec<Arc<UnreadRule>> = stray.into_iter().map(Arc::new).collect();
        if !stray.is_empty() {
            for group in self.draft.groups.values_mut() {
                Arc::make_mut(group).unread.rules.extend(stray.iter().cloned());
            }
        }
        for id in std::mem::take(&mut self.records.unread_policies) {
            self.edit_group(&id, |group| group.unread.policy = true);
        }
        self.open_addresses();
    }

    /// Keeps a rule that a scenario cannot hold as one that may match.
    pub(super) fn keep_unread(&mut self, group: &SecurityGroupId, at: Place, spec: &RuleSpec) {
        let place = format!("{}:{}", self.file_name(at), at.line);
        self.edit_group(group, |group| {
            group.unread.rules.push(Arc::new(unread(spec, place)));
        });
    }

    pub(super) fn edit_group(
        &mut self,
        id: &SecurityGroupId,
        edit: impl FnOnce(&mut SecurityGroup),
    ) {
        if let Some(group) = self.draft.groups.get_mut(id) {
            edit(Arc::make_mut(group));
        }
    }

    /// A rule whose block covers only a part of a vSwitch may or may not match an interface that
    /// gets some address of it.
    fn open_addresses(&mut self) {
        let open: Vec<(IpAddr, IpNet)> =
            self.records.made_up_addresses.iter().map(|(at, block)| (*at, *block)).collect();
        if open.is_empty() {
            return;
        }
        let lists = self.draft.prefix_lists.clone();
        for group in self.draft.groups.values_mut() {
            let mut doubts = Vec::new();
            let mut left = BTreeSet::new();
            for rule in &group.rules {
                let peers = match &rule.spec.peer {
                    Peer::Cidr(own) => vec![*own],
                    Peer::PrefixList(id) => {
                        lists.get(id).map(|list| list.blocks.clone()).unwrap_or_default()
                    }
                    Peer::Group(_) => Vec::new(),
                };
                let locals: Vec<IpNet> = rule.spec.local_cidr.into_iter().collect();
                let (of_peer, of_local) = (cut_by(&peers, &open), cut_by(&locals, &open));
                if of_peer.is_empty() && of_local.is_empty() {
                    continue;
                }
                let matches = |blocks: &[IpNet], cut: &[IpAddr]| {
                    cut.iter().any(|at| blocks.iter().any(|block| block.contains(at)))
                };
                if matches(&peers, &of_peer) || matches(&locals, &of_local) {
                    left.insert(rule.id.clone());
                    doubts.push(doubt(rule, None));
                } else if of_local.is_empty() {
                    let one = |at: &IpAddr| doubt(rule, Some(Peer::Cidr(IpNet::from(*at))));
                    doubts.extend(of_peer.iter().map(one));
                } else {
                    doubts.push(doubt(rule, None));
                }
            }
            if !doubts.is_empty() {
                let group = Arc::make_mut(group);
                group.rules.retain(|rule| !left.contains(&rule.id));
                group.unread.rules.extend(doubts.into_iter().map(Arc::new));
            }
        }
    }
}

/// The made-up addresses for which a block decides: those of a vSwitch that it covers in part.
fn cut_by(blocks: &[IpNet], open: &[(IpAddr, IpNet)]) -> Vec<IpAddr> {
    let inside = |whole: &IpNet| blocks.iter().any(|own| whole.contains(own) && whole != own);
    open.iter().filter(|(_, whole)| inside(whole)).map(|(at, _)| *at).collect()
}

/// A rule of which it is not known whether it matches.
fn doubt(rule: &Rule, peer: Option<Peer>) -> UnreadRule {
    UnreadRule { peer, ..unread(&rule.spec, rule.id.to_string()) }
}

/// A rule that may match.
pub(super) fn unread(spec: &RuleSpec, place: String) -> UnreadRule {
    UnreadRule {
        place,
        value: String::new(),
        direction: Some(spec.direction),
        policy: Some(spec.policy),
        priority: Some(spec.priority),
        protocol: Some(spec.protocol),
        peer: Some(spec.peer.clone()),
    }
}
