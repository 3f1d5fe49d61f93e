//! Texts about what a proposal does.

sg_core::catalogue! {
    UNDO = "Calls that undo it", "用于撤销的调用";
    NO_UNDO = "Cannot be undone by an API call.", "无法通过 API 调用撤销。";
    COPY = "Copy", "复制";
    COPIED = "Copied", "已复制";
}
