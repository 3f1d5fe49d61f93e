//! The result of an import: the scenario, and everything to report about how it was read.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::language::{Language, Text};
use crate::model::{RuleId, Scenario};

use super::choice::RegionFound;
use super::message::Message;
use super::place::Place;
use super::plan::Plan;
use super::shape::Shape;
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
    /// Of what the texts hold only a part, or several versions: texts that are truncated, lists of
    /// which some pages were not given, groups that two documents describe differently. In reading
    /// order; at most 200.
    pub incomplete: Vec<Note>,
    /// What was not understood or was left out, in reading order; at most 200.
    pub unread: Vec<Note>,
    /// How many more notes there are beyond those in `incomplete` and `unread`.
    pub more_unread: usize,
    /// What was assumed, with one entry per kind.
    pub assumed: Vec<Assumed>,
    /// Where each rule of the scenario came from.
    pub origins: BTreeMap<RuleId, Place>,
    /// How many documents of each shape were recognized.
    pub shapes: BTreeMap<Shape, usize>,
    /// The regions to choose from, if the texts are from several, or from another than the chosen
    /// one. There is no scenario until one of them is chosen.
    pub regions: Vec<RegionFound>,
    /// What Terraform plans change, if any of the documents is one. The scenario is the chosen side
    /// of it.
    pub plan: Option<Plan>,
}

impl Reading {
    /// Whether everything was read, and nothing was assumed about the account.
    pub fn is_exact(&self) -> bool {
        let unread = self.incomplete.is_empty() && self.unread.is_empty() && self.more_unread == 0;
        unread && self.assumed.iter().all(|assumed| assumed.which.is_exact())
    }
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

            /// Whether it only says what was read in another way, and nothing about the account
            /// that could be otherwise.
            pub const fn is_exact(self) -> bool {
                matches!(self, Self::Internet | Self::RaisedQuota)
            }

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
    /// A group that another account owns.
    OtherAccount "other-account" ASSUME_OTHER_ACCOUNT;
    /// A member of a group of which no document lists any.
    ExampleMember "example-member" ASSUME_EXAMPLE;
    /// A rule with a port list.
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
    /// The regions that were not chosen.
    Region "region" ASSUME_REGION;
    /// A group for rules that do not say theirs.
    MadeUpGroup "made-up-group" ASSUME_MADE_UP;
    /// The rules of a group in a plan.
    ManagedRules "managed-rules" ASSUME_MANAGED_RULES;
    /// The ID of a resource that a plan creates.
    PlannedId "planned-id" ASSUME_PLANNED_ID;
    /// An address that is known only after a plan is applied.
    PlannedAddress "planned-address" ASSUME_PLANNED_ADDRESS;
    /// Several authorization objects in one rule.
    FirstPeer "first-peer" ASSUME_PEER;
    /// Several public addresses of one interface.
    FirstPublic "first-public-address" ASSUME_PUBLIC;
    /// Masked characters on a documentation page.
    Masked "masked-id" ASSUME_MASKED;
    /// Quotas of the account.
    RaisedQuota "raised-quota" ASSUME_QUOTA;
    /// Rules whose ID belongs to another rule already.
    SharedId "shared-id" ASSUME_SHARED;
}
