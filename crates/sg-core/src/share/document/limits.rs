//! Size limits of a document, checked before anything is built from it.

use std::fmt;

use thiserror::Error;

use super::Document;
use crate::model::Scenario;

/// The largest document that is accepted. All limits are inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of text.
    pub bytes: usize,
    /// Nesting depth of objects and arrays.
    pub depth: usize,
    /// Security groups.
    pub groups: usize,
    /// Instances.
    pub instances: usize,
    /// Network interfaces, those of instances and all others.
    pub interfaces: usize,
    /// Outside addresses.
    pub outside: usize,
    /// Rules of all groups combined.
    pub rules: usize,
}

/// More of one kind of thing than [`Limits`] allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("there are {count} {what}, more than the {most} read")]
pub struct Excess {
    /// What there is too much of.
    pub what: Counted,
    /// How many there are.
    pub count: usize,
    /// How many there may be.
    pub most: usize,
}

/// What [`Limits`] count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Security groups.
    Groups,
    /// Rules of all groups combined.
    Rules,
    /// Instances.
    Instances,
    /// Network interfaces, those of instances and all others.
    Interfaces,
    /// Outside addresses.
    Outside,
}

impl Counted {
    /// Everything that is counted, in the order in which the first excess is reported.
    pub const ALL: [Self; 5] =
        [Self::Groups, Self::Rules, Self::Instances, Self::Interfaces, Self::Outside];

    /// The name of the list in a document.
    pub(super) const fn path(self) -> &'static str {
        match self {
            Self::Groups | Self::Rules => "securityGroups",
            Self::Instances => "instances",
            Self::Interfaces => "networkInterfaces",
            Self::Outside => "outsideAddresses",
        }
    }

    /// How many of these a scenario has.
    fn of(self, scenario: &Scenario) -> usize {
        match self {
            Self::Groups => scenario.groups().len(),
            Self::Rules => scenario.groups().map(|group| group.rules.len()).sum(),
            Self::Instances => scenario.instances().len(),
            Self::Interfaces => scenario.interfaces().len(),
            Self::Outside => scenario.outside().len(),
        }
    }

    /// How many of these a document lists.
    fn listed(self, document: &Document) -> usize {
        match self {
            Self::Groups => document.security_groups.len(),
            Self::Rules => document.security_groups.iter().map(|group| group.rules.len()).sum(),
            Self::Instances => document.instances.len(),
            Self::Interfaces => {
                let owned = document.instances.iter().map(|own| own.network_interfaces.len());
                owned.sum::<usize>() + document.network_interfaces.len()
            }
            Self::Outside => document.outside_addresses.len(),
        }
    }
}

impl fmt::Display for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Groups => "security groups",
            Self::Rules => "rules in all groups together",
            Self::Instances => "instances",
            Self::Interfaces => "network interfaces",
            Self::Outside => "outside addresses",
        })
    }
}

impl Limits {
    /// For untrusted input such as a link: small enough that every pair is evaluated instantly. The
    /// limits on what becomes a row of the matrix are about what fits into the length of a link.
    pub const LINK: Self = Self {
        bytes: 256 * 1024,
        depth: 32,
        groups: 50,
        instances: 200,
        interfaces: 1_000,
        outside: 1_000,
        rules: 1_000,
    };

    /// For a file chosen by the user: the largest account that is supported. Interfaces and outside
    /// addresses are bounded by the bytes alone.
    pub const FILE: Self = Self {
        bytes: 32 * 1024 * 1024,
        depth: 32,
        groups: 1_000,
        instances: 10_000,
        interfaces: usize::MAX,
        outside: usize::MAX,
        rules: 20_000,
    };

    /// Whether a scenario is within the limits on its contents.
    pub fn hold(&self, scenario: &Scenario) -> bool {
        self.exceeded_by(scenario).is_none()
    }

    /// The first limit that a scenario exceeds.
    pub fn exceeded_by(&self, scenario: &Scenario) -> Option<Excess> {
        self.first_excess(|what| what.of(scenario))
    }

    /// The first limit that a document exceeds.
    pub(super) fn exceeded_by_document(&self, document: &Document) -> Option<Excess> {
        self.first_excess(|what| what.listed(document))
    }

    fn first_excess(&self, count: impl Fn(Counted) -> usize) -> Option<Excess> {
        let counted = Counted::ALL.into_iter();
        let mut counted =
            counted.map(|what| Excess { what, count: count(what), most: self.most(what) });
        counted.find(|excess| excess.count > excess.most)
    }

    const fn most(&self, what: Counted) -> usize {
        match what {
            Counted::Groups => self.groups,
            Counted::Rules => self.rules,
            Counted::Instances => self.instances,
            Counted::Interfaces => self.interfaces,
            Counted::Outside => self.outside,
        }
    }
}
