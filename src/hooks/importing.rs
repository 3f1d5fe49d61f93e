//! A running import: it checks sizes first, then reads files in slices and parses texts in steps,
//! so the page can render and Cancel works in between.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use crate::platform;
use crate::platform::ChosenFile;
use sg_core::import::{
    Choice, Import, MOST_BYTES, Message, Reading, Text, decode, not_text, too_large,
};

/// A source to import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Pasted text.
    Pasted(Text),
    /// A file.
    File(ChosenFile),
}

/// The progress of an import.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Stage {
    /// No import is running.
    #[default]
    Idle,
    /// Reading: bytes done and total bytes.
    Reading(usize, usize),
    /// The user cancelled.
    Cancelled,
    /// A file could not be read.
    Unreadable(String),
    /// A text is too large or not valid text; nothing was read.
    Refused(Message),
    /// The import finished.
    Done(Rc<Reading>),
}

/// Starts and cancels an import.
#[derive(Clone, PartialEq)]
pub struct Importing {
    /// The progress.
    pub stage: Stage,
    /// Starts reading; a running import is cancelled.
    pub start: Callback<(Vec<Source>, Choice)>,
    /// Stops reading.
    pub cancel: Callback<()>,
}

/// The import of a dialog. It is cancelled when the dialog closes.
#[hook]
pub fn use_importing(first: Stage) -> Importing {
    let stage = use_state(|| first);
    // Each start and cancel increments the run number; results of earlier runs are ignored.
    let turn = use_memo((), |()| Cell::new(0_u32));
    {
        let turn = Rc::clone(&turn);
        use_effect_with((), move |()| move || turn.set(turn.get() + 1));
    }
    let start = {
        let (turn, setter) = (Rc::clone(&turn), stage.setter());
        use_callback((), move |(sources, choice): (Vec<Source>, Choice), ()| {
            turn.set(turn.get() + 1);
            if sources.is_empty() {
                setter.set(Stage::Idle);
                return;
            }
            let own = turn.get();
            let (turn, setter) = (Rc::clone(&turn), setter.clone());
            let alive = move || turn.get() == own;
            yew::platform::spawn_local(async move {
                let told = {
                    let (alive, setter) = (alive.clone(), setter.clone());
                    move |stage| {
                        if alive() {
                            setter.set(stage);
                        }
                    }
                };
                let last = run(sources, choice, &alive, &told).await;
                told(last);
            });
        })
    };
    let cancel = {
        let setter = stage.setter();
        use_callback((), move |(), ()| {
            turn.set(turn.get() + 1);
            setter.set(Stage::Cancelled);
        })
    };
    Importing { stage: (*stage).clone(), start, cancel }
}

/// Reads sources without saying how far it is; `None` if they cannot be read.
pub async fn read_again(sources: Vec<Source>, choice: Choice) -> Option<Rc<Reading>> {
    match run(sources, choice, &|| true, &|_| ()).await {
        Stage::Done(reading) => Some(reading),
        Stage::Idle
        | Stage::Reading(..)
        | Stage::Cancelled
        | Stage::Unreadable(_)
        | Stage::Refused(_) => None,
    }
}

/// Reads all sources and returns the result.
async fn run(
    sources: Vec<Source>,
    choice: Choice,
    alive: &impl Fn() -> bool,
    told: &impl Fn(Stage),
) -> Stage {
    let size = |source: &Source| match source {
        Source::Pasted(text) => text.content.len(),
        Source::File(file) => file.size(),
    };
    let all = sources.iter().map(size).fold(0, usize::saturating_add);
    if all > MOST_BYTES {
        let largest = sources.iter().max_by_key(|source| size(source));
        let name = largest.map(name).unwrap_or_default();
        return Stage::Refused(too_large(&name, all));
    }
    // Reading the files counts as half of the progress, parsing as the other half.
    let mut texts = Vec::with_capacity(sources.len());
    let mut before = 0;
    for source in sources {
        match source {
            Source::Pasted(text) => texts.push(text),
            Source::File(file) => {
                let name = file.name();
                let mut bytes = Vec::with_capacity(file.size());
                while bytes.len() < file.size() {
                    told(Stage::Reading((before + bytes.len()) / 2, all));
                    match file.slice(bytes.len()).await {
                        Some(slice) if !slice.is_empty() => bytes.extend(slice),
                        Some(_) | None => return Stage::Unreadable(name),
                    }
                    if !alive() {
                        return Stage::Cancelled;
                    }
                }
                before += bytes.len();
                match decode(bytes) {
                    Some(content) => texts.push(Text { name, content }),
                    None => return Stage::Refused(not_text(&name)),
                }
            }
        }
    }
    let mut import = Import::choosing(texts, choice);
    loop {
        if let Some(reading) = platform::slice(&mut || import.step()) {
            return Stage::Done(Rc::new(reading));
        }
        let (done, of) = import.progress();
        told(Stage::Reading((all + done.min(of)) / 2, all));
        platform::breathe().await;
        if !alive() {
            return Stage::Cancelled;
        }
    }
}

fn name(source: &Source) -> String {
    match source {
        Source::Pasted(text) => text.name.clone(),
        Source::File(file) => file.name(),
    }
}
