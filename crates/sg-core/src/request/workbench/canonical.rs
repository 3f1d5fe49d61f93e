//! Compares two canonical requests line by line.

use super::hint::{Hint, pairs_hint};

/// A line that differs, or that only one side has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineDifference {
    /// The number of the line, from 1: in the expected request, or in the pasted one if the expected
    /// one lacks it.
    pub number: usize,
    /// The expected line; `None` if there is none.
    pub expected: Option<String>,
    /// The pasted line; `None` if there is none.
    pub pasted: Option<String>,
}

/// The lines that differ, in order, and the usual cause of the first one. The lists of headers are
/// compared by name, so that one header more does not make every line after it differ.
pub(super) fn differences(expected: &str, pasted: &str) -> (Vec<LineDifference>, Hint) {
    let (own, other) = (Parts::of(expected), Parts::of(pasted));
    let mut found = Found::default();
    found.compare(&own.method, &other.method, || Hint::Method);
    found.compare(&own.path, &other.path, || Hint::Path);
    found.compare(&own.query, &other.query, || {
        pairs_hint(&pairs(own.query.text), &pairs(other.query.text))
    });
    for line in &own.headers {
        match other.headers.iter().find(|other| other.name() == line.name()) {
            Some(other) => found.compare(line, other, || Hint::HeaderValue(line.name().to_owned())),
            None => found.note(
                line.number,
                Some(line),
                None,
                Hint::HeaderMissing(line.name().to_owned()),
            ),
        }
    }
    for line in &other.headers {
        if !own.headers.iter().any(|own| own.name() == line.name()) {
            found.note(line.number, None, Some(line), Hint::HeaderExtra(line.name().to_owned()));
        }
    }
    found.compare(&own.signed_headers, &other.signed_headers, || Hint::SignedHeaders);
    found.compare(&own.hash, &other.hash, || Hint::Body);
    (found.lines, found.hint.unwrap_or(Hint::Unknown))
}

#[derive(Default)]
struct Found {
    lines: Vec<LineDifference>,
    hint: Option<Hint>,
}

impl Found {
    fn compare(&mut self, own: &Line<'_>, other: &Line<'_>, hint: impl FnOnce() -> Hint) {
        if own.text != other.text {
            self.note(own.number, Some(own), Some(other), hint());
        }
    }

    fn note(
        &mut self,
        number: usize,
        own: Option<&Line<'_>>,
        other: Option<&Line<'_>>,
        hint: Hint,
    ) {
        let text = |line: Option<&Line<'_>>| line.map(|line| line.text.to_owned());
        self.lines.push(LineDifference { number, expected: text(own), pasted: text(other) });
        self.hint.get_or_insert(hint);
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct Line<'a> {
    number: usize,
    text: &'a str,
}

impl<'a> Line<'a> {
    /// The name of a header.
    fn name(&self) -> &'a str {
        self.text.split_once(':').map_or(self.text, |(name, _)| name)
    }
}

struct Parts<'a> {
    method: Line<'a>,
    path: Line<'a>,
    query: Line<'a>,
    headers: Vec<Line<'a>>,
    signed_headers: Line<'a>,
    hash: Line<'a>,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Self {
        let mut lines =
            text.split('\n').enumerate().map(|(place, text)| Line { number: place + 1, text });
        let mut next = || lines.next().unwrap_or_default();
        let (method, path, query) = (next(), next(), next());
        let headers = lines.by_ref().take_while(|line| !line.text.is_empty()).collect();
        let mut next = || lines.next().unwrap_or_default();
        Self { method, path, query, headers, signed_headers: next(), hash: next() }
    }
}

fn pairs(query: &str) -> Vec<(String, String)> {
    let pair = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (name.to_owned(), value.to_owned())
    };
    query.split('&').filter(|text| !text.is_empty()).map(pair).collect()
}
