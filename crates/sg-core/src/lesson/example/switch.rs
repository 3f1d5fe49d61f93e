//! Examples about the intra-group policy.

use super::entry::{Example, Level, examples, tcp};
use crate::connectivity::PacketChoice;
use crate::language::Text;
use crate::share::Pane;

examples! { Switch:
    "three-groups" "ecs1" to "ecs2", PacketChoice::All, Matrix;
    "Three groups, the documented case", "文档中的三个安全组";
    "ecs1 and ecs2 share G1, which isolates its members, and still reach each other: they also share G2, which does not. ecs1 and ecs3 share no group.",
    "ecs1 与 ecs2 同属组内隔离的 G1，却仍然互通，因为它们还同属组内互通的 G2；ecs1 与 ecs3 没有共同的安全组，因此不通。";

    "one-group" "ecs1" to "ecs2", PacketChoice::All, Matrix;
    "One fresh basic group", "一个新建的普通安全组";
    "Two members of a new basic group reach each other on every port, without a single rule.",
    "新建的普通安全组没有任何规则，两个成员之间的所有端口也是互通的。";

    "accept-ignores-rules" "ecs1" to "ecs2", tcp(443), Matrix;
    "A Drop rule that does nothing", "一条不起作用的拒绝规则";
    "The group drops everything from everywhere, first in the list, and its members still reach each other: under intra-group connectivity, rules between members are ignored.",
    "安全组里优先级最高的规则拒绝所有来源的全部流量，成员之间却仍然互通：组内互通时，成员之间的自定义规则不起作用。";

    "drop-wakes-the-rule" "ecs1" to "ecs2", tcp(443), Matrix;
    "The same rule, isolated", "同一条规则，改为组内隔离";
    "The same group and the same Drop rule, with the policy set to Drop: now the rule decides.",
    "安全组和拒绝规则都没有变，只是组内连通策略改为组内隔离（Drop）：现在由这条规则决定。";

    "isolated" "ecs1" to "ecs2", PacketChoice::All, Matrix;
    "Internal isolation, no rules", "组内隔离，没有规则";
    "Drop takes away what the group would allow by itself. Nothing else lets the members in, so they are cut off; outbound to the Internet stays open.",
    "组内隔离只是去掉同组成员之间的默认放行。没有其他规则放行入方向，所以成员之间不通；访问公网的出方向仍然放行。";

    "one-accept-is-enough" "ecs1" to "ecs2", PacketChoice::All, Matrix;
    "One connecting group is enough", "有一个组内互通就够了";
    "Two instances share an isolating group and a connecting one: they reach each other. ecs3 is only in the isolating group and reaches nobody.",
    "两台实例同属一个组内隔离和一个组内互通的安全组，它们互通；ecs3 只在组内隔离的安全组里，与谁都不通。";

    "not-transitive" "ecs1" to "ecs3", PacketChoice::All, Matrix;
    "A common friend does not help", "经由第三台实例并不会互通";
    "ecs2 is in both groups, ecs1 and ecs3 in one each. Sharing a member is not sharing a group: ecs1 and ecs3 stay apart.",
    "ecs2 同时在两个安全组里，ecs1 和 ecs3 各在其中一个。有共同的成员不等于同属一个安全组，ecs1 与 ecs3 之间仍然不通。";

    "two-interfaces" "eni-bp1ecs1" to "eni-bp1ecs2", PacketChoice::All, Matrix;
    "Isolation is per interface", "组内隔离以网卡为单位";
    "Each instance has two interfaces. The primary ones are isolated from each other; the secondary ones are in a connecting group, so the same two instances still talk there.",
    "每台实例有两块网卡。主网卡之间隔离，辅助网卡在组内互通的安全组里，所以这两台实例仍可通过辅助网卡通信。";

    "accept-beats-other-groups" "ecs1" to "ecs2", tcp(443), Matrix;
    "A second group cannot take it back", "另一个安全组也收不回放行";
    "ecs2 is also in a group that drops everything. The group it shares with ecs1 connects, and that settles it, whatever the rules of the other group say.",
    "ecs2 还加入了一个拒绝一切的安全组。它与 ecs1 同属的安全组是组内互通，结果就此确定，与另一个安全组的规则无关。";

    "every-address" "client" to "server", PacketChoice::All, Matrix;
    "Every private address counts", "每个私网地址都算内网";
    "The server has an IPv6 address and a secondary IPv4 address. The policy of the group covers them all, for they are addresses of the internal network.",
    "server 有 IPv6 地址，还有一个辅助私网 IPv4 地址。这些都是内网地址，安全组的组内连通策略对它们同样有效。";
}
