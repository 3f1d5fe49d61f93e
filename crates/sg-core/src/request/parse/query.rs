//! Parses request URLs and form bodies.

use std::collections::BTreeSet;

use percent_encoding::percent_decode_str;

use super::error::{Fault, ParseError};
use super::parsed::{MAX_PARAMETERS, Parsed, Reason, SetAside, Written};
use super::whole::Whole;
use crate::emulator::{Action, Call, Params, not_emulated};
use crate::request::VERSION;
use crate::request::common_parameters::{is_common, is_signing};

/// Parses a URL or form that begins at `start` of the whole text.
pub(super) fn read(whole: Whole<'_>, start: usize, body: &str) -> Result<Parsed, ParseError> {
    let (line, start) = request_line(body, start);
    let first = line.find(['?', '=', '&']);
    let is_url = first.is_some_and(|at| line.get(at..).is_some_and(|rest| rest.starts_with('?')));
    if !is_url {
        return match first {
            Some(_) if !line.contains("://") => {
                Pairs::new(whole).read(start, line, Written::Form, None)
            }
            // A URL without a query has no operation.
            _ if line.contains("://") && !line.contains(char::is_whitespace) => {
                Err(whole.error(Fault::NoAction, start + line.len()))
            }
            _ => Err(whole.error(Fault::Unrecognised, start)),
        };
    }
    let (before, query) = line.split_once('?').unwrap_or((line, ""));
    let host = host(whole, start, before)?;
    let mut pairs = Pairs::new(whole);
    let sent = match query.split_once('#') {
        Some((sent, _)) => {
            pairs.set_aside.push(SetAside { name: "#".to_owned(), reason: Reason::Fragment });
            sent
        }
        None => query,
    };
    pairs.read(start + before.len() + 1, sent, Written::Url, host)
}

/// Strips the method and HTTP version of a request line.
fn request_line(body: &str, start: usize) -> (&str, usize) {
    let method = ["GET ", "POST "].into_iter().find(|method| body.starts_with(method));
    let Some(method) = method else { return (body, start) };
    let target = body.get(method.len()..).unwrap_or_default();
    let target = target.split_once(" HTTP/").map_or(target, |(target, _)| target);
    (target, start + method.len())
}

/// The host before a query. It counts as a host only with a scheme or a dot.
fn host(whole: Whole<'_>, start: usize, before: &str) -> Result<Option<String>, ParseError> {
    let (scheme, rest) = match before.split_once("://") {
        Some((scheme, rest)) => (scheme, rest),
        None => ("", before),
    };
    // The documentation prints sample requests with `http(s)`.
    if !["", "http", "https", "http(s)"].contains(&scheme.to_ascii_lowercase().as_str()) {
        return Err(whole.error(Fault::Scheme(scheme.to_owned()), start));
    }
    let (host, path) =
        rest.split_at_checked(rest.find('/').unwrap_or(rest.len())).unwrap_or((rest, ""));
    if !matches!(path, "" | "/") {
        let at = start + before.len() - path.len();
        return Err(whole.error(Fault::Path(path.to_owned()), at));
    }
    let plain = |c: char| c.is_ascii_alphanumeric() || ".-:".contains(c);
    if scheme.is_empty() && host.contains(char::is_whitespace) {
        return Err(whole.error(Fault::Unrecognised, start));
    }
    Ok(Some(host.to_owned()).filter(|host| !host.is_empty() && host.chars().all(plain)))
}

/// Collects pairs into a call.
struct Pairs<'a> {
    whole: Whole<'a>,
    action: Option<Action>,
    params: Params,
    seen: BTreeSet<String>,
    set_aside: Vec<SetAside>,
}

impl<'a> Pairs<'a> {
    fn new(whole: Whole<'a>) -> Self {
        let (params, seen, set_aside) = (Params::new(), BTreeSet::new(), Vec::new());
        Self { whole, action: None, params, seen, set_aside }
    }

