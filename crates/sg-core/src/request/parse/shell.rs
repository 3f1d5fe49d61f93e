//! Splits one plain POSIX shell command into words. Nothing is executed or expanded.

use super::error::{Fault, ParseError};
use super::whole::Whole;
use crate::quote::shell::is_plain;

/// One word, with quotes and escapes resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// The argument as the command would receive it.
    pub(super) text: String,
    /// Its start, as a byte offset in the whole text.
    pub(super) at: usize,
}

/// The words between two positions of a text.
pub(super) fn words(whole: Whole<'_>, start: usize, end: usize) -> Result<Vec<Word>, ParseError> {
    let mut lexer = Lexer { whole, place: start, end };
    let mut words = Vec::new();
    while lexer.next_word_begins()? {
        words.push(lexer.word()?);
    }
    Ok(words)
}

struct Lexer<'a> {
    whole: Whole<'a>,
    place: usize,
    end: usize,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        self.whole.slice(self.place, self.end)
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn take(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.place += c.len_utf8();
        Some(c)
    }

    fn error(&self, fault: Fault, at: usize) -> ParseError {
        self.whole.error(fault, at)
    }

    /// Consumes a line break, if there is one.
    fn take_line_break(&mut self) -> bool {
        let length = if self.rest().starts_with("\r\n") {
            2
        } else {
            usize::from(self.rest().starts_with('\n'))
        };
        self.place += length;
        length > 0
    }

    /// Advances to the next word of the command; `false` at its end.
    fn next_word_begins(&mut self) -> Result<bool, ParseError> {
        let mut ended = false;
        loop {
            let at = self.place;
            match self.peek() {
                None => return Ok(false),
                Some(' ' | '\t') => self.place += 1,
                Some('\n' | '\r') => {
                    self.place += 1;
                    ended = true;
                }
                Some('#') => {
                    let line = self.rest().split('\n').next().unwrap_or_default();
                    self.place += line.len();
                }
                Some('\\') if continues(self.rest()) => {
                    self.place += 1;
                    self.take_line_break();
                }
                Some(_) if ended => return Err(self.error(Fault::SecondCommand, at)),
                Some(_) => return Ok(true),
            }
        }
    }

    fn word(&mut self) -> Result<Word, ParseError> {
        let start = self.place;
        let mut bytes: Vec<u8> = Vec::new();
        while let Some(c) = self.peek() {
            let at = self.place;
            match c {
                ' ' | '\t' | '\n' | '\r' => break,
                '\'' => self.single(&mut bytes)?,
                '"' => self.double(&mut bytes)?,
                '\\' if continues(self.rest()) => {
                    self.place += 1;
                    self.take_line_break();
                }
                '\\' => {
                    self.place += 1;
                    let c = self.take().ok_or_else(|| self.error(Fault::TrailingBackslash, at))?;
                    push(&mut bytes, c);
                }
                '$' if self.rest().starts_with("$'") => self.ansi(&mut bytes)?,
                '$' if self.rest().starts_with("$\"") => return Err(self.substitution()),
                '$' | '`' => self.dollar(&mut bytes)?,
                '|' | ';' | '&' | '<' | '>' | '(' | ')' => {
                    return Err(self.error(Fault::Operator(c), at));
                }
                '{' => return Err(self.substitution()),
                '~' if at == start => return Err(self.substitution()),
                c if c.is_whitespace() => return Err(self.error(Fault::Space(c), at)),
                c => {
                    self.place += c.len_utf8();
                    push(&mut bytes, c);
                }
            }
        }
        let spelled = || self.whole.slice(start, self.place).to_owned();
        let text = String::from_utf8(bytes);
        let text = text.map_err(|_| self.error(Fault::NotUtf8(spelled()), start))?;
        Ok(Word { text, at: start })
    }

    fn single(&mut self, bytes: &mut Vec<u8>) -> Result<(), ParseError> {
        let at = self.place;
        self.place += 1;
        let quoted = self.rest().split_once('\'');
        let (quoted, _) = quoted.ok_or_else(|| self.error(Fault::Unclosed('\''), at))?;
        bytes.extend(quoted.bytes());
        self.place += quoted.len() + 1;
        Ok(())
    }

    fn double(&mut self, bytes: &mut Vec<u8>) -> Result<(), ParseError> {
        let at = self.place;
        self.place += 1;
        loop {
            match self.peek().ok_or_else(|| self.error(Fault::Unclosed('"'), at))? {
                '"' => {
                    self.place += 1;
                    return Ok(());
                }
                '$' if self.printed(bytes) => {}
                '$' | '`' => self.dollar(bytes)?,
                '\\' if continues(self.rest()) => {
                    self.place += 1;
                    self.take_line_break();
                }
                '\\' => {
                    self.place += 1;
                    // Before any other character, a backslash is literal.
                    match self.peek() {
                        Some(c @ ('$' | '`' | '"' | '\\')) => {
                            self.place += 1;
                            push(bytes, c);
                        }
                        _ => bytes.push(b'\\'),
                    }
                }
                c => {
                    self.place += c.len_utf8();
                    push(bytes, c);
                }
            }
        }
    }

    /// `$(printf '\342\200\213')`, the one substitution that is read, since it makes known bytes of
    /// octal numbers and plain signs: what cannot be seen is written so. False where anything else stands.
    fn printed(&mut self, bytes: &mut Vec<u8>) -> bool {
        let (before, after) = ("$(printf '", "')");
        let inside = self.rest().strip_prefix(before).and_then(|rest| rest.split_once(after));
        let Some((format, _)) = inside else { return false };
        let mut parts = format.split('\\');
        let plain = |part: &str| part.chars().all(is_plain);
        let first = parts.next().filter(|first| plain(first) && !first.starts_with('-'));
        let Some(mut made) = first.map(|first| first.as_bytes().to_vec()) else { return false };
        for part in parts {
            let Some((digits, rest)) = part.split_at_checked(3) else { return false };
            let octal = digits.bytes().all(|digit| digit.is_ascii_digit());
            let number = u8::from_str_radix(digits, 8).ok().filter(|byte| octal && *byte != 0);
            let Some(byte) = number.filter(|_| plain(rest)) else { return false };
            made.push(byte);
            made.extend(rest.bytes());
        }
        // A shell drops the line feeds at the end of what a command prints.
        while made.last() == Some(&b'\n') {
            made.pop();
        }
        bytes.extend(made);
        self.place += before.len() + format.len() + after.len();
        true
    }

    /// A dollar sign that begins nothing is itself; anything that a shell would expand is refused.
    fn dollar(&mut self, bytes: &mut Vec<u8>) -> Result<(), ParseError> {
        let mut rest = self.rest().chars();
        let expands = |c: char| c.is_ascii_alphanumeric() || "_{(@*#?$!-".contains(c);
        if rest.next() == Some('$') && !rest.next().is_some_and(expands) {
            self.place += 1;
            bytes.push(b'$');
            return Ok(());
        }
        Err(self.substitution())
    }

    /// `$'…'` as defined in POSIX.1-2024 and bash.
    fn ansi(&mut self, bytes: &mut Vec<u8>) -> Result<(), ParseError> {
        let at = self.place;
        self.place += 2;
        loop {
            let start = self.place;
            match self.take().ok_or_else(|| self.error(Fault::Unclosed('\''), at))? {
                '\'' => return Ok(()),
                '\\' => {
                    let escape = self.escape(bytes);
                    let spelled = || self.whole.slice(start, self.place).to_owned();
                    escape.ok_or_else(|| self.error(Fault::Escape(spelled()), start))?;
                }
                c => push(bytes, c),
            }
        }
    }

    /// The escape after a backslash; `None` if it is invalid.
    fn escape(&mut self, bytes: &mut Vec<u8>) -> Option<()> {
        let c = self.take()?;
        let byte = match c {
            'a' => 7,
            'b' => 8,
            't' => 9,
            'n' => 10,
            'v' => 11,
            'f' => 12,
            'r' => 13,
            'e' | 'E' => 27,
            '\\' | '\'' | '"' | '?' => u8::try_from(c).ok()?,
            '0'..='7' => {
                self.place -= 1;
                u8::try_from(self.digits(8, 3)?).ok()?
            }
            'x' => u8::try_from(self.digits(16, 2)?).ok()?,
            'u' | 'U' => {
                let most = if c == 'u' { 4 } else { 8 };
                let named = char::from_u32(self.digits(16, most)?).filter(|c| *c != '\0')?;
                push(bytes, named);
                return Some(());
            }
            _ => return None,
        };
        // A shell ends the word at a NUL and drops the rest.
        (byte != 0).then(|| bytes.push(byte))
    }

    /// The value of the following digits, at most `most` of them.
    fn digits(&mut self, radix: u32, most: usize) -> Option<u32> {
        let rest = self.rest().chars().take(most);
        let count = rest.take_while(|c| c.is_digit(radix)).count();
        let number = u32::from_str_radix(self.rest().get(..count)?, radix).ok()?;
        self.place += count;
        Some(number)
    }

    fn substitution(&self) -> ParseError {
        let end = |c: char| c.is_whitespace() || matches!(c, '"' | '\'');
        let spelled = self.rest().split(end).next().unwrap_or_default();
        // `$"` and similar end at once.
        let spelled = if spelled.len() < 2 {
            self.rest().chars().take(2).collect()
        } else {
            spelled.to_owned()
        };
        self.error(Fault::Substitution(spelled), self.place)
    }
}

/// Whether a backslash here continues the line.
fn continues(rest: &str) -> bool {
    rest.starts_with("\\\n") || rest.starts_with("\\\r\n")
}

fn push(bytes: &mut Vec<u8>, c: char) {
    bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}
