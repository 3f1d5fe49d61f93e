//! Texts of an embedded page and its presentation query.

sg_core::catalogue! {
    IGNORED = "Some options in the address are not recognized and were ignored:", "地址中有本页面无法识别的内容，已忽略：";
    BARRED = "{what} cannot be changed here.", "此处不能修改{what}。";
    BARRED_EMBED = "{what} cannot be changed here. Open the full page to try it.", "此处不能修改{what}。如需尝试，请打开完整页面。";
    WHAT_POLICY = "The intra-group policy", "组内连通策略";
    WHAT_RULES = "The rules", "安全组规则";
    WHAT_MEMBERS = "Group membership", "安全组的成员";
    WHAT_GROUPS = "The groups", "安全组";
    WHAT_TOPOLOGY = "Instances and networks", "实例与网络";
    LOCKED_POLICY = "Locked: view only", "已锁定，此处仅供查看";
    PREPARES_LOCKED = "This would first require changing something that is locked here.", "这需要先修改此处已锁定的内容。";
    ABOUT = "About this embedded page", "关于此嵌入页面";
    OPEN_FULL = "Open full page", "打开完整页面";
    OPEN_FULL_TITLE = "Opens this scenario in the full page, in a new tab", "在新标签页中以完整页面打开当前场景";
    SKIP_PAST = "Skip this embedded page", "跳过此嵌入页面";
    MORE_BELOW = "More below", "下方还有内容";
    BACK_TO_START = "Back to the start", "回到初始状态";
}
