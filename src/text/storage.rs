//! Texts of autosave, and of the steps included in a link.

sg_core::catalogue! {
    DENIED = "This browser does not allow the page to save data. Your scenario is lost when you close the page; use Share to get a link that contains it, or Export to save it as a file.", "浏览器不允许本页面保存数据。关闭页面后场景不再保留，如需留存，请通过“分享”获取链接，或通过“导出”保存为文件。";
    FULL = "The browser's storage is full. Your scenario is lost when you close the page; use Share to get a link that contains it, or Export to save it as a file.", "浏览器的存储空间已满。关闭页面后场景不再保留，如需留存，请通过“分享”获取链接，或通过“导出”保存为文件。";
    UNREAD = "The data saved in this browser cannot be read. It has been set aside, not deleted, and new changes are saved as usual.", "本浏览器中保存的内容无法读取。该内容已另行保留，没有删除；新的修改会照常保存。";
    WHEN_LEFT = "A scenario this large is not saved after every edit, because the page would freeze each time. It is saved when you leave the page or switch tabs, if the browser has room for it; use Export to save it as a file.", "场景过大，每次修改后都保存会使页面卡顿，因此只在离开页面或切换标签页时保存（浏览器存储空间足够时）。如需留存，请通过“导出”保存为文件。";
    NOT_YET = "Your scenario is not saved yet, because a part of the page could not be loaded. The next edit tries again.", "页面有一部分未能加载，当前场景尚未保存。下次修改时会重试。";
    NEWER = "A newer version of this page saved a scenario in this browser. It is left unchanged, and your changes here are not saved. Reload to get the newer version.", "本浏览器中保存的场景来自本页面的更新版本。该场景保持不变，您在此处的修改不会保存。请重新加载以获取新版本。";
    SAVE_ANYWAY = "Save here anyway", "仍然在此保存";
    ELSEWHERE = "Another tab has since saved other changes. This tab saves nothing until you choose, so that neither version is lost.", "另一个标签页保存了其他修改。在您做出选择之前，当前标签页不会保存，以免覆盖任何一方。";
    TAKE = "Show the other version here", "在此显示另一份";
    STEPS = "Include the {count} steps that led to this scenario", "同时包含得到此场景的 {count} 个步骤";
    STEPS_UNDONE = "Include the {count} steps of this scenario, {undone} of them undone", "同时包含此场景的 {count} 个步骤，其中 {undone} 个已撤销";
    STEPS_NEWEST = "Include the latest {newest} of the {count} steps, the limit of a link", "同时包含 {count} 个步骤中最新的 {newest} 个，这是链接的上限";
    STEPS_TOO_OLD = "The link contains only the scenario: you are at step {done} of {count}, and the steps that a link can include, at most the latest {most}, begin later.", "链接仅包含场景：当前位于第 {done} 步（共 {count} 步），而链接最多包含最新的 {most} 个步骤，均在此之后。";
    STEPS_TELL = "The steps show earlier content, including anything you removed.", "步骤会显示此前的内容，包括已删除的部分。";
    STEPS_TOO_LONG = "The link contains the scenario without the {count} steps that led to it; with them, most programs would truncate the link.", "链接仅包含场景，不包含得到此场景的 {count} 个步骤：加上步骤后，多数程序会截断链接。";
    QR = "QR code", "二维码";
    QR_LABEL = "QR code of this link, {count} characters. The link text is shown above.", "该链接的二维码，共 {count} 个字符。链接文本见上方。";
    QR_TOO_LONG = "The link is too long for a QR code that phones can scan reliably; the limit is {most} characters.", "链接过长，无法生成手机易于识别的二维码，最多支持 {most} 个字符。";
    MINE = "Keep saving this version", "继续保存当前这份";
}
