//! Texts of the page frame: header, shortcuts, common words.

sg_core::catalogue! {
    TITLE = "Security group playground", "安全组演练场";
    SCOPE = "Security groups only", "仅模拟安全组";
    SCOPE_MORE = "Models security groups only: no routes beyond the VPC, DNAT, network ACLs or guest firewalls.", "仅模拟安全组：不包含 VPC 之外的路由、DNAT、网络 ACL 和操作系统防火墙。";
    UNDO = "Undo", "撤销";
    REDO = "Redo", "重做";
    START_OVER = "Start over", "重置";
    SWITCH_LANGUAGE = "切换到中文", "Switch to English";
    LANGUAGE_BUTTON = "中文", "English";
    THEME_SYSTEM = "Theme: system", "配色：跟随系统";
    THEME_LIGHT = "Theme: light", "配色：浅色";
    THEME_DARK = "Theme: dark", "配色：深色";
    WITH_KEYS = "{name} ({keys})", "{name}（{keys}）";
    MORE = "More", "更多";
    PLACES = "Navigation", "导航";
    SHORTCUTS = "Keyboard shortcuts", "键盘快捷键";
    SHORTCUT_ARROWS = "Move in the matrix", "在矩阵中移动";
    SHORTCUT_SWITCH = "Switch the policy of the most recently selected group ({group})", "切换最近选中的安全组（{group}）的组内连通策略";
    SHORTCUT_UNDO = "Undo", "撤销";
    SHORTCUT_REDO = "Redo", "重做";
    SHORTCUT_MATRIX = "Go to the matrix", "跳到矩阵";
    SHORTCUT_REQUEST = "Open or close the request drawer", "打开或关闭请求面板";
    SHORTCUT_STEPS = "Go one step back or forward in the timeline", "在时间线上后退或前进一步";
    SHORTCUT_ESCAPE = "Close the open panel", "关闭已打开的面板";
    SHORTCUT_HELP = "Show or hide this list", "显示或隐藏此列表";
    TOO_LONG = "Nothing was inserted: the text would have {length} characters, and this field takes {most}.", "未插入：内容将达 {length} 个字符，而此字段最多 {most} 个。";
    CLOSE = "Close", "关闭";
    PART_COMING = "Loading…", "加载中…";
    PART_MISSING = "This part of the page could not be loaded. Your scenario is unaffected.", "页面的这一部分未能加载，当前场景不受影响。";
    RETRY = "Try again", "重试";
    CANCEL = "Cancel", "取消";
}
