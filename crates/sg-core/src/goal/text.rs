//! The texts of goals in both languages: default names, and why a goal cannot be checked.

crate::catalogue! {
    /// The name of a goal without one.
    GOAL_PASS = "{source} can reach {destination}: {packets}", "{source} 可访问 {destination}：{packets}";
    /// The same, for packets that must not pass.
    GOAL_BLOCKED = "{source} cannot reach {destination}: {packets}", "{source} 不可访问 {destination}：{packets}";
    /// The same, for packets that alone may pass.
    GOAL_ONLY = "{source} can reach {destination} only by {packets}", "{source} 只能以 {packets} 访问 {destination}";
    /// Between the names of sets of packets.
    COMMA = ", ", "、";
    /// All packets.
    ALL_PACKETS = "all packets", "全部数据包";
    /// An end that a goal names and the scenario no longer has.
    NO_END = "{end} is not in the scenario", "场景中没有 {end}";
    /// Two ends without a way between them.
    NO_WAY = "there is no path between {source} and {destination}", "{source} 与 {destination} 之间没有路径";
    /// A goal about two outside ends.
    NOT_FILTERED = "there is no security group between {source} and {destination}", "{source} 与 {destination} 之间没有安全组";
    /// Nothing to judge.
    NO_SUCH_PACKET = "no {packets} packet exists between {source} and {destination}", "{source} 与 {destination} 之间不存在 {packets} 数据包";
}
