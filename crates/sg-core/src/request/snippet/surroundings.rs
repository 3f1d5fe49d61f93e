//! What every snippet needs besides the call: where the AccessKey comes from, and the host.

use crate::emulator::Call;
use crate::model::RegionId;
use crate::request::endpoint::Endpoint;

/// The environment variable that snippets take the AccessKey id from; a key never stands in one.
pub const KEY_ID: &str = "ALIBABA_CLOUD_ACCESS_KEY_ID";

/// The environment variable that snippets take the AccessKey secret from.
pub const KEY_SECRET: &str = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";

/// The host that serves the call: its region's, or the central one where it names none. The maps
/// inside client libraries still hold an older host for some regions.
pub(super) fn host(call: &Call) -> String {
    let region = call.params.given("RegionId").and_then(|text| RegionId::parse(text).ok());
    region.as_ref().map_or(Endpoint::Central, Endpoint::Region).host()
}
