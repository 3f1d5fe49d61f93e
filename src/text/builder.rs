//! Texts of the lesson builder.

sg_core::catalogue! {
    BUILDER = "Lesson builder", "课程编辑器";
    LEAD = "The lesson begins with the scene on the page. Say what must pass and what must not; any solution that reaches it counts.", "课程以当前场景开始。请说明哪些必须能通、哪些必须不通；凡是达到要求的做法都算完成。";
    TEXTS = "Texts, in one language or in both", "文字，一种或两种语言均可";
    TITLE_EN = "Title (English)", "标题（英文）";
    TITLE_ZH = "Title (Chinese)", "标题（中文）";
    TASK_EN = "Task (English)", "任务（英文）";
    TASK_ZH = "Task (Chinese)", "任务（中文）";
    WHY_EN = "Why it works (English)", "原理（英文）";
    WHY_ZH = "Why it works (Chinese)", "原理（中文）";
    GOALS = "Goals", "目标";
    FROM = "From", "发送方";
    TO = "To", "接收方";
    PACKETS = "Packets", "数据包";
    MUST_PASS = "+ must pass", "+ 必须能通";
    MUST_NOT = "+ must not pass", "+ 必须不通";
    REMOVE = "Remove the goal: {goal}", "删除目标：{goal}";
    READS = "This is a lesson. Try it, or save the file.", "课程可用。可以试一试，或保存文件。";
    WRONG_AT = "Not a lesson yet, at {path}:", "还不是可用的课程，问题在 {path}：";
    WRONG = "Not a lesson yet:", "还不是可用的课程：";
    MISSING = "Still needed: {parts}.", "还需要：{parts}。";
    MISSING_GOAL = "a goal", "目标";
    MISSING_TITLE = "a title", "标题";
    MISSING_TASK = "a task", "任务";
    MISSING_WHY = "why it works", "原理";
    MET = "The scene meets these goals as it stands: ask for something else, or change the scene first.", "当前场景已经达到这些目标：请换一个目标，或先修改场景。";
    BAD_PACKETS = "Write tcp/443, tcp/8000-9000, tcp, udp/53, icmp, icmpv6, gre or protocol/50, or nothing for all packets.", "请填写 tcp/443、tcp/8000-9000、tcp、udp/53、icmp、icmpv6、gre 或 protocol/50；留空表示全部数据包。";
    TRY = "Try it", "试一试";
    SAVE = "Save the file", "保存文件";
    COPY = "Copy the file", "复制文件内容";
    COPIED = "File copied", "已复制";
    COPY_LINK = "Copy the link", "复制链接";
    LINK_COPIED = "Link copied", "链接已复制";
    TOO_LONG = "Too long for a link: save the file instead.", "内容过长，无法生成链接；请保存文件。";
    OPEN_FILE = "Open a lesson file: paste its text", "打开课程文件：粘贴文件内容";
    TRY_FILE = "Try this file", "试用此文件";
}
