//! A static file server on the loopback interface: serves the built page and injects faults.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

/// The fault that affects requested files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// None.
    None,
    /// The program is missing: 404.
    ProgramMissing,
    /// The parts of the program are missing, but not the program.
    PartsMissing,
    /// Half of the program arrives, and then nothing more.
    ProgramStalled,
    /// Half of each part of the program arrives, and then nothing more.
    PartsStalled,
    /// The program ends in the middle.
    ProgramTruncated,
    /// The program is said to be text.
    ProgramMistyped,
    /// One byte of the program is changed.
    ProgramAltered,
    /// There is no server any more: every connection is closed without an answer.
    Unreachable,
    /// Connections are accepted but never answered.
    Silent,
    /// A plain file server: no header allows other origins anything.
    Plain,
    /// One style sheet is missing: 404.
    StyleMissing,
}

/// What the server currently serves.
#[derive(Debug, Clone)]
struct Serving {
    folder: PathBuf,
    fault: Fault,
    /// A script that every page runs first.
    before: String,
}

/// The file of the script that every page runs first.
const BEFORE: &str = "/before-every-page.js";

/// The server. It stops when it is dropped.
pub(crate) struct Server {
    origin: String,
    serving: Arc<Mutex<Serving>>,
    requests: Arc<Mutex<Vec<String>>>,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves a folder on a free port.
    pub(crate) fn start(folder: &Path, fault: Fault) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let stop = Arc::new(AtomicBool::new(false));
        let serving = Arc::new(Mutex::new(Serving {
            folder: folder.to_owned(),
            fault,
            before: String::new(),
        }));
        let (log, halt, what) = (Arc::clone(&requests), Arc::clone(&stop), Arc::clone(&serving));
        let thread = thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if halt.load(Ordering::SeqCst) {
                    return;
                }
                let (log, what) = (Arc::clone(&log), Arc::clone(&what));
                // Browsers open connections in advance: each gets its own thread, or they would
                // block each other.
                thread::spawn(move || drop(serve(&stream, &what, &log)));
            }
        });
        Self { origin, serving, requests, stop, thread: Some(thread) }
    }

    /// Serves another folder from now on, as after deploying a new build.
    pub(crate) fn serve_folder(&self, folder: &Path) {
        folder.clone_into(&mut self.serving.lock().unwrap().folder);
    }

    /// Sets the fault.
    pub(crate) fn set_fault(&self, fault: Fault) {
        self.serving.lock().unwrap().fault = fault;
    }

    /// Makes every page run a script before its own, for browsers that cannot be told to.
    pub(crate) fn before_every_page(&self, script: &str) {
        let before = &mut self.serving.lock().unwrap().before;
        before.push_str(script);
        before.push_str(";\n");
    }

    /// `http://127.0.0.1:port`, without a slash at the end.
    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }

    /// All paths requested so far, with their queries, in order.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
        // The listener is blocked in `accept`: this connection wakes it.
        let address = self.origin.trim_start_matches("http://");
        if TcpStream::connect(address).is_ok()
            && let Some(thread) = self.thread.take()
        {
            let _ = thread.join();
        }
    }
}

