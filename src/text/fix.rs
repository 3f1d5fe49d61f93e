//! Texts of the fixes that open or block a path.

sg_core::catalogue! {
    REACH = "Allow {from} to reach {to}: {packets}", "让 {from} 可以访问 {to}：{packets}";
    STOP = "Block {from} from reaching {to}: {packets}", "阻止 {from} 访问 {to}：{packets}";
    CHANGE = "Change what {from} can reach on {to}: {packets}", "调整 {from} 对 {to} 的访问：{packets}";
    REST = "Allow the rest", "放行其余部分";
    WHOLE = "Block everything", "全部阻止";
    FIND = "Find the smallest changes", "查找最小改动";
    HIDE = "Hide the changes", "收起改动方案";
    ALL_PACKETS = "all packets", "全部数据包";
    APPLY = "Apply", "应用";
    APPLY_NAMED = "Apply: {fix}", "应用：{fix}";
    APPLIED = "Applied", "已应用";
    NOTHING_ELSE = "no other effect", "不影响其他访问";
    OPENS_TOO = "also opens {pairs}", "同时打通 {pairs}";
    CLOSES_TOO = "also blocks {pairs}", "同时阻断 {pairs}";
    PAIRS = "{count} pairs", "{count} 条访问路径";
    CONTESTED = "sources disagree", "文档说法不一";
    OBSTACLE = "No security group change can achieve this: routing, the platform or the packet itself prevents it.", "修改安全组无法实现：受路由、平台限制或数据包本身所限。";
    UNFIXABLE = "For {packets}, no security group change can achieve this: routing or the platform prevents it.", "对于 {packets}，修改安全组无法实现：受路由或平台限制。";
    UNCOMPARED = "may affect {count} pairs, too many to compare", "可能影响 {count} 条访问路径，数量过多，未逐一比较";
    INCOMPLETE = "The search ended at its limit. There may be other solutions.", "搜索已达上限，可能还有其他可行的改动。";
    NONE = "No solution with up to {depth} changes was found.", "在最多 {depth} 处修改内没有找到可行的改动。";
    SEARCHED = "Tried: adding or removing rules, changing priorities, switching policies, joining or leaving groups; two at a time if one is not enough.", "已尝试：添加、删除规则或调整优先级，切换策略，加入或移出安全组；一处不够时尝试两处。";
    MORE = "{count} more", "另有 {count} 种";
}
