//! Which page of a list a reply is.

use super::region::region_of;
use super::{Gather, Item};
use crate::import::pages::{Listing, Page};
use crate::import::shape::Shape;
use crate::import::tree::View;

/// The names of the ids by which the items of lists are told apart.
const IDS: [&str; 12] = [
    "AllocationId",
    "SnatEntryId",
    "NatGatewayId",
    "NetworkInterfaceId",
    "InstanceId",
    "SecurityGroupId",
    "PrefixListId",
    "PortRangeListId",
    "RouteEntryId",
    "RouteTableId",
    "VSwitchId",
    "VpcId",
];

impl Gather<'_> {
    /// Records which page of the list of a region this is.
    pub(super) fn page_of_list(&mut self, view: View<'_>, shape: Shape, items: &[View<'_>]) {
        let first = items.first().copied();
        // Entries belong to their table.
        let tables = [(Shape::RouteEntries, "RouteTableId"), (Shape::SnatEntries, "SnatTableId")];
        let table = tables.into_iter().find(|(own, _)| *own == shape).map(|(_, table)| table);
        let of = table.and_then(|table| first.unwrap_or(view).given(table));
        let of = of.map(|id| id.text.trim().to_owned());
        let region = region_of(view).or_else(|| region_of(first?));
        let listing = Listing { shape, of: of.unwrap_or_default(), region };
        self.page(view, listing, items);
    }

    /// Records which page of the rules of a group, or of the entries of a list, this is.
    pub(super) fn page_of_single(&mut self, view: View<'_>, item: Item, shape: Shape) {
        let (owner, items) = match item {
            Item::Group if view.has("Permissions") => {
                ("SecurityGroupId", view.wrapped("Permissions", "Permission"))
            }
            Item::PrefixList if view.has("Entries") => {
                ("PrefixListId", view.wrapped("Entries", "Entry"))
            }
            Item::PortList => ("PortRangeListId", view.wrapped("Entries", "Entry")),
            Item::Group
            | Item::PrefixList
            | Item::Instance
            | Item::Interface
            | Item::Vpc
            | Item::VSwitch
            | Item::Peering
            | Item::RouteTable
            | Item::RouteEntry
            | Item::NatGateway
            | Item::SnatEntry
            | Item::Eip
            | Item::Scenario
            | Item::Rules
            | Item::Terraform(_) => return,
        };
        let Some(of) = view.given(owner) else { return };
        let listing = Listing { shape, of: of.text.trim().to_owned(), region: region_of(view) };
        self.page(view, listing, &items);
    }

    fn page(&mut self, view: View<'_>, listing: Listing, items: &[View<'_>]) {
        let number = |name| view.given(name).and_then(|given| given.text.trim().parse().ok());
        let at = self.place(view);
        let id = |item: &View<'_>| match item.given_as(&IDS) {
            // Rules and entries are told apart by where they are.
            Some(given) if listing.of.is_empty() => given.text.trim().to_owned(),
            _ => format!("{}:{}", self.file, item.offset()),
        };
        let page = Page {
            at,
            items: items.iter().map(id).collect(),
            total: number("TotalCount"),
            size: number("PageSize"),
            number: number("PageNumber").filter(|number| *number > 0),
            token: view.given("NextToken").map(|given| given.text.trim().to_owned()),
        };
        self.records.pages.add(listing, page);
    }
}
