//! Texts of the options for the embedding frame.

sg_core::catalogue! {
    FRAMING = "Choose what the embedded page shows", "设置嵌入内容";
    PARTS = "Shown", "显示的部分";
    PART_GROUPS = "Groups and rules", "安全组与规则";
    PART_ANSWER = "Result and reasons", "结论与依据";
    PART_REQUEST = "API request and tools", "API 请求与工具";
    LOCKS = "View only", "仅供查看，不可修改";
    LANGUAGE = "Language", "语言";
    COLOURS = "Theme", "配色";
    READERS = "follow the reader's browser", "跟随读者的浏览器";
    LIGHT = "light", "浅色";
    DARK = "dark", "深色";
    HEIGHT = "Height in pixels", "高度（像素）";
    HEIGHT_WRONG = "Enter a whole number from {least} to {most}. The embed code still uses {kept} pixels.", "请输入 {least} 到 {most} 之间的整数。嵌入代码仍使用 {kept} 像素。";
    HEIGHT_HINT = "The embedded page reports the height it needs. If the host page does not listen, this height is used.", "嵌入页面会告知所需高度。如果外层页面不接收，则使用此处的高度。";
}
