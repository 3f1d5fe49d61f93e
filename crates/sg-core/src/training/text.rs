//! Texts about results and classes, in both languages.

crate::catalogue! {
    /// The results in one line.
    LINE = "{who}: {what}: {done}", "{who}：{what}：{done}";
    /// Nobody typed a name.
    NO_NAME = "No name", "未填写姓名";
    LESSONS_SOLVED = "{solved} of {all} lessons solved", "完成 {solved} 课（共 {all} 课）";
    CALLS = "changes: {calls}", "修改 {calls} 次";
    OPENINGS = "needless openings: {openings}", "多余放行 {openings} 处";
    QUIZZES = "{right} of {asked} quiz questions right", "测验答对 {right} 题（共 {asked} 题）";
    HELD = "possible misconceptions: {count}", "可能存在的误区 {count} 个";
    RULED_OUT = "misconceptions ruled out: {count}", "已排除的误区 {count} 个";
    SECONDS = "{seconds} s", "{seconds} 秒";
    MINUTES = "{minutes} min", "{minutes} 分钟";
    COMMA = ", ", "，";
    NAME = "Name", "姓名";
    TITLE = "Lesson, quiz or course", "课程、测验或培训";
    SOLVED = "Lessons solved", "完成的课程";
    LESSONS = "Lessons", "课程总数";
    CHANGES = "Changes", "修改次数";
    NEEDLESS = "Needless openings", "多余放行";
    RIGHT = "Quiz answers right", "测验答对";
    ASKED = "Quiz questions", "测验题数";
    MISCONCEPTIONS = "Possible misconceptions", "可能存在的误区";
    CLEARED = "Misconceptions ruled out", "已排除的误区";
    TIME = "Time", "用时";
    TIME_SECONDS = "Time in seconds", "用时（秒）";
    SEPARATOR = "; ", "；";
}
