//! Texts of the lesson builder.

sg_core::catalogue! {
    BUILDER = "Lesson builder", "课程编辑器";
    COURSE_BUILDER = "Course builder", "培训编辑器";
    LEAD = "The lesson starts with the scenario on the page. Specify what must be allowed and what must be blocked; any solution that meets the goals counts.", "课程以当前场景开始。请说明哪些必须能通、哪些必须不通；凡是达到目标的做法都算完成。";
    TEXTS = "Texts, in one or both languages", "文字，一种或两种语言均可";
    TITLE_EN = "Title (English)", "标题（英文）";
    TITLE_ZH = "Title (Chinese)", "标题（中文）";
    TASK_EN = "Task (English)", "任务（英文）";
    TASK_ZH = "Task (Chinese)", "任务（中文）";
    WHY_EN = "Why it works (English)", "原理（英文）";
    WHY_ZH = "Why it works (Chinese)", "原理（中文）";
    GOALS = "Goals", "目标";
    FROM = "From", "源端";
    TO = "To", "目的端";
    PACKETS = "Packets", "数据包";
    MUST_PASS = "+ must be allowed", "+ 必须能通";
    MUST_NOT = "+ must be blocked", "+ 必须不通";
    REMOVE = "Remove goal: {goal}", "删除目标：{goal}";
    READS = "The lesson is valid. Try it or save the file.", "课程可用。可以试一试，或保存文件。";
    WRONG_AT = "Not a valid lesson yet. Problem at {path}:", "还不是可用的课程，问题在 {path}：";
    WRONG = "Not a valid lesson yet:", "还不是可用的课程：";
    MISSING = "Still needed: {parts}.", "还需要：{parts}。";
    MISSING_GOAL = "a goal", "目标";
    MISSING_TITLE = "a title", "标题";
    MISSING_TASK = "a task", "任务";
    MISSING_WHY = "an explanation of why it works", "原理";
    MET = "The scenario already meets these goals. Choose other goals, or change the scenario first.", "当前场景已经达到这些目标：请换一个目标，或先修改场景。";
    BAD_PACKETS = "Enter tcp/443, tcp/8000-9000, tcp, udp/53, icmp, icmpv6, gre or protocol/50, or leave the field empty for all packets.", "请填写 tcp/443、tcp/8000-9000、tcp、udp/53、icmp、icmpv6、gre 或 protocol/50；留空表示全部数据包。";
    TRY = "Try it", "试一试";
    SAVE = "Save the file", "保存文件";
    COPY = "Copy the file", "复制文件内容";
    COPIED = "File copied", "已复制";
    COPY_LINK = "Copy the link", "复制链接";
    LINK_COPIED = "Link copied", "链接已复制";
    TOO_LONG = "Too long for a link. Save the file instead.", "内容过长，无法生成链接；请保存文件。";
    OPEN_FILE = "Open a lesson file: paste its contents", "打开课程文件：粘贴文件内容";
    TRY_FILE = "Try this file", "试用此文件";
}
