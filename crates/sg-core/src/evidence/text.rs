//! Texts about where a fact is from.

crate::catalogue! {
    /// A kind of source.
    PAGE = "page", "文档";
    /// A kind of source.
    LIVE = "seen live", "线上服务的实际响应";
    /// A kind of source.
    SDK = "client library", "客户端 SDK";
    /// A kind of source.
    INFERRED = "inferred", "推断";
}
