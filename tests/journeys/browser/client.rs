//! Connects `thirtyfour` to the driver through `ureq`, which the tests already use. The library's
//! own client would add thirty crates and an async runtime.

use std::sync::Arc;
use std::time::Duration;

use thirtyfour::error::{WebDriverError, WebDriverResult};
use thirtyfour::session::http::{Body, HttpClient};
use ureq::Agent;
use ureq::http::{Request, Response};

/// The client. It blocks its thread, which runs nothing else.
pub(crate) struct Client(Agent);

impl Default for Client {
    fn default() -> Self {
        // A system proxy must not intercept the connection to the driver.
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(60)))
            .proxy(None);
        Self(config.build().into())
    }
}

#[async_trait::async_trait]
impl HttpClient for Client {
    async fn send(&self, request: Request<Body<'_>>) -> WebDriverResult<Response<bytes::Bytes>> {
        let (parts, body) = request.into_parts();
        let sent = match body {
            Body::Empty => self.0.run(Request::from_parts(parts, ())),
            Body::Json(value) => self.0.run(Request::from_parts(parts, value.to_string())),
        };
        let failed = |error: ureq::Error| WebDriverError::RequestFailed(error.to_string());
        let (parts, mut body) = sent.map_err(failed)?.into_parts();
        // Screenshots are large.
        let bytes = body.with_config().limit(1 << 26).read_to_vec().map_err(failed)?;
        Ok(Response::from_parts(parts, bytes.into()))
    }

    async fn new(&self) -> Arc<dyn HttpClient> {
        Arc::new(Self::default())
    }
}