    fn read(
        mut self,
        start: usize,
        query: &str,
        written: Written,
        host: Option<String>,
    ) -> Result<Parsed, ParseError> {
        let mut at = start;
        for (count, pair) in query.split('&').enumerate() {
            if count > MAX_PARAMETERS {
                return Err(self.whole.error(Fault::TooMany, at));
            }
            // Sample requests contain line breaks between parameters.
            let ragged = pair.trim_start_matches([' ', '\t', '\r', '\n']);
            let own = at + pair.len() - ragged.len();
            self.pair(own, ragged.trim_end_matches([' ', '\t', '\r', '\n']))?;
            at += pair.len() + 1;
        }
        let missing = || self.whole.error(Fault::NoAction, start);
        let call = Call { action: self.action.ok_or_else(missing)?, params: self.params };
        Ok(Parsed { call, written, host, set_aside: self.set_aside })
    }

    fn pair(&mut self, at: usize, pair: &str) -> Result<(), ParseError> {
        if pair.is_empty() {
            return Ok(());
        }
        if is_placeholder(pair) {
            self.put_aside(pair.to_owned(), Reason::Placeholder);
            return Ok(());
        }
        if let Some((place, c)) = pair.char_indices().find(|(_, c)| c.is_whitespace()) {
            let c = if c.is_ascii() { ' ' } else { c };
            return Err(self.whole.error(Fault::Space(c), at + place));
        }
        let (raw_name, raw_value) = pair.split_once('=').unwrap_or((pair, ""));
        let name = decode(self.whole, at, raw_name)?;
        let value_at = at + raw_name.len() + 1;
        let value = decode(self.whole, value_at, raw_value)?;
        check_name(self.whole, at, &name)?;
        if !self.seen.insert(name.clone()) {
            return Err(self.whole.error(Fault::Repeated(name), at));
        }
        match name.as_str() {
            "Action" => self.action = Some(action(self.whole, value_at, &value)?),
            "Version" if value != VERSION => {
                return Err(self.whole.error(Fault::Version(value), value_at));
            }
            _ if is_signing(&name) => self.put_aside(name, Reason::Signing),
            _ if is_common(&name) => self.put_aside(name, Reason::Common),
            _ => self.params.set(name, value),
        }
        Ok(())
    }

    fn put_aside(&mut self, name: String, reason: Reason) {
        self.set_aside.push(SetAside { name, reason });
    }
}

/// Whether this is `<Common request parameters>` or `<公共请求参数>`, in any of the bracket styles the
/// pages use.
fn is_placeholder(pair: &str) -> bool {
    let inside =
        pair.strip_prefix(['<', '[', '＜']).and_then(|pair| pair.strip_suffix(['>', ']', '＞']));
    inside.is_some_and(|inside| !inside.contains('='))
}

/// Decodes a name or value. A plus sign is a space, as in forms.
fn decode(whole: Whole<'_>, at: usize, text: &str) -> Result<String, ParseError> {
    for (place, _) in text.match_indices('%') {
        let mut digits = text.get(place + 1..).unwrap_or_default().chars();
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_hexdigit());
        if !digit(digits.next()) || !digit(digits.next()) {
            let spelled = text.get(place..).unwrap_or_default().chars().take(3).collect();
            return Err(whole.error(Fault::Percent(spelled), at + place));
        }
    }
    let spaced = text.replace('+', " ");
    let decoded = percent_decode_str(&spaced).decode_utf8().map(|text| text.into_owned());
    decoded.map_err(|_| whole.error(Fault::NotUtf8(text.to_owned()), at))
}

/// Rejects text that cannot be a parameter name.
pub(super) fn check_name(whole: Whole<'_>, at: usize, name: &str) -> Result<(), ParseError> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'_';
    if name.is_empty() || !name.bytes().all(plain) {
        return Err(whole.error(Fault::Name(name.to_owned()), at));
    }
    Ok(())
}

/// Looks up an operation. The error suggests the operation with the same letters, if any, and tells
/// an operation that is not emulated from one that does not exist (`Assumption::NotEmulated`).
pub(super) fn action(whole: Whole<'_>, at: usize, name: &str) -> Result<Action, ParseError> {
    let letters = |text: &str| text.replace(['-', '_'], "").to_ascii_lowercase();
    Action::parse(name).ok_or_else(|| {
        if let Some(existing) = not_emulated(name) {
            return whole.error(Fault::NotEmulated(existing), at);
        }
        let meant = Action::ALL.into_iter().find(|own| letters(own.as_str()) == letters(name));
        whole.error(Fault::UnknownAction(name.to_owned(), meant), at)
    })
}
