//! The ends that a text of a goal stands for in a scenario.

use std::collections::BTreeSet;
use std::net::IpAddr;

use ipnet::IpNet;

use crate::connectivity::{End, ends};
use crate::model::{Holder, OutsideAddress, Scenario, SecurityGroup, SecurityGroupId};

use super::ends::{Directory, Place};
use super::selector::{Selector, Term, fits};

/// The ends that one side of a goal stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// The ends, each once.
    pub places: Vec<Place>,
    /// Outside addresses that are excepted, although they may lie in one of the blocks.
    pub except: Vec<IpNet>,
    /// Whether the text names one end by its id, name or address, and not all of a kind.
    pub single: bool,
    /// Whether an interface that the scenario does not list could be one of these ends.
    pub open: bool,
}

/// The scenario with an outside block for every block that texts of goals name and for everyone on
/// the Internet, as far as it has none, so that a [`Directory`] of it finds them.
pub fn with_named_blocks<'a>(
    scenario: &Scenario,
    texts: impl IntoIterator<Item = &'a str>,
) -> Scenario {
    let directory = Directory::new(scenario);
    let mut missing: Vec<(String, IpNet)> = Vec::new();
    for text in texts {
        if directory.find(text).is_ok() {
            continue;
        }
        let Ok(Selector { named, except }) = Selector::parse(text) else { continue };
        let internet = || internet(scenario).into_iter().map(|block| (INTERNET.to_owned(), block));
        if named.is_none() {
            missing.extend(internet());
        }
        for term in named.iter().flatten().chain(&except) {
            match term {
                Term::Block(block) => {
                    let parts = outside_parts(scenario, *block);
                    missing.extend(parts.into_iter().map(|part| (part.to_string(), part)));
                }
                Term::Name(name) if name == INTERNET && directory.find(name).is_err() => {
                    missing.extend(internet());
                }
                Term::Name(_)
                | Term::Pattern(_)
                | Term::Group(_)
                | Term::Tag { .. }
                | Term::Service(_) => {}
            }
        }
    }
    let edited = scenario.edited(|parts| {
        for (name, block) in missing {
            if parts.outside.iter().any(|known| known.block == block) {
                continue;
            }
            let taken = |name: &str| parts.outside.iter().any(|known| known.name == name);
            let name = if taken(&name) { block.to_string() } else { name };
            if !taken(&name) {
                parts.outside.push(OutsideAddress { name, block });
            }
        }
    });
    edited.unwrap_or_else(|_| scenario.clone())
}

/// What people call every public address.
const INTERNET: &str = "internet";

/// All addresses of the Internet, in IPv6 if an interface has an address there.
fn internet(scenario: &Scenario) -> Vec<IpNet> {
    let mut own = scenario.interfaces().flat_map(|interface| &interface.addresses);
    let both = own.any(IpAddr::is_ipv6);
    let blocks = ["0.0.0.0/0", "::/0"].into_iter().take(if both { 2 } else { 1 });
    blocks.filter_map(|block| block.parse().ok()).collect()
}

/// The parts of a block outside every VPC.
fn outside_parts(scenario: &Scenario, block: IpNet) -> Vec<IpNet> {
    let mut own = scenario.parts().vpcs.values().flat_map(|vpc| &vpc.blocks);
    if own.clone().any(|vpc| vpc.contains(&block)) {
        return Vec::new();
    }
    // The engine takes the whole Internet for what is outside of every VPC.
    if block.prefix_len() == 0 || !own.any(|vpc| block.contains(vpc)) {
        return vec![block];
    }
    let halves = block.prefix_len().checked_add(1).and_then(|length| block.subnets(length).ok());
    halves.into_iter().flatten().flat_map(|half| outside_parts(scenario, half)).collect()
}

