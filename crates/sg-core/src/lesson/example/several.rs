//! Examples about priorities, several groups, kinds of addresses, and platform rules.

use super::entry::{Example, Level, Sample, examples, tcp};
use crate::connectivity::PacketChoice;
use crate::emulator::Action;
use crate::language::Text;
use crate::share::Pane;

examples! { Several:
    "tie-goes-to-drop" "office" to "web", tcp(22), Matrix;
    "At equal priority, Deny wins", "优先级相同，拒绝优先";
    "The office is allowed and all sources are denied, both with priority 1. The Deny rule wins although it is broader; give it a larger number.",
    "允许办公网和拒绝所有来源的规则优先级都是 1。尽管拒绝规则的范围更大，仍然是它生效；请把它的优先级数值改大。";

    "smaller-number-wins" "internet" to "ecs1", tcp(80), Matrix;
    "Two groups, one list", "两个安全组，一张规则列表";
    "Group base denies TCP 80 with priority 100, group web allows it with priority 1. ecs1 is in both: all rules form one list, and the smaller number comes first.",
    "安全组 base 以优先级 100 拒绝 TCP 80，安全组 web 以优先级 1 允许。ecs1 同时在两个组里：所有规则合并为一张列表，数值小的优先。";

    "public-address" "internet" to "ecs2", tcp(80), Matrix;
    "Group members over the public network", "同组成员通过公网访问";
    "Members of a group set to Accept can reach each other by private IP address. The policy applies to the internal network only: traffic to a public IP address needs a rule, even between members.",
    "同属一个组内互通的安全组，成员之间通过私网 IP 地址互通。组内连通策略只作用于内网：通过公网 IP 地址访问时，无论是不是组内成员，都需要规则放行。";

    "group-as-source" "web" to "db", tcp(3306), Matrix;
    "A group as the source", "以安全组作为授权对象";
    "DB allows TCP 3306 from the group WEB. This means the private IP addresses of the current members of WEB, never their public ones.",
    "DB 放行来源为安全组 WEB 的 TCP 3306，指的是 WEB 当前所有成员的私网 IP 地址，不包括公网 IP 地址。";

    "group-is-one-way" "db" to "web", PacketChoice::All, Matrix;
    "Authorization is one-way", "授权是单向的";
    "DB allows access from WEB. This does not allow the opposite direction: for DB to reach WEB, WEB needs its own rule.",
    "DB 放行了 WEB 的访问，反方向并不因此放行：DB 要访问 WEB，需要在 WEB 里另加规则。";

    "disputed-outbound-drop" "ecs1" to "ecs2", tcp(80), Matrix;
    "Where the documents disagree", "文档说法不一之处";
    "The members are connected, and a custom outbound rule denies TCP 80. Some pages say it is ignored, one says it comes first. The result points out the disagreement and the reading it uses.",
    "成员之间组内互通，同时有一条自定义出方向规则拒绝 TCP 80。有的文档说它不起作用，有的把它排在最前。结果中会注明分歧以及所采用的说法。";

    "metadata" "ecs1" to "metadata", tcp(80), Matrix;
    "The metadata service is always reachable", "元数据服务始终可达";
    "All outbound traffic is denied, but 100.100.100.200 is still reachable: no rule can block it. The next address, 100.100.100.201, is treated like any other.",
    "出方向全部拒绝，仍能访问 100.100.100.200：任何规则都无法阻断它。相邻的 100.100.100.201 则与普通地址一样。";

    "mail" "mail" to "internet", tcp(25), Matrix;
    "Port 25 is allowed, but mail is not sent", "放行了 25 端口，邮件仍发不出";
    "The platform blocks outbound TCP 25 to the Internet, and no rule can allow it. Use port 465, or request unblocking.",
    "平台封禁了访问公网的 TCP 25 端口，规则无法放行。请改用 465 端口发送，或申请解封。";

    "load-balancer" "balancer" to "backend", tcp(80), Matrix;
    "Everything denied, backend still reachable", "全部拒绝，后端仍可访问";
    "Traffic forwarded by a load balancer is not checked by the backend's security groups. Rules cannot tell whether a load balancer forwarded the traffic, so the result describes both cases.",
    "负载均衡转发的流量不经过后端安全组检查。安全组规则无法识别流量是否由负载均衡转发，所以结果会同时说明两种情况。";

    "load-balancer-group" "internet" to "eni-bp1alb", tcp(80), Matrix;
    "A load balancer reads its group differently", "负载均衡按自己的方式使用安全组";
    "The group has one Allow rule for port 443, yet port 80 of the ALB is open: without a Deny rule, a load balancer allows all inbound traffic. The same group on an instance allows port 443 only.",
    "安全组只有一条放行 443 端口的规则，但 ALB 的 80 端口也可以访问：没有拒绝规则时，负载均衡放行全部入方向流量。同一个安全组用在实例上，只放行 443 端口。";

    "other-account" "partner" to "db", tcp(5432), Matrix;
    "A group of another account", "其他账号的安全组";
    "Port 5432 is open to a group of another account, whose members this account cannot see. Whether partner is one of them is unknown, so the result is unknown, not blocked.",
    "5432 端口对其他账号的一个安全组放行，而本账号看不到它的成员。partner 是否是其成员未知，因此结果为未知，而不是不通。";

    "two-vpcs" "shop" to "lab", tcp(443), Matrix;
    "No route, so rules do not help", "没有路由，规则也没有用";
    "Group lab allows all traffic from everywhere, but its VPC is not connected: no rule replaces a route. The VPC of bank is connected, and there the rule decides.",
    "安全组 lab 放行所有来源的全部流量，但它所在的专有网络未与对端连通：规则不能代替路由。bank 所在的专有网络已连通，由规则决定。";

    "no-public-address" "internet" to "app", tcp(443), Matrix;
    "Open to everyone, reached by nobody", "对所有人放行，却无人可达";
    "The rule allows TCP 443 from anywhere, but no public IP address leads to app: the Internet reaches web only. Without SNAT, app does not reach the Internet either.",
    "规则放行所有来源的 TCP 443，但没有公网 IP 地址通向 app：公网只能访问 web。专有网络没有 SNAT，app 也无法访问公网。";

    "prefix-list" "stranger" to "web", tcp(443), Matrix;
    "A prefix list as the source", "以前缀列表作为授权对象";
    "One rule allows all CIDR blocks of the list: partner is in it, stranger is not. For rule quotas, the rule counts as many times as the list's maximum number of entries.",
    "一条规则放行列表中的所有地址段：合作方（partner）在列表内，陌生地址（stranger）不在。计算规则配额时，按列表的最大条目容量计入。";

    "moving" "ecs1" to "ecs3", PacketChoice::All, Matrix,
        calls LeaveSecurityGroup [("RegionId", "cn-hangzhou"), ("SecurityGroupId", "sg-bp1old"), ("InstanceId", "i-bp1ecs1")];
    "Switching groups without interruption", "更换安全组而不中断会话";
    "ecs1 moves from old to new. It has already joined the new group; about 10 seconds later it leaves the old one. Point at the call to see what this will block.",
    "ecs1 要从 old 换到 new：先加入新安全组，等待约 10 秒，再移出原安全组。下方的请求就是最后一步，可以预先看到它会阻断哪些访问。";

    "odd-rules" "internet" to "ecs1", PacketChoice::All, Problems;
    "Problematic rules", "有问题的规则";
    "A rule covered by a broader one, a rule that never matches, SSH open to the Internet, a group without members: each with its reason and a fix.",
    "被更大范围规则包含的规则、永远不会匹配的规则、对公网开放的 SSH、没有成员的安全组：每一项都给出原因和修复方法。";
}
