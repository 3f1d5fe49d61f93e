//! Texts of the fixes that open or block a path.

sg_core::catalogue! {
    REACH = "Allow {from} to reach {to}: {packets}", "让 {from} 可以访问 {to}：{packets}";
    STOP = "Block {from} from reaching {to}: {packets}", "阻止 {from} 访问 {to}：{packets}";
    FIND = "Find the smallest changes", "查找最小改动";
    HIDE = "Hide the changes", "收起改动方案";
    ALL_PACKETS = "all packets", "全部数据包";
    APPLY = "Apply", "应用";
    APPLY_NAMED = "Apply: {fix}", "应用：{fix}";
    AND = "; then ", "；再";
    NOTHING_ELSE = "no other effect", "不影响其他访问";
    OPENS_TOO = "also opens {pairs}", "同时打通 {pairs}";
    CLOSES_TOO = "also blocks {pairs}", "同时阻断 {pairs}";
    PAIRS = "{count} pairs", "{count} 条访问路径";
    CONTESTED = "sources disagree", "文档说法不一";
    OBSTACLE = "No security group change can achieve this: routing, the platform or the packet itself prevents it.", "修改安全组无法实现：受路由、平台限制或数据包本身所限。";
    NONE = "No solution with up to {depth} changes was found.", "在最多 {depth} 处修改内没有找到可行的改动。";
    SEARCHED = "Tried: adding or removing rules, changing priorities, switching policies, joining or leaving groups.", "已尝试：添加、删除规则或调整优先级，切换策略，加入或移出安全组。";
    MORE = "{count} more", "另有 {count} 种";
    ADD_RULE = "{group}: add {rule}", "{group}：添加 {rule}";
    REMOVE_RULE = "{group}: remove {rule}", "{group}：删除 {rule}";
    REPRIORITISE = "{group}: change the priority of {rule} to {priority}", "{group}：将 {rule} 的优先级改为 {priority}";
    SET_POLICY = "{group}: set the intra-group policy to {policy}", "{group}：将组内连通策略改为 {policy}";
    JOIN = "{instance} joins {group}", "将 {instance} 加入 {group}";
    LEAVE = "{instance} leaves {group}", "将 {instance} 移出 {group}";
}
