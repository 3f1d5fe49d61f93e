//! Texts of the left pane: groups, their policy, members, and the forms that create them.

sg_core::catalogue! {
    PANE = "Groups & rules", "安全组与规则";
    QUESTION = "ecs1 and ecs2 share an isolated group.", "ecs1 和 ecs2 同属一个组内隔离的安全组。";
    QUESTION_ASK = "Can they talk? Guess, then flip a switch.", "它们能互通吗？先猜一猜，再切换开关。";
    ANSWER = "Yes, as long as they share a group set to Accept.", "能，只要它们还同属一个组内互通的安全组。";
    ANSWER_WHY = "The isolation of G1 itself denies nothing.", "G1 的组内隔离本身不拒绝任何流量。";
    QUESTION_LESSON = "Open as lesson 1", "按第 1 课学习";
    HIDE_QUESTION = "Hide the question", "隐藏问题";
    NEW_GROUP = "+ group", "+ 安全组";
    NEW_INSTANCE = "+ instance", "+ 实例";
    BASIC = "basic", "普通";
    ADVANCED = "advanced", "企业级";
    BASIC_GROUP = "Basic security group", "普通安全组";
    ADVANCED_GROUP = "Advanced security group", "企业级安全组";
    MANAGED = "managed", "托管";
    MANAGED_TITLE = "Created and managed by a cloud service; your account can only query it", "由云服务创建的托管安全组，账号仅可查询";
    POLICY = "Intra-group connectivity policy of {group}", "{group} 的组内连通策略";
    ACCEPT_MEANS = "Intra-group connectivity", "组内互通";
    DROP_MEANS = "Internal isolation", "组内隔离";
    ACCEPT_EXPLAINED = "members can reach each other", "组内成员内网互通";
    DROP_EXPLAINED = "members need a rule to reach each other", "组内成员之间需要规则放行";
    LOCKED_ADVANCED = "An advanced group always isolates its members. Changing this returns {error}.", "企业级安全组固定为组内隔离，修改会返回 {error}。";
    LOCKED_MANAGED = "Managed by a cloud service. Changing this returns {error}.", "由云服务托管，修改会返回 {error}。";
    MEMBERS = "Members of {group}", "{group} 的成员";
    NO_MEMBERS = "no members", "暂无成员";
    ADD_MEMBER = "+ member", "+ 成员";
    ADD_MEMBER_TO = "Add an instance to {group}", "将实例加入 {group}";
    REMOVE_MEMBER = "Remove {instance} from {group}", "将 {instance} 移出 {group}";
    DELETE_GROUP = "Delete {group}", "删除 {group}";
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
