//! Common misconceptions about security groups, each with its correction.

use crate::connectivity::ClauseId;
use crate::language::Text;

/// A misconception in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
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
}

/// Declares the misconceptions in the order of their numbers, which quiz seeds depend on. New ones
/// need numbers of their own; see [`Quiz::of`](super::Quiz::of).
macro_rules! beliefs {
    ($($(#[$doc:meta])* $name:ident $word:literal $clause:ident:
        $name_en:literal, $name_zh:literal;
        $thought_en:literal, $thought_zh:literal;
        $correction_en:literal, $correction_zh:literal;
        $met_en:literal, $met_zh:literal;
    )+) => {
        /// A misconception. Someone who has it expects the result of [`passes`](super::passes).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Belief {
            $($(#[$doc])* $name,)+
        }

        impl Belief {
            /// Every misconception, in numerical order.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// A stable identifier.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)+
                }
            }

            /// The misconception in words.
            pub const fn told(self) -> Told {
                match self {
                    $(Self::$name => Told {
                        name: Text { en: $name_en, zh: $name_zh },
                        thought: Text { en: $thought_en, zh: $thought_zh },
                        correction: Text { en: $correction_en, zh: $correction_zh },
                        met: Text { en: $met_en, zh: $met_zh },
                        clause: ClauseId::$clause,
                    },)+
                }
            }
        }
    };
}

