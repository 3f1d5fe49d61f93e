//! Texts of the lines of a large scenario.

sg_core::catalogue! {
    LINES = "Rows and columns", "行和列";
    ALIKE = "Roles", "按角色";
    ALIKE_TITLE = "Interfaces whose whole rows and columns are equal share a line", "整行整列结果都相同的网卡合并为一行";
    GROUPS = "Groups", "按安全组";
    GROUPS_TITLE = "The members of each security group share a line; an interface is in the line of each of its groups", "同一安全组的网卡合并为一行，网卡出现在其所属的每个安全组中";
    EACH = "Each", "逐个";
    EACH_TITLE = "Every interface has a line of its own", "每张网卡单独一行";
    FILTER = "Filter", "筛选";
    FILTER_TITLE = "Words such as group:web, vpc:prod, tag:env=prod, name:db, service:alb. Words of one kind are alternatives.", "支持 group:web、vpc:prod、tag:env=prod、name:db、service:alb 等条件，同类条件满足其一即可。";
    COUNTED = "{all} interfaces and external addresses in {lines} lines.", "共 {all} 张网卡和外部地址，合并为 {lines} 行。";
    COUNTED_SOME = "{shown} of {all} interfaces and external addresses in {lines} lines.", "共 {all} 张网卡和外部地址，显示其中 {shown} 个，合并为 {lines} 行。";
    SOME_PAIRS = "{packets}, some pairs", "{packets}（部分组合）";
    STANDS_FOR_SOME = "Explained for {from} → {to}; other members of these groups get other answers.", "以 {from} → {to} 为例说明，这些安全组的其他成员结果不尽相同。";
    STANDS_FOR = "Explained for {from} → {to}; the other members of these lines get the same answer.", "以 {from} → {to} 为例说明，同一行的其他成员结果相同。";
}
