//! Texts of the left pane: groups, their policy, members, and the forms that create them.

sg_core::catalogue! {
    PANE = "Groups & rules", "安全组与规则";
    NEW_GROUP = "+ group", "+ 安全组";
    NEW_INSTANCE = "+ instance", "+ 实例";
    BASIC = "basic", "普通";
    ADVANCED = "advanced", "企业级";
    BASIC_GROUP = "Basic security group", "普通安全组";
    ADVANCED_GROUP = "Advanced security group", "企业级安全组";
    MANAGED = "managed", "托管";
    MANAGED_TITLE = "Created and managed by a cloud service; your account can only query it", "由云服务创建的托管安全组，账号仅可查询";
    SERVICE_ID = "ServiceID {id}", "ServiceID {id}";
    PROTECTED = "protected", "删除保护";
    PROTECTED_TITLE = "Deletion protection is on: deleting this group returns InvalidOperation.DeletionProtection. ACK clusters switch it on and off.", "已开启删除保护：删除此安全组会返回 InvalidOperation.DeletionProtection。删除保护由 ACK 集群开启和关闭。";
    POLICY = "Intra-group connectivity policy of {group}", "{group} 的组内连通策略";
    ACCEPT_MEANS = "Intra-group connectivity", "组内互通";
    DROP_MEANS = "Internal isolation", "组内隔离";
    ACCEPT_EXPLAINED = "members can reach each other", "组内成员内网互通";
    DROP_EXPLAINED = "members need a rule to reach each other", "组内成员之间需要规则放行";
    LOCKED_ADVANCED = "An advanced group always isolates its members. Changing this returns {error}.", "企业级安全组固定为组内隔离，修改会返回 {error}。";
    OTHER_ACCOUNT = "other account", "其他账号";
    OTHER_ACCOUNT_TITLE = "Owned by account {account}; its members and rules are not visible to this account", "属于账号 {account}，本账号看不到其成员和规则";
    LOCKED_OTHER_ACCOUNT = "Owned by another account, which alone can change it.", "属于其他账号，只有该账号可以修改。";
    UNREAD_POLICY = "The policy is unknown: it was not in the input.", "策略未知：输入内容中没有提供。";
    UNREAD_MORE_RULES = "Not all rules are known.", "规则并不全部已知。";
    UNREAD_RULE = "A rule is known only in part: {rule}", "有一条规则的内容不完整：{rule}";
    LOCKED_MANAGED = "Managed by a cloud service. Changing this returns {error}.", "由云服务托管，修改会返回 {error}。";
    MEMBERS = "Members of {group}", "{group} 的成员";
    NO_MEMBERS = "no members", "暂无成员";
    ADD_MEMBER = "+ member", "+ 成员";
    /// The first of two ways to become a member; the operation is named because it is a new one.
    MOVE_HERE =
        "Move here, leaving all other groups (ModifyInstanceAttribute)",
        "移到此安全组，并移出其他安全组（ModifyInstanceAttribute）";
    /// The second way.
    JOIN_TOO =
        "Join, keeping all other groups (JoinSecurityGroup, deprecated)",
        "加入此安全组，并保留其他安全组（JoinSecurityGroup，已废弃）";
    ADD_MEMBER_TO = "Add an instance to {group}", "将实例加入 {group}";
    REMOVE_MEMBER = "Remove {instance} from {group}", "将 {instance} 移出 {group}";
    DELETE_GROUP = "Delete {group}", "删除 {group}";
    BEFORE_DELETION = "Before {group} can be deleted", "删除 {group} 之前";
    STILL_MEMBERS = "Still in the group: {members}.", "组内仍有成员：{members}。";
    STILL_NAMED = "Rules of {groups} name {group}; they are removed as well.", "{groups} 的规则以 {group} 为授权对象，这些规则会一并删除。";
    LEAVE_AND_DELETE = "Remove the members and delete {group}", "移出成员并删除 {group}";
    MOVE_AND_DELETE = "Move the members to {target} and delete {group}", "将成员移到 {target} 并删除 {group}";
    MOVE_TARGET = "Security group to move the members to", "成员要移到的安全组";
    RELEASE_AND_DELETE = "Release the members and delete {group}", "释放成员并删除 {group}";
    UNNAME_AND_DELETE = "Remove these rules and delete {group}", "删除这些规则并删除 {group}";
    NO_GROUPS = "No security groups yet. Create one to begin.", "还没有安全组，请先创建一个。";
    CREATE_GROUP = "Create security group", "创建安全组";
    NAME = "Name", "名称";
    TYPE = "Type", "类型";
    CREATED_BY = "Created by", "创建者";
    CREATED_BY_ME = "this account (CreateSecurityGroup)", "当前账号（CreateSecurityGroup）";
    CREATED_BY_SERVICE = "a cloud service (managed)", "云服务（托管）";
    CREATE = "Create", "创建";
    CREATE_INSTANCE = "Create instance", "创建实例";
    CREATE_INSTANCE_NOTE = "Instances are not created through the security group API, so no request is shown.", "创建实例不属于安全组 API，因此不显示请求。";
    INSTANCE_GROUPS = "Security groups (all of one type)", "安全组（只能同为一种类型）";
    RELEASE = "Release {instance}", "释放 {instance}";
    INSTANCES = "Instances", "实例";
    VPC = "VPC", "专有网络";
}
