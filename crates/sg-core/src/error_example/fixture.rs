//! Additions to a scenario that make an error possible.

use std::net::IpAddr;
use std::sync::Arc;

use super::text;
use crate::emulator::Fixture;
use crate::language::Text;
use crate::model::{GroupType, LimitId, RegionId, Scenario, ScenarioDraft, VpcId};

mod part;
mod rules;

use part::{BASIC, address, group, group_id, member, vpc};

impl Fixture {
    /// Describes the addition in a sentence.
    pub(super) const fn text(self) -> Text {
        match self {
            Self::Groups => text::ADD_GROUPS,
            Self::Managed => text::ADD_MANAGED,
            Self::Advanced => text::ADD_ADVANCED,
            Self::Foreign => text::ADD_FOREIGN,
            Self::Member => text::ADD_MEMBER,
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
            Self::Managed => {
                group(parts, "managed", BASIC, Vec::new())?;
                let managed = parts.groups.get_mut(&group_id("managed")?)?;
                Arc::make_mut(managed).service_managed = true;
                Some(())
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
            Self::Rules => rules::every_kind(parts),
            Self::FullRegion => full_region(parts),
            Self::FullInterface => full_interface(parts),
            Self::FullRules => rules::full(parts),
            Self::FullPeers => rules::full_peers(parts),
            Self::FullBasic => {
                group(parts, "crowd", BASIC, Vec::new())?;
                let addresses = 0..LimitId::AddressesPerBasicGroup.value();
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

fn foreign(parts: &mut ScenarioDraft) -> Option<()> {
    vpc(parts, "vpc-laboratory-2", &["172.16.0.0/12"])?;
    group(parts, "foreign", BASIC, Vec::new())?;
    let group = parts.groups.get_mut(&group_id("foreign")?)?;
    Arc::make_mut(group).vpc = VpcId::parse("vpc-laboratory-2").ok()?;
    Some(())
}

/// The addresses of mass-produced members, from 10.128.0.0.
fn crowd_address(n: usize) -> IpAddr {
    let n = u32::try_from(n).unwrap_or(0);
    IpAddr::from((0x0A80_0000 + n).to_be_bytes())
}

fn full_region(parts: &mut ScenarioDraft) -> Option<()> {
    let room = LimitId::GroupsPerRegion.value().saturating_sub(parts.groups.len());
    (0..room).try_for_each(|n| group(parts, &format!("more-{n}"), BASIC, Vec::new()))
}

fn full_interface(parts: &mut ScenarioDraft) -> Option<()> {
    let names: Vec<String> =
        (0..LimitId::GroupsPerInterface.value()).map(|n| format!("joined-{n}")).collect();
    names.iter().try_for_each(|name| group(parts, name, BASIC, Vec::new()))?;
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    member(parts, "full", &names, vec![address(3)])
}
