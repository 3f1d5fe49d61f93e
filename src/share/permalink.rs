//! Permalinks: a whole scene and where to look at it, inside the fragment of an address.
//!
//! A link is `#s/v1/` and then, in base64url, the zlib stream of a text: one line for the view, and
//! behind it the scene as lines. What was published stays readable for ever; a new
//! format gets a new version beside the old one.
//!
//! ```
//! use sg_playground::share::{Caps, Link, LinkView, Route, read};
//!
//! let scene = r#"{
//!   "version": 1,
//!   "vpcs": [{ "vpcId": "vpc-1", "cidrBlocks": ["10.0.0.0/16"] }],
//!   "securityGroups": [{ "securityGroupId": "sg-1", "innerAccessPolicy": "Drop" }]
//! }"#;
//! let link = Link { scenario: read(scene, &Caps::FILE)?, view: LinkView::default() };
//! let route = link.route();
//! let Route::Scene { text } = &route else { unreachable!() };
//! assert_eq!(Link::read(text)?, link);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};
use thiserror::Error;

use crate::model::Scenario;

use super::document::lines;
use super::{Caps, Document, DocumentError, Route};

mod view;

pub use view::{LinkEnd, LinkPacket, LinkView};

/// A scene to send, and where to look at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The scene.
    pub scenario: Scenario,
    /// What of it is looked at.
    pub view: LinkView,
}

/// Which way a link is bad.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LinkError {
    /// It names no version.
    #[error("the link names no version")]
    NoVersion,
    /// It was made by a later version of this page.
    #[error("the link is of version {0}, and the newest known here is {NEWEST}")]
    Newer(u64),
    /// It holds a character that no link holds: something on the way rewrote it.
    #[error("the link holds `{0}`, which no link does")]
    Foreign(char),
    /// Its end is missing.
    #[error("the end of the link is missing")]
    Cut,
    /// It is complete, but not as it was made.
    #[error("the link was changed on its way")]
    Damaged,
    /// It unpacks to more than any scene of a link needs.
    #[error("the link unpacks to more than {} bytes", Caps::LINK.bytes)]
    TooLarge,
    /// It unpacks well, to something that is no scene.
    #[error("{0}")]
    Contents(#[from] DocumentError),
}

/// The version that links are made with.
const NEWEST: u64 = 1;

/// The strongest compression: a link is made now and then, and read often.
const LEVEL: u8 = 10;

impl Link {
    /// The link as a route of the page.
    pub fn route(&self) -> Route {
        let document = Document::from(&self.scenario);
        let text = format!("{}\n{}", self.view.line(&self.scenario), lines::write(&document));
        let packed = compress_to_vec_zlib(text.as_bytes(), LEVEL);
        Route::Scene { text: format!("v{NEWEST}/{}", URL_SAFE_NO_PAD.encode(packed)) }
    }

    /// Reads what stands behind `#s/`.
    ///
    /// # Errors
    /// [`LinkError`] says which way the link is bad. Work and memory are bounded by [`Caps::LINK`].
    pub fn read(text: &str) -> Result<Self, LinkError> {
        let (version, payload) = text.split_once('/').unwrap_or((text, ""));
        let version = version.strip_prefix('v').and_then(|digits| digits.parse::<u64>().ok());
        match version {
            Some(NEWEST) => Self::read_v1(payload),
            Some(newer) if newer > NEWEST => Err(LinkError::Newer(newer)),
            Some(_) | None => Err(LinkError::NoVersion),
        }
    }

    fn read_v1(payload: &str) -> Result<Self, LinkError> {
        if let Some(foreign) = payload.chars().find(|c| !is_of_a_link(*c)) {
            return Err(LinkError::Foreign(foreign));
        }
        // Only the length and the last bits can be wrong now, and both mean a missing end.
        let packed = URL_SAFE_NO_PAD.decode(payload).map_err(|_| LinkError::Cut)?;
        let text = decompress_to_vec_zlib_with_limit(&packed, Caps::LINK.bytes);
        let text = text.map_err(|error| match error.status {
            TINFLStatus::HasMoreOutput => LinkError::TooLarge,
            TINFLStatus::FailedCannotMakeProgress | TINFLStatus::NeedsMoreInput => LinkError::Cut,
            // Every other status says that the bytes are not those that were packed.
            TINFLStatus::BadParam
            | TINFLStatus::Adler32Mismatch
            | TINFLStatus::Failed
            | TINFLStatus::Done
            | _ => LinkError::Damaged,
        })?;
        let text = String::from_utf8(text).map_err(|_| LinkError::Damaged)?;
        let (view, scene) = text.split_once('\n').unwrap_or((&text, ""));
        let scenario = Scenario::try_from(&lines::read(scene)?)?;
        let view = LinkView::parse(view, &scenario);
        Ok(Self { scenario, view })
    }
}

/// Whether a character is of base64url.
const fn is_of_a_link(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}
