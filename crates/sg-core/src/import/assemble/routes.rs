//! Connections between VPCs, as far as responses describe them.

use crate::model::{IpNet, Route, VpcId};

use super::Assembly;

impl Assembly {
    /// Adds a connection for each active peering connection, and for each pair of VPCs with routes
    /// to each other's addresses.
    pub(super) fn routes(&mut self) {
        for [a, b] in std::mem::take(&mut self.records.peerings) {
            self.connect(&a, &b);
        }
        let entries = std::mem::take(&mut self.records.route_entries);
        let tables = &self.records.route_tables;
        let routes: Vec<(VpcId, IpNet)> = entries
            .into_iter()
            .filter_map(|(table, block)| Some((tables.get(&table)?.clone(), block)))
            .collect();
        let vpcs: Vec<VpcId> = self.draft.vpcs.keys().cloned().collect();
        let leads = |from: &VpcId, to: &VpcId| {
            let blocks = self.draft.vpcs.get(to).map_or(&[][..], |vpc| &vpc.blocks);
            let own = routes.iter().filter(|(vpc, _)| vpc == from);
            own.into_iter().any(|(_, route)| blocks.iter().any(|block| route.contains(block)))
        };
        let mut found = Vec::new();
        for (place, a) in vpcs.iter().enumerate() {
            for b in vpcs.iter().skip(place + 1) {
                if leads(a, b) && leads(b, a) {
                    found.push((a.clone(), b.clone()));
                }
            }
        }
        found.iter().for_each(|(a, b)| self.connect(a, b));
    }

    fn connect(&mut self, a: &VpcId, b: &VpcId) {
        let known = |id| self.draft.vpcs.contains_key(id);
        let same = |route: &Route| (&route.a, &route.b) == (a, b) || (&route.a, &route.b) == (b, a);
        if a != b && known(a) && known(b) && !self.draft.routes.iter().any(same) {
            self.draft.routes.push(Route { a: a.clone(), b: b.clone() });
        }
    }
}
