//! Texts of a page that is presented to an audience.

sg_core::catalogue! {
    PRESENT = "Present", "演示";
    LEAVE = "End the presentation (Esc)", "结束演示（Esc）";
    BACK = "Back (Page Up)", "上一步（Page Up）";
    NEXT = "Next (Page Down)", "下一步（Page Down）";
    PLACE_OF = "{place} of {all}", "第 {place} 项（共 {all} 项）";
    STEP_OF = "Step {place} of {all}", "第 {place} 步（共 {all} 步）";
    STEPS = "Show the steps", "演示步骤";
    END_STEPS = "To the end", "到最后一步";
    LIGHT = "Pointer", "指示光标";
    NO_STEPS = "No steps yet.", "还没有步骤。";
    OPENED = "Opened ({count})", "新放行（{count}）";
    CLOSED = "Closed ({count})", "新阻断（{count}）";
    OTHERWISE = "Changed ({count})", "有变化（{count}）";
    MORE = "and {count} more", "以及另外 {count} 对";
    MANY = "It may affect {count} pairs: the matrix shows each.", "可能影响 {count} 对，详见矩阵。";
    NO_EFFECT = "It changes nothing that is shown.", "所显示的结果没有变化。";
    SHORTCUT_PRESENT = "Present, and end the presentation", "开始和结束演示";
    SHORTCUT_TURN = "While presenting: back and next", "演示时：上一步和下一步";
    SHORTCUT_LIGHT = "While presenting: show or hide the pointer", "演示时：显示或隐藏指示光标";
}
