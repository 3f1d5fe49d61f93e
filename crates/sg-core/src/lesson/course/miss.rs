//! Why a claim does not hold, as values and as text.

use crate::connectivity::{ClauseId, End, Flow};
use crate::emulator::Action;
use crate::goal::{Traffic, Wrong};
use crate::language::{Language, Text};
use crate::model::{InnerAccessPolicy, Scenario};

use super::text;

/// Why a claim does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Miss {
    /// A packet with the wrong verdict, or a pair without such packets.
    Traffic {
        /// The direction that is wrong.
        traffic: Traffic,
        /// What is wrong with it.
        wrong: Wrong,
    },
    /// The packets get the right verdict for a different reason.
    OtherReason(Traffic, ClauseId),
    /// No call got this answer.
    NotAnswered {
        /// The expected operation.
        action: Option<Action>,
        /// The expected answer.
        answer: String,
        /// The answer to the last call of that operation.
        got: Option<String>,
    },
    /// A group has a different policy.
    OtherPolicy {
        /// The group.
        group: String,
        /// The expected policy.
        wanted: InnerAccessPolicy,
        /// The actual policy.
        got: InnerAccessPolicy,
    },
    /// The group does not exist.
    NoGroup(String),
    /// A group that should be deleted still exists.
    GroupStays(String),
    /// The instance does not exist.
    NoInstance(String),
    /// The membership of an instance in a group is not as expected.
    Membership {
        /// The instance.
        instance: String,
        /// The group.
        group: String,
        /// Whether it is a member.
        is: bool,
    },
    /// Too many edits.
    TooMany {
        /// The actual number.
        count: usize,
        /// The maximum.
        most: usize,
    },
    /// An operation that is not permitted; `None` for a topology edit.
    NotWith(Option<Action>),
}

impl Miss {
    /// Why the claim does not hold, as a sentence.
    pub fn sentence(&self, scenario: &Scenario, language: Language) -> String {
        let said = |text: Text, values: &[(&str, &str)]| text.fill(language, values);
        match self {
            Self::Traffic { traffic, wrong } => wrong.sentence(traffic, scenario, language),
            Self::OtherReason(traffic, clause) => {
                let (name, clause) = (traffic.name(language), clause.to_string());
                said(text::OTHER_REASON, &[("name", &name), ("clause", &clause)])
            }
            Self::NotAnswered { action: None, answer, .. } => {
                said(text::NOT_ANSWERED, &[("answer", answer)])
            }
            Self::NotAnswered { action: Some(action), answer, got } => {
                let (frame, got) = match got {
                    None => (text::NOT_CALLED, ""),
                    Some(got) => (text::OTHER_ANSWER, got.as_str()),
                };
                said(frame, &[("action", action.as_str()), ("answer", answer), ("got", got)])
            }
            Self::OtherPolicy { group, wanted, got } => {
                let policies = [("wanted", wanted.as_str()), ("got", got.as_str())];
                said(
                    text::OTHER_POLICY,
                    &[[("group", group.as_str())].as_slice(), &policies].concat(),
                )
            }
            Self::NoGroup(group) => said(text::NO_GROUP, &[("group", group)]),
            Self::GroupStays(group) => said(text::GROUP_STAYS, &[("group", group)]),
            Self::NoInstance(instance) => said(text::NO_INSTANCE, &[("instance", instance)]),
            Self::Membership { instance, group, is } => {
                let frame = if *is { text::STILL_IN } else { text::NOT_IN };
                said(frame, &[("instance", instance), ("group", group)])
            }
            Self::TooMany { count, most } => {
                let (count, most) = (count.to_string(), most.to_string());
                said(text::TOO_MANY, &[("count", &count), ("most", &most)])
            }
            Self::NotWith(Some(action)) => said(text::NOT_WITH, &[("action", action.as_str())]),
            Self::NotWith(None) => said(text::NOT_IN_API, &[]),
        }
    }

    /// The first wrong packet, if the claim is about packets.
    pub const fn flow(&self) -> Option<&Flow> {
        let Self::Traffic { wrong: Wrong::Packet { flow, .. }, .. } = self else { return None };
        Some(flow)
    }

    /// The matrix cell of the first wrong packet.
    pub const fn cell(&self) -> Option<&(End, End)> {
        let Self::Traffic { wrong: Wrong::Packet { cell, .. }, .. } = self else { return None };
        cell.as_ref()
    }
}
