//! Common misconceptions about security groups, each with its correction.

use crate::connectivity::ClauseId;
use crate::language::Text;
use crate::lesson::Lesson;

/// A misconception in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation {
    /// Its name, as someone who has it would put it.
    pub name: Text,
    /// What they expect to happen.
    pub thought: Text,
    /// What actually happens.
    pub correction: Text,
    /// Where the misconception comes from.
    pub met: Text,
    /// The statement that contradicts it.
    pub clause: ClauseId,
    /// The id of the lesson that teaches it.
    pub lesson: &'static str,
}

/// Declares the misconceptions in the order of their numbers, which quiz seeds depend on. New ones
/// need numbers of their own; see [`Quiz::of`](super::Quiz::of).
macro_rules! misconceptions {
    ($($(#[$doc:meta])* $name:ident $word:literal $clause:ident $lesson:literal:
        $name_en:literal, $name_zh:literal;
        $thought_en:literal, $thought_zh:literal;
        $correction_en:literal, $correction_zh:literal;
        $met_en:literal, $met_zh:literal;
    )+) => {
        /// A misconception. Someone who has it expects the result of [`passes`](super::passes).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Misconception {
            $($(#[$doc])* $name,)+
        }

        impl Misconception {
            /// Every misconception, in numerical order.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// A stable identifier.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)+
                }
            }

            /// The misconception in words.
            pub const fn explanation(self) -> Explanation {
                match self {
                    $(Self::$name => Explanation {
                        name: Text { en: $name_en, zh: $name_zh },
                        thought: Text { en: $thought_en, zh: $thought_zh },
                        correction: Text { en: $correction_en, zh: $correction_zh },
                        met: Text { en: $met_en, zh: $met_zh },
                        clause: ClauseId::$clause,
                        lesson: $lesson,
                    },)+
                }
            }
        }
    };
}

