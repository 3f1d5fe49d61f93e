//! What an export leaves out, and how much.

use std::collections::BTreeMap;

use crate::language::{Language, Text};

use super::text;

/// A kind of thing that a file cannot say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Omitted {
    /// A whole security group.
    Group,
    /// The name or description of a group.
    GroupText,
    /// The resource group of a group.
    ResourceGroup,
    /// A tag of a group.
    Tag,
    /// The deletion protection of a group.
    DeletionProtection,
    /// A group of which not everything is known.
    UnknownPart,
    /// A rule.
    Rule,
    /// The description of a rule.
    RuleDescription,
    /// An instance or a network interface.
    Interface,
    /// A network interface in one of its groups.
    Membership,
    /// An address of a network interface, or a block of a VPC.
    Address,
    /// A connection between two VPCs.
    Route,
}

impl Omitted {
    const fn name(self) -> Text {
        match self {
            Self::Group => text::OMITTED_GROUPS,
            Self::GroupText => text::OMITTED_GROUP_TEXTS,
            Self::ResourceGroup => text::OMITTED_RESOURCE_GROUPS,
            Self::Tag => text::OMITTED_TAGS,
            Self::DeletionProtection => text::OMITTED_PROTECTIONS,
            Self::UnknownPart => text::OMITTED_UNKNOWN,
            Self::Rule => text::OMITTED_RULES,
            Self::RuleDescription => text::OMITTED_RULE_DESCRIPTIONS,
            Self::Interface => text::OMITTED_INTERFACES,
            Self::Membership => text::OMITTED_MEMBERSHIPS,
            Self::Address => text::OMITTED_ADDRESSES,
            Self::Route => text::OMITTED_ROUTES,
        }
    }
}

/// How much of each kind a file leaves out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LeftOut(BTreeMap<Omitted, usize>);

impl LeftOut {
    pub(super) fn add(&mut self, what: Omitted, count: usize) {
        if count > 0 {
            *self.0.entry(what).or_insert(0) += count;
        }
    }

    /// Whether the file says everything.
    pub fn is_nothing(&self) -> bool {
        self.0.is_empty()
    }

    /// How much of a kind is left out.
    pub fn count(&self, what: Omitted) -> usize {
        self.0.get(&what).copied().unwrap_or(0)
    }

    /// What is left out, in one sentence; `None` if nothing is.
    pub fn sentence(&self, language: Language) -> Option<String> {
        let item = |(what, count): (&Omitted, &usize)| {
            what.name().fill(language, &[("count", &count.to_string())])
        };
        let items: Vec<String> = self.0.iter().map(item).collect();
        let items = items.join(text::COMMA.get(language));
        (!self.is_nothing()).then(|| text::OMITTED.fill(language, &[("items", &items)]))
    }
}

/// An exported file, and what it leaves out. The file says so at its top, and each thing has a
/// comment at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub text: String,
    /// What it leaves out.
    pub left_out: LeftOut,
}
