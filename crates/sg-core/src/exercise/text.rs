//! The sentences of exercises, in both languages.

crate::catalogue! {
    TITLE = "Exercise {number}", "练习 {number}";
    /// The task; the goals are sentences, separated by [`SEPARATOR`].
    TASK = "Change rules and policies so that every goal is met: {goals}.", "请修改规则和组内连通策略，使所有目标都达成：{goals}。";
    SEPARATOR = "; ", "；";
    /// A hint: how many edits, and in which groups.
    FEWEST_ONE = "One change is enough. It is in {groups}.", "修改一处即可，在 {groups} 中。";
    FEWEST = "{count} changes are enough. They are in {groups}.", "修改 {count} 处即可，在 {groups} 中。";
    /// How a misconception fails: every goal seems to be met.
    BELIEVED_MET = "Somebody who believes “{misconception}” changes nothing, because to them every goal seems to be met.", "认为“{misconception}”的人不会做任何修改，因为在其看来所有目标都已达成。";
    /// The same: an edit seems to meet them.
    BELIEVED = "Somebody who believes “{misconception}” expects this to be enough, and it is not: {edit}.", "认为“{misconception}”的人以为这样就够了，其实不够：{edit}。";
}
