//! A call as a shell script that signs with `openssl` and sends with `curl`.

use super::surroundings::{KEY_ID, KEY_SECRET, host};
use super::unfit::Unfit;
use crate::emulator::Call;
use crate::quote::shell::quote;
use crate::request::VERSION;
use crate::request::canonical::canonical_query;
use crate::request::signature::v3::{ALGORITHM, hashed_body};

/// The script for a POSIX shell: a GET request with the signature in its headers (version 3),
/// signed anew on every run.
///
/// Every parameter is percent-encoded, so the query contains only letters, digits and `-_.~%=&` and
/// is safe between double quotes.
pub(super) fn script(call: &Call) -> Result<String, Unfit> {
    let (action, host) = (call.action.as_str(), quote(&host(call)));
    let query = quote_query(&canonical_query(call.params.iter()));
    let mark = if call.params.is_empty() { "" } else { "?" };
    let body = hashed_body(b"");
    Ok(format!(
        "host={host}
query={query}
body={body}
date=$(date -u +%Y-%m-%dT%H:%M:%SZ)
nonce=$(openssl rand -hex 16)
signed='host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version'
canonical=\"GET
/
$query
host:$host
x-acs-action:{action}
x-acs-content-sha256:$body
x-acs-date:$date
x-acs-signature-nonce:$nonce
x-acs-version:{VERSION}

$signed
$body\"
hash=$(printf %s \"$canonical\" | openssl dgst -sha256 -r | cut -d ' ' -f 1)
signature=$(printf '{ALGORITHM}\\n%s' \"$hash\" |
  openssl dgst -sha256 -hmac \"${KEY_SECRET}\" -r | cut -d ' ' -f 1)
curl -sS \"https://$host/{mark}$query\" \\
  -H 'x-acs-action: {action}' \\
  -H 'x-acs-version: {VERSION}' \\
  -H \"x-acs-date: $date\" \\
  -H \"x-acs-signature-nonce: $nonce\" \\
  -H \"x-acs-content-sha256: $body\" \\
  -H \"Authorization: {ALGORITHM} Credential=${KEY_ID},SignedHeaders=$signed,Signature=$signature\"
"
    ))
}

fn quote_query(query: &str) -> String {
    format!("'{query}'")
}
