//! Ways to the Internet: NAT gateways with their SNAT entries, and elastic IP addresses.

use std::net::IpAddr;

use crate::model::VpcId;

use super::Gather;
use crate::import::plan::{Planned, Refers};
use crate::import::record::{EipAssociation, EipRecord, NatRecord, SnatRecord};
use crate::import::tree::{Given, View};

impl Gather<'_> {
    /// A NAT gateway of DescribeNatGateways.
    pub(super) fn nat_gateway(&mut self, view: View<'_>) {
        let vpc = view.given("VpcId").and_then(|given| self.id(&given, VpcId::parse));
        let tables = view.wrapped("SnatTableIds", "SnatTableId");
        let tables = tables.into_iter().filter_map(View::text).map(|text| text.trim().to_owned());
        let tables = tables.collect();
        if let Some(vpc) = vpc {
            self.records.nat_gateways.push(NatRecord { vpc, public: is_public(view), tables });
        }
    }

    /// A NAT gateway of Terraform, whose SNAT table may be known only after apply.
    pub(super) fn nat_resource(&mut self, view: View<'_>, planned: &Planned) {
        let Some(vpc) = self.planned_id(view, planned, "vpc_id", VpcId::parse) else { return };
        let tables = view.given("snat_table_ids").into_iter();
        let mut tables: Vec<String> = tables.flat_map(|given| split(&given)).collect();
        // Entries of a plan may refer to the gateway.
        tables.push(planned.id.clone());
        self.records.nat_gateways.push(NatRecord { vpc, public: is_public(view), tables });
    }

    /// An SNAT entry of DescribeSnatTableEntries or of Terraform.
    pub(super) fn snat_entry(&mut self, view: View<'_>, planned: &Planned) {
        let Some(table) = referred(view, planned, ["SnatTableId", "snat_table_id"]) else { return };
        let status = view.given("Status");
        let available =
            status.is_none_or(|status| status.text.trim().eq_ignore_ascii_case("Available"));
        let block = view.given("SourceCIDR").and_then(|given| self.block(&given));
        self.records.snat_entries.push(SnatRecord { table, block, available });
    }

    /// An elastic IP address with what it is bound to, of DescribeEipAddresses.
    pub(super) fn eip(&mut self, view: View<'_>) {
        let bound = view.given("InstanceId");
        let address = view.given("IpAddress").and_then(|given| self.address(&given));
        let (Some(bound), Some(address)) = (bound, address) else { return };
        let private = view.given("PrivateIpAddress").and_then(|given| self.address(&given));
        let bound = bound.text.trim().to_owned();
        self.records.eips.push(EipRecord { address, bound, private });
    }

    /// An elastic IP address of Terraform, which may be known only after apply.
    pub(super) fn eip_resource(&mut self, view: View<'_>, planned: &Planned) {
        let later = planned.unknown.contains_key("ip_address");
        let address = match view.given("ip_address") {
            Some(given) => self.address(&given),
            None => later.then(|| self.made_up_public(planned)),
        };
        let id = view.given("id").map(|id| id.text.trim().to_owned());
        let id = id.unwrap_or_else(|| planned.id.clone());
        if let Some(address) = address {
            self.records.eip_addresses.insert(id, address);
        }
    }

    /// What an elastic IP address of Terraform is bound to.
    pub(super) fn eip_association(&mut self, view: View<'_>, planned: &Planned) {
        let id = referred(view, planned, ["AllocationId", "allocation_id"]);
        let bound = referred(view, planned, ["InstanceId", "instance_id"]);
        let (Some(id), Some(bound)) = (id, bound) else { return };
        let private: Option<IpAddr> =
            view.given("private_ip_address").and_then(|given| self.address(&given));
        self.records.eip_associations.push(EipAssociation { id, bound, private });
    }
}

/// The ID in an attribute, which has a name in replies and one in Terraform, or that of the only
/// resource of a plan to which it refers.
fn referred(view: View<'_>, planned: &Planned, [name, attribute]: [&str; 2]) -> Option<String> {
    match planned.unknown.get(attribute) {
        Some(Refers::To(ids)) if ids.len() == 1 => ids.first().cloned(),
        Some(_) => None,
        None => view.given(name).map(|given| given.text.trim().to_owned()),
    }
}

/// Whether a NAT gateway leads to the Internet rather than to other private networks.
fn is_public(view: View<'_>) -> bool {
    let kind = view.given("NetworkType");
    kind.is_none_or(|kind| !kind.text.trim().eq_ignore_ascii_case("intranet"))
}

/// IDs in one text, separated by commas.
fn split(given: &Given<'_>) -> Vec<String> {
    let ids = given.text.split(',').map(str::trim).filter(|id| !id.is_empty());
    ids.map(str::to_owned).collect()
}
