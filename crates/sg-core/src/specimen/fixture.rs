//! What the laboratory adds to a scene so that an error becomes possible.

use std::net::IpAddr;
use std::sync::Arc;

use super::text;
use crate::language::Text;
use crate::model::{GroupType, LimitId, RegionId, Scenario, ScenarioDraft, VpcId};

mod part;
mod rules;

use part::{BASIC, address, group, group_id, member, vpc};

/// One thing to add. Adding it twice is adding it once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fixture {
    /// Two basic groups without rules.
    Groups,
    /// A group that a cloud service manages.
    Managed,
    /// An advanced group with one member.
    Advanced,
    /// A basic group in another VPC.
    Foreign,
    /// An instance in the first basic group alone.
    Member,
    /// A group with rules of every kind in both directions, one that they name, prefix lists.
    Rules,
    /// As many groups as a region may have.
    FullRegion,
    /// An instance in as many groups as it may join.
    FullInterface,
    /// An instance in a group with as many rules as the interface may have.
    FullRules,
    /// A group with as many rules that name a group as it may have.
    FullPeers,
    /// A basic group with as many addresses as it may hold.
    FullBasic,
    /// An advanced group with as many interfaces as it may hold.
    FullAdvanced,
}

impl Fixture {
    /// What adding it does, as a sentence.
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

    /// Whether adding it takes time: thousands of things.
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

/// The scene with these things; none where they do not fit into it.
pub(super) fn add(scenario: &Scenario, fixtures: &[Fixture]) -> Option<Scenario> {
    let mut parts = scenario.parts().clone();
    vpc(&mut parts, "vpc-laboratory", &["10.0.0.0/8", "2001:db8::/32"])?;
    fixtures.iter().try_for_each(|fixture| fixture.add(&mut parts))?;
    Scenario::new(parts).ok()
}

/// A scene of a region with nothing in it.
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

/// An address of a crowd: 10.128.0.0 and on.
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
