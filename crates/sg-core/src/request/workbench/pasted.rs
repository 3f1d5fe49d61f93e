//! Reads what people paste: a string to sign, a canonical request, or the error that repeats them.

use serde_json::Value;

use crate::request::signature::v3;

/// What a pasted text contains. Either part is empty if it is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pasted {
    pub(super) string_to_sign: String,
    pub(super) canonical_request: String,
}

/// The text before the string to sign in the message of version 1.0.
const STRING_V1: &str = "server string to sign is:";
/// The text before the string to sign in the message of version 3.
const STRING_V3: &str = "server StringToSign is [";
/// The text before the canonical request in the message of version 3.
const REQUEST_V3: &str = "server CanonicalRequest is [";

impl Pasted {
    /// Reads a string to sign or a canonical request, the message of an error that repeats them
    /// (`Assumption::WrongSecretInParameters`, `Assumption::WrongSecretInHeaders`), or its whole
    /// body in JSON or XML.
    pub(super) fn read(pasted: &str) -> Self {
        let pasted = pasted.trim();
        let message = match serde_json::from_str::<Value>(pasted) {
            Ok(body) => body.get("Message").and_then(Value::as_str).map(str::to_owned),
            Err(_) => xml_message(pasted),
        };
        let message = lines(message.as_deref().unwrap_or(pasted));
        if let Some((_, rest)) = message.split_once(STRING_V3) {
            // A query has no brackets, but a header may; the last one ends the canonical request.
            let (string, rest) = rest.split_once(']').unwrap_or((rest, ""));
            let request = rest.split_once(REQUEST_V3).map_or("", |(_, request)| request);
            let request = request.rsplit_once(']').map_or(request, |(request, _)| request);
            let canonical_request = request.to_owned();
            return Self { string_to_sign: string.trim().to_owned(), canonical_request };
        }
        let text = message.split_once(STRING_V1).map_or(message.as_str(), |(_, text)| text);
        let text = text.trim().trim_matches(['"', '\'', '`']);
        if is_canonical_request(text) {
            let string_to_sign = v3::string_to_sign(text);
            return Self { string_to_sign, canonical_request: text.to_owned() };
        }
        Self { string_to_sign: text.to_owned(), canonical_request: String::new() }
    }
}

/// The text with its line ends as line feeds. Logs write a line feed as two characters; that is
/// undone only where there is no other line end, and neither kind of string holds a backslash
/// otherwise.
fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    if text.contains('\n') { text } else { text.replace("\\n", "\n") }
}

/// Whether a text is a canonical request: the method, the path, and at least four lines more.
fn is_canonical_request(text: &str) -> bool {
    let mut lines = text.lines();
    let method = lines.next().is_some_and(|line| matches!(line, "GET" | "POST"));
    method && lines.next().is_some_and(|line| line.starts_with('/')) && lines.count() >= 4
}

fn xml_message(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("<Message>")?;
    let (message, _) = rest.split_once("</Message>")?;
    let entities =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    Some(entities.iter().fold(message.to_owned(), |text, (name, c)| text.replace(name, c)))
}
