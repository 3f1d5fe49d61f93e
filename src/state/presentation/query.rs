//! Formats a presentation as a query.

use crate::state::presentation::{Lock, Part, Presentation};

impl Presentation {
    /// The query with its `?`, or an empty text for the defaults. [`parse`](Self::parse) reads it
    /// back to the same presentation; ignored values are not written.
    pub fn query(&self) -> String {
        let usual: &[Part] = if self.embed { &Part::EMBEDDED } else { &Part::ALL };
        let mut pairs = Vec::new();
        if self.embed {
            pairs.push("embed=1".to_owned());
        }
        if !self.panes.iter().eq(usual) {
            pairs.push(format!("panes={}", list(self.panes.iter().map(|part| part.word()))));
        }
        // The word for all locks also covers locks added in the future.
        if self.locks.len() == Lock::ALL.len() {
            pairs.push("lock=all".to_owned());
        } else if !self.locks.is_empty() {
            pairs.push(format!("lock={}", list(self.locks.iter().map(|lock| lock.word()))));
        }
        pairs.extend(self.language.map(|language| format!("lang={}", language.short())));
        pairs.extend(self.theme.and_then(|own| Some(format!("theme={}", own.word()?))));
        pairs.extend(self.present.then(|| "present=1".to_owned()));
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }
}

fn list<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(",")
}
