//! Resolves a parsed rule against the scenario: what it refers to must exist and fit.

use super::Wanted;
use super::fault::{Fault, Found};
use super::parse::{Parsed, PeerText};
use super::side::Side;
use crate::model::{
    AddressFamily, Direction, GroupType, Peer, PrefixListId, RuleSpec, Scenario, SecurityGroup,
    SecurityGroupId,
};

impl Parsed<'_> {
    /// Looks up what the rule refers to, for `group`.
    pub(in crate::emulator) fn resolve(
        self,
        scenario: &Scenario,
        group: &SecurityGroup,
        direction: Direction,
    ) -> Result<Wanted, Found> {
        let side = Side::remote(direction).as_str();
        let peer = match self.peer {
            PeerText::Cidr(block) => Peer::Cidr(block),
            PeerText::Group(text) => Peer::Group(self.peer_group(scenario, group, side, text)?),
            PeerText::PrefixList(text) => Peer::PrefixList(self.prefix_list(scenario, side, text)?),
        };
        let spec = RuleSpec {
            direction,
            policy: self.policy,
            priority: self.priority,
            protocol: self.protocol,
            peer,
            local_cidr: self.local_cidr,
        };
        Ok(Wanted { form: self.form(), spec, description: self.description.to_owned() })
    }

    /// A peer group must be another basic group in the same VPC (`Assumption::PeerInSameVpc`), and
    /// the rule's own group must be basic (`Assumption::AdvancedNamesNoGroup`). An owner refers to
    /// another account, whose groups are not in the scenario.
    fn peer_group(
        &self,
        scenario: &Scenario,
        group: &SecurityGroup,
        side: &str,
        text: &str,
    ) -> Result<SecurityGroupId, Found> {
        let field = format!("{side}GroupId");
        let fail = |fault| Err(self.spelled.found(fault, &field));
        let Ok(id) = SecurityGroupId::parse(text) else { return fail(Fault::PeerGroupMalformed) };
        for owner in ["OwnerId", "OwnerAccount"] {
            let owner = format!("{side}Group{owner}");
            if self.spelled.given(&owner).is_some() {
                return Err(self.spelled.found(Fault::PeerGroupUnknown, &owner));
            }
        }
        if id == group.id {
            return fail(Fault::OwnGroup);
        }
        if group.group_type == GroupType::Advanced {
            return fail(Fault::AdvancedNamesGroup);
        }
        match scenario.group(&id) {
            None => fail(Fault::PeerGroupUnknown),
            Some(peer) if peer.group_type == GroupType::Advanced => fail(Fault::PeerGroupAdvanced),
            Some(peer) if peer.vpc != group.vpc => fail(Fault::PeerGroupOtherVpc),
            Some(_) => Ok(id),
        }
    }

    fn prefix_list(
        &self,
        scenario: &Scenario,
        side: &str,
        text: &str,
    ) -> Result<PrefixListId, Found> {
        let field = format!("{side}PrefixListId");
        let list = PrefixListId::parse(text).ok().and_then(|id| scenario.prefix_list(&id));
        let Some(list) = list else {
            return Err(self.spelled.found(Fault::PrefixListUnknown, &field));
        };
        let of_list = list.blocks.first().map(AddressFamily::of_block);
        let local_cidr = self.local_cidr.as_ref().map(AddressFamily::of_block);
        let of_rule = [local_cidr, self.protocol.family()];
        let fits = |family: Option<AddressFamily>| match (family, of_list) {
            (Some(family), Some(of_list)) => family == of_list,
            _ => true,
        };
        if of_rule.into_iter().all(fits) {
            Ok(list.id.clone())
        } else {
            Err(self.spelled.found(Fault::PrefixListFamily, &field))
        }
    }
}