fn serve(
    mut stream: &TcpStream,
    serving: &Mutex<Serving>,
    log: &Mutex<Vec<String>>,
) -> io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let Some(Ok(first)) = lines.next() else { return Ok(()) };
    // Read all headers: closing a connection with unread bytes would reset it.
    let mut known = None;
    for line in lines {
        let line = line?;
        if line.is_empty() {
            break;
        }
        let header = line.split_once(": ");
        let tag = header.filter(|(name, _)| name.eq_ignore_ascii_case("if-none-match"));
        known = tag.map(|(_, tag)| tag.to_owned()).or(known);
    }
    // A connection opened in advance gets the current fault.
    let Serving { folder, fault, before } = serving.lock().unwrap().clone();
    match fault {
        Fault::Unreachable => return Ok(()),
        // Until the browser gives up.
        Fault::Silent => return io::copy(&mut stream, &mut io::sink()).map(drop),
        Fault::None
        | Fault::ProgramMissing
        | Fault::PartsMissing
        | Fault::ProgramStalled
        | Fault::PartsStalled
        | Fault::ProgramTruncated
        | Fault::ProgramMistyped
        | Fault::ProgramAltered
        | Fault::Plain
        | Fault::StyleMissing => {}
    }
    let target = first.split(' ').nth(1).unwrap_or("/").to_owned();
    let path = target.split(['?', '#']).next().unwrap_or("/").to_owned();
    log.lock().unwrap().push(target);
    let file = file_of(&folder, &path);
    let is_program = path.ends_with("_bg.wasm");
    let is_part = path.ends_with(".wasm") && !is_program;
    let stalls =
        is_program && fault == Fault::ProgramStalled || is_part && fault == Fault::PartsStalled;
    let body = match file.as_deref().map(fs::read) {
        Some(Ok(_)) if is_program && fault == Fault::ProgramMissing => None,
        Some(Ok(_)) if path.starts_with("/page-") && fault == Fault::StyleMissing => None,
        Some(Ok(_)) if is_part && fault == Fault::PartsMissing => None,
        Some(Ok(mut body)) if is_program && fault == Fault::ProgramAltered => {
            let middle = body.len() / 2;
            body[middle] ^= 0x55;
            Some(body)
        }
        Some(Ok(mut body)) if is_program && fault == Fault::ProgramTruncated => {
            body.truncate(body.len() / 2);
            Some(body)
        }
        Some(Ok(body)) if path.ends_with('/') && !before.is_empty() => Some(preceded(&body)),
        Some(Ok(body)) => Some(body),
        Some(Err(_)) if path == BEFORE => Some(before.into_bytes()),
        Some(Err(_)) | None => None,
    };
    let tag = body.as_deref().map(tag_of).unwrap_or_default();
    let (status, kind) = match &body {
        // What stalls is on its way, even if an earlier visit kept it.
        Some(_) if stalls || fault == Fault::ProgramStalled => ("200 OK", kind_of(file.as_deref())),
        Some(_) if known.as_ref() == Some(&tag) => ("304 Not Modified", "text/plain"),
        Some(_) if is_program && fault == Fault::ProgramMistyped => ("200 OK", "text/plain"),
        Some(_) => ("200 OK", kind_of(file.as_deref())),
        None => ("404 Not Found", "text/plain"),
    };
    let body = match status {
        "304 Not Modified" => Vec::new(),
        _ => body.unwrap_or_else(|| b"not found".to_vec()),
    };
    let allow = if fault == Fault::Plain { "" } else { "Access-Control-Allow-Origin: *\r\n" };
    // Files may be cached, as on real hosts, but must be revalidated.
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         X-Content-Type-Options: nosniff\r\n{allow}\
         Cache-Control: no-cache\r\nETag: {tag}\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if stalls {
        stream.write_all(&body[..body.len() / 2])?;
        stream.flush()?;
        return io::copy(&mut stream, &mut io::sink()).map(drop);
    }
    stream.write_all(&body)?;
    stream.flush()
}

/// A page with a script before its own.
fn preceded(page: &[u8]) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    let script = format!("<head><script src=\"{BEFORE}\"></script>");
    page.replacen("<head>", &script, 1).into_bytes()
}

/// A validator that identifies the contents of a file.
fn tag_of(body: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    body.hash(&mut hasher);
    format!("\"{:016x}\"", hasher.finish())
}

/// The file for a path; `None` for a path that leaves the folder.
fn file_of(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = path.strip_prefix('/')?;
    let path = if path.is_empty() { "index.html" } else { path };
    let climbs = path.split('/').any(|part| part == ".." || part.contains('\\'));
    (!climbs).then(|| folder.join(path))
}

fn kind_of(file: Option<&Path>) -> &'static str {
    match file.and_then(Path::extension).and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("json" | "webmanifest") => "application/json",
        _ => "application/octet-stream",
    }
}
