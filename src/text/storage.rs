//! Texts about keeping the work for the next visit, and about what a link takes along.

sg_core::catalogue! {
    DENIED = "This browser saves nothing for this page. Your scene is here until you close the page; Share gives you a link that keeps it.", "浏览器不允许本页面保存数据。关闭页面后场景不再保留，如需留存，请通过“分享”获取链接。";
    FULL = "The browser's storage is full. Your scene is here until you close the page; Share gives you a link that keeps it.", "浏览器的存储空间已满。关闭页面后场景不再保留，如需留存，请通过“分享”获取链接。";
    UNREAD = "What was saved in this browser cannot be read. It is set aside, not deleted, and new work is saved in its place.", "本浏览器中保存的内容无法读取。该内容已另行保留，没有删除；新的修改会照常保存。";
    NEWER = "A newer version of this page has saved a scene in this browser. It stays as it is, and what you do here is not saved. Reload to get that version.", "本浏览器中保存的场景来自本页面的更新版本。该场景保持不变，您在此处的修改不会保存。请重新加载以获取新版本。";
    SAVE_ANYWAY = "Save here all the same", "仍然在此保存";
    ELSEWHERE = "Another tab has saved other work since. This tab saves nothing until you choose, so that neither is lost.", "另一个标签页保存了其他修改。在您做出选择之前，当前标签页不会保存，以免覆盖任何一方。";
    TAKE = "Show that work here", "在此显示另一份";
    STEPS = "Send the {count} steps that led to this scene too", "同时包含得到此场景的 {count} 个步骤";
    STEPS_UNDONE = "Send the {count} steps of this scene too, {undone} of them undone", "同时包含此场景的 {count} 个步骤，其中 {undone} 个已撤销";
    STEPS_NEWEST = "Send the newest {newest} of the {count} steps too; a link holds no more", "同时包含 {count} 个步骤中最新的 {newest} 个，这是链接的上限";
    STEPS_TOO_OLD = "The link holds the scene alone: you are at step {done} of {count}, and a link takes only the newest {most}.", "链接仅包含场景：当前位于第 {done} 步（共 {count} 步），而链接只能包含最新的 {most} 个步骤。";
    STEPS_TELL = "They show what was there before, removed things included.", "步骤会显示此前的内容，包括已删除的部分。";
    STEPS_TOO_LONG = "The link holds the scene without the {count} steps that led to it: with them most programs would cut it.", "链接仅包含场景，不包含得到此场景的 {count} 个步骤：加上步骤后，多数程序会截断链接。";
    QR = "QR code", "二维码";
    QR_LABEL = "QR code of this link, {count} characters. The link itself stands above.", "该链接的二维码，共 {count} 个字符。链接文本见上方。";
    QR_TOO_LONG = "The link is too long for a QR code that a phone reads with ease; the most is {most} characters.", "链接过长，无法生成手机易于识别的二维码，最多支持 {most} 个字符。";
    MINE = "Keep saving this one", "继续保存当前这份";
}
