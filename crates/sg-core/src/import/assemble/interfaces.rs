//! Instances and their interfaces: DescribeInstances gives the groups of the primary interface,
//! DescribeNetworkInterfaces those of every interface.

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;
use indexmap::map::Entry;

use crate::import::message::Message;
use crate::import::reading::Assumption;
use crate::import::record::{InstanceRecord, InterfaceRecord, Network};
use crate::import::text;
use crate::model::{Instance, InstanceId, NetworkInterface, NetworkInterfaceId, VpcId};

use super::Assembly;
use super::groups::differs;
use super::merge::{fill, fill_list, fill_network};

type Cards = IndexMap<NetworkInterfaceId, InterfaceRecord>;

impl Assembly {
    pub(super) fn interfaces(&mut self) {
        let mut cards = Cards::new();
        for record in std::mem::take(&mut self.records.interfaces) {
            self.add_card(&mut cards, record);
        }
        let mut instances: IndexMap<InstanceId, Option<String>> = IndexMap::new();
        let mut primaries = BTreeMap::new();
        for record in std::mem::take(&mut self.records.instances) {
            let (id, name) = (record.id.clone(), record.name.clone());
            if self.draft.instances.contains_key(&id) {
                let said = Message::plain(text::IN_SCENARIO).with("what", &id);
                self.unread(Some(record.at), said);
                continue;
            }
            if let Some(primary) = self.primary_card(&mut cards, record) {
                primaries.insert(id.clone(), primary);
            }
            let agreed = fill(instances.entry(id.clone()).or_default(), name);
            if !agreed {
                self.unread(None, differs(&id, "InstanceName"));
            }
        }
        let mut own: BTreeMap<InstanceId, Vec<InterfaceRecord>> = BTreeMap::new();
        for (id, card) in cards {
            match &card.instance {
                Some(instance) => {
                    if !instances.contains_key(instance) {
                        self.assumed(Assumption::UnknownInstance, instance);
                        instances.insert(instance.clone(), None);
                    }
                    own.entry(instance.clone()).or_default().push(card);
                }
                None => {
                    self.unread(Some(card.at), Message::plain(text::UNATTACHED).with("what", &id));
                }
            }
        }
        for (id, name) in instances {
            let mut cards = own.remove(&id).unwrap_or_default();
            let first = primaries.get(&id);
            cards.sort_by_key(|card| (first != Some(&card.id), card.primary != Some(true)));
            self.keep_instance(&id, name.unwrap_or_default(), cards);
        }
    }

    fn add_card(&mut self, cards: &mut Cards, record: InterfaceRecord) {
        let (id, at) = (record.id.clone(), record.at);
        match cards.entry(id.clone()) {
            Entry::Vacant(vacant) => {
                vacant.insert(record);
            }
            Entry::Occupied(mut known) => {
                let fields = merge(known.get_mut(), record);
                if !fields.is_empty() {
                    self.unread(Some(at), differs(&id, &fields.join(", ")));
                }
            }
        }
    }

    /// Copies what an instance says about its primary interface to that interface.
    fn primary_card(
        &mut self,
        cards: &mut Cards,
        record: InstanceRecord,
    ) -> Option<NetworkInterfaceId> {
        let InstanceRecord { at, id, network, groups, addresses, public, primary, .. } = record;
        let own = |card: &&InterfaceRecord| card.instance.as_ref() == Some(&id);
        let said = || cards.values().filter(own).find(|card| card.primary == Some(true));
        let known =
            |card: &&InterfaceRecord| card.addresses.iter().any(|it| addresses.contains(it));
        let guessed = || cards.values().filter(own).find(known);
        let found = primary.or_else(|| Some(said().or_else(guessed)?.id.clone()));
        let card = found.or_else(|| fresh(cards, &id))?;
        let record = InterfaceRecord {
            at,
            id: card.clone(),
            instance: Some(id),
            primary: Some(true),
            network,
            groups,
            addresses,
            public,
        };
        self.add_card(cards, record);
        Some(card)
    }

