//! Errors that the gateway returns before a request reaches an operation.

use super::cause;
use super::common;
use super::env::{Env, IdGenerator};
use super::error::{ApiError, ErrorRow, OperationError};
use super::error_table::error_table;

error_table! {
    /// Why a request is refused before it reaches its operation.
    ///
    /// The API pages and the gateway pages have different rows for some faults. Where both have
    /// one, the gateway's row is used, because the gateway answers first
    /// (`Assumption::ThrottlingWords`, `Assumption::DenialByOperation`).
    Method 403 "UnsupportedHTTPMethod" "This HTTP method is not supported.", cause::HTTP_METHOD;
    Unreadable 400 "InvalidParameter" "The specified parameter is not valid",
        cause::HTTP_UNREADABLE;
    Format 400 "InvalidParameter.Format" "Specified parameter format is not valid.",
        cause::FORMAT_VALUE;
    ActionMissing 400 "MissingParameter"
        "The input parameter `Action` that is required for processing this request is not supplied",
        cause::ACTION_MISSING;
    VersionMissing 400 "MissingParameter"
        "The input parameter `Version` that is required for processing this request is not supplied",
        cause::VERSION_MISSING;
    VersionUnknown 400 "InvalidVersion" "Specified parameter Version is not valid.",
        cause::VERSION_VALUE;
    ActionUnknown 404 "InvalidAction.NotFound"
        "Specified api is not found, please check your url and method.",
        cause::ACTION_UNKNOWN;
    TimestampMissing 400 "MissingParameter"
        "The input parameter `TimeStamp` that is required for processing this request is not supplied",
        cause::TIMESTAMP_MISSING;
    AccessKeyMissing 400 "MissingParameter"
        "The input parameter `AccessKeyId` that is required for processing this request is not supplied",
        cause::ACCESS_KEY_MISSING;
    AccessKeyUnknown 404 "InvalidAccessKeyId.NotFound" "Specified access key is not found.",
        cause::ACCESS_KEY_UNKNOWN;
    SignatureMissing 400 "MissingParameter"
        "The input parameter `Signature` that is required for processing the request is not supplied.",
        cause::SIGNATURE_MISSING;
    // Seen live (`Assumption::MissingSignature`).
    SignatureParameterMissing 400 "MissingSignature" "Signature is mandatory for this action.",
        cause::SIGNATURE_PARAMETER_MISSING;
    SignatureMethod 400 "InvalidParamater"
        "The specified parameter `SignatureMethod` is not valid.",
        cause::SIGNATURE_METHOD;
    SignatureVersion 400 "InvalidParamater"
        "The specified parameter `SignatureVersion` is not valid.",
        cause::SIGNATURE_VERSION;
    SignatureIncomplete 400 "IncompleteSignature"
        "The request signature does not conform to Alibaba Cloud standards.",
        cause::SIGNATURE_INCOMPLETE;
    SignatureMismatch 400 "SignatureDoesNotMatch"
        "Specified signature is not matched with our calculation. server string to sign is:%s",
        cause::SIGNATURE_MISMATCH, never cause::NEVER_SEEN_OTHERWISE;
    // Seen live (`Assumption::WrongSecretInParameters`).
    SignatureMismatchInParameters 400 "IncompleteSignature"
        "The request signature does not conform to Aliyun standards. server string to sign is:%s",
        cause::SIGNATURE_MISMATCH;
    // Seen live (`Assumption::WrongSecretInHeaders`).
    SignatureMismatchInHeaders 400 "SignatureDoesNotMatch"
        "Specified signature does not match our calculation. %s",
        cause::SIGNATURE_MISMATCH;
    TimestampFormat 400 "InvalidTimeStamp.Format"
        "Specified time stamp or date value is not well formatted.",
        cause::TIMESTAMP_FORMAT;
    TimestampExpired 400 "InvalidTimeStamp.Expired"
        "Specified time stamp or date value is expired.",
        cause::TIMESTAMP_EXPIRED;
    NonceMissing 400 "MissingSignatureNonce" "SignatureNonce is mandatory for this action.",
        cause::NONCE_MISSING;
    NonceUsed 400 "SignatureNonceUsed" "Specified signature nonce was used already.",
        cause::NONCE_USED;
    Throttled 400 "Throttling" "Request was denied due to request throttling.", cause::THROTTLED;
    NoPermission 403 "Forbidden.RAM"
        "User not authorized to operate on the specified resource, or this API doesn't support RAM.",
        cause::NO_PERMISSION;
    OwnerTwice 400 "InvalidOwner" "OwnerId and OwnerAccount can’t be used at one API access.",
        cause::OWNER_TWICE;
    OtherRegion 404 "InvalidOperation.NotSupportedEndpoint"
        "The specified endpoint cant operate this region. Please use API DescribeRegions to get the appropriate endpoint, or upgrade your SDK to latest version.",
        cause::OTHER_REGION;
}

/// The rows, in the order in which a request is checked.
pub fn rows() -> &'static [ErrorRow] {
    Error::TABLE
}

/// A request refused because of a parameter or header. `fill` replaces the placeholder of the
/// message.
pub fn refused(error: Error, param: Option<&str>, fill: Option<&str>, env: &Env) -> ApiError {
    let refusal = match (param, fill) {
        (Some(param), Some(fill)) => error.naming(param, fill),
        (Some(param), None) => error.at(param),
        (None, _) => error.alone(),
    };
    ApiError::new(refusal, IdGenerator::new(env.entropy).request_id())
}

/// The internal error, for a server that has itself failed.
pub fn internal(env: &Env) -> ApiError {
    ApiError::new(common::Error::Internal.alone(), IdGenerator::new(env.entropy).request_id())
}
