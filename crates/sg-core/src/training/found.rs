//! Finds result codes in pasted text, such as messages of a chat or an e-mail.

use super::result::{ResultError, Results};
use crate::share::LinkError;

/// The beginning of a code within a link.
const MARK: &str = "result/v";

/// The maximum number of codes read from one text.
const MOST: usize = 500;

/// The most lines into which a code may be broken.
const MOST_LINES: usize = 1_000;

/// The most places at which a broken code is tried to end.
const MOST_ENDS: usize = 40;

/// A code in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The first characters of the code, to recognise it by.
    pub code: String,
    /// What it says, or what is wrong with it.
    pub results: Result<Results, ResultError>,
}

/// All codes of a text, in order, each once. Anything around them is ignored. A code that was broken
/// into several lines is put together again.
pub fn found(text: &str) -> Vec<Found> {
    let plain = text.replace("%2F", "/").replace("%2f", "/");
    let mut all: Vec<Found> = Vec::new();
    for (place, _) in plain.match_indices(MARK).take(MOST) {
        let Some(rest) = plain.get(place + MARK.len() - 1..) else { continue };
        let one = one(rest);
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}

fn one(rest: &str) -> Found {
    let first: String = rest.chars().take_while(|c| is_of_a_code(*c)).collect();
    let results = Results::read(&first);
    let code: String = first.chars().take(24).collect();
    let broken = |error: &ResultError| {
        matches!(error, ResultError::Code(LinkError::Cut | LinkError::Damaged))
    };
    if !results.as_ref().is_err_and(broken) {
        return Found { code, results };
    }
    match broken_into_lines(rest) {
        Some(whole) => Found { code, results: Ok(whole) },
        None => Found { code, results },
    }
}

/// A code that was broken into lines of one width, the last of which may be shorter. Only where the
/// width changes can it end, so that little is tried.
fn broken_into_lines(rest: &str) -> Option<Results> {
    let piece = |line: &str| -> String {
        let quoted = line.trim().trim_start_matches('>').trim();
        quoted.chars().take_while(|c| is_of_a_code(*c)).collect()
    };
    let lines = rest.lines().take(MOST_LINES).map(piece);
    let mut pieces = lines.take_while(|piece| !piece.is_empty()).peekable();
    let (mut whole, mut tries) = (String::new(), 0);
    while let Some(piece) = pieces.next() {
        whole.push_str(&piece);
        if pieces.peek().is_some_and(|next| next.len() == piece.len()) {
            continue;
        }
        if let Ok(results) = Results::read(&whole) {
            return Some(results);
        }
        tries += 1;
        if tries == MOST_ENDS {
            return None;
        }
    }
    None
}

const fn is_of_a_code(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/')
}
