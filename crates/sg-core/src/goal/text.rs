//! The texts of goals in both languages: default names, and why a goal cannot be checked.

crate::catalogue! {
    /// The default name of a goal whose packets must pass.
    GOAL_PASS = "{source} reaches {destination}: {packets}", "{source} 可访问 {destination}：{packets}";
    /// The default name of a goal whose packets must not pass.
    GOAL_BLOCKED = "{source} does not reach {destination}: {packets}", "{source} 不可访问 {destination}：{packets}";
    /// The default name of a goal whose packets must be the only ones that pass.
    GOAL_ONLY = "{source} reaches {destination} only by {packets}", "{source} 只能以 {packets} 访问 {destination}";
    /// Between the names of packet sets.
    COMMA = ", ", "、";
    /// All packets.
    ALL_PACKETS = "all packets", "所有数据包";
    /// An end that does not exist in the scenario.
    NO_END = "{end} is not in the scene", "场景中没有 {end}";
    /// Ends that no packet can travel between.
    NO_WAY = "nothing can travel between {source} and {destination}", "{source} 与 {destination} 之间无法传输任何数据";
    /// A goal with both ends outside.
    NOT_FILTERED = "no security group stands between {source} and {destination}", "{source} 与 {destination} 之间没有安全组";
    /// No such packet exists.
    NO_SUCH_PACKET = "no {packets} packet exists between {source} and {destination}", "{source} 与 {destination} 之间不存在 {packets} 数据包";
}
