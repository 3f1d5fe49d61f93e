//! The id of a lesson, made of its title.

use crate::lesson::Draft;
use crate::lesson::course::IDS;

/// The most characters that are taken from a title.
const MOST: usize = 40;

impl Draft {
    /// The id: the one under which the lesson has been given away, or one that says the title.
    pub fn id(&self) -> String {
        if !self.id.is_empty() {
            return self.id.clone();
        }
        let english = self.title.en.as_deref().unwrap_or_default();
        let chinese = self.title.zh.as_deref().unwrap_or_default();
        let id = match (slug(english), chinese.trim()) {
            (id, _) if !id.is_empty() => id,
            (_, "") => "my-lesson".to_owned(),
            // No spelling in the letters of ids is the author's own, so it is a number.
            (_, chinese) => format!("lesson-{:08x}", fingerprint(chinese)),
        };
        free_id(&id, |id| IDS.contains(&id))
    }

    /// The same draft, whose id no longer follows the title: links and results name it.
    #[must_use]
    pub fn given_away(&self) -> Self {
        Self { id: self.id(), ..self.clone() }
    }
}

/// The id, or the first one that is not taken of it and numbers.
pub fn free_id(id: &str, taken: impl Fn(&str) -> bool) -> String {
    if !taken(id) {
        return id.to_owned();
    }
    let numbered = (2_u32..).map(|number| format!("{id}-{number}"));
    numbered.into_iter().find(|id| !taken(id)).unwrap_or_default()
}

/// The letters and digits of a title as an id.
fn slug(title: &str) -> String {
    let lower = title.to_ascii_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut id = String::new();
    for word in words {
        let word: String = word.chars().take(MOST).collect();
        if !id.is_empty() && id.len() + word.len() >= MOST {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(&word);
    }
    id
}

/// A number that two different titles hardly share (FNV-1a).
fn fingerprint(title: &str) -> u32 {
    title.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
