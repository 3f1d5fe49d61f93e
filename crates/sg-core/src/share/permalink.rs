//! Permalinks: a whole scenario and a view of it, inside a URL fragment.
//!
//! A link is `#s/v1/` followed by the base64url-encoded zlib stream of a text: one line for the
//! view, then the scenario as lines. Version 2 also holds the log, in two more parts, each preceded
//! by a line with a full stop: the scenario before the first step, as lines; then the number of
//! applied steps and the steps. Published links must stay readable: a new format gets a new version
//! beside the old ones. A scenario without a log is still sent as version 1.
//!
//! ```
//! use sg_core::share::{Limits, Link, LinkView, Route, read};
//!
//! let scenario = r#"{
//!   "version": 1,
//!   "vpcs": [{ "vpcId": "vpc-1", "cidrBlocks": ["10.0.0.0/16"] }],
//!   "securityGroups": [{ "securityGroupId": "sg-1", "innerAccessPolicy": "Drop" }]
//! }"#;
//! let link = Link { scenario: read(scenario, &Limits::FILE)?, view: LinkView::default(), log: None };
//! let Route::Scenario { text } = link.route()? else { unreachable!() };
//! assert_eq!(Link::read(&text)?, link);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use base64::Engine;
use base64::alphabet::URL_SAFE;
use base64::engine::DecodePaddingMode::RequireNone;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};
use thiserror::Error;

use crate::model::Scenario;

use super::document::lines;
use super::{Document, DocumentError, Limits, Log, MOST_CHARACTERS, Route};

mod excess;
mod view;

pub use excess::LinkExcess;
pub use view::{LinkEnd, LinkGrouping, LinkLesson, LinkLines, LinkPacket, LinkSide, LinkView};

/// A scenario to share, and a view of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The scenario.
    pub scenario: Scenario,
    /// The view.
    pub view: LinkView,
    /// The steps that led to the scenario.
    pub log: Option<Log>,
}

/// Why a link is invalid.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LinkError {
    /// It has no version.
    #[error("the link names no version")]
    NoVersion,
    /// It was made by a later version of this page.
    #[error("the link is of version {0}, and the newest known here is {NEWEST}")]
    Newer(u64),
    /// It contains a character that never occurs in links, so it was altered in transit.
    #[error("the link holds `{0}`, which no link does")]
    Foreign(char),
    /// It is truncated.
    #[error("the end of the link is missing")]
    Cut,
    /// It is complete but corrupted.
    #[error("the link was changed on its way")]
    Damaged,
    /// It unpacks to more than the size limit of a link.
    #[error("the link unpacks to more than {} bytes", Limits::LINK.bytes)]
    TooLarge,
    /// It unpacks correctly, but the contents are not a scenario.
    #[error("{0}")]
    Contents(#[from] DocumentError),
}

/// The version of a link with a log, and of one without.
const NEWEST: u64 = 2;
const WITHOUT_LOG: u64 = 1;

/// The separator between the parts of version 2. No record or step begins with a full stop.
const PART: &str = "\n.\n";

/// The strongest compression: a link is written rarely and read often.
const LEVEL: u8 = 10;

/// Base64url without padding. Trailing bits are not checked: the checksum of the packed bytes tells
/// truncation from corruption more reliably.
const BASE64URL: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_padding_mode(RequireNone)
        .with_decode_allow_trailing_bits(true),
);

impl Link {
    /// The link as a page route.
    ///
    /// # Errors
    /// [`LinkExcess`] for more than any page opens. If there is too much of something, that is decided
    /// by counting: nothing is written then, however large the scenario is.
    pub fn route(&self) -> Result<Route, LinkExcess> {
        self.route_of(|scenario| lines::write(&Document::from(scenario)))
    }

