//! The learner's record in the browser's storage: one for each name that was typed.

use std::iter::once;
use std::rc::Rc;

use crate::platform::env::env;
use crate::platform::memory::{Kept, Refused, forget, keep, recall};
use crate::seam;
use crate::state::TrainingNotice;
use sg_core::training::{Learner, LearnerError};

/// The key of the name that was typed last.
const NAME: &str = "learner";

/// The key of a record: this one without a name, otherwise followed by a dot and the name.
const RECORD: &str = "training";

/// The key prefix for records that could not be read, followed by a time in seconds.
const ASIDE: &str = "training-aside";

seam! { pub(crate) static LOAD_LEARNER: fn() -> (Rc<Learner>, Option<TrainingNotice>) = load; load_learner in reading }
seam! { pub(crate) static STORE_LEARNER: fn(&Learner) -> Option<TrainingNotice> = store; store_learner in reading }

/// Stores a record once the part that does is here. Returns what prevents it.
pub fn store_learner(learner: &Learner) -> Option<TrainingNotice> {
    STORE_LEARNER.get()?(learner)
}

/// Whether an earlier visit has stored anything about a learner.
pub(crate) fn has_learner() -> bool {
    recall(NAME).is_some() || recall(RECORD).is_some()
}

fn key(name: &str) -> String {
    match name.is_empty() {
        true => RECORD.to_owned(),
        false => format!("{RECORD}.{name}"),
    }
}

fn load() -> (Rc<Learner>, Option<TrainingNotice>) {
    let (learner, notice) = record(&recall(NAME).unwrap_or_default());
    (Rc::new(learner), notice)
}

/// The record under a name; an empty one, with what is wrong, if it cannot be read.
fn record(name: &str) -> (Learner, Option<TrainingNotice>) {
    let empty = || Learner { name: name.to_owned(), ..Learner::default() };
    let Some(text) = recall(&key(name)) else { return (empty(), None) };
    match Learner::read(&text) {
        Ok(learner) => (Learner { name: name.to_owned(), ..learner }, None),
        Err(LearnerError::Newer(version)) => (empty(), Some(TrainingNotice::Newer(version))),
        Err(LearnerError::Foreign(reason)) => (empty(), Some(TrainingNotice::Unread(reason))),
    }
}

/// The record under a name, whose learner is the one at the next visit too.
pub fn learner_named(name: &str) -> Rc<Learner> {
    if name.is_empty() {
        forget(NAME);
    } else {
        keep(NAME, name);
    }
    Rc::new(record(name).0)
}

/// Stores a record, with what another tab has stored under its name since. Returns what prevents it.
fn store(learner: &Learner) -> Option<TrainingNotice> {
    let key = key(&learner.name);
    let mut said = None;
    let stored = match recall(&key).map(|text| (Learner::read(&text), text)) {
        None => None,
        Some((Ok(stored), _)) => Some(stored),
        Some((Err(LearnerError::Newer(version)), _)) => {
            return Some(TrainingNotice::Newer(version));
        }
        Some((Err(LearnerError::Foreign(reason)), text)) => match set_aside(&text) {
            Ok(()) => {
                said = Some(TrainingNotice::Unread(reason));
                None
            }
            Err(refused) => return Some(refused.into()),
        },
    };
    if stored.is_none() && learner.is_empty() && learner.since == 0 {
        return said;
    }
    let merged = stored.map_or_else(|| learner.clone(), |stored| learner.clone().merged(stored));
    match keep(&key, &merged.write()) {
        Kept::Stored | Kept::OnPurposeNot => said,
        Kept::UntilGone(refused) => Some(refused.into()),
    }
}

/// Copies a record that cannot be read to a key of its own, before it is overwritten.
fn set_aside(text: &str) -> Result<(), Refused> {
    let place = format!("{ASIDE}.{}", env().now.unix_seconds());
    let places = (2..).map(|number| format!("{place}.{number}"));
    let mut places = once(place.clone()).chain(places);
    let free = places.find(|place| recall(place).is_none_or(|aside| aside == text));
    match keep(&free.unwrap_or(place), text) {
        Kept::Stored | Kept::OnPurposeNot => Ok(()),
        Kept::UntilGone(refused) => Err(refused),
    }
}

impl From<Refused> for TrainingNotice {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Denied => Self::Denied,
            Refused::Full => Self::Full,
        }
    }
}
