//! The texts about the calls that undo edits, in both languages.

crate::catalogue! {
    /// Above the calls that take a fix back.
    TAKE_BACK = "to undo:", "撤销方法：";
    /// No call takes a fix back.
    NO_TAKE_BACK = "cannot be undone by an API call", "无法通过 API 调用撤销";
}
