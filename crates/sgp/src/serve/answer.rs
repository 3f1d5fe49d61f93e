//! Converts hyper's requests for the gateway, and the gateway's answers for hyper.

use std::convert::Infallible;
use std::panic::{AssertUnwindSafe, catch_unwind};

use http_body_util::{BodyExt, Full, Limited};
use hyper::body::{Body as _, Bytes, Incoming};
use hyper::header::{CONNECTION, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use hyper::{Request, Response, StatusCode};

use sg_core::emulator::Env;
use sg_core::gateway::{self, failed_inside, undone, unreadable};
use sg_core::gateway::{Headers, HttpRequest, HttpResponse, MAX_BODY_BYTES};
use sg_core::model::Timestamp;

use super::progress::{Phase, Progress};
use super::server::Server;

/// The header of what the server says beside the API's answer. The service never sends it.
const NOTE: HeaderName = HeaderName::from_static("x-sgp-note");

/// What is said of an operation that the API has and that is not emulated.
const NOT_EMULATED: &str = "exists in ECS 2014-05-26, not emulated here";

/// The body of an answer.
pub(super) type Body = Full<Bytes>;

/// The parts of a request.
struct Message {
    method: String,
    query: String,
    headers: Headers,
    body: Bytes,
}

/// Answers a request and logs one line.
pub(super) async fn service(
    request: Request<Incoming>,
    server: &Server<'_>,
    progress: &Progress,
) -> Result<Response<Body>, Infallible> {
    progress.enter(Phase::Body);
    let message = receive(request).await;
    let env = (server.env)();
    let response = match &message {
        Some(message) => answer(message, server, &env),
        None => unreadable(&env),
    };
    (server.log)(log_line(env.now, &response));
    progress.enter(Phase::Answer);
    let HttpResponse { status, content_type, body, not_emulated, .. } = response;
    let mut response = Response::new(Full::from(body));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or_default();
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    if not_emulated.is_some() {
        response.headers_mut().insert(NOTE, HeaderValue::from_static(NOT_EMULATED));
    }
    if message.is_none() {
        // The rest of the request may still be arriving.
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    Ok(response)
}

/// Receives a request; `None` if it is too long, truncated or not valid text.
async fn receive(request: Request<Incoming>) -> Option<Message> {
    let (head, body) = request.into_parts();
    let headers = headers(&head.headers)?;
    if body.size_hint().lower() > MAX_BODY_BYTES as u64 {
        return None;
    }
    let body = Limited::new(body, MAX_BODY_BYTES).collect().await.ok()?.to_bytes();
    let query = head.uri.query().unwrap_or_default().to_owned();
    Some(Message { method: head.method.as_str().to_owned(), query, headers, body })
}

/// Headers by name. Repeated headers are joined with a comma.
fn headers(map: &HeaderMap) -> Option<Headers> {
    let mut headers = Headers::new();
    for (name, value) in map {
        let value = std::str::from_utf8(value.as_bytes()).ok()?.trim();
        headers
            .entry(name.as_str().to_owned())
            .and_modify(|own| *own = format!("{own}, {value}"))
            .or_insert_with(|| value.to_owned());
    }
    Some(headers)
}

/// Answers a request and saves a changed scenario. If saving fails or a panic occurs, nothing has
/// happened: the state is only updated at the very end.
fn answer(message: &Message, server: &Server<'_>, env: &Env) -> HttpResponse {
    let Message { method, query, headers, body } = message;
    let request = HttpRequest { method, query, headers, body };
    let answered = AssertUnwindSafe(|| {
        let (response, change) =
            gateway::answer(&server.state.borrow(), &request, &server.access, env);
        if let Some(next) = change.scenario()
            && let Err(error) = (server.keep)(next)
        {
            let now = env.now;
            (server.log)(format!("{now} cannot write the state: {error}; the next call is undone"));
            return undone(&response, env);
        }
        server.state.borrow_mut().apply(change);
        response
    });
    catch_unwind(answered).unwrap_or_else(|_| failed_inside(&request, env))
}

/// One log line for an answer, made only of our own words and the API's.
pub(super) fn log_line(now: Timestamp, response: &HttpResponse) -> String {
    let HttpResponse { status, action, not_emulated, code, request_id, .. } = response;
    let action = action.map(|action| action.as_str()).or(*not_emulated).unwrap_or("-");
    let note = not_emulated.map_or_else(String::new, |_| format!(" ({NOT_EMULATED})"));
    format!("{now} {status} {action} {} {request_id}{note}", code.unwrap_or("OK"))
}