    fn route_of(&self, scenario: impl Fn(&Scenario) -> String) -> Result<Route, LinkExcess> {
        let start = self.log.as_ref().map(|log| &log.start);
        let mut scenarios = [Some(&self.scenario), start].into_iter().flatten();
        if let Some(excess) = scenarios.find_map(|it| Limits::LINK.exceeded_by(it)) {
            return Err(excess.into());
        }
        let mut text = format!("{}\n{}", self.view.line(&self.scenario), scenario(&self.scenario));
        let mut version = WITHOUT_LOG;
        if let Some(Log { start, steps, position }) = &self.log {
            version = NEWEST;
            text.push_str(&[PART, &scenario(start), PART, &position.to_string()].concat());
            for step in steps {
                text.push('\n');
                text.push_str(step);
            }
        }
        opened_again(Route::Scenario { text: packed(version, &text)? })
    }

    /// Parses the part after `#s/`.
    ///
    /// # Errors
    /// [`LinkError`] says what is wrong with the link. Work and memory are bounded by
    /// [`Limits::LINK`].
    pub fn read(text: &str) -> Result<Self, LinkError> {
        match versioned(text, NEWEST)? {
            (WITHOUT_LOG, payload) => {
                let text = unpacked(payload)?;
                let (scenario, view) = scenario_and_view(&text)?;
                Ok(Self { scenario, view, log: None })
            }
            (_, payload) => Self::read_v2(&unpacked(payload)?),
        }
    }

    fn read_v2(text: &str) -> Result<Self, LinkError> {
        let missing = || DocumentError::at("log", "the link says that it has a log, and has none");
        let (scenario, rest) = text.split_once(PART).ok_or_else(missing)?;
        let (start, log) = rest.split_once(PART).ok_or_else(missing)?;
        let (scenario, view) = scenario_and_view(scenario)?;
        let mut lines = log.split('\n');
        let position = lines.next().unwrap_or_default();
        let position = position.parse().map_err(|_| {
            DocumentError::at("log", format!("`{}` is no number", position.escape_default()))
        })?;
        // One step over the limit is enough to reject the log; reading further would be wasted
        // work.
        let steps = lines.take(Log::MOST_STEPS + 1).map(str::to_owned).collect();
        let start = Scenario::try_from(&lines::read(start)?)?;
        let log = Log { start, steps, position }.checked()?;
        Ok(Self { scenario, view, log: Some(log) })
    }
}

/// A link to a custom lesson: its file, packed the same way as a scenario.
///
/// # Errors
/// [`LinkExcess`] for a file that no page would open from a link.
pub fn lesson_route(file: &str) -> Result<Route, LinkExcess> {
    opened_again(Route::OwnLesson { text: packed(LESSON, file)? })
}

/// Unpacks the lesson file from the part after `#l/`. The lesson parser validates it later.
///
/// # Errors
/// [`LinkError`] says what is wrong with the link. Work and memory are bounded by [`Limits::LINK`].
pub fn unpacked_lesson(text: &str) -> Result<String, LinkError> {
    unpacked(versioned(text, LESSON)?.1)
}

/// A link to a course: its file, packed the same way. Its part is the first one that is not done.
///
/// # Errors
/// [`LinkExcess`] for a file that no page would open from a link.
pub fn course_route(file: &str) -> Result<Route, LinkExcess> {
    opened_again(Route::Course { text: packed(COURSE, file)?, part: None })
}

/// Unpacks the course file from the link. The course parser validates it later.
///
/// # Errors
/// [`LinkError`] says what is wrong with the link. Work and memory are bounded by [`Limits::LINK`].
pub fn unpacked_course(text: &str) -> Result<String, LinkError> {
    unpacked(versioned(text, COURSE)?.1)
}

/// A result code: the part after `#result/`. Results are small: a course has few parts and a name
/// few characters.
pub fn result_code(text: &str) -> String {
    packed_whole(RESULT, text)
}

/// Unpacks the text of a result code.
///
/// # Errors
/// [`LinkError`] says what is wrong with the code.
pub fn unpacked_result(code: &str) -> Result<String, LinkError> {
    unpacked(versioned(code, RESULT)?.1)
}

/// The only versions of links to a lesson and to a course, and of a result code.
const LESSON: u64 = 1;
const COURSE: u64 = 1;
const RESULT: u64 = 1;

