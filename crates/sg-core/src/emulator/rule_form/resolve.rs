//! Resolves a parsed rule against the scenario: what it refers to must exist and fit.

use super::Wanted;
use super::fault::{Fault, Found};
use super::parse::{Parsed, PeerText};
use super::side::Side;
use crate::model::{
    AddressFamily, Direction, GroupType, ListedPorts, Peer, PortListId, PrefixListId, RuleSpec,
    Scenario, SecurityGroup, SecurityGroupId,
};

impl Parsed<'_> {
    /// Looks up what the rule refers to, for `group`.
    pub(in crate::emulator) fn resolve(
        self,
        scenario: &Scenario,
        group: &SecurityGroup,
        direction: Direction,
    ) -> Result<Wanted, Found> {
        // Faults of ports come before those of the peer (`Assumption::OrderInRule`).
        let port_list = self.listed(scenario)?;
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
            port_list,
        };
        Ok(Wanted { form: self.form(), spec, description: self.description.to_owned() })
    }

    /// A peer group must be another basic group in the same VPC (`Assumption::PeerInSameVpc`), and
    /// the rule's own group must be basic (`Assumption::AdvancedNamesNoGroup`). A group of another
    /// account is found only by its owner (`Assumption::PeerOfOtherAccount`).
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
        let peer = scenario.group(&id);
        let owner = peer.and_then(|peer| peer.owner.as_deref());
        let fields = ["OwnerId", "OwnerAccount"].map(|field| format!("{side}Group{field}"));
        let mut given = fields.iter().filter_map(|field| Some((field, self.spelled.given(field)?)));
        if let Some((field, _)) = given.clone().find(|(_, given)| Some(*given) != owner) {
            return Err(self.spelled.found(Fault::PeerGroupUnknown, field));
        }
        if owner.is_some() && given.next().is_none() {
            return fail(Fault::PeerGroupUnknown);
        }
        if id == group.id {
            return fail(Fault::OwnGroup);
        }
        if group.group_type == GroupType::Advanced {
            return fail(Fault::AdvancedNamesGroup);
        }
        match peer {
            None => fail(Fault::PeerGroupUnknown),
            Some(peer) if peer.group_type == GroupType::Advanced => fail(Fault::PeerGroupAdvanced),
            Some(peer) if peer.vpc != group.vpc => fail(Fault::PeerGroupOtherVpc),
            Some(_) => Ok(id),
        }
    }

    fn listed(&self, scenario: &Scenario) -> Result<Option<ListedPorts>, Found> {
        let Some(text) = self.port_list else { return Ok(None) };
        let list = PortListId::parse(text).ok().and_then(|id| scenario.port_list(&id));
        let unknown = || self.spelled.found(Fault::PortListUnknown, "PortRangeListId");
        list.map(|list| Some(list.listed())).ok_or_else(unknown)
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
