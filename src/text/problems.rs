//! Texts of the problem list.

sg_core::catalogue! {
    NONE = "No problems found in this scenario.", "此场景没有发现问题。";
    RISK = "risk", "风险";
    WARNING = "warning", "警告";
    NOTICE = "notice", "提示";
    SHOW = "Show in {group}", "在 {group} 中查看";
}
