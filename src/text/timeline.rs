//! Texts of the timeline.

sg_core::catalogue! {
    NOTHING_YET = "No steps yet. Every change is recorded here as a step.", "还没有操作。每次修改都会在此记录为一个步骤。";
    POSITION = "Position in the timeline", "时间线位置";
    STEP_OF = "step {position} of {last}", "第 {position} 步，共 {last} 步";
    BACK = "Step back", "后退一步";
    FORWARD = "Step forward", "前进一步";
    GO = "Go to step {number}", "跳到第 {number} 步";
    BEGINNING = "Initial scenario", "最初的场景";
    TOPOLOGY_EDIT = "not an API call", "非 API 调用";
    LOAD = "Load into the request panel", "载入请求面板";
    CHANGED_HERE = "changed in this step", "本步引起变化";
    NEVER_TURNED = "No step changed {pair}.", "没有步骤改变过 {pair}。";
    TURNED_ONCE = "{pair} changed once, by “{edit}”.", "{pair} 改变过 1 次，由“{edit}”引起。";
    TURNED = "{pair} changed {count} times, most recently by “{edit}”.", "{pair} 改变过 {count} 次，最近一次由“{edit}”引起。";
    SHOW_BEFORE = "Show before change", "查看变化前";
    SHOW_AFTER = "Show after change", "查看变化后";
    RESTORE = "Restore", "恢复";
    RESTORE_MORE = "Makes this scenario the latest state; no step is lost", "将此场景恢复为最新状态，不会丢失任何步骤";
    CLEAR = "Clear", "清空";
    CLEAR_ASK = "Clear all steps? The scenario is kept.", "清空全部步骤？场景会保留。";
    CLEAR_YES = "Clear", "清空";
    CLEAR_NO = "Keep", "保留";
    COPY_SCRIPT = "Copy as script", "复制为脚本";
    COPIED_SCRIPT = "Script copied", "已复制脚本";
}
