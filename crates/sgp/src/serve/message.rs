//! A request off the wire: its head by the grammar of HTTP/1, its body by its announced length.

use std::io::{self, Read, Write};

use sg_core::gateway::{Headers, MAX_BODY_BYTES};

/// A request in its parts.
pub(super) struct Message {
    pub(super) method: String,
    pub(super) query: String,
    pub(super) headers: Headers,
    pub(super) body: Vec<u8>,
}

/// The longest request line and headers together: a query may hold all that a body may.
const MAX_HEAD_BYTES: usize = MAX_BODY_BYTES + 65_536;

/// The most headers of a request; client libraries send fewer than twenty.
const MAX_HEADERS: usize = 100;

/// Reads a request; none when it is no request, too long, or cut short.
///
/// # Errors
/// What the connection reports.
pub(super) fn receive(client: &mut (impl Read + Write)) -> io::Result<Option<Message>> {
    let Some((head, mut body)) = read_head(client)? else { return Ok(None) };
    let Some((method, query, headers)) = parse_head(&head) else { return Ok(None) };
    let length = headers.get("content-length").map_or(Ok(0), |text| text.trim().parse::<usize>());
    let Some(length) = length.ok().filter(|length| *length <= MAX_BODY_BYTES) else {
        return Ok(None);
    };
    if headers.contains_key("transfer-encoding") || body.len() > length {
        return Ok(None);
    }
    if headers.get("expect").is_some_and(|text| text.eq_ignore_ascii_case("100-continue")) {
        client.write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?;
    }
    let missing = (length - body.len()) as u64;
    client.take(missing).read_to_end(&mut body)?;
    Ok((body.len() == length).then_some(Message { method, query, headers, body }))
}

/// Reads up to the empty line; returns what stands before it, itself included, and what has come
/// behind it.
fn read_head(client: &mut impl Read) -> io::Result<Option<(Vec<u8>, Vec<u8>)>> {
    const END: &[u8] = b"\r\n\r\n";
    let (mut head, mut chunk) = (Vec::new(), [0; 8_192]);
    loop {
        let count = client.read(&mut chunk)?;
        let searched = head.len().saturating_sub(END.len() - 1);
        head.extend_from_slice(chunk.get(..count).unwrap_or_default());
        let unsearched = head.get(searched..).unwrap_or_default();
        if let Some(place) = unsearched.windows(END.len()).position(|window| window == END) {
            let body = head.split_off(searched + place + END.len());
            return Ok(Some((head, body)));
        }
        if count == 0 || head.len() > MAX_HEAD_BYTES {
            return Ok(None);
        }
    }
}

/// Method, query and headers. A header that comes twice has both values, with a comma between.
fn parse_head(head: &[u8]) -> Option<(String, String, Headers)> {
    let mut slots = [httparse::EMPTY_HEADER; MAX_HEADERS];
    let mut request = httparse::Request::new(&mut slots);
    if !request.parse(head).ok()?.is_complete() {
        return None;
    }
    let (method, target) = (request.method?.to_owned(), request.path?);
    let query = target.split_once('?').map_or("", |(_, query)| query).to_owned();
    let mut headers = Headers::new();
    for header in request.headers.iter() {
        let value = std::str::from_utf8(header.value).ok()?.trim();
        headers
            .entry(header.name.to_ascii_lowercase())
            .and_modify(|own| *own = format!("{own}, {value}"))
            .or_insert_with(|| value.to_owned());
    }
    Some((method, query, headers))
}
