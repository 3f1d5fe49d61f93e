//! How much of each paged list was given, and how to fetch the rest.

use std::collections::{BTreeMap, BTreeSet};

use crate::language::Text;
use crate::model::RegionId;
use crate::quote::shell::quote;

use super::message::Message;
use super::place::Place;
use super::shape::Shape;
use super::text;

/// A list that the service divides into pages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Listing {
    pub(super) shape: Shape,
    /// The id of what it belongs to, such as the group of rules; empty for a list of a region.
    pub(super) of: String,
    pub(super) region: Option<RegionId>,
}

/// One page, as its reply describes itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Page {
    pub(super) at: Place,
    /// The ids of its items; those without one have a made-up one.
    pub(super) items: BTreeSet<String>,
    /// `TotalCount`.
    pub(super) total: Option<usize>,
    /// `PageSize`.
    pub(super) size: Option<usize>,
    /// `PageNumber`, from 1.
    pub(super) number: Option<usize>,
    /// `NextToken`, if there is a next page.
    pub(super) token: Option<String>,
}

/// The pages given of every list.
#[derive(Debug, Default)]
pub(super) struct Pages(BTreeMap<Listing, Vec<Page>>);

impl Pages {
    pub(super) fn add(&mut self, listing: Listing, page: Page) {
        self.0.entry(listing).or_default().push(page);
    }

    /// Whether a list of a kind was given in some region that may be the scenario's.
    pub(super) fn has(&self, shape: Shape, region: &RegionId) -> bool {
        self.0.keys().any(|listing| listing.shape == shape && listing.may_be_in(region))
    }

    /// How many replies of a kind listed nothing, in a region.
    pub(super) fn empty(&self, shape: Shape, region: &RegionId) -> usize {
        let of_kind = |listing: &Listing| listing.shape == shape && listing.may_be_in(region);
        let own = self.0.iter().filter(|(listing, _)| of_kind(listing));
        own.flat_map(|(_, pages)| pages).filter(|page| page.items.is_empty()).count()
    }

    /// The lists of a region of which some pages were not given.
    pub(super) fn missing(&self, region: &RegionId) -> Vec<Missing<'_>> {
        let own = self.0.iter().filter(|(listing, _)| listing.may_be_in(region));
        own.filter_map(|(listing, pages)| missing(listing, pages)).collect()
    }
}

impl Listing {
    fn may_be_in(&self, region: &RegionId) -> bool {
        self.region.as_ref().is_none_or(|own| own == region)
    }
}

/// A list of which some pages were not given.
#[derive(Debug)]
pub(super) struct Missing<'a> {
    pub(super) listing: &'a Listing,
    /// The first page that was given.
    pub(super) at: Place,
    /// How many items were given.
    given: usize,
    /// How many there are.
    total: Option<usize>,
    /// How to fetch the rest.
    rest: Rest<'a>,
}

/// The pages to fetch.
#[derive(Debug)]
enum Rest<'a> {
    /// By their numbers.
    Numbers { size: usize, numbers: Vec<usize> },
    /// From a token on.
    Token(&'a str),
    /// All, in as few as possible.
    All { total: usize },
}

/// What is missing of a list; `None` if nothing is.
fn missing<'a>(listing: &'a Listing, pages: &'a [Page]) -> Option<Missing<'a>> {
    let first = pages.first()?;
    let mut totals: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for page in pages {
        let counted = totals.entry(page.total.unwrap_or(0)).or_default();
        counted.extend(page.items.iter().map(String::as_str));
    }
    let sizes: BTreeSet<usize> = pages.iter().filter_map(|page| page.size).collect();
    let mut numbers: Vec<usize> = pages.iter().filter_map(|page| page.number).collect();
    numbers.sort_unstable();
    // A resource that was created or deleted between two pages changes the total.
    let most = totals.keys().next_back().copied().unwrap_or(0);
    let size = sizes.first().copied().filter(|size| sizes.len() == 1 && *size > 0);
    let every = size.is_some_and(|size| {
        numbers.len() == pages.len() && numbers.into_iter().eq(1..=most.div_ceil(size))
    });
    let short = totals.iter().find(|(total, items)| items.len() < **total).filter(|_| !every);
    if let Some((&total, items)) = short {
        let own = pages.iter().filter(|page| page.total == Some(total));
        let seen: BTreeSet<usize> = own.clone().filter_map(|page| page.number).collect();
        let token = own.clone().find_map(|page| page.token.as_deref());
        let sizes: BTreeSet<usize> = own.filter_map(|page| page.size).collect();
        let size = sizes.first().copied().filter(|size| sizes.len() == 1 && *size > 0);
        let rest = match (size.filter(|_| !seen.is_empty()), token) {
            (Some(size), _) => {
                let all = 1..=total.div_ceil(size);
                let numbers: Vec<usize> = all.filter(|number| !seen.contains(number)).collect();
                if numbers.is_empty() {
                    Rest::All { total }
                } else {
                    Rest::Numbers { size, numbers }
                }
            }
            (None, Some(token)) => Rest::Token(token),
            (None, None) => Rest::All { total },
        };
        let given = items.len();
        return Some(Missing { listing, at: first.at, given, total: Some(total), rest });
    }
    // In some replies a token goes with the last page too; the total then says that it is the last.
    let counted = |page: &Page| page.total.is_some_and(|total| total > 0) && page.number.is_some();
    let goes_on = |page: &Page| page.token.is_some() && !counted(page);
    if !pages.iter().all(goes_on) {
        return None;
    }
    let token = pages.iter().rev().find_map(|page| page.token.as_deref())?;
    let given = pages.iter().flat_map(|page| &page.items).collect::<BTreeSet<_>>().len();
    Some(Missing { listing, at: first.at, given, total: None, rest: Rest::Token(token) })
}

