//! Texts of the exposure table.

sg_core::catalogue! {
    CAPTION = "What the Internet can reach", "公网可以访问的地址和端口";
    NOTHING = "Nothing in this scenario is reachable from the Internet: no rule allows Internet traffic to a public address.", "公网无法访问此场景中的任何地址：没有规则允许公网访问任何公网地址。";
    HIDDEN = "This would reveal the answer. Answer the question first.", "这会透露答案，请先回答问题。";
    COUNTED = "{rows} rows, the riskiest first", "共 {rows} 行，风险高的在前";
    COUNTED_SHARED = "{count} openings in {rows} rows; addresses with the same exposure share a row", "共 {count} 处开放，合并为 {rows} 行：开放情况相同的地址合为一行";
    ADDRESSES = "{count} addresses", "{count} 个地址";
    SENSITIVE = "{count} sensitive ports", "{count} 个敏感端口";
    COPY_MARKDOWN = "Copy as Markdown", "复制为 Markdown";
    COPY_CSV = "Copy as CSV", "复制为 CSV";
    COPIED = "Copied", "已复制";
}