impl Directory<'_> {
    /// Resolves a text of a goal: a single end as [`find`](Self::find) does, a group by id or name,
    /// `group:web`, a name pattern such as `app-*`, `tag:env=prod`, a block, `service:rds`,
    /// `internet`, several of these (`a, b and c`), `everyone`, or `everyone except a and b`.
    ///
    /// Blocks and the Internet are found if the scenario was made by [`with_named_blocks`]. Tags are
    /// those of security groups.
    ///
    /// # Errors
    /// A message that names the part of the text that stands for nothing, or for several things.
    pub fn select(&self, text: &str) -> Result<Selection, String> {
        let selector = Selector::parse(text);
        let is_block = selector.as_ref().is_ok_and(Selector::is_block);
        if let (Ok(place), false) = (self.find(text), is_block) {
            let (places, except) = (vec![place], Vec::new());
            return Ok(Selection { places, except, single: true, open: false });
        }
        let Selector { named, except } = selector?;
        let mut excepted = BTreeSet::new();
        let mut blocks = Vec::new();
        for term in &except {
            for place in self.term(term)? {
                match &place {
                    Place::Block(name) => {
                        let mut known = self.scenario().outside().iter();
                        blocks.extend(known.find(|known| known.name == *name).map(|o| o.block));
                    }
                    Place::Address(address) => blocks.push(IpNet::from(*address)),
                    Place::Interface(_) => {}
                    Place::InterfaceAt(id, _) => {
                        excepted.insert(Place::Interface(id.clone()));
                    }
                }
                excepted.insert(place);
            }
        }
        let one = |term: &Term| matches!(term, Term::Name(name) if name == INTERNET || self.find(name).is_ok());
        let open = !named.as_ref().is_some_and(|terms| terms.iter().all(one));
        let mut places: Vec<Place> = Vec::new();
        let mut seen = BTreeSet::new();
        let all = match &named {
            None => self.everyone(),
            Some(terms) => {
                let found: Result<Vec<_>, _> = terms.iter().map(|term| self.term(term)).collect();
                found?.into_iter().flatten().collect()
            }
        };
        for place in all {
            if !excepted.contains(&place) && seen.insert(place.clone()) {
                places.push(place);
            }
        }
        if places.is_empty() {
            return Err(format!("nobody is left of `{text}`"));
        }
        Ok(Selection { places, except: blocks, single: false, open })
    }

    /// Every end of the scenario but interfaces that only stand for members that are not known, or
    /// that no instance has.
    fn everyone(&self) -> Vec<Place> {
        let place = |end| match end {
            End::Interface(id) => {
                let own = self.scenario().interface(&id)?;
                let known = !matches!(own.holder, Some(Holder::Example | Holder::Nothing));
                known.then_some(Place::Interface(id))
            }
            End::Outside(name) => Some(Place::Block(name)),
        };
        ends(self.scenario()).into_iter().filter_map(place).collect()
    }

    fn term(&self, term: &Term) -> Result<Vec<Place>, String> {
        match term {
            Term::Name(name) => self.named(name),
            Term::Group(name) => {
                let found = self.group(name)?;
                let group = found.ok_or_else(|| format!("`{name}` is no security group"))?;
                self.members(&group.id)
            }
            Term::Pattern(pattern) => self.like(pattern),
            Term::Tag { key, value } => self.tagged(key, value.as_deref()),
            Term::Service(product) => {
                let own = self.scenario().interfaces().filter(|interface| {
                    let its = interface.product();
                    its.is_some() && (product.is_none() || its == *product)
                });
                let places = own.map(|interface| Place::Interface(interface.id.clone()));
                let name = product.map_or("*", |product| product.as_str());
                some(places.collect(), || format!("no network interface belongs to service:{name}"))
            }
            Term::Block(block) => self.inside(*block),
        }
    }

    fn named(&self, name: &str) -> Result<Vec<Place>, String> {
        let single = self.find(name);
        if let Ok(place) = single {
            return Ok(vec![place]);
        }
        if let Some(group) = self.group(name)? {
            return self.members(&group.id);
        }
        if name == INTERNET {
            let blocks = internet(self.scenario());
            let known = self.scenario().outside().iter();
            let found = known.filter(|outside| blocks.contains(&outside.block));
            let found: Vec<Place> = found.map(|o| Place::Block(o.name.clone())).collect();
            if !found.is_empty() {
                return Ok(found);
            }
        }
        single.map(|place| vec![place])
    }

    fn group(&self, name: &str) -> Result<Option<&SecurityGroup>, String> {
        let mut groups = self.scenario().groups();
        if let Some(group) = groups.find(|group| group.id.as_str() == name) {
            return Ok(Some(group));
        }
        let named = self.scenario().groups().filter(|group| group.name == name);
        let named: Vec<&SecurityGroup> = named.map(AsRef::as_ref).collect();
        match named.as_slice() {
            [] => Ok(None),
            [only] => Ok(Some(only)),
            several => {
                let ids: Vec<&str> = several.iter().map(|group| group.id.as_str()).collect();
                Err(format!("`{name}` stands for {}: name one by its id", ids.join(" and ")))
            }
        }
    }

    fn members(&self, group: &SecurityGroupId) -> Result<Vec<Place>, String> {
        let members = self.scenario().members(group);
        let places = members.map(|interface| Place::Interface(interface.id.clone())).collect();
        some(places, || format!("the security group `{group}` has no known member"))
    }

    fn like(&self, pattern: &str) -> Result<Vec<Place>, String> {
        let scenario = self.scenario();
        let instances = scenario.instances().filter(|instance| {
            fits(pattern, &instance.name) || fits(pattern, instance.id.as_str())
        });
        let primary = instances.filter_map(|instance| instance.primary());
        let services = scenario.interfaces().filter(|interface| match &interface.holder {
            Some(Holder::Service { name, .. }) => fits(pattern, name),
            Some(Holder::Example | Holder::Nothing) | None => false,
        });
        let interfaces = primary.chain(services.map(|interface| &interface.id));
        let outside = scenario.outside().iter().filter(|outside| fits(pattern, &outside.name));
        let places = interfaces.cloned().map(Place::Interface);
        let places = places.chain(outside.map(|outside| Place::Block(outside.name.clone())));
        some(places.collect(), || format!("no name is like `{pattern}`"))
    }

    fn tagged(&self, key: &str, value: Option<&str>) -> Result<Vec<Place>, String> {
        let tagged = self.scenario().groups().filter(|group| {
            let own = group.labels.tags.get(key);
            own.is_some_and(|own| value.is_none_or(|value| own == value))
        });
        let members = tagged.flat_map(|group| self.scenario().members(&group.id));
        let places = members.map(|interface| Place::Interface(interface.id.clone())).collect();
        let tag = value.map_or_else(|| key.to_owned(), |value| format!("{key}={value}"));
        some(places, || format!("no known member of a security group has the tag `{tag}`"))
    }

    /// The interfaces with an address in a block, and its parts outside every VPC.
    fn inside(&self, block: IpNet) -> Result<Vec<Place>, String> {
        let parts = outside_parts(self.scenario(), block);
        let outside = self.scenario().outside().iter();
        let outside = outside.filter(|outside| parts.contains(&outside.block));
        let mut places: Vec<Place> =
            outside.map(|outside| Place::Block(outside.name.clone())).collect();
        // The Internet is what is outside.
        let interfaces = self.scenario().interfaces().filter(|_| block.prefix_len() > 0);
        for interface in interfaces {
            let public = interface.public_addresses();
            let own = interface.addresses.iter().copied();
            let inside = own.chain(public).filter(|address| block.contains(address));
            places.extend(inside.map(|address| match interface.addresses.first() {
                Some(first) if *first == address => Place::Interface(interface.id.clone()),
                Some(_) | None => Place::InterfaceAt(interface.id.clone(), address),
            }));
        }
        some(places, || format!("no known address lies in {block}"))
    }
}

fn some(places: Vec<Place>, none: impl FnOnce() -> String) -> Result<Vec<Place>, String> {
    if places.is_empty() { Err(none()) } else { Ok(places) }
}
