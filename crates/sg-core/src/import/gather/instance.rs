//! Instances, from DescribeInstances, and VPCs, from DescribeVpcs.

use std::net::IpAddr;

use crate::model::{
    InstanceId, IpNet, MoreAddresses, NetworkInterfaceId, VSwitch, VSwitchId, VpcId, ZoneId,
};

use super::{Gather, texts};
use crate::import::reading::Assumption;
use crate::import::record::{InstanceRecord, InterfaceRecord, Network, VpcRecord};
use crate::import::text;
use crate::import::tree::View;

/// One of the network interfaces of an instance.
struct Card {
    record: InterfaceRecord,
    /// Whether the reply marks it as the primary one.
    said_primary: Option<bool>,
}

impl Gather<'_> {
    pub(super) fn instance(&mut self, view: View<'_>) {
        let Some(id) = self.own_id(view, &["InstanceId", "Id"], InstanceId::parse) else { return };
        self.region(view, &id);
        let attributes = view.get("VpcAttributes");
        let classic = view.given("InstanceNetworkType");
        let classic = classic.is_some_and(|it| it.text.eq_ignore_ascii_case("classic"));
        let network = match attributes.filter(|_| !classic) {
            Some(attributes) => self.network(attributes),
            None if classic => Network::Classic,
            None => self.network(view),
        };
        let groups = self.groups_of(view);
        let mut addresses = Vec::new();
        let private = attributes.unwrap_or(view).wrapped("PrivateIpAddress", "IpAddress");
        self.addresses(private, &mut addresses);
        let public = self.public_of(view, &id);
        let vswitch = self.vswitch_of(attributes.unwrap_or(view));
        let cards = self.cards(view, &id, &network);
        let primary = primary_of(&cards, &addresses);
        let record = InstanceRecord {
            at: self.place(view),
            id,
            name: texts(view, "InstanceName"),
            network,
            groups,
            addresses,
            public,
            vswitch,
            primary,
        };
        self.keep_instance(view, record);
        for card in cards {
            self.keep_interface(view, card.record);
        }
    }

    pub(super) fn keep_instance(&mut self, view: View<'_>, record: InstanceRecord) {
        if self.room(view, text::WHAT_INSTANCES, self.records.instances.len()) {
            self.count(|understood| understood.instances += 1);
            self.records.instances.push(record);
        }
    }

    /// The public address: static or elastic.
    fn public_of(&mut self, view: View<'_>, id: &InstanceId) -> Option<IpAddr> {
        let mut public = Vec::new();
        self.addresses(view.wrapped("PublicIpAddress", "IpAddress"), &mut public);
        let eip = view.get("EipAddress").or_else(|| view.get("Eip"));
        if let Some(given) = eip.and_then(|eip| eip.given("IpAddress")) {
            public.extend(self.address(&given));
        }
        public.dedup();
        if public.len() > 1 {
            self.assumed(Assumption::FirstPublic, id);
        }
        public.first().copied()
    }

    fn cards(&mut self, view: View<'_>, id: &InstanceId, network: &Network) -> Vec<Card> {
        let mut cards = Vec::new();
        for item in view.wrapped("NetworkInterfaces", "NetworkInterface") {
            let own = self.own_id(item, &["NetworkInterfaceId"], NetworkInterfaceId::parse);
            let Some(own) = own else { continue };
            let mut addresses = Vec::new();
            self.addresses(item.get("PrimaryIpAddress").into_iter().collect(), &mut addresses);
            self.private_sets(item, &mut addresses);
            let kind = item.given("Type");
            let said_primary = kind.map(|kind| kind.text.eq_ignore_ascii_case("Primary"));
            let record = InterfaceRecord {
                at: self.place(item),
                id: own,
                instance: Some(id.clone()),
                primary: said_primary,
                // The network and groups of the instance are those of its primary interface.
                network: if *network == Network::Classic {
                    Network::Classic
                } else {
                    Network::Unsaid
                },
                groups: Vec::new(),
                addresses,
                public: None,
                vswitch: None,
                more: MoreAddresses::default(),
                holder: None,
            };
            cards.push(Card { record, said_primary });
        }
        cards
    }

    pub(super) fn vpc(&mut self, view: View<'_>) {
        let Some(id) = self.own_id(view, &["VpcId", "Id"], VpcId::parse) else { return };
        self.region(view, &id);
        let name = texts(view, "VpcName").unwrap_or_default();
        self.keep_vpc(view, id, name);
    }

    pub(super) fn vswitch(&mut self, view: View<'_>) {
        if let Some(id) = self.own_id(view, &["VSwitchId"], VSwitchId::parse) {
            self.region(view, &id);
            let network = self.network(view);
            self.keep_vswitch(view, id, network);
        }
    }

    /// Keeps a vSwitch, whose other fields have the same names in replies and Terraform states. One
    /// whose VPC or block is not given would say nothing.
    pub(super) fn keep_vswitch(&mut self, view: View<'_>, id: VSwitchId, network: Network) {
        let Network::Vpc(vpc) = network else { return };
        let Some(given) = view.given("CidrBlock") else { return };
        // Its IPv6 block is another field.
        let Some(block @ IpNet::V4(_)) = self.block(&given) else { return };
        let name = texts(view, "VSwitchName").or_else(|| texts(view, "Name")).unwrap_or_default();
        let zone = view.given_as(&["ZoneId", "AvailabilityZone"]);
        let zone = zone.and_then(|given| self.id(&given, ZoneId::parse));
        self.records.vswitches.push(VSwitch { id, name, vpc, block, zone });
    }

    /// Keeps a VPC, whose CIDR blocks have the same field names in replies and Terraform states.
    pub(super) fn keep_vpc(&mut self, view: View<'_>, id: VpcId, name: String) {
        let mut blocks = Vec::new();
        for field in ["CidrBlock", "Ipv6CidrBlock"] {
            if let Some(given) = view.given(field) {
                blocks.extend(self.block(&given));
            }
        }
        for view in view.wrapped("SecondaryCidrBlocks", "SecondaryCidrBlock") {
            if let Some(text) = view.text().filter(|text| !text.is_empty()) {
                blocks.extend(self.block(&super::Given { view, text }));
            }
        }
        if !blocks.is_empty() {
            self.count(|understood| understood.vpcs += 1);
            self.records.vpcs.push(VpcRecord { id, name, blocks });
        }
    }
}

/// The primary interface: the one marked as such, else the one with the instance's own address,
/// else the first.
fn primary_of(cards: &[Card], addresses: &[IpAddr]) -> Option<NetworkInterfaceId> {
    let said = cards.iter().find(|card| card.said_primary == Some(true));
    let known = |card: &&Card| card.record.addresses.iter().any(|own| addresses.contains(own));
    let guessed = || cards.iter().filter(|card| card.said_primary.is_none()).find(known);
    let first = || cards.first().filter(|card| card.said_primary.is_none());
    said.or_else(guessed).or_else(first).map(|card| card.record.id.clone())
}
