//! The ways to the Internet: elastic IP addresses of interfaces, and SNAT of VPCs.

use std::collections::BTreeSet;
use std::net::IpAddr;
use std::sync::Arc;

use crate::import::message::Message;
use crate::import::reading::Assumption;
use crate::import::record::{EipAssociation, EipRecord};
use crate::import::shape::Shape;
use crate::import::text;
use crate::model::{InstanceId, IpNet, NatAddress, NetworkInterfaceId, VpcId};

use super::Assembly;

impl Assembly {
    /// Binds elastic IP addresses to interfaces that do not list them themselves.
    pub(super) fn eips(&mut self) {
        for own in std::mem::take(&mut self.records.eip_associations) {
            if let Some(address) = self.records.eip_addresses.get(&own.id).copied() {
                let EipAssociation { bound, private, .. } = own;
                self.records.eips.push(EipRecord { address, bound, private });
            }
        }
        let interfaces = self.draft.interfaces.values();
        let public = interfaces.flat_map(|own| own.public_addresses());
        let mut taken: BTreeSet<IpAddr> = public.collect();
        for eip in std::mem::take(&mut self.records.eips) {
            let Some(id) = self.bound(&eip.bound) else { continue };
            if taken.contains(&eip.address) {
                continue;
            }
            let Some(interface) = self.draft.interfaces.get_mut(&id) else { continue };
            let interface = Arc::make_mut(interface);
            let primary = interface.addresses.iter().copied().find(IpAddr::is_ipv4);
            let private = eip.private.filter(|own| interface.holds(*own)).or(primary);
            let Some(private) = private else { continue };
            match interface.public_for(private) {
                Some(_) => self.assumed(Assumption::FirstPublic, &id),
                None => {
                    taken.insert(eip.address);
                    match primary {
                        Some(own) if own == private => {
                            interface.public_address = Some(eip.address);
                        }
                        _ => {
                            let public = eip.address;
                            interface.more.public.push(NatAddress { public, private });
                        }
                    }
                }
            }
        }
    }

    /// The interface to which an address is bound: that of this ID, or the primary one of the
    /// instance of this ID.
    fn bound(&self, id: &str) -> Option<NetworkInterfaceId> {
        let instance = InstanceId::parse(id).ok();
        let instance = instance.and_then(|id| self.draft.instances.get(&id));
        let primary = instance.and_then(|own| own.primary().cloned());
        let interface = NetworkInterfaceId::parse(id).ok();
        let interface = interface.filter(|id| self.draft.interfaces.contains_key(id));
        primary.or(interface)
    }

    /// Says of each VPC whether it has SNAT, if the replies tell.
    pub(super) fn snat(&mut self) {
        let mut partial = Vec::new();
        for id in self.draft.vpcs.keys().cloned().collect::<Vec<_>>() {
            let told = match self.told_snat(&id) {
                Snat::Known(told) => told,
                Snat::Unsaid => continue,
                Snat::Partial => {
                    partial.push(id);
                    continue;
                }
            };
            if let Some(vpc) = self.draft.vpcs.get_mut(&id).filter(|vpc| vpc.snat.is_none()) {
                Arc::make_mut(vpc).snat = Some(told);
            }
        }
        for id in partial {
            self.unread(None, Message::plain(text::PARTIAL_SNAT).with("what", &id));
        }
    }

    fn told_snat(&self, id: &VpcId) -> Snat {
        let gateways = self.records.nat_gateways.iter().filter(|it| it.vpc == *id && it.public);
        let mut gateways = gateways.peekable();
        if gateways.peek().is_none() {
            // What is managed by Terraform is not all there is; a list of the API is.
            return if self.is_listed_whole(Shape::NatGateways) {
                Snat::Known(false)
            } else {
                Snat::Unsaid
            };
        }
        let tables: Vec<&String> = gateways.flat_map(|gateway| &gateway.tables).collect();
        let entries = self.records.snat_entries.iter();
        let entries = entries.filter(|it| it.available && tables.contains(&&it.table));
        let entries: Vec<Option<IpNet>> = entries.map(|entry| entry.block).collect();
        if entries.is_empty() {
            let none = self.is_listed_whole(Shape::SnatEntries) && !tables.is_empty();
            // There is a reply for each table, and one without entries may be about any of them.
            let told = self.tables_without_entries() <= self.records.empty_snat_lists;
            return if none && told { Snat::Known(false) } else { Snat::Unsaid };
        }
        let covers = |address: IpAddr| entries.iter().flatten().any(|it| it.contains(&address));
        let own = self.draft.interfaces.values().filter(|own| own.vpc == *id);
        let loose = own.flat_map(|own| {
            let alone = |it: &IpAddr| it.is_ipv4() && own.public_for(*it).is_none();
            own.addresses.iter().copied().filter(alone)
        });
        if loose.into_iter().all(covers) { Snat::Known(true) } else { Snat::Partial }
    }

    fn tables_without_entries(&self) -> usize {
        let entries = &self.records.snat_entries;
        let tables = self.records.nat_gateways.iter().flat_map(|gateway| &gateway.tables);
        tables.filter(|table| !entries.iter().any(|entry| entry.table == **table)).count()
    }

    /// Whether the pages of a list were all given.
    fn is_listed_whole(&self, shape: Shape) -> bool {
        self.records.listed.contains(&shape)
    }
}

/// What the replies tell about the SNAT of a VPC.
enum Snat {
    Known(bool),
    /// Nothing.
    Unsaid,
    /// That it covers only some of the addresses that need it.
    Partial,
}
