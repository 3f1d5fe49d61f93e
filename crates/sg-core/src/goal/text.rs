//! The texts of goals in both languages: default names, and why a goal cannot be checked.

crate::catalogue! {
    /// The name of a goal without one.
    GOAL_PASS = "{source} can reach {destination}: {packets}", "{source} 可访问 {destination}：{packets}";
    /// The same, for packets that must not pass.
    GOAL_BLOCKED = "{source} cannot reach {destination}: {packets}", "{source} 不可访问 {destination}：{packets}";
    /// The same, for packets that alone may pass.
    GOAL_ONLY = "{source} can reach {destination} only by {packets}", "{source} 只能以 {packets} 访问 {destination}";
    /// An interface by one of its addresses.
    ADDRESS_OF = "{address} of {end}", "{end} 的 {address}";
    /// Pairs that fail a goal alike, and how the first of them does.
    FAILING_PAIRS = "{source} → {destination}, {pairs} pairs: {sentence}", "{source} → {destination}，{pairs} 条访问路径：{sentence}";
    /// The same for one pair.
    FAILING_PAIR = "{source} → {destination}: {sentence}", "{source} → {destination}：{sentence}";
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
    /// A goal about all of a kind, of which not all are known.
    UNLISTED = "holds for these, but the scenario does not list every network interface, so the answer is unknown", "已列出的网卡符合该目标，但场景未列出全部网卡，因此结果未知";
    /// Nothing to judge.
    NO_SUCH_PACKET = "no {packets} packet exists between {source} and {destination}", "{source} 与 {destination} 之间不存在 {packets} 数据包";
}
