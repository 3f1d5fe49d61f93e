//! The common parameters that every request has regardless of operation. They are never part of a
//! call.

/// The names, as spelled on the common parameter pages and in the client libraries. `TimeStamp` is
/// the spelling of older pages; the last four identify the account a caller acts for.
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

/// Whether a parameter is a common one.
pub fn is_common(name: &str) -> bool {
    NAMES.contains(&name)
}

/// Whether a common parameter identifies the signer or is part of the signature.
pub fn is_signing(name: &str) -> bool {
    name == "AccessKeyId" || name == "SecurityToken" || name.starts_with("Signature")
}
