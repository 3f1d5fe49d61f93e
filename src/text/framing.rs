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
    HEIGHT_HINT = "Filled in: the height that this scenario needs in a column of {width} pixels. Readers can scroll in a frame of any height.", "自动填入的是此场景在 {width} 像素宽的栏中所需的高度。无论高度多少，读者都可以在框内滚动。";
    FORM = "What to paste", "嵌入方式";
    FORM_FRAME = "a frame", "嵌入框";
    FORM_LINK = "a link that becomes a frame", "自动变为嵌入框的链接";
    FORM_NO_ORIGIN = "a frame without an origin", "没有来源的嵌入框";
    ABOUT_FRAME = "Works wherever these files are hosted. The frame cannot navigate your page or open dialogs in it.", "无论这些文件部署在哪里都能使用。嵌入框不能让您的页面跳转，也不能弹出对话框。";
    ABOUT_LINK = "The script turns the link into a frame that always has the height of its content and follows the theme of your site. Without scripts, the link stays.", "脚本会把链接变为嵌入框，高度始终与内容一致，配色跟随您的网站。脚本不可用时，仍显示为链接。";
    ABOUT_NO_ORIGIN = "For a page that must not trust the frame at all, for example because both have the same origin. The server of the playground must send the header Access-Control-Allow-Origin: *", "适用于完全不能信任嵌入框的页面，例如两者来源相同。演练场所在的服务器必须返回响应头 Access-Control-Allow-Origin: *";
}
