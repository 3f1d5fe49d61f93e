//! Examples about rules and defaults.

use super::entry::{Example, Level, examples, tcp, udp};
use crate::connectivity::{AskedPacket, PacketChoice};
use crate::language::Text;
use crate::share::Pane;

examples! { Rules:
    "open-one-port" "ecs1" to "ecs2", tcp(22), Matrix;
    "One rule allows one path", "一条规则只放行一条访问路径";
    "Isolation is not a Deny rule: even an Allow rule with the lowest priority, 100, lets ecs1 reach TCP 22 of ecs2. Other ports and the opposite direction stay blocked.",
    "组内隔离不是一条拒绝规则：优先级最低（100）的允许规则也能让 ecs1 访问 ecs2 的 TCP 22。其他端口和反方向仍然不通。";

    "replies" "internet" to "web", tcp(80), Matrix;
    "Replies need no rule", "应答不需要规则";
    "Inbound TCP 80 is allowed and all outbound traffic is denied. The page still loads, because replies belong to the session opened by the first packet.",
    "入方向放行 TCP 80，出方向全部拒绝，网页照样可以访问：应答属于首个数据包建立的会话，自动放行。";

    "ping" "internet" to "web", PacketChoice::One(AskedPacket::Icmp), Matrix;
    "SSH works, ping does not", "SSH 正常，却 ping 不通";
    "A rule for TCP 22 does not apply to ICMP. Ping uses a protocol of its own and needs its own rule.",
    "放行 TCP 22 的规则与 ICMP 无关。ping 使用单独的 ICMP 协议，需要单独的规则。";

    "ipv6-client" "ipv6" to "web", tcp(80), Matrix;
    "Open to 0.0.0.0/0, blocked over IPv6", "对 0.0.0.0/0 开放，IPv6 却不通";
    "0.0.0.0/0 covers all IPv4 addresses but no IPv6 addresses. A client that connects over IPv6 needs a rule for ::/0.",
    "0.0.0.0/0 包含所有 IPv4 地址，但不包含任何 IPv6 地址。通过 IPv6 访问的客户端需要一条 ::/0 的规则。";

    "source-port" "client" to "resolver", udp(53), Matrix;
    "A quintuple rule", "五元组规则";
    "The rule also specifies the source ports and a local address. The same request from a port below 1024 is not allowed.",
    "这条规则还指定了对端的源端口和本端的地址。从 1024 以下的源端口发出的同样请求不会放行。";

    "outbound-port" "jump" to "internet", tcp(22), Matrix;
    "Whose port is it?", "这是谁的端口？";
    "Port 22 in an outbound rule means port 22 of the remote end. It blocks SSH connections to other hosts and has nothing to do with a server listening on port 22 of this instance.",
    "出方向规则里的端口 22 指对端的 22 端口：它阻断访问外部的 SSH，与本机监听的 22 端口无关。";

    "open-but-silent" "internet" to "web", tcp(80), Matrix;
    "Allowed, but the page does not load", "已经放行，页面仍打不开";
    "The security group allows TCP 80. If the page still does not load, check inside the instance: the address the service listens on, and the guest firewall.",
    "安全组已经放行 TCP 80。如果页面仍然打不开，请检查实例内部：服务监听的地址是否正确，操作系统防火墙是否放行。";

    "advanced-isolates" "ecs1" to "ecs2", PacketChoice::All, Matrix;
    "An advanced group denies everything by default", "企业级安全组默认全部拒绝";
    "Members of an advanced group are isolated, and both inbound and outbound traffic are denied by default: without rules, nothing gets in or out.",
    "企业级安全组的成员之间隔离，入方向默认拒绝，出方向也默认拒绝：没有规则时，既出不去，也进不来。";

    "advanced-way-out" "web" to "internet", tcp(443), Matrix;
    "Inbound allowed, downloads fail", "入方向已放行，下载却失败";
    "The advanced group allows inbound TCP 80, so visitors can connect. Package downloads are outbound, and an advanced group denies outbound traffic unless a rule allows it.",
    "企业级安全组放行了入方向的 TCP 80，访问正常。下载软件包属于出方向，企业级安全组没有出方向规则时不放行任何流量。";
}