impl Missing<'_> {
    /// What is missing, and the command that fetches it.
    pub(super) fn say(&self) -> Message {
        let what = WHAT.iter().find(|(shape, _)| *shape == self.listing.shape);
        let what = what.map_or(text::LIST_ITEMS, |(_, what)| *what);
        let of = if self.listing.of.is_empty() { text::PAGES } else { text::PAGES_OF };
        let said = match self.total {
            Some(total) => Message::plain(of).with("total", total),
            None => {
                let open =
                    if self.listing.of.is_empty() { text::MORE_PAGES } else { text::MORE_PAGES_OF };
                Message::plain(open)
            }
        };
        let said = said.with("given", self.given).translated("what", what);
        said.with("of", &self.listing.of).exactly("command", self.command())
    }

    /// The command line that fetches the pages that were not given.
    fn command(&self) -> String {
        let Listing { shape, of, region } = self.listing;
        let product = of_shape(&PRODUCTS, *shape).unwrap_or("ecs");
        let mut line = format!("aliyun {product} {}", shape.as_str());
        if let Some(region) = region {
            line.push_str(&format!(" --RegionId {region}"));
        }
        if let Some(owner) = of_shape(&OWNERS, *shape).filter(|_| !of.is_empty()) {
            line.push_str(&format!(" --{owner} {}", quote(of)));
        }
        match &self.rest {
            Rest::Token(token) => format!("{line} --NextToken {}", quote(token)),
            Rest::All { total } => {
                paged(&line, LARGEST, &(1..=total.div_ceil(LARGEST)).collect::<Vec<_>>())
            }
            Rest::Numbers { size, numbers } => paged(&line, *size, numbers),
        }
    }
}

/// The largest page that every operation with numbered pages accepts.
const LARGEST: usize = 50;

fn paged(line: &str, size: usize, numbers: &[usize]) -> String {
    let line = format!("{line} --PageSize {size} --PageNumber");
    match numbers {
        [only] => format!("{line} {only}"),
        several => {
            let several: Vec<String> = several.iter().map(ToString::to_string).collect();
            format!("for page in {}; do {line} \"$page\"; done", several.join(" "))
        }
    }
}

/// What the items of a list are called.
const WHAT: [(Shape, Text); 10] = [
    (Shape::SecurityGroups, text::GROUPS),
    (Shape::SecurityGroupAttribute, text::RULES),
    (Shape::Instances, text::INSTANCES),
    (Shape::Interfaces, text::INTERFACES),
    (Shape::PrefixLists, text::PREFIX_LISTS),
    (Shape::Vpcs, text::VPCS),
    (Shape::VSwitches, text::VSWITCHES),
    (Shape::PrefixListAttributes, text::LIST_ENTRIES),
    (Shape::PortRangeListEntries, text::LIST_ENTRIES),
    (Shape::RouteEntries, text::ROUTE_ENTRIES),
];

/// The operations of other products than ECS, as the CLI names them.
const PRODUCTS: [(Shape, &str); 8] = [
    (Shape::NatGateways, "vpc"),
    (Shape::SnatEntries, "vpc"),
    (Shape::Eips, "vpc"),
    (Shape::Vpcs, "vpc"),
    (Shape::VSwitches, "vpc"),
    (Shape::RouteTables, "vpc"),
    (Shape::RouteEntries, "vpc"),
    (Shape::VpcPeerConnections, "vpcpeer"),
];

/// The parameter with the id of what a list belongs to.
const OWNERS: [(Shape, &str); 4] = [
    (Shape::SecurityGroupAttribute, "SecurityGroupId"),
    (Shape::PrefixListAttributes, "PrefixListId"),
    (Shape::PortRangeListEntries, "PortRangeListId"),
    (Shape::RouteEntries, "RouteTableId"),
];

/// What a table says of a shape.
fn of_shape(table: &[(Shape, &'static str)], shape: Shape) -> Option<&'static str> {
    table.iter().find(|(own, _)| *own == shape).map(|(_, word)| *word)
}
