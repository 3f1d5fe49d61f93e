//! Examples about rules and defaults.

use super::entry::{Example, Level, examples, tcp, udp};
use crate::connectivity::{AskedPacket, PacketChoice};
use crate::language::Text;
use crate::share::Pane;

examples! { Rules:
    "open-one-port" "ecs1" to "ecs2", tcp(22), Matrix;
    "One rule reopens one path", "一条规则只打开一条路径";
    "Isolation is no Drop rule: the weakest Accept, priority 100, still lets ecs1 reach TCP 22 of ecs2. Other ports stay closed, and so does the way back.",
    "组内隔离不是一条拒绝规则：优先级最低（100）的允许规则也能让 ecs1 访问 ecs2 的 TCP 22。其他端口和反方向仍然不通。";

    "replies" "internet" to "web", tcp(80), Matrix;
    "Replies need no rule", "应答不需要规则";
    "Inbound TCP 80 is allowed and everything outbound is dropped. The page is served all the same, because replies belong to the session that the first packet opened.",
    "入方向放行 TCP 80，出方向全部拒绝，网页照样可以访问：应答属于首个数据包建立的会话，自动放行。";

    "ping" "internet" to "web", PacketChoice::One(AskedPacket::Icmp), Matrix;
    "SSH works, ping does not", "SSH 正常，却 ping 不通";
    "A rule for TCP 22 says nothing about ICMP. Ping is a protocol of its own and needs a rule of its own.",
    "放行 TCP 22 的规则与 ICMP 无关。ping 使用单独的 ICMP 协议，需要单独的规则。";

    "ipv6-client" "ipv6" to "web", tcp(80), Matrix;
    "Open to 0.0.0.0/0, closed to IPv6", "对 0.0.0.0/0 开放，IPv6 却不通";
    "0.0.0.0/0 is every IPv4 address and not one IPv6 address. A client that comes over IPv6 needs a rule for ::/0.",
    "0.0.0.0/0 包含所有 IPv4 地址，但不包含任何 IPv6 地址。通过 IPv6 访问的客户端需要一条 ::/0 的规则。";

    "source-port" "client" to "resolver", udp(53), Matrix;
    "A rule with five parts", "五元组规则";
    "The rule names the sender's ports and one own address too. From a port below 1024 the same question goes unanswered.",
    "这条规则还限定了对端的源端口和本端的地址。从 1024 以下的源端口发出的同样请求得不到放行。";

    "outbound-port" "jump" to "internet", tcp(22), Matrix;
    "Whose port is it?", "这是谁的端口？";
    "An outbound rule for port 22 means port 22 of the remote side. It stops SSH to elsewhere and says nothing about a server of one's own on port 22.",
    "出方向规则里的端口 22 指对端的 22 端口：它阻断访问外部的 SSH，与本机监听的 22 端口无关。";

    "open-but-silent" "internet" to "web", tcp(80), Matrix;
    "Open, and still nothing answers", "已经放行，页面仍打不开";
    "The security group lets TCP 80 through. If the page stays dead, look inside the instance: at the address the service listens on, and at the guest firewall.",
    "安全组已经放行 TCP 80。如果页面仍然打不开，请检查实例内部：服务是否监听在 0.0.0.0，操作系统防火墙是否放行。";

    "advanced-isolates" "ecs1" to "ecs2", PacketChoice::All, Matrix;
    "An advanced group starts closed", "企业级安全组默认全部关闭";
    "Members of an advanced group are isolated, inbound is denied, and outbound too: without rules nothing leaves and nothing arrives.",
    "企业级安全组的成员之间隔离，入方向默认拒绝，出方向也默认拒绝：没有规则时，既出不去，也进不来。";

    "advanced-way-out" "web" to "internet", tcp(443), Matrix;
    "Inbound open, downloads fail", "入方向已放行，下载却失败";
    "The advanced group allows inbound TCP 80, so visitors are served. Package downloads are outbound, and an advanced group lets nothing out without a rule.",
    "企业级安全组放行了入方向的 TCP 80，访问正常。下载软件包属于出方向，企业级安全组没有出方向规则时不放行任何流量。";
}
