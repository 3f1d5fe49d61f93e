//! Lines around documents: prompts, commands, headings, and what a person wrote between replies.
//!
//! A transcript is read for its replies. Its other lines are named once for the whole text, unless
//! they are commands, code fences or punctuation, or say that a call failed.

use crate::language::Text;

use super::message::Message;
use super::text;

/// Where a document opens in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Opening {
    /// The offset in the line.
    pub(super) at: usize,
    pub(super) is_xml: bool,
}

/// A remark and the byte offset of what it concerns.
pub(super) type Remark = (usize, Message);

/// The most failed calls that are named.
const MOST_FAILURES: usize = 20;

/// The lines of a text that are no part of a document.
#[derive(Debug, Default)]
pub(super) struct Prose {
    /// The first line of all.
    any: Option<usize>,
    /// The first line that says something, and how many do.
    first: Option<(usize, Text)>,
    lines: usize,
    failures: Vec<Remark>,
}

impl Prose {
    pub(super) const fn is_empty(&self) -> bool {
        self.any.is_none()
    }

    /// Adds a line that starts at a byte offset.
    pub(super) fn add(&mut self, at: usize, line: &str) {
        let line = line.trim();
        self.any = self.any.or(Some(at));
        // The command line prints this if a call fails.
        if let Some(code) = line.strip_prefix("ErrorCode:") {
            if self.failures.len() < MOST_FAILURES {
                let said = Message::plain(text::ERROR_REPLY).with("code", code.trim());
                self.failures.push((at, said));
            }
            return;
        }
        let silent = line.starts_with("```")
            || line.starts_with("~~~")
            || line.ends_with(['$', '#', '%', '>'])
            || line.contains("aliyun ")
            || line.contains("terraform show")
            || line.chars().all(|c| c.is_ascii_punctuation() || c.is_whitespace());
        if !silent {
            self.lines += 1;
            self.first = self.first.or(Some((at, neither(line))));
        }
    }

    /// What to say about the lines, given whether the text holds documents as well.
    pub(super) fn remarks(&self, has_documents: bool) -> Vec<Remark> {
        let first = self.first.map(|(at, kind)| {
            let said = if has_documents && kind == text::NEITHER {
                Message::plain(text::BETWEEN).with("count", self.lines)
            } else {
                Message::plain(kind)
            };
            (at, said)
        });
        // A text without any document is named, whatever its lines are.
        let none = self.any.filter(|_| !has_documents && self.failures.is_empty());
        let first = first.or_else(|| Some((none?, text::NEITHER.into())));
        first.into_iter().chain(self.failures.iter().cloned()).collect()
    }
}

/// What to say of a line in a text without documents.
fn neither(line: &str) -> Text {
    let word = line.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    match word {
        "resource" | "provider" | "terraform" | "module" | "data" => text::TERRAFORM_SOURCE,
        _ => text::NEITHER,
    }
}

/// Where a document opens in a line, which is the start of `rest`: at its start; or behind words
/// such as `ok: [host] => {` or `response: {"RequestId": …`.
pub(super) fn opening(rest: &str, line: &str) -> Option<Opening> {
    if rest.starts_with(['{', '[', '<']) && opens(rest) {
        return Some(Opening { at: 0, is_xml: rest.starts_with('<') });
    }
    // The parameters of a command can be JSON too.
    if ["aliyun ", "curl "].iter().any(|command| line.contains(command)) {
        return None;
    }
    let end = line.trim_end();
    let behind = ["=> {", "=> [", ": {", ": ["].iter().find(|words| end.ends_with(**words));
    let at = behind.map(|_| end.len() - 1).or_else(|| {
        let found = ["{\"", "{'", "[{"].iter().filter_map(|start| line.find(start)).min();
        found.filter(|at| *at > 0)
    })?;
    Some(Opening { at, is_xml: false })
}

/// Whether a bracket opens a document, unlike that of a prompt, `[root@host ~]#`, or of a tag in
/// Markdown, `<details>`.
fn opens(rest: &str) -> bool {
    let (first, behind) = rest.split_at_checked(1).unwrap_or((rest, ""));
    let behind = if first == "<" { behind.strip_prefix('/').unwrap_or(behind) } else { behind };
    let word_end = behind.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(behind.len());
    let word = behind.get(..word_end).unwrap_or_default();
    match first {
        "{" => !behind.starts_with(['{', '%', '#']),
        "[" => {
            let next = behind.trim_start().chars().next();
            let values = ["true", "false", "null", "True", "False", "None", "nil"];
            match next {
                Some('{' | '[' | ']' | '"' | '\'' | '-' | '0'..='9') => true,
                Some(_) => values.contains(&word),
                None => true,
            }
        }
        _ => !HTML.contains(&word),
    }
}

/// Elements that people write in Markdown. Replies have none of them.
const HTML: [&str; 30] = [
    "a",
    "b",
    "blockquote",
    "body",
    "br",
    "code",
    "details",
    "div",
    "em",
    "h1",
    "h2",
    "h3",
    "head",
    "hr",
    "html",
    "i",
    "img",
    "kbd",
    "li",
    "ol",
    "p",
    "pre",
    "span",
    "strong",
    "summary",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];