    fn keep_instance(&mut self, id: &InstanceId, name: String, cards: Vec<InterfaceRecord>) {
        let mut interfaces = Vec::new();
        for card in cards {
            let at = card.at;
            match self.interface_of(card) {
                Ok(interface) => {
                    let own = interface.id.clone();
                    self.interface_places.insert(own.clone(), at);
                    self.draft.interfaces.insert(own.clone(), Arc::new(interface));
                    interfaces.push(own);
                }
                Err(said) => self.unread(Some(at), said),
            }
        }
        if !interfaces.is_empty() {
            let instance = Instance { id: id.clone(), name, interfaces };
            self.draft.instances.insert(id.clone(), Arc::new(instance));
        }
    }

    fn interface_of(&mut self, card: InterfaceRecord) -> Result<NetworkInterface, Message> {
        let about = |text| Message::plain(text).with("what", &card.id);
        if card.network == Network::Classic {
            let what = card.instance.as_ref().map_or_else(String::new, ToString::to_string);
            return Err(Message::plain(text::CLASSIC).with("what", what));
        }
        if card.groups.is_empty() {
            let unknown = card.primary != Some(true);
            return Err(about(if unknown { text::CARD_UNKNOWN } else { text::NO_GROUPS }));
        }
        if card.addresses.is_empty() {
            return Err(about(text::NO_ADDRESS));
        }
        let vpc = self.vpc_of(&card).ok_or_else(|| about(text::NO_VPC))?;
        for group in &card.groups {
            self.named_group(group, &vpc);
        }
        Ok(NetworkInterface {
            id: card.id,
            vpc,
            groups: card.groups.into_iter().collect(),
            addresses: card.addresses,
            public_address: card.public,
        })
    }

    /// The VPC of an interface: its own, or else that of its groups.
    fn vpc_of(&mut self, card: &InterfaceRecord) -> Option<VpcId> {
        if let Network::Vpc(vpc) = &card.network {
            return Some(vpc.clone());
        }
        let groups = card.groups.iter();
        let of_group = groups.filter_map(|id| self.draft.groups.get(id)).next();
        if let Some(group) = of_group {
            return Some(group.vpc.clone());
        }
        let mut all = self.draft.groups.values().map(|group| &group.vpc);
        let first = all.next();
        let only = match first {
            Some(first) if all.all(|vpc| vpc == first) => Some(first.clone()),
            Some(_) => None,
            None => VpcId::parse("vpc-imported").ok(),
        }?;
        self.assumed(Assumption::OnlyVpc, &card.id);
        Some(only)
    }
}

/// Merges another document's description of an interface; returns the fields in which the two
/// disagree.
fn merge(own: &mut InterfaceRecord, other: InterfaceRecord) -> Vec<&'static str> {
    let agreed = [
        ("InstanceId", fill(&mut own.instance, other.instance)),
        ("Type", fill(&mut own.primary, other.primary)),
        ("VpcId", fill_network(&mut own.network, other.network)),
        ("SecurityGroupIds", fill_list(&mut own.groups, other.groups)),
        ("PublicIpAddress", fill(&mut own.public, other.public)),
    ];
    for address in other.addresses {
        if !own.addresses.contains(&address) {
            own.addresses.push(address);
        }
    }
    agreed.into_iter().filter(|(_, agreed)| !agreed).map(|(name, _)| name).collect()
}

/// An ID derived from the instance for an interface without one; `None` only if every such ID is
/// taken.
fn fresh(cards: &Cards, instance: &InstanceId) -> Option<NetworkInterfaceId> {
    let rest = instance.as_str();
    let rest = rest.strip_prefix("i-").unwrap_or(rest);
    let rest: String = rest.chars().take(80).collect();
    let ids = (0..=cards.len()).map(|number| match number {
        0 => format!("eni-{rest}"),
        number => format!("eni-{rest}-{number}"),
    });
    let mut ids = ids.filter_map(|id| NetworkInterfaceId::parse(&id).ok());
    ids.find(|id| !cards.contains_key(id))
}
