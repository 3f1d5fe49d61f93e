//! What a verdict or a side rests on, as JSON for other programs. This format is public: fields may
//! be added, but existing ones never change.

use std::borrow::Cow;

use serde::Serialize;

use crate::connectivity::{Decider, UnknownReason, UnreadPart};

use super::json_words::{group_type, platform, route_fault, unknown_reason, unread_part};

/// What a verdict or a side rests on.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DeciderJson<'a> {
    /// The intra-group policy.
    Policy {
        /// The group that the ends share.
        group: Cow<'a, str>,
    },
    /// A custom rule.
    Rule {
        /// Its direction.
        direction: &'static str,
        /// Its group.
        group: Cow<'a, str>,
        /// Its id.
        rule: Cow<'a, str>,
        /// Its action.
        policy: &'static str,
    },
    /// The default of a group type.
    Implicit {
        /// The direction.
        direction: &'static str,
        /// The group type.
        group_type: &'static str,
    },
    /// The platform.
    Platform {
        /// Which rule of it.
        platform: &'static str,
    },
    /// There is no way.
    Route {
        /// What is missing.
        fault: &'static str,
    },
    /// An interface sends to itself.
    Itself,
    /// Nothing that is known.
    Unknown {
        /// What is not known.
        reason: &'static str,
        /// The group that it is about.
        #[serde(skip_serializing_if = "Option::is_none")]
        group: Option<Cow<'a, str>>,
        /// The rule that it is about.
        #[serde(skip_serializing_if = "Option::is_none")]
        rule: Option<Cow<'a, str>>,
        /// Where that stands in what was imported.
        #[serde(skip_serializing_if = "Option::is_none")]
        place: Option<Cow<'a, str>>,
    },
}

impl DeciderJson<'_> {
    /// The same with texts of its own.
    pub fn into_owned(self) -> DeciderJson<'static> {
        let own = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        match self {
            Self::Policy { group } => DeciderJson::Policy { group: own(group) },
            Self::Rule { direction, group, rule, policy } => {
                DeciderJson::Rule { direction, group: own(group), rule: own(rule), policy }
            }
            Self::Implicit { direction, group_type } => {
                DeciderJson::Implicit { direction, group_type }
            }
            Self::Platform { platform } => DeciderJson::Platform { platform },
            Self::Route { fault } => DeciderJson::Route { fault },
            Self::Itself => DeciderJson::Itself,
            Self::Unknown { reason, group, rule, place } => {
                let [group, rule, place] = [group, rule, place].map(|text| text.map(own));
                DeciderJson::Unknown { reason, group, rule, place }
            }
        }
    }
}

impl<'a> From<&'a Decider> for DeciderJson<'a> {
    fn from(decider: &'a Decider) -> Self {
        match decider {
            Decider::Policy { group } => Self::Policy { group: group.as_str().into() },
            Decider::Rule { direction, group, rule } => Self::Rule {
                direction: direction.as_str(),
                group: group.as_str().into(),
                rule: rule.id.as_str().into(),
                policy: rule.spec.policy.as_str(),
            },
            Decider::Implicit { direction, group_kind } => Self::Implicit {
                direction: direction.as_str(),
                group_type: group_type(*group_kind),
            },
            Decider::Platform(rule) => Self::Platform { platform: platform(*rule) },
            Decider::Route(fault) => Self::Route { fault: route_fault(fault) },
            Decider::Itself => Self::Itself,
            Decider::Unknown(UnknownReason::Unread(part)) => unread(part),
            Decider::Unknown(reason) => Self::Unknown {
                reason: unknown_reason(reason),
                group: None,
                rule: None,
                place: None,
            },
        }
    }
}

/// What is not known and could decide.
pub fn unread(part: &UnreadPart) -> DeciderJson<'_> {
    let (reason, group) = unread_part(part);
    let (rule, place) = match part {
        UnreadPart::Peer { rule, .. } => (Some(rule.as_str().into()), None),
        UnreadPart::Rule { place, .. } => {
            (None, Some(place.as_str().into()).filter(|p: &Cow<'_, str>| !p.is_empty()))
        }
        UnreadPart::MoreRules { .. } | UnreadPart::Policy { .. } => (None, None),
    };
    DeciderJson::Unknown { reason, group: Some(group.as_str().into()), rule, place }
}
