//! The parameters that every request has, whatever its operation: never part of a call.

/// The names, as the common parameter pages and the client libraries spell them. `TimeStamp` is
/// the spelling of older pages; the last four say on whose behalf a caller acts.
pub const NAMES: [&str; 16] = [
    "Action",
    "Version",
    "Format",
    "AccessKeyId",
    "Signature",
    "SignatureMethod",
    "SignatureVersion",
    "SignatureNonce",
    "SignatureType",
    "Timestamp",
    "TimeStamp",
    "SecurityToken",
    "OwnerId",
    "OwnerAccount",
    "ResourceOwnerId",
    "ResourceOwnerAccount",
];

/// Whether a parameter is one of them.
pub fn is_common(name: &str) -> bool {
    NAMES.contains(&name)
}

/// Whether a common parameter says who signs, or is part of the signature.
pub fn is_signing(name: &str) -> bool {
    name == "AccessKeyId" || name == "SecurityToken" || name.starts_with("Signature")
}
