//! Compares two scenarios: what was configured differently, and what that does.
//!
//! [`configured`] lists the groups, rules and members that differ, and what is around them.
//! [`effect`] says which packets fare differently, in as few lines as possible: a line holds for
//! every pair of some senders and some receivers. Ends that answer alike in both scenarios are
//! compared once, so a large account costs no more than its roles do.
//!
//! ```
//! use sg_core::compare::{EffectNames, effect};
//! use sg_core::language::Language;
//! use sg_core::lesson::first_scenario;
//! use sg_core::model::{GroupType::Basic, InnerAccessPolicy::Drop};
//! use std::sync::Arc;
//!
//! let before = first_scenario();
//! let after = before.edited(|parts| {
//!     let groups = parts.groups.values_mut().map(Arc::make_mut);
//!     groups.for_each(|group| group.group_type = Basic(Drop));
//! });
//! let after = after.unwrap();
//! let effect = effect(&before, &after);
//! let names = EffectNames::new(&before, &after, &effect, Language::En);
//! let line = names.line(&effect.lines[0]);
//! assert_eq!(line, "ecs2 → ecs1, ecs3 × 2: all traffic closed, 2 pairs");
//! ```

mod configured;
mod difference;
mod effect;
mod grouping;
mod names;
mod words;

pub mod text;

pub use configured::configured;
pub use difference::{About, Difference, How, Property, PropertyChange, Resource};
pub use effect::{Effect, EffectLine, Sample, VerdictShift, effect, effect_between};
pub use names::EffectNames;
pub use words::DifferenceWords;
