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
use crate::model::{
    Instance, InstanceId, MoreAddresses, NetworkInterface, NetworkInterfaceId, VpcId,
};

use super::Assembly;
use super::groups::differs;
use super::merge::{fill, fill_list, fill_network};

/// What documents say about interfaces.
#[derive(Debug, Default)]
struct Cards {
    by_id: IndexMap<NetworkInterfaceId, InterfaceRecord>,
    /// The interfaces that were read as those of an instance.
    of_instance: BTreeMap<InstanceId, Vec<NetworkInterfaceId>>,
}

impl Cards {
    /// The interfaces of an instance. Where documents disagree, the first one counts.
    fn of<'a>(&'a self, instance: &'a InstanceId) -> impl Iterator<Item = &'a InterfaceRecord> {
        let ids = self.of_instance.get(instance).into_iter().flatten();
        let cards = ids.filter_map(|id| self.by_id.get(id));
        cards.filter(move |card| card.instance.as_ref() == Some(instance))
    }
}

impl Assembly {
    pub(super) fn interfaces(&mut self) {
        let mut cards = Cards::default();
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
                self.incomplete(None, differs(&id, "InstanceName"));
            }
        }
        let mut own: BTreeMap<InstanceId, Vec<InterfaceRecord>> = BTreeMap::new();
        for (id, card) in cards.by_id {
            if self.disputed.contains(&id) {
                continue;
            }
            match &card.instance {
                Some(instance) => {
                    if !instances.contains_key(instance) {
                        self.assumed(Assumption::UnknownInstance, instance);
                        instances.insert(instance.clone(), None);
                    }
                    own.entry(instance.clone()).or_default().push(card);
                }
                None if card.holder.is_some() => self.keep_held(card),
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
        if let Some(instance) = &record.instance {
            cards.of_instance.entry(instance.clone()).or_default().push(id.clone());
        }
        match cards.by_id.entry(id.clone()) {
            Entry::Vacant(vacant) => {
                vacant.insert(record);
            }
            Entry::Occupied(mut known) => {
                let fields = merge(known.get_mut(), record);
                let (groups, fields): (Vec<_>, Vec<_>) =
                    fields.into_iter().partition(|field| *field == GROUPS);
                if !groups.is_empty() && self.disputed.insert(id.clone()) {
                    let instance = known.get().instance.as_ref();
                    let what =
                        instance.map_or_else(|| id.to_string(), |own| format!("{own} ({id})"));
                    let said = Message::plain(text::TWO_VERSIONS_MEMBER).with("what", what);
                    self.incomplete(Some(at), said.with("field", GROUPS));
                    self.draft.unread_members = true;
                }
                if !fields.is_empty() {
                    self.incomplete(Some(at), differs(&id, &fields.join(", ")));
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
        let InstanceRecord { at, id, network, groups, addresses, public, vswitch, primary, .. } =
            record;
        let said = || cards.of(&id).find(|card| card.primary == Some(true));
        let known =
            |card: &&InterfaceRecord| card.addresses.iter().any(|it| addresses.contains(it));
        let guessed = || cards.of(&id).find(known);
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
            vswitch,
            more: MoreAddresses::default(),
            holder: None,
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

    /// An interface of a cloud service.
    fn keep_held(&mut self, card: InterfaceRecord) {
        let at = card.at;
        match self.interface_of(card) {
            Ok(interface) => {
                self.interface_places.insert(interface.id.clone(), at);
                self.draft.interfaces.insert(interface.id.clone(), Arc::new(interface));
            }
            Err(said) => self.unread(Some(at), said),
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
            holder: if card.instance.is_none() { card.holder } else { None },
            vswitch: card.vswitch,
            more: card.more,
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

/// The field with the groups of an interface.
const GROUPS: &str = "SecurityGroupIds";

/// Merges another document's description of an interface; returns the fields in which the two
/// disagree.
fn merge(own: &mut InterfaceRecord, other: InterfaceRecord) -> Vec<&'static str> {
    let agreed = [
        ("InstanceId", fill(&mut own.instance, other.instance)),
        ("Type", fill(&mut own.primary, other.primary)),
        ("VpcId", fill_network(&mut own.network, other.network)),
        (GROUPS, fill_list(&mut own.groups, other.groups)),
        ("PublicIpAddress", fill(&mut own.public, other.public)),
        ("Ipv4PrefixSets", fill_list(&mut own.more.prefixes, other.more.prefixes)),
        ("AssociatedPublicIp", fill_list(&mut own.more.public, other.more.public)),
        ("VSwitchId", fill(&mut own.vswitch, other.vswitch)),
        ("ServiceManaged", fill(&mut own.holder, other.holder)),
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
    let ids = (0..=cards.by_id.len()).map(|number| match number {
        0 => format!("eni-{rest}"),
        number => format!("eni-{rest}-{number}"),
    });
    let mut ids = ids.filter_map(|id| NetworkInterfaceId::parse(&id).ok());
    ids.find(|id| !cards.by_id.contains_key(id))
}