beliefs! {
    /// Rules are evaluated in list order.
    TopToBottom "top-to-bottom" MergedByPriority:
    "Rules are tried from top to bottom", "规则按列表从上到下匹配";
    "The first line of the list that matches decides.",
    "列表中排在最前面的匹配规则生效。";
    "The place in the list means nothing. The smaller priority number is tried first, whichever group the rule belongs to.",
    "规则在列表中的位置不起作用：优先级数值小的先匹配，与规则属于哪个安全组无关。";
    "Chains of iptables and access lists of routers work that way.",
    "iptables 的链和路由器的访问控制列表是这样工作的。";

    /// Groups can only allow.
    NoDropRules "no-drop-rules" FirstMatchDecides:
    "Security groups cannot drop", "安全组没有拒绝规则";
    "A group lists what is allowed, and whatever any rule allows passes.",
    "安全组只列出允许的流量，任何一条规则允许就能通过。";
    "Rules can also drop. The first one that matches decides, and if it drops, a weaker Accept rule is not asked any more.",
    "规则也可以拒绝。第一条命中的规则生效：如果它是拒绝，后面的允许规则不再匹配。";
    "Security groups of AWS hold allow rules only.",
    "AWS 的安全组只有允许规则。";

    /// Drop overrides everything.
    DropAlwaysWins "drop-always-wins" MergedByPriority:
    "A Drop rule always wins", "拒绝规则总是优先";
    "One matching Drop rule is enough, whatever its priority.",
    "只要命中一条拒绝规则就不通，与优先级无关。";
    "Drop goes first only at equal priority. An Accept rule with a smaller number comes before it and decides.",
    "只有优先级相同时拒绝才优先。优先级数值更小的允许规则排在它前面，先生效。";
    "In the firewall of Windows, and in RAM policies, a deny beats every allow.",
    "在 Windows 防火墙和 RAM 权限策略中，拒绝优先于一切允许。";

    /// Rules override the intra-group policy.
    DropBeatsMembership "drop-beats-accept" AcceptConnects:
    "A Drop rule cuts members off", "拒绝规则能阻断组内互通的成员";
    "Members of a connecting group reach each other until a rule drops it.",
    "组内互通的成员默认互通，加一条拒绝规则就能阻断。";
    "While a shared basic group is set to Accept, custom rules between its members are ignored. Only once the policy is Drop do rules decide.",
    "共同所属的普通安全组为组内互通（Accept）时，成员之间的自定义规则不起作用。改为组内隔离（Drop）之后，才由规则决定。";
    "Who reads the list of rules alone does not see the policy, which stands beside it.",
    "只看规则列表时，看不到列表之外的组内连通策略。";

    /// The policy Drop denies traffic.
    IsolationDenies "isolation-denies" DropLeavesItToRules:
    "Isolation is a deny rule", "组内隔离是一条拒绝规则";
    "A group set to Drop blocks its members from each other, whatever else allows them.",
    "组内隔离（Drop）的成员之间一律不通，其他允许都无效。";
    "Drop only takes away what membership would allow. An Accept rule, even with priority 100, or another shared group set to Accept still connects the members.",
    "组内隔离只是去掉同组成员之间的默认放行。一条允许规则（哪怕优先级为 100），或另一个组内互通的共同安全组，仍能让成员互通。";
    "The value of the policy is called Drop, like the action of a rule.",
    "策略的取值 Drop 与规则的拒绝动作同名。";

    /// Groups of one interface apply to the whole instance.
    PerInstance "per-instance" PerInterface:
    "Groups count for the whole instance", "安全组对整台实例生效";
    "What one network interface is a member of holds for every interface of its instance.",
    "一块网卡加入的安全组，对同一实例的所有网卡都生效。";
    "Groups belong to network interfaces. Each interface is judged by its own groups alone.",
    "安全组作用于网卡。每块网卡只按自己所属的安全组判断。";
    "With one interface per instance, which is the usual case, there is no difference to notice.",
    "多数实例只有一块网卡，看不出区别。";

    /// Connectivity is transitive.
    Transitive "transitive" OnlySharedGroupsCount:
    "Connectivity passes on", "互通可以传递";
    "If one group connects A and B, and another B and C, then A reaches C.",
    "A 与 B 同组互通，B 与 C 同组互通，那么 A 与 C 也互通。";
    "Only a group that both ends belong to connects them. A common neighbour does not.",
    "只有两端共同所属的安全组才能让它们互通，有共同的邻居并不够。";
    "Routers and VPN hubs do pass traffic on from one network to the next.",
    "路由器和 VPN 网关确实会把流量从一个网络转发到另一个网络。";

    /// Groups are stateless.
    RepliesNeedRules "replies-need-rules" Stateful:
    "Replies need a rule of their own", "应答需要单独的规则";
    "The answer is a packet too, so the way back has to be opened as well.",
    "应答也是数据包，所以反方向也要放行。";
    "Security groups are stateful: once the first packet of a session is allowed, its replies pass.",
    "安全组是有状态的：会话的首个数据包放行后，应答自动放行。";
    "Network ACLs keep no sessions and need both directions.",
    "网络 ACL 不记录会话，两个方向都需要规则。";

    /// A larger number means a higher priority.
    LargerWins "larger-wins" MergedByPriority:
    "A larger number is a higher priority", "数值越大优先级越高";
    "Priority 100 is stronger than priority 1.",
    "优先级 100 高于优先级 1。";
    "It is the other way round: 1 is the strongest priority and 100 the weakest.",
    "恰好相反：1 的优先级最高，100 的优先级最低。";
    "Elsewhere the larger number often wins, as among routers that share an address (VRRP).",
    "在其他地方常常是数值大的优先，例如 VRRP 路由器的优先级。";

    /// A group as a peer includes the public addresses of its members.
    GroupsMeanPublic "groups-mean-public" GroupPeerIsPrivate:
    "A group includes public addresses", "安全组包含成员的公网地址";
    "A rule that names a group matches its members whichever address they use.",
    "以安全组作为授权对象时，成员使用哪个地址都会匹配。";
    "A group as authorization object means the private addresses of its members. Public addresses match only an address block.",
    "以安全组作为授权对象，指的是成员的私网 IP 地址。公网地址只能用地址段匹配。";
    "The rule names machines and no addresses, so every way to them seems to be covered.",
    "规则里写的是安全组而不是地址，容易以为包含成员的所有地址。";

    /// Every group allows outbound traffic by default.
    AdvancedLetsOut "advanced-lets-out" AdvancedEgressDefault:
    "Outbound is always open at first", "出方向默认总是放行";
    "An advanced group too lets traffic out until a rule closes it.",
    "企业级安全组的出方向同样默认放行，除非有规则拒绝。";
    "That is so for basic groups. An advanced group denies outbound traffic that no rule allows.",
    "只有普通安全组是这样。企业级安全组的出方向没有规则放行时一律拒绝。";
    "Basic security groups start like that, and so do the groups of other clouds.",
    "普通安全组和其他云的安全组都是这样。";

    /// A rule that references a group works in both directions.
    OpensBothWays "opens-both-ways" GroupPeerIsPrivate:
    "Naming a group opens both ways", "引用安全组会双向放行";
    "If a rule of one group lets another group in, then the other lets it in too.",
    "一个安全组放行了另一个安全组的访问，反方向也随之放行。";
    "A rule speaks of one direction. For the other way, the other group needs a rule of its own.",
    "规则只对一个方向生效。反方向需要在另一个安全组里另加规则。";
    "Two groups that are named together sound like a connection between them.",
    "规则里同时出现两个安全组，看起来像是把它们连接起来。";
}

impl Belief {
    /// Its index in [`Belief::ALL`].
    pub(super) const fn number(self) -> u64 {
        self as u64
    }
}
