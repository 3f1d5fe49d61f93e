//! Texts of the fixes: what would open or close a path.

sg_core::catalogue! {
    REACH = "Make {from} reach {to}: {packets}", "让 {from} 可以访问 {to}：{packets}";
    STOP = "Stop {from} reaching {to}: {packets}", "阻止 {from} 访问 {to}：{packets}";
    FIND = "Find the smallest fixes", "查找最小修复";
    HIDE = "Hide the fixes", "收起修复";
    ALL_PACKETS = "all packets", "全部数据包";
    APPLY = "Apply", "应用";
    APPLY_NAMED = "Apply: {fix}", "应用：{fix}";
    AND = "; then ", "；再";
    NOTHING_ELSE = "changes nothing else", "不影响其他访问";
    OPENS_TOO = "also opens {pairs}", "同时打通 {pairs}";
    CLOSES_TOO = "also closes {pairs}", "同时阻断 {pairs}";
    PAIRS = "{count} pairs", "{count} 对";
    CONTESTED = "sources disagree", "文档说法不一";
    OBSTACLE = "No edit of a security group can do it: the routes, the platform or the packet itself stand in the way.", "修改安全组无法实现：受路由、平台限制或数据包本身所限。";
    NONE = "No fix with up to {depth} edits was found.", "在最多 {depth} 处修改内没有找到修复。";
    SEARCHED = "Tried: adding, removing or re-prioritising a rule, flipping a policy, joining or leaving a group.", "已尝试：添加、删除规则或调整优先级，切换策略，加入或移出安全组。";
    MORE = "{count} more", "另有 {count} 种";
    ADD_RULE = "{group}: add {rule}", "{group}：添加 {rule}";
    REMOVE_RULE = "{group}: remove {rule}", "{group}：删除 {rule}";
    REPRIORITISE = "{group}: set the priority of {rule} to {priority}", "{group}：将 {rule} 的优先级改为 {priority}";
    SET_POLICY = "{group}: set the policy to {policy}", "{group}：将策略改为 {policy}";
    JOIN = "{instance} joins {group}", "{instance} 加入 {group}";
    LEAVE = "{instance} leaves {group}", "{instance} 移出 {group}";
}
