//! What came of reading: the scenario, and everything there is to say about how it was read.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::language::{Language, Text};
use crate::model::{RuleId, Scenario};

use super::message::Message;
use super::place::Place;
use super::text;

/// What came of reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The scenario, when what was understood holds together and is not nothing.
    pub scenario: Option<Arc<Scenario>>,
    /// The names of the texts, in the order given; places count in it.
    pub files: Vec<String>,
    /// What was understood of each text.
    pub understood: Vec<Understood>,
    /// What was not understood or left out, in reading order; at most 200.
    pub unread: Vec<Note>,
    /// How many more there are than `unread` holds.
    pub more_unread: usize,
    /// What was assumed, each kind once.
    pub assumed: Vec<Assumed>,
    /// Where each rule of the scenario came from.
    pub origins: BTreeMap<RuleId, Place>,
}

/// How many things of each kind were understood in one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Understood {
    /// Replies, state files, scenario documents.
    pub documents: usize,
    /// Security groups. One that two documents speak of counts in each.
    pub groups: usize,
    /// Rules.
    pub rules: usize,
    /// Instances.
    pub instances: usize,
    /// Network interfaces with details of their own.
    pub interfaces: usize,
    /// Prefix lists.
    pub prefix_lists: usize,
    /// VPCs.
    pub vpcs: usize,
}

impl Understood {
    /// The counts with the name of each kind, those of documents apart.
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

/// Something to say about a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Where, when it is about one place.
    pub place: Option<Place>,
    /// What.
    pub said: Message,
}

/// An assumption and what it was made about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assumed {
    /// Which one.
    pub which: Assumption,
    /// About how many things.
    pub count: usize,
    /// Their names; at most 200.
    pub about: Vec<String>,
}

impl Assumed {
    /// An assumption that was made about nothing yet.
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
        /// What can be assumed while an import is put together. The order is that of telling.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Assumption {
            $($(#[$doc])* $variant,)+
        }

        impl Assumption {
            /// Every assumption, once each.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// Its name, which stays the same over versions.
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
    /// A group that is named but not described.
    UnknownGroup "unknown-group" ASSUME_GROUP;
    /// A prefix list that is named, with entries not given.
    UnknownEntries "unknown-entries" ASSUME_ENTRIES;
    /// An instance of which only interfaces are known.
    UnknownInstance "unknown-instance" ASSUME_INSTANCE;
    /// The address blocks of a VPC.
    VpcBlocks "vpc-blocks" ASSUME_BLOCKS;
    /// The VPC of something.
    OnlyVpc "only-vpc" ASSUME_VPC;
    /// Whether VPCs are joined.
    NoRoutes "no-routes" ASSUME_ROUTES;
    /// The Internet as an end of paths.
    Internet "internet" ASSUME_INTERNET;
    /// The region.
    Region "region" ASSUME_REGION;
    /// Several authorization objects in one rule.
    FirstPeer "first-peer" ASSUME_PEER;
    /// Several public addresses of one interface.
    FirstPublic "first-public-address" ASSUME_PUBLIC;
    /// Characters that a documentation page hides.
    Masked "masked-id" ASSUME_MASKED;
    /// Pages that were not given.
    MorePages "more-pages" ASSUME_PAGES;
}
