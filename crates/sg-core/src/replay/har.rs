//! An entry of an HTTP archive (HAR), which browsers and proxies record.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;

use super::exchange::{Body, Exchange};
use crate::gateway::Headers;
use crate::model::Timestamp;

/// An entry of `log.entries`: what of it matters here.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    #[serde(default)]
    started_date_time: String,
    request: Request,
    response: Response,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Request {
    url: String,
    #[serde(default)]
    headers: Vec<Header>,
    #[serde(default)]
    post_data: Option<PostData>,
}

#[derive(Debug, Deserialize)]
struct Header {
    name: String,
    value: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct PostData {
    #[serde(default)]
    mime_type: String,
    #[serde(default)]
    text: String,
}

#[derive(Debug, Deserialize)]
struct Response {
    status: i64,
    #[serde(default)]
    content: Content,
}

#[derive(Debug, Default, Deserialize)]
struct Content {
    #[serde(default)]
    text: String,
    #[serde(default)]
    encoding: String,
}

impl Entry {
    /// The exchange; `None` if it is not one of this API or was not answered.
    ///
    /// # Errors
    /// If the parameters of the request cannot be decoded.
    pub fn exchange(self) -> Result<Option<Exchange>, String> {
        let Self { started_date_time, request, response } = self;
        // A browser writes 0 for a request that was not answered.
        let Some(status) = u16::try_from(response.status).ok().filter(|status| *status >= 100)
        else {
            return Ok(None);
        };
        let headers: Headers = request
            .headers
            .into_iter()
            .map(|header| (header.name.to_ascii_lowercase(), header.value))
            .collect();
        let form = request.post_data.filter(|data| {
            data.mime_type.is_empty()
                || data.mime_type.to_ascii_lowercase().starts_with("application/x-www-form")
        });
        let form = form.map(|data| data.text).unwrap_or_default();
        let body = match response.content.encoding.as_str() {
            "base64" => STANDARD
                .decode(response.content.text)
                .ok()
                .and_then(|bytes| String::from_utf8(bytes).ok())
                .map_or(Body::Other, |text| Body::read(&text)),
            _ => Body::read(&response.content.text),
        };
        // Local times with an offset say nothing that the signed time does not.
        let time = Timestamp::parse(&started_date_time);
        Exchange::sent(&request.url, &headers, &form, (status, body), time)
    }
}
