//! Messages for goals that are not met, in both languages, if they are not about a packet.

crate::catalogue! {
    /// The verdict is right but rests on another clause.
    OTHER_REASON = "{name}: it is so, but for another reason than {clause}", "{name}：结果如此，但依据不是 {clause}";
    /// The expected answer has not occurred, and the operation was not called.
    NOT_CALLED = "No call of {action} has been answered with {answer} yet", "还没有 {action} 请求返回 {answer}";
    /// The same, for any operation.
    NOT_ANSWERED = "No call has been answered with {answer} yet", "还没有请求返回 {answer}";
    /// A call of the operation got a different answer.
    OTHER_ANSWER = "The last call of {action} was answered with {got}, not with {answer}", "最近一次 {action} 请求返回的是 {got}，而不是 {answer}";
    /// The policy is different.
    OTHER_POLICY = "The intra-group policy of {group} is {got}, not {wanted}", "{group} 的组内连通策略是 {got}，而不是 {wanted}";
    /// A required group does not exist.
    NO_GROUP = "There is no group {group}", "没有安全组 {group}";
    /// A group should have been deleted.
    GROUP_STAYS = "The group {group} still exists", "安全组 {group} 仍然存在";
    /// A required instance does not exist.
    NO_INSTANCE = "There is no instance {instance}", "没有实例 {instance}";
    /// Not yet a member.
    NOT_IN = "{instance} is not in {group}", "{instance} 不在 {group} 中";
    /// Still a member.
    STILL_IN = "{instance} is still in {group}", "{instance} 仍在 {group} 中";
    /// Too many edits.
    TOO_MANY = "{count} edits have changed the scene, and at most {most} may: undo some, or restart the lesson", "已有 {count} 次修改，最多允许 {most} 次：请撤销一部分，或重新开始本课";
    /// An operation that the goal does not permit.
    NOT_WITH = "{action} has changed the scene, and the task is to do without it: undo it", "{action} 修改了场景，而任务要求不使用它：请撤销";
    /// A change that was not an API call.
    NOT_IN_API = "The scene was changed without a call of the API, and the task is to do it with calls: undo it", "场景被 API 以外的方式修改，而任务要求使用 API 请求：请撤销";
}
