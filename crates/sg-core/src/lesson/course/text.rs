//! Messages for goals that are not met, in both languages, if they are not about a packet.

crate::catalogue! {
    /// A claim about the reason of a verdict.
    OTHER_REASON = "{name}: the result is as required, but for a reason other than {clause}", "{name}：结果如此，但依据不是 {clause}";
    /// No call got the answer that is wanted, and none of the kind was made.
    NOT_CALLED = "No {action} call has returned {answer} yet", "还没有 {action} 请求返回 {answer}";
    /// The same, any operation.
    NOT_ANSWERED = "No call has returned {answer} yet", "还没有请求返回 {answer}";
    /// A call of the kind got another answer.
    OTHER_ANSWER = "The last {action} call returned {got}, not {answer}", "最近一次 {action} 请求返回的是 {got}，而不是 {answer}";
    /// The policy is another.
    OTHER_POLICY = "The intra-group policy of {group} is {got}, not {wanted}", "{group} 的组内连通策略是 {got}，而不是 {wanted}";
    /// A group that is wanted and missing.
    NO_GROUP = "Group {group} does not exist", "没有安全组 {group}";
    /// A group that is to go.
    GROUP_STAYS = "Group {group} still exists", "安全组 {group} 仍然存在";
    /// An instance that is wanted and missing.
    NO_INSTANCE = "Instance {instance} does not exist", "没有实例 {instance}";
    /// Not yet a member.
    NOT_IN = "{instance} is not in {group}", "{instance} 不在 {group} 中";
    /// Still a member.
    STILL_IN = "{instance} is still in {group}", "{instance} 仍在 {group} 中";
    /// Too many edits.
    TOO_MANY = "{count} changes have been made, and at most {most} are allowed: undo some, or restart the lesson", "已有 {count} 次修改，最多允许 {most} 次：请撤销一部分，或重做本课";
    /// An operation that the goal leaves out.
    NOT_WITH = "{action} changed the scenario, but the task is to be solved without it: undo it", "{action} 修改了场景，而任务要求不使用它：请撤销";
    /// A change that is no call of the API.
    NOT_IN_API = "The scenario was changed by something other than an API call, but the task requires API calls: undo it", "场景被 API 以外的方式修改，而任务要求使用 API 请求：请撤销";
}
