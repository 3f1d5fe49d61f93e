//! Examples about the intra-group policy.

use super::entry::{Example, Level, examples, tcp};
use crate::connectivity::PacketChoice;
use crate::language::Text;
use crate::share::Pane;

examples! { Switch:
    "three-groups" "ecs1" to "ecs2", PacketChoice::All, Matrix;
    "Three groups: the documented case", "文档中的三个安全组";
    "ecs1 and ecs2 share G1, which isolates its members, but can still reach each other because they also share G2, which is set to Accept. ecs1 and ecs3 share no group.",
    "ecs1 与 ecs2 同属组内隔离的 G1，却仍然互通，因为它们还同属组内互通的 G2；ecs1 与 ecs3 没有共同的安全组，因此不通。";

    "one-group" "ecs1" to "ecs2", PacketChoice::All, Matrix;
    "One new basic group", "一个新建的普通安全组";
    "Two members of a new basic group can reach each other on all ports without any rules.",
    "新建的普通安全组没有任何规则，两个成员之间的所有端口也是互通的。";

    "accept-ignores-rules" "ecs1" to "ecs2", tcp(443), Matrix;
    "A Deny rule that has no effect", "一条不起作用的拒绝规则";
    "The group's highest-priority rule denies all traffic from everywhere, but its members can still reach each other: with intra-group connectivity, rules between members are ignored.",
    "安全组里优先级最高的规则拒绝所有来源的全部流量，成员之间却仍然互通：组内互通时，成员之间的自定义规则不起作用。";

    "drop-wakes-the-rule" "ecs1" to "ecs2", tcp(443), Matrix;
    "The same rule with internal isolation", "同一条规则，改为组内隔离";
    "The same group and the same Deny rule, with the policy set to Drop: now the rule decides.",
    "安全组和拒绝规则都没有变，只是组内连通策略改为组内隔离（Drop）：现在由这条规则决定。";

    "isolated" "ecs1" to "ecs2", PacketChoice::All, Matrix;
    "Internal isolation, no rules", "组内隔离，没有规则";
    "Drop only removes the default permission between members. No rule allows inbound traffic, so the members cannot reach each other; outbound traffic to the Internet is still allowed.",
    "组内隔离只是去掉同组成员之间的默认放行。没有其他规则放行入方向，所以成员之间不通；访问公网的出方向仍然放行。";

    "one-accept-is-enough" "ecs1" to "ecs2", PacketChoice::All, Matrix;
    "One group set to Accept is enough", "有一个组内互通就够了";
    "Two instances share a group set to Drop and a group set to Accept: they can reach each other. ecs3 is only in the group set to Drop and cannot reach either of them.",
    "两台实例同属一个组内隔离和一个组内互通的安全组，它们互通；ecs3 只在组内隔离的安全组里，与两者都不通。";

    "not-transitive" "ecs1" to "ecs3", PacketChoice::All, Matrix;
    "A third member does not connect two others", "通过第三个成员并不会互通";
    "ecs2 is in both groups, ecs1 and ecs3 are in one each. Having a member in common does not mean being in the same group: ecs1 and ecs3 cannot reach each other.",
    "ecs2 同时在两个安全组里，ecs1 和 ecs3 各在其中一个。有共同的成员不等于同属一个安全组，ecs1 与 ecs3 之间仍然不通。";

    "two-interfaces" "eni-bp1ecs1" to "eni-bp1ecs2", PacketChoice::All, Matrix;
    "Isolation applies per network interface", "组内隔离以网卡为单位";
    "Each instance has two network interfaces. The primary ones are isolated from each other; the secondary ones are in a group set to Accept, so the two instances can still communicate through them.",
    "每台实例有两张网卡。主网卡之间隔离，辅助网卡在组内互通的安全组里，所以这两台实例仍可通过辅助网卡通信。";

    "accept-beats-other-groups" "ecs1" to "ecs2", tcp(443), Matrix;
    "Another group cannot revoke access", "另一个安全组的规则也无法撤销放行";
    "ecs2 is also in a group that denies everything. The group it shares with ecs1 is set to Accept, and that decides, whatever the rules of the other group.",
    "ecs2 还加入了一个拒绝全部流量的安全组。它与 ecs1 同属的安全组是组内互通，结果就此确定，与另一个安全组的规则无关。";

    "every-address" "client" to "server", PacketChoice::All, Matrix;
    "Every private IP address counts", "每个私网 IP 地址都算内网";
    "The server has an IPv6 address and a secondary IPv4 address. Both are internal addresses, so the intra-group policy applies to them too.",
    "server 有 IPv6 地址，还有一个辅助私网 IPv4 地址。这些都是内网地址，安全组的组内连通策略对它们同样有效。";
}
