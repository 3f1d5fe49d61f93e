//! Texts of the question that the first scenario asks.

sg_core::catalogue! {
    NAME = "Question", "问题";
    GIVEN = "ecs1 and ecs2 share an isolated group.", "ecs1 和 ecs2 同属一个组内隔离的安全组。";
    ASK = "Can they reach each other?", "它们能互通吗？";
    CAN = "They can", "能通";
    CANNOT = "They cannot", "不通";
    RIGHT = "Correct: they can, as long as they share a group set to Accept.", "回答正确：能通，只要它们还同属一个组内互通的安全组。";
    WRONG = "Incorrect: they can, as long as they share a group set to Accept.", "回答错误：能通，只要它们还同属一个组内互通的安全组。";
    ANSWER = "They can, as long as they share a group set to Accept.", "能通，只要它们还同属一个组内互通的安全组。";
    WHY = "Isolation in G1 does not deny anything by itself.", "G1 的组内隔离本身不拒绝任何流量。";
    NOW_FLIP = "Now flip a switch.", "现在切换一个开关试试。";
    LESSON = "Open as lesson 1", "按第 1 课学习";
    HIDE = "Hide the question", "隐藏问题";
}
