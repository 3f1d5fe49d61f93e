//! Texts of the comparison.

sg_core::catalogue! {
    COMPARE = "Compare", "比较";
    COMPARE_STEPS = "Compare…", "比较…";
    LEAD = "Compares two steps of the timeline: what is configured differently, and which packets are allowed or blocked as a result. An import is a step too, so import twice to compare two states of an account.", "比较时间线中的两个步骤：配置有何差异，以及哪些数据包因此被放行或阻断。导入也是一个步骤，导入两次即可比较账号的两个状态。";
    NOTHING_TO_COMPARE = "There is only one scenario so far. Edit it or import another one, then compare.", "目前只有一个场景。请先修改场景或导入另一个场景，再进行比较。";
    BEFORE = "Before", "之前";
    AFTER = "After", "之后";
    SWAP = "Swap the two sides", "交换两侧";
    STEP = "{number}. {what}", "{number}. {what}";
    STEP_OPENED = "{opened} ({time}): {groups} security groups, {interfaces} network interfaces", "{opened}（{time}）：{groups} 个安全组，{interfaces} 个弹性网卡";
    COMPARING = "Comparing…", "正在比较…";
    CONFIGURED = "Configuration differences ({count})", "配置差异（{count} 项）";
    NOTHING_CONFIGURED = "The configurations are identical.", "配置没有差异。";
    EFFECT = "Effect on traffic ({count})", "对访问的影响（{count} 项）";
    NO_EFFECT = "No traffic is affected.", "没有任何数据包受到影响。";
    ADDED = "Added", "新增";
    REMOVED = "Removed", "移除";
    CHANGED = "Changed", "变更";
    BY_PLAN = "by {address} ({action})", "由 {address}（{action}）引起";
    INTERNET = "opens to the Internet", "对公网开放";
    EFFECT_REST = ": {packets} {change}, {pairs}", "：{packets} {change}，{pairs}";
    EXAMPLE = "for example {packet} from {source} to {destination}", "例如从 {source} 到 {destination} 的 {packet}";
    SHOW_PAIR = "Show {from} → {to}", "查看 {from} → {to}";
    SHOW_ALL = "Show all {count}", "显示全部 {count} 项";
    SHOW_IN_MATRIX = "Show in the matrix", "在矩阵中查看";
    PREDICT_FIRST = "The open question asks for a prediction; answer it to see what changes.", "当前问题需要先预测，回答后即可查看影响。";
    COMPARED_WITH = "Compared with step {step}: {changes}", "与步骤 {step} 比较：{changes}";
    SAME = "no traffic is affected", "没有任何数据包受到影响";
    MANY = "up to {count} pairs may differ", "最多 {count} 条访问路径可能不同";
    ONLY_CHANGED = "Only changed", "仅显示变化";
    DETAILS = "Details…", "详情…";
    END = "End the comparison", "结束比较";
    PLAN_BOTH = "Compare before and after", "比较执行前后";
    PLAN_BOTH_HINT = "Opens both sides of the plan as two steps of the timeline.", "将计划的两侧作为时间线中的两个步骤打开。";
    PLAN_UNREADABLE = "The other side of the plan holds no scenario.", "计划的另一侧没有可打开的场景。";
}