/// Splits a link into its version, from 1 to `newest`, and its payload.
fn versioned(text: &str, newest: u64) -> Result<(u64, &str), LinkError> {
    let (version, payload) = text.split_once('/').unwrap_or((text, ""));
    let version = version.strip_prefix('v').and_then(|digits| digits.parse::<u64>().ok());
    match version {
        Some(version) if version > newest => Err(LinkError::Newer(version)),
        Some(version) if version > 0 => Ok((version, payload)),
        Some(_) | None => Err(LinkError::NoVersion),
    }
}

/// Packs what [`unpacked`] accepts.
fn packed(version: u64, text: &str) -> Result<String, LinkExcess> {
    if text.len() > Limits::LINK.bytes {
        return Err(LinkExcess::Text(text.len()));
    }
    Ok(packed_whole(version, text))
}

/// Packs a text of any length.
fn packed_whole(version: u64, text: &str) -> String {
    let packed = compress_to_vec_zlib(text.as_bytes(), LEVEL);
    format!("v{version}/{}", BASE64URL.encode(packed))
}

/// A route that [`Route::parse`] accepts.
fn opened_again(route: Route) -> Result<Route, LinkExcess> {
    match route.to_string().len() {
        characters if characters > MOST_CHARACTERS => Err(LinkExcess::Length(characters)),
        _ => Ok(route),
    }
}

/// Unpacks the text of a payload.
fn unpacked(payload: &str) -> Result<String, LinkError> {
    if let Some(foreign) = payload.chars().find(|c| !is_of_a_link(*c)) {
        return Err(LinkError::Foreign(foreign));
    }
    // All characters are valid, so only the length can be wrong: the link was truncated.
    let packed = BASE64URL.decode(payload).map_err(|_| LinkError::Cut)?;
    let text = decompress_to_vec_zlib_with_limit(&packed, Limits::LINK.bytes);
    let text = text.map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => LinkError::TooLarge,
        TINFLStatus::FailedCannotMakeProgress | TINFLStatus::NeedsMoreInput => LinkError::Cut,
        // Every other status means that the bytes were altered.
        TINFLStatus::BadParam
        | TINFLStatus::Adler32Mismatch
        | TINFLStatus::Failed
        | TINFLStatus::Done
        | _ => LinkError::Damaged,
    })?;
    String::from_utf8(text).map_err(|_| LinkError::Damaged)
}

/// The first part of every version: a line for the view, then the scenario.
fn scenario_and_view(text: &str) -> Result<(Scenario, LinkView), LinkError> {
    let (view, scenario) = text.split_once('\n').unwrap_or((text, ""));
    let scenario = Scenario::try_from(&lines::read(scenario)?)?;
    let view = LinkView::parse(view, &scenario);
    Ok((scenario, view))
}

/// Whether a character belongs to the base64url alphabet.
const fn is_of_a_link(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::share::{Counted, Excess};

    #[test]
    fn what_no_page_would_open_is_refused_without_being_written() {
        let most = Limits::LINK.outside;
        let of = |outside: usize| {
            let outside: Vec<_> = (0..outside)
                .map(|number| serde_json::json!({ "name": number.to_string(), "cidrBlock": "0.0.0.0/0" }))
                .collect();
            let document = serde_json::json!({ "version": 1, "outsideAddresses": outside });
            crate::share::read(&document.to_string(), &Limits::FILE).unwrap()
        };
        let log = |start: Scenario| Some(Log { start, steps: Vec::new(), position: 0 });
        let view = LinkView::default;
        let unwritten = |_: &Scenario| -> String { panic!("it was written") };
        let excess = Excess { what: Counted::Outside, count: most + 1, most };
        for link in [
            Link { scenario: of(most + 1), view: view(), log: None },
            Link { scenario: of(0), view: view(), log: log(of(most + 1)) },
        ] {
            assert_eq!(link.route_of(unwritten), Err(LinkExcess::Contents(excess)));
        }
        assert!(Link { scenario: of(most), view: view(), log: None }.route().is_ok());
    }
}
