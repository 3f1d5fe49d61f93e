//! Texts about keeping the work for the next visit.

crate::catalogue! {
    DENIED = "This browser saves nothing for this page. Your scene is here until you close the page; Share gives you a link that keeps it.", "浏览器不允许本页面保存数据。关闭页面后场景不再保留，如需留存，请通过“分享”获取链接。";
    FULL = "The browser's storage is full. Your scene is here until you close the page; Share gives you a link that keeps it.", "浏览器的存储空间已满。关闭页面后场景不再保留，如需留存，请通过“分享”获取链接。";
    UNREAD = "What was saved in this browser cannot be read. It is set aside, not deleted, and new work is saved in its place.", "本浏览器中保存的内容无法读取。该内容已另行保留，没有删除；新的修改会照常保存。";
    NEWER = "A newer version of this page has saved a scene in this browser. It stays as it is, and what you do here is not saved. Reload to get that version.", "本浏览器中保存的场景来自本页面的更新版本。该场景保持不变，您在此处的修改不会保存。请重新加载以获取新版本。";
    SAVE_ANYWAY = "Save here all the same", "仍然在此保存";
    ELSEWHERE = "Another tab has saved other work since. This tab saves nothing until you choose, so that neither is lost.", "另一个标签页保存了其他修改。在您做出选择之前，当前标签页不会保存，以免覆盖任何一方。";
    TAKE = "Show that work here", "在此显示另一份";
    MINE = "Keep saving this one", "继续保存当前这份";
}
