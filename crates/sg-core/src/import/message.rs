//! A message about an import: a catalogue text with its values, in either language.

use crate::language::{Language, Text};

/// A message with its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    text: Text,
    values: Vec<(&'static str, Value)>,
}

/// A value of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Value {
    /// The same in both languages: an ID, a number, user text.
    Word(String),
    /// A catalogue text.
    Text(Text),
    /// Another message.
    Message(Box<Message>),
}

/// The maximum number of characters of a value that a message repeats.
const LONGEST_VALUE: usize = 80;

impl Message {
    /// A message without values.
    pub(super) const fn plain(text: Text) -> Self {
        Self { text, values: Vec::new() }
    }

    /// Adds a value to the message; long values are truncated.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "callers pass texts, IDs and numbers directly"
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

    /// Adds a value that is repeated whole, such as a command to copy.
    pub(super) fn exactly(mut self, name: &'static str, value: String) -> Self {
        self.values.push((name, Value::Word(value)));
        self
    }

    /// Adds a catalogue text as a value.
    pub(super) fn translated(mut self, name: &'static str, text: Text) -> Self {
        self.values.push((name, Value::Text(text)));
        self
    }

    /// Adds another message as a value.
    pub(super) fn because(mut self, name: &'static str, said: Self) -> Self {
        self.values.push((name, Value::Message(Box::new(said))));
        self
    }

    /// Whether one of the values is this catalogue text.
    pub(super) fn is_about(&self, text: Text) -> bool {
        self.values.iter().any(|(_, value)| *value == Value::Text(text))
    }

    /// The text without its values, which identifies the kind of message.
    pub const fn text(&self) -> Text {
        self.text
    }

    /// The message in a language.
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
