//! Texts of exercises and of practice.

sg_core::catalogue! {
    EASY = "Easy", "简单";
    MEDIUM = "Medium", "中等";
    HARD = "Hard", "困难";
    ABOUT = "This exercise is about a common misconception:", "本练习针对一个常见误区：";
    NEXT = "Next exercise", "下一个练习";
    RESTART = "Restart exercise", "重做本练习";
    SHOW_SOLUTION = "Show a solution", "显示一种做法";
    SHOWN = "A solution was shown, so this does not count as solved. Undo takes it back call by call; restart to solve it yourself.", "已显示做法，因此不计为完成。可以逐步撤销，也可以重做并自己完成。";
    NO_SOLUTION = "No solution was found that changes only rules and policies.", "仅修改规则和组内连通策略，没有找到可行的做法。";
    PRACTICE = "Practice", "复习";
    PRACTICE_LEAD = "Questions and exercises about common misconceptions. What you get right comes back after one day, then two, four, eight and more; what you get wrong comes back at once.", "围绕常见误区的题目和练习。答对的内容会在 1 天、2 天、4 天、8 天……之后再次出现，答错的会立即再次出现。";
    DUE = "Due today: {due}. New: {new}.", "今天到期：{due} 个。新内容：{new} 个。";
    NOTHING_DUE = "Nothing is due today. Next in days: {days}.", "今天没有到期内容，下次复习在 {days} 天后。";
    PRACTISE = "Practise", "开始练习";
    PRACTISE_DUE = "Practise what is due ({due})", "练习到期内容（{due}）";
}
