//! What connects VPCs: peering connections, and the routes on both sides.

use crate::model::VpcId;

use super::Gather;
use crate::import::tree::View;

/// The next hops of a route that lead to another VPC: a peering connection, or a transit router and
/// a router interface, which CEN and Express Connect use.
const TO_A_VPC: [&str; 4] = ["VpcPeer", "Attachment", "RouterInterface", "Cen"];

impl Gather<'_> {
    /// A peering connection, which joins its two VPCs while it is active.
    pub(super) fn peering(&mut self, view: View<'_>) {
        let active = view.given("Status").is_some_and(|it| it.text.trim() == "Activated");
        let mut end = |name: &str| {
            let given = view.get(name)?.given("VpcId")?;
            self.id(&given, VpcId::parse)
        };
        if let (Some(a), Some(b), true) = (end("Vpc"), end("AcceptingVpc"), active) {
            self.records.peerings.push([a, b]);
        }
    }

    pub(super) fn route_table(&mut self, view: View<'_>) {
        let Some(table) = view.given("RouteTableId") else { return };
        let vpc = view.given("VpcId").and_then(|given| self.id(&given, VpcId::parse));
        if let Some(vpc) = vpc {
            self.records.route_tables.insert(table.text.trim().to_owned(), vpc);
        }
    }

    /// A route, if it leads to another VPC.
    pub(super) fn route_entry(&mut self, view: View<'_>) {
        let hops = view.wrapped("NextHops", "NextHop");
        let kinds = hops.into_iter().chain([view]).filter_map(|hop| hop.given("NextHopType"));
        let leads = |kind: &str| TO_A_VPC.iter().any(|known| known.eq_ignore_ascii_case(kind));
        if !kinds.into_iter().any(|kind| leads(kind.text.trim())) {
            return;
        }
        let (table, block) = (view.given("RouteTableId"), view.given("DestinationCidrBlock"));
        let (Some(table), Some(block)) = (table, block) else { return };
        if let Some(block) = self.block(&block) {
            self.records.route_entries.push((table.text.trim().to_owned(), block));
        }
    }
}
