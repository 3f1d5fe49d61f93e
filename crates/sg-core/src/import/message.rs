//! A sentence about an import: a text of the catalogue with its values, said in either language.

use crate::language::{Language, Text};

/// A sentence with its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    text: Text,
    values: Vec<(&'static str, Value)>,
}

/// A value of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Value {
    /// The same in both languages: an id, a number, what somebody wrote.
    Word(String),
    /// Words of ours.
    Text(Text),
    /// A sentence in the sentence.
    Message(Box<Message>),
}

/// The longest value that is repeated in a sentence, in characters.
const LONGEST_VALUE: usize = 80;

impl Message {
    /// A sentence without values.
    pub(super) const fn plain(text: Text) -> Self {
        Self { text, values: Vec::new() }
    }

    /// The sentence with one more value; a long one is cut.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "texts, ids and numbers are handed over as they are"
    )]
    pub(super) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        let mut value = value.to_string();
        if let Some((end, _)) = value.char_indices().nth(LONGEST_VALUE) {
            value.truncate(end);
            value.push('…');
        }
        self.values.push((name, Value::Word(value)));
        self
    }

    /// The sentence with words of the catalogue in one of its places.
    pub(super) fn translated(mut self, name: &'static str, text: Text) -> Self {
        self.values.push((name, Value::Text(text)));
        self
    }

    /// The sentence with another one in one of its places.
    pub(super) fn because(mut self, name: &'static str, said: Self) -> Self {
        self.values.push((name, Value::Message(Box::new(said))));
        self
    }

    /// Whether the sentence has words of the catalogue in a place.
    pub(super) fn is_about(&self, text: Text) -> bool {
        self.values.iter().any(|(_, value)| *value == Value::Text(text))
    }

    /// The text without its values, by which kinds of sentences are told apart.
    pub const fn text(&self) -> Text {
        self.text
    }

    /// The sentence in a language.
    pub fn say(&self, language: Language) -> String {
        let words = |value: &Value| match value {
            Value::Word(word) => word.clone(),
            Value::Text(text) => text.get(language).to_owned(),
            Value::Message(said) => said.say(language),
        };
        let values: Vec<(&str, String)> =
            self.values.iter().map(|(name, value)| (*name, words(value))).collect();
        let values: Vec<(&str, &str)> =
            values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.text.fill(language, &values)
    }
}

impl From<Text> for Message {
    fn from(text: Text) -> Self {
        Self::plain(text)
    }
}
