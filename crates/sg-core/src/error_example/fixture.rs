//! Additions to a scenario that make an error possible.

use std::net::IpAddr;
use std::sync::Arc;

use super::text;
use crate::emulator::Fixture;
use crate::language::Text;
use crate::model::{
    GroupType, Holder, LimitId, RegionId, ResourceGroupId, Scenario, ScenarioDraft, SecurityGroup,
    VpcId,
};

mod part;
mod rules;

use part::{BASIC, address, group, group_id, member, usual, vpc};

impl Fixture {
    /// Describes the addition in a sentence.
    pub(super) const fn text(self) -> Text {
        match self {
            Self::Groups => text::ADD_GROUPS,
            Self::Managed => text::ADD_MANAGED,
            Self::Protected => text::ADD_PROTECTED,
            Self::Advanced => text::ADD_ADVANCED,
            Self::Foreign => text::ADD_FOREIGN,
            Self::Member => text::ADD_MEMBER,
            Self::ServiceInterface => text::ADD_SERVICE_INTERFACE,
            Self::Unattached => text::ADD_UNATTACHED,
            Self::ForeignInterface => text::ADD_FOREIGN_INTERFACE,
            Self::TinyVpc => text::ADD_TINY_VPC,
            Self::Tagged => text::ADD_TAGGED,
            Self::List => text::ADD_LIST,
            Self::PortList => text::ADD_PORT_LIST,
            Self::Rules => text::ADD_RULES,
            Self::FullRegion => text::FILL_REGION,
            Self::FullInterface => text::FILL_INTERFACE,
            Self::FullRules => text::FILL_RULES,
            Self::FullPeers => text::FILL_PEERS,
            Self::FullBasic => text::FILL_BASIC,
            Self::FullAdvanced => text::FILL_ADVANCED,
        }
    }

    /// Whether adding it is slow because it creates thousands of objects.
    pub(super) const fn is_heavy(self) -> bool {
        matches!(self, Self::FullBasic | Self::FullAdvanced)
    }

    fn add(self, parts: &mut ScenarioDraft) -> Option<()> {
        match self {
            Self::Groups => {
                group(parts, "basic", BASIC, Vec::new())?;
                group(parts, "other", BASIC, Vec::new())
            }
            Self::Managed => changed_group(parts, "managed", |group| group.service_managed = true),
            Self::Protected => {
                changed_group(parts, "protected", |group| group.labels.deletion_protection = true)
            }
            Self::Advanced => {
                group(parts, "advanced", GroupType::Advanced, Vec::new())?;
                member(parts, "advanced", &["advanced"], vec![address(2)])
            }
            Self::Foreign => foreign(parts),
            Self::Member => {
                group(parts, "basic", BASIC, Vec::new())?;
                member(parts, "member", &["basic"], vec![address(1)])
            }
            Self::ServiceInterface => {
                group(parts, "basic", BASIC, Vec::new())?;
                part::held(parts, "service", "basic", address(5), part::nat())
            }
            Self::Unattached => {
                group(parts, "basic", BASIC, Vec::new())?;
                part::held(parts, "free", "basic", address(6), Holder::Nothing)
            }
            Self::ForeignInterface => foreign_interface(parts),
            Self::TinyVpc => {
                vpc(parts, "vpc-laboratory-tiny", &["192.168.255.0/30"])?;
                group_in(parts, "tiny", "vpc-laboratory-tiny")
            }
            Self::Tagged => changed_group(parts, "tagged", |group| {
                group.labels.tags.insert("team".to_owned(), "laboratory".to_owned());
                group.labels.resource_group = ResourceGroupId::parse("rg-laboratory").ok();
            }),
            Self::PortList => rules::port_list(parts, "spare", "8080/8080"),
            Self::List => rules::list(parts, "offices", "192.0.2.0/24", 1),
            Self::Rules => rules::every_kind(parts),
            Self::FullRegion => full_region(parts),
            Self::FullInterface => full_interface(parts),
            Self::FullRules => rules::full(parts),
            Self::FullPeers => rules::full_peers(parts),
            Self::FullBasic => {
                group(parts, "crowd", BASIC, Vec::new())?;
                let addresses = 0..usual(parts, LimitId::AddressesPerBasicGroup)?;
                let addresses = addresses.map(crowd_address).collect();
                member(parts, "crowd", &["crowd"], addresses)
            }
            Self::FullAdvanced => {
                group(parts, "advanced-crowd", GroupType::Advanced, Vec::new())?;
                (0..LimitId::InterfacesPerAdvancedGroup.value()).try_for_each(|n| {
                    let address = vec![crowd_address(n)];
                    member(parts, &format!("crowd-{n}"), &["advanced-crowd"], address)
                })
            }
        }
    }
}

/// The scenario with these additions; `None` if they do not fit.
pub(super) fn add(scenario: &Scenario, fixtures: &[Fixture]) -> Option<Scenario> {
    let mut parts = scenario.parts().clone();
    vpc(&mut parts, "vpc-laboratory", &["10.0.0.0/8", "2001:db8::/32"])?;
    fixtures.iter().try_for_each(|fixture| fixture.add(&mut parts))?;
    Scenario::new(parts).ok()
}

/// An empty scenario in a region.
pub(super) fn empty(region: &RegionId) -> Option<Scenario> {
    Scenario::new(ScenarioDraft::empty(region.clone())).ok()
}

/// A basic group with another property.
fn changed_group(
    parts: &mut ScenarioDraft,
    name: &str,
    change: impl FnOnce(&mut SecurityGroup),
) -> Option<()> {
    group(parts, name, BASIC, Vec::new())?;
    change(Arc::make_mut(parts.groups.get_mut(&group_id(name)?)?));
    Some(())
}

fn foreign(parts: &mut ScenarioDraft) -> Option<()> {
    vpc(parts, "vpc-laboratory-2", &["172.16.0.0/12"])?;
    group_in(parts, "foreign", "vpc-laboratory-2")
}

fn foreign_interface(parts: &mut ScenarioDraft) -> Option<()> {
    foreign(parts)?;
    let address = IpAddr::from([172, 16, 0, 6]);
    part::held(parts, "foreign", "foreign", address, Holder::Nothing)
}

/// A basic group in a VPC that is not the usual one.
fn group_in(parts: &mut ScenarioDraft, name: &str, vpc: &str) -> Option<()> {
    group(parts, name, BASIC, Vec::new())?;
    let group = parts.groups.get_mut(&group_id(name)?)?;
    Arc::make_mut(group).vpc = VpcId::parse(vpc).ok()?;
    Some(())
}

/// The addresses of mass-produced members, from 10.128.0.0.
fn crowd_address(n: usize) -> IpAddr {
    let n = u32::try_from(n).unwrap_or(0);
    IpAddr::from((0x0A80_0000 + n).to_be_bytes())
}

fn full_region(parts: &mut ScenarioDraft) -> Option<()> {
    let room = usual(parts, LimitId::GroupsPerRegion)?.saturating_sub(parts.groups.len());
    (0..room).try_for_each(|n| group(parts, &format!("more-{n}"), BASIC, Vec::new()))
}

fn full_interface(parts: &mut ScenarioDraft) -> Option<()> {
    let names: Vec<String> =
        (0..usual(parts, LimitId::GroupsPerInterface)?).map(|n| format!("joined-{n}")).collect();
    names.iter().try_for_each(|name| group(parts, name, BASIC, Vec::new()))?;
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    member(parts, "full", &names, vec![address(3)])
}
