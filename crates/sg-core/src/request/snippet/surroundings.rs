//! What every snippet needs besides the call: where the AccessKey comes from, and the host.

use crate::emulator::Call;
use crate::model::RegionId;
use crate::request::endpoint::Endpoint;

/// The environment variable with the AccessKey id; a snippet never contains a key.
pub const KEY_ID: &str = "ALIBABA_CLOUD_ACCESS_KEY_ID";

/// The environment variable with the AccessKey secret.
pub const KEY_SECRET: &str = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";

/// The host for the call: that of its region, or the central one if it has none. The endpoint maps
/// in the client libraries still contain older hosts for some regions.
pub(super) fn host(call: &Call) -> String {
    let region = call.params.given("RegionId").and_then(|text| RegionId::parse(text).ok());
    region.as_ref().map_or(Endpoint::Central, Endpoint::Region).host()
}
