//! Texts of the problem list.

sg_core::catalogue! {
    NONE = "No problems found in this scenario.", "此场景没有发现问题。";
    NONE_SINCE = "No problem names a rule created since {time}. Changes of policies and memberships have no time on record: clear the field to see all problems.", "没有问题涉及 {time} 之后创建的规则。组内连通策略和成员的变更没有时间记录，清空上方时间可查看全部问题。";
    RULES_SINCE = "Rules created since {time}, newest first ({count})", "{time} 之后创建的规则（从新到旧，共 {count} 条）";
    NO_RULE_SINCE = "No rule was created since {time}.", "{time} 之后没有创建规则。";
    RISK = "risk", "风险";
    WARNING = "warning", "警告";
    NOTICE = "notice", "提示";
    AFFECTED = "Affected: {roles}", "涉及：{roles}";
    SHOW = "Show in {group}", "在 {group} 中查看";
}