misconceptions! {
    /// Rules are evaluated in list order.
    TopToBottom "top-to-bottom" MergedByPriority "one-list":
    "Rules are evaluated from top to bottom", "规则按列表从上到下匹配";
    "The first matching rule in the list decides.",
    "列表中排在最前面的匹配规则生效。";
    "The position in the list does not matter. The rule with the smaller priority number comes first, no matter which group it belongs to.",
    "规则在列表中的位置不起作用：优先级数值小的先匹配，与规则属于哪个安全组无关。";
    "iptables chains and router access lists work this way.",
    "iptables 的链和路由器的访问控制列表是这样工作的。";

    /// Groups can only allow.
    NoDropRules "no-drop-rules" FirstMatchDecides "replies":
    "Security groups cannot deny traffic", "安全组没有拒绝规则";
    "A group only lists what is allowed, and anything that any rule allows gets through.",
    "安全组只列出允许的流量，任何一条规则允许就能通过。";
    "Rules can also deny. The first matching rule decides; if it is a Deny rule, Allow rules after it are not evaluated.",
    "规则也可以拒绝。第一条匹配的规则生效：如果它是拒绝规则，就不再匹配后面的允许规则。";
    "AWS security groups have Allow rules only.",
    "AWS 的安全组只有允许规则。";

    /// Drop overrides everything.
    DropAlwaysWins "drop-always-wins" MergedByPriority "one-list":
    "A Deny rule always wins", "拒绝规则总是优先";
    "One matching Deny rule is enough, whatever its priority.",
    "只要匹配一条拒绝规则就不通，与优先级无关。";
    "Deny takes precedence only at equal priority. An Allow rule with a smaller number comes first and decides.",
    "只有优先级相同时拒绝才优先。优先级数值更小的允许规则排在它前面，先生效。";
    "In Windows Firewall and in RAM policies, a deny overrides every allow.",
    "在 Windows 防火墙和 RAM 权限策略中，拒绝优先于一切允许。";

    /// Rules override the intra-group policy.
    DropBeatsMembership "drop-beats-accept" AcceptConnects "quarantine":
    "A Deny rule blocks traffic between members", "拒绝规则能阻断组内互通的成员";
    "Members of a group set to Accept can reach each other until a rule denies it.",
    "组内互通的成员默认互通，加一条拒绝规则就能阻断。";
    "While a shared basic group is set to Accept, custom rules between its members are ignored. Rules decide only after the policy is set to Drop.",
    "共同所属的普通安全组为组内互通（Accept）时，成员之间的自定义规则不起作用。改为组内隔离（Drop）之后，才由规则决定。";
    "If you look only at the rule list, you do not see the policy, which is shown separately.",
    "只看规则列表时，看不到列表之外的组内连通策略。";

    /// The policy Drop denies traffic.
    IsolationDenies "isolation-denies" DropLeavesItToRules "three-groups":
    "Isolation is a deny rule", "组内隔离是一条拒绝规则";
    "A group set to Drop blocks all traffic between its members, whatever else allows it.",
    "组内隔离（Drop）的成员之间一律不通，其他允许都无效。";
    "Drop only removes the default permission that comes with membership. An Allow rule, even with priority 100, or another shared group set to Accept still connects the members.",
    "组内隔离只是去掉同组成员之间的默认放行。一条允许规则（哪怕优先级为 100），或另一个组内互通的共同安全组，仍能让成员互通。";
    "The policy value is called Drop, just like the action of a rule.",
    "策略的取值 Drop 与规则的拒绝动作同名。";

    /// Groups of one interface apply to the whole instance.
    PerInstance "per-instance" PerInterface "per-interface":
    "Security groups apply to the whole instance", "安全组对整台实例生效";
    "A group that one network interface belongs to applies to every network interface of the instance.",
    "一张网卡加入的安全组，对同一实例的所有网卡都生效。";
    "Groups apply to network interfaces. Each network interface is evaluated with its own groups only.",
    "安全组作用于网卡。每张网卡只按自己所属的安全组判断。";
    "Most instances have a single network interface, so there is no visible difference.",
    "多数实例只有一张网卡，看不出区别。";

    /// Connectivity is transitive.
    Transitive "transitive" OnlySharedGroupsCount "common-friend":
    "Connectivity is transitive", "互通可以传递";
    "If one group connects A and B, and another connects B and C, then A can reach C.",
    "A 与 B 同组互通，B 与 C 同组互通，那么 A 与 C 也互通。";
    "Only a group that both ends belong to connects them. Having a third member in common does not.",
    "只有两端共同所属的安全组才能让它们互通，有共同的第三个成员并不够。";
    "Routers and VPN gateways do forward traffic from one network to the next.",
    "路由器和 VPN 网关确实会把流量从一个网络转发到另一个网络。";

    /// Groups are stateless.
    RepliesNeedRules "replies-need-rules" Stateful "replies":
    "Replies need a rule of their own", "应答需要单独的规则";
    "The reply is also a packet, so the opposite direction must be allowed too.",
    "应答也是数据包，所以反方向也要放行。";
    "Security groups are stateful: once the first packet of a session is allowed, its replies are allowed.",
    "安全组是有状态的：会话的首个数据包放行后，应答自动放行。";
    "Network ACLs are stateless and need rules in both directions.",
    "网络 ACL 不记录会话，两个方向都需要规则。";

    /// A larger number means a higher priority.
    LargerWins "larger-wins" MergedByPriority "one-list":
    "A larger number means a higher priority", "数值越大优先级越高";
    "Priority 100 takes precedence over priority 1.",
    "优先级 100 高于优先级 1。";
    "It is the opposite: 1 is the highest priority and 100 the lowest that can be set.",
    "恰好相反：1 的优先级最高，100 是可以设置的最低优先级。";
    "Elsewhere the larger number often wins, for example in VRRP router priorities.",
    "在其他地方常常是数值大的优先，例如 VRRP 路由器的优先级。";

    /// A group as a peer includes the public addresses of its members.
    GroupsMeanPublic "groups-mean-public" GroupPeerIsPrivate "group-as-source":
    "A group includes public addresses", "安全组包含成员的公网 IP 地址";
    "A rule that references a group matches its members no matter which address they use.",
    "以安全组作为授权对象时，成员使用哪个地址都会匹配。";
    "A group as the authorization object means the private IP addresses of its members. Public IP addresses match only a CIDR block.",
    "以安全组作为授权对象，指的是成员的私网 IP 地址。公网 IP 地址只能用地址段匹配。";
    "The rule names a group and not addresses, so it seems to cover every address of its members.",
    "规则里写的是安全组而不是地址，容易以为包含成员的所有地址。";

    /// Every group allows outbound traffic by default.
    AdvancedLetsOut "advanced-lets-out" AdvancedEgressDefault "the-way-out":
    "Outbound traffic is always allowed by default", "出方向默认总是放行";
    "An advanced group also allows outbound traffic until a rule denies it.",
    "企业级安全组的出方向同样默认放行，除非有规则拒绝。";
    "This applies to basic groups only. An advanced group denies outbound traffic that no rule allows.",
    "只有普通安全组是这样。企业级安全组的出方向没有规则放行时一律拒绝。";
    "Basic security groups allow outbound traffic by default, and so do the security groups of other clouds.",
    "普通安全组和其他云厂商的安全组，出方向默认都是放行的。";

    /// A rule that references a group works in both directions.
    OpensBothWays "opens-both-ways" GroupPeerIsPrivate "group-as-source":
    "Referencing a group allows both directions", "引用安全组会双向放行";
    "If one group allows access from another group, the opposite direction is allowed too.",
    "一个安全组放行了另一个安全组的访问，反方向也随之放行。";
    "A rule applies to one direction only. For the opposite direction, the other group needs its own rule.",
    "规则只对一个方向生效。反方向需要在另一个安全组里另加规则。";
    "A rule that references another group looks like a connection between the two.",
    "规则里同时出现两个安全组，看起来像是把它们连接起来。";
}

impl Misconception {
    /// The misconception with an identifier.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|own| own.word() == word)
    }

    /// The misconceptions that the lessons up to the latest of `done` teach, in numerical order; all
    /// of them if none is done.
    pub fn taught<'a>(done: impl IntoIterator<Item = &'a str>) -> Vec<Self> {
        let place = |id: &str| Lesson::all().iter().position(|lesson| lesson.id == id);
        let latest = done.into_iter().filter_map(place).max();
        let known = |own: &Self| latest.is_none() || place(own.explanation().lesson) <= latest;
        Self::ALL.iter().copied().filter(known).collect()
    }

    /// Its index in [`Misconception::ALL`].
    pub(crate) const fn number(self) -> u64 {
        self as u64
    }
}
