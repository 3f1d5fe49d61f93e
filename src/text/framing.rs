//! Texts of the choices for the frame that embeds a scene.

sg_core::catalogue! {
    FRAMING = "Choose what the frame shows", "设置嵌入内容";
    PARTS = "Shown", "显示的部分";
    PART_GROUPS = "Groups and rules", "安全组与规则";
    PART_ANSWER = "Why the answer is as it is", "结论与依据";
    PART_REQUEST = "API request and tools", "API 请求与工具";
    LOCKS = "Shown, but not to be changed", "仅供查看，不可修改";
    LANGUAGE = "Language", "语言";
    COLOURS = "Colours", "配色";
    READERS = "as the reader's browser", "跟随读者的浏览器";
    LIGHT = "light", "浅色";
    DARK = "dark", "深色";
    HEIGHT = "Height in pixels", "高度（像素）";
    HEIGHT_WRONG = "A whole number from {least} to {most}, please. The frame keeps its {kept} pixels.", "请输入 {least} 到 {most} 之间的整数。嵌入代码仍使用 {kept} 像素。";
    HEIGHT_HINT = "The frame says which height it would like; a page that listens can follow it, and any other shows this one.", "嵌入页面会告知所需高度。如果外层页面不接收，则使用此处的高度。";
}
