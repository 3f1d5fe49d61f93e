//! Examples about the API: calls that are refused, and what queries return.

use super::entry::{Example, Level, Sample, examples};
use crate::connectivity::PacketChoice;
use crate::emulator::Action;
use crate::language::Text;
use crate::share::Pane;

examples! { Api:
    "advanced-refuses-the-switch" "ecs1" to "ecs2", PacketChoice::All, Errors,
        calls ModifySecurityGroupPolicy [("RegionId", "cn-hangzhou"), ("SecurityGroupId", "sg-bp1core"), ("InnerAccessPolicy", "Accept")];
    "The switch that cannot be flipped", "无法切换的策略";
    "An advanced group always isolates its members. Asking for Accept is answered with 404 InvalidParameter.InnerAccessPolicy.",
    "企业级安全组始终组内隔离。请求改为 Accept 会返回 404 InvalidParameter.InnerAccessPolicy。";

    "managed-group" "ecs1" to "gateway", PacketChoice::All, Errors,
        calls ModifySecurityGroupPolicy [("RegionId", "cn-hangzhou"), ("SecurityGroupId", "sg-bp1nat"), ("InnerAccessPolicy", "Drop")];
    "A group that belongs to a service", "属于云产品的托管安全组";
    "A cloud service made this group and keeps it: you can query it, and every change is refused with 403 InvalidOperation.ResourceManagedByCloudProduct.",
    "这个安全组由云产品创建并托管：只能查询，任何修改都会返回 403 InvalidOperation.ResourceManagedByCloudProduct。";

    "own-group-as-source" "ecs1" to "ecs2", PacketChoice::All, Errors,
        calls AuthorizeSecurityGroup [
            ("RegionId", "cn-hangzhou"), ("SecurityGroupId", "sg-bp1g1"),
            ("Permissions.1.Policy", "accept"), ("Permissions.1.Priority", "1"),
            ("Permissions.1.IpProtocol", "TCP"), ("Permissions.1.PortRange", "22/22"),
            ("Permissions.1.SourceGroupId", "sg-bp1g1"),
        ];
    "A group that names itself", "以自身作为授权对象";
    "The members are isolated; letting the group itself in by a rule is refused: InvalidParamter.Conflict, spelled like that. Use an address block or a second group.",
    "成员之间已隔离，想用规则放行本安全组自身会被拒绝：InvalidParamter.Conflict（原文拼写如此）。请改用地址段，或另建一个安全组。";

    "ports-and-protocols" "client" to "web", PacketChoice::All, Errors,
        calls AuthorizeSecurityGroup [
            ("RegionId", "cn-hangzhou"), ("SecurityGroupId", "sg-bp1web"),
            ("Permissions.1.Policy", "accept"), ("Permissions.1.Priority", "1"),
            ("Permissions.1.IpProtocol", "TCP"), ("Permissions.1.PortRange", "-1/-1"),
            ("Permissions.1.SourceCidrIp", "10.0.0.0/16"),
        ];
    "Ports that do not fit the protocol", "端口范围与协议不符";
    "TCP and UDP want 1/65535 for all ports, every other protocol wants -1/-1. The wrong pair is refused; try both.",
    "TCP 和 UDP 的全部端口写作 1/65535，其他协议写作 -1/-1。两者写反都会被拒绝，可以都试一试。";

    "group-in-use" "web" to "db", PacketChoice::All, Errors,
        calls DeleteSecurityGroup [("RegionId", "cn-hangzhou"), ("SecurityGroupId", "sg-bp1web")];
    "A group that cannot be deleted", "无法删除的安全组";
    "A group with members, or one that another group's rule names, stays. The answer says which of the two stands in the way.",
    "还有成员，或者被其他安全组的规则引用时，安全组无法删除。返回结果会说明是哪一种情况。";

    "last-group" "ecs1" to "ecs2", PacketChoice::All, Errors,
        calls LeaveSecurityGroup [("RegionId", "cn-hangzhou"), ("SecurityGroupId", "sg-bp1g1"), ("InstanceId", "i-bp1ecs1")];
    "Nobody leaves the last group", "不能离开最后一个安全组";
    "Every instance belongs to at least one group. Leaving the only one is refused; join another first.",
    "每台实例至少属于一个安全组。离开唯一的安全组会被拒绝，请先加入另一个。";

    "read-it-back" "ecs1" to "ecs2", PacketChoice::All, Request,
        calls DescribeSecurityGroupAttribute [("RegionId", "cn-hangzhou"), ("SecurityGroupId", "sg-bp1g1")];
    "Read the policy back", "回读组内连通策略";
    "Somebody wanted this group isolated, and a tool's first run left it open. Trust what the API reads back: InnerAccessPolicy in the reply.",
    "本想让这个安全组组内隔离，工具的首次执行却没有生效。请以 API 回读的结果为准：查看返回中的 InnerAccessPolicy。";
}
