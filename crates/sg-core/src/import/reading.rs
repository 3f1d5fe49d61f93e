//! The result of an import: the scenario, and everything to report about how it was read.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::language::{Language, Text};
use crate::model::{RuleId, Scenario};

use super::message::Message;
use super::place::Place;
use super::text;

/// The result of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The scenario, if the understood parts form a valid one and are not empty.
    pub scenario: Option<Arc<Scenario>>,
    /// The names of the texts, in the given order; a [`Place`] refers to them by index.
    pub files: Vec<String>,
    /// What was understood in each text.
    pub understood: Vec<Understood>,
    /// What was not understood or was left out, in reading order; at most 200.
    pub unread: Vec<Note>,
    /// How many more notes there are beyond those in `unread`.
    pub more_unread: usize,
    /// What was assumed, with one entry per kind.
    pub assumed: Vec<Assumed>,
    /// Where each rule of the scenario came from.
    pub origins: BTreeMap<RuleId, Place>,
}

/// How many objects of each kind were understood in one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Understood {
    /// Replies, state files, scenario documents.
    pub documents: usize,
    /// Security groups. A group that appears in two documents counts in each.
    pub groups: usize,
    /// Rules.
    pub rules: usize,
    /// Instances.
    pub instances: usize,
    /// Network interfaces with their own details.
    pub interfaces: usize,
    /// Prefix lists.
    pub prefix_lists: usize,
    /// VPCs.
    pub vpcs: usize,
}

impl Understood {
    /// The counts with the name of each kind, except documents.
    pub const fn counts(&self) -> [(Text, usize); 6] {
        [
            (text::GROUPS, self.groups),
            (text::RULES, self.rules),
            (text::INSTANCES, self.instances),
            (text::INTERFACES, self.interfaces),
            (text::PREFIX_LISTS, self.prefix_lists),
            (text::VPCS, self.vpcs),
        ]
    }
}

/// A remark about a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The place, if it concerns a single one.
    pub place: Option<Place>,
    /// The remark.
    pub said: Message,
}

/// An assumption and what it concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assumed {
    /// Which one.
    pub which: Assumption,
    /// How many things it concerns.
    pub count: usize,
    /// Their names; at most 200.
    pub about: Vec<String>,
}

impl Assumed {
    /// An assumption that does not concern anything yet.
    pub(super) const fn none_of(which: Assumption) -> Self {
        Self { which, count: 0, about: Vec::new() }
    }

    /// The assumption as a sentence.
    pub fn say(&self, language: Language) -> String {
        self.which.text().fill(language, &[("count", &self.count.to_string())])
    }
}

macro_rules! assumptions {
    ($($(#[$doc:meta])* $variant:ident $name:literal $text:ident;)+) => {
        /// The assumptions an import can make, in the order in which they are reported.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Assumption {
            $($(#[$doc])* $variant,)+
        }

        impl Assumption {
            /// Every assumption, once each.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// Its name, which is stable across versions.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// Its sentence.
            pub const fn text(self) -> Text {
                match self { $(Self::$variant => text::$text,)+ }
            }
        }
    };
}

assumptions! {
    /// The intra-group policy of a basic group.
    PolicyAccept "policy-accept" ASSUME_POLICY;
    /// The type of a group.
    TypeBasic "type-basic" ASSUME_TYPE;
    /// The rules of a group.
    NoRules "no-rules" ASSUME_NO_RULES;
    /// A group that is referenced but not described.
    UnknownGroup "unknown-group" ASSUME_GROUP;
    /// A prefix list that is referenced but whose entries are not given.
    UnknownEntries "unknown-entries" ASSUME_ENTRIES;
    /// An instance of which only interfaces are known.
    UnknownInstance "unknown-instance" ASSUME_INSTANCE;
    /// The CIDR blocks of a VPC.
    VpcBlocks "vpc-blocks" ASSUME_BLOCKS;
    /// The VPC of a resource.
    OnlyVpc "only-vpc" ASSUME_VPC;
    /// Whether VPCs are connected.
    NoRoutes "no-routes" ASSUME_ROUTES;
    /// The Internet as an end.
    Internet "internet" ASSUME_INTERNET;
    /// The region.
    Region "region" ASSUME_REGION;
    /// Several authorization objects in one rule.
    FirstPeer "first-peer" ASSUME_PEER;
    /// Several public addresses of one interface.
    FirstPublic "first-public-address" ASSUME_PUBLIC;
    /// Masked characters on a documentation page.
    Masked "masked-id" ASSUME_MASKED;
    /// Pages that were not given.
    MorePages "more-pages" ASSUME_PAGES;
}
