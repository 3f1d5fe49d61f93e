//! What the platform knows about the remote end of an outbound path.

use std::net::IpAddr;

use super::internet;

/// What the platform knows about the remote end of an outbound path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Surroundings {
    /// The metadata service.
    MetadataService,
    /// The Internet.
    Internet,
    /// Anything else.
    Plain,
}

impl Surroundings {
    /// What the platform knows about an outside address.
    pub(super) fn of(address: IpAddr) -> Self {
        if address == internet::METADATA_SERVICE {
            Self::MetadataService
        } else if internet::is_internet(address) {
            Self::Internet
        } else {
            Self::Plain
        }
    }
}
