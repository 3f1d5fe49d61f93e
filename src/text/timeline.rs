//! Texts of the timeline.

sg_core::catalogue! {
    NOTHING_YET = "Nothing done yet. Every edit becomes a step here.", "还没有操作。每次编辑都会在此成为一步。";
    POSITION = "Step of the timeline", "时间线上的步骤";
    STEP_OF = "step {position} of {last}", "第 {position} 步，共 {last} 步";
    BACK = "One step back", "后退一步";
    FORWARD = "One step forward", "前进一步";
    GO = "Go to step {number}", "跳到第 {number} 步";
    BEGINNING = "The scene it began with", "最初的场景";
    WORLD_EDIT = "not an API call", "非 API 调用";
    LOAD = "Load into the request pane", "载入请求面板";
    CHANGED_HERE = "changed here", "在此改变";
    NEVER_TURNED = "No step changed {pair}.", "没有任何一步改变 {pair}。";
    TURNED_ONCE = "{pair} changed once, by {edit}.", "{pair} 改变过 1 次，由 {edit} 引起。";
    TURNED = "{pair} changed {count} times, last by {edit}.", "{pair} 改变过 {count} 次，最近一次由 {edit} 引起。";
    SHOW_BEFORE = "Show before", "查看之前";
    SHOW_AFTER = "Show after", "查看之后";
    RESTORE = "Restore", "恢复";
    RESTORE_MORE = "Makes this scene the newest one; no step is lost", "将此场景恢复为最新状态，不会丢失任何步骤";
    CLEAR = "Clear", "清空";
    CLEAR_ASK = "Forget all steps? The scene stays.", "清空全部步骤？场景会保留。";
    CLEAR_YES = "Forget them", "清空";
    CLEAR_NO = "Keep them", "保留";
    COPY_SCRIPT = "Copy as script", "复制为脚本";
    COPIED_SCRIPT = "Script copied", "已复制脚本";
}
