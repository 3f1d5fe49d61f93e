//! Examples about the API: calls that are refused, and what queries return.

use super::entry::{Example, Level, Sample, examples};
use crate::connectivity::PacketChoice;
use crate::emulator::Action;
use crate::language::Text;
use crate::share::Pane;

examples! { Api:
    "advanced-refuses-the-switch" "ecs1" to "ecs2", PacketChoice::All, Errors,
        calls ModifySecurityGroupPolicy [("RegionId", "cn-hangzhou"), ("SecurityGroupId", "sg-bp1core"), ("InnerAccessPolicy", "Accept")];
    "The switch that cannot be changed", "无法切换的策略";
    "An advanced group always isolates its members. Setting it to Accept returns 404 InvalidParameter.InnerAccessPolicy.",
    "企业级安全组始终组内隔离。请求改为 Accept 会返回 404 InvalidParameter.InnerAccessPolicy。";

    "managed-group" "ecs1" to "gateway", PacketChoice::All, Errors,
        calls ModifySecurityGroupPolicy [("RegionId", "cn-hangzhou"), ("SecurityGroupId", "sg-bp1nat"), ("InnerAccessPolicy", "Drop")];
    "A group managed by a cloud service", "云服务的托管安全组";
    "A cloud service created and manages this group: you can only query it. Any change is rejected with 403 InvalidOperation.ResourceManagedByCloudProduct.",
    "这个安全组由云服务创建并托管：只能查询，任何修改都会返回 403 InvalidOperation.ResourceManagedByCloudProduct。";

    "own-group-as-source" "ecs1" to "ecs2", PacketChoice::All, Errors,
        calls AuthorizeSecurityGroup [
            ("RegionId", "cn-hangzhou"), ("SecurityGroupId", "sg-bp1g1"),
            ("Permissions.1.Policy", "accept"), ("Permissions.1.Priority", "1"),
            ("Permissions.1.IpProtocol", "TCP"), ("Permissions.1.PortRange", "22/22"),
            ("Permissions.1.SourceGroupId", "sg-bp1g1"),
        ];
    "A group that references itself", "以自身作为授权对象";
    "The members are isolated. A rule that allows traffic from the group itself is rejected with InvalidParamter.Conflict (spelled this way). Use a CIDR block or a second group.",
    "成员之间已隔离，想用规则放行本安全组自身会被拒绝：InvalidParamter.Conflict（原文拼写如此）。请改用地址段，或另建一个安全组。";

    "ports-and-protocols" "client" to "web", PacketChoice::All, Errors,
        calls AuthorizeSecurityGroup [
            ("RegionId", "cn-hangzhou"), ("SecurityGroupId", "sg-bp1web"),
            ("Permissions.1.Policy", "accept"), ("Permissions.1.Priority", "1"),
            ("Permissions.1.IpProtocol", "TCP"), ("Permissions.1.PortRange", "-1/-1"),
            ("Permissions.1.SourceCidrIp", "10.0.0.0/16"),
        ];
    "Ports that do not fit the protocol", "端口范围与协议不符";
    "For all ports, TCP and UDP need 1/65535, all other protocols -1/-1. The wrong combination is rejected; try both.",
    "TCP 和 UDP 的全部端口写作 1/65535，其他协议写作 -1/-1。两者写反都会被拒绝，可以都试一试。";

    "group-in-use" "web" to "db", PacketChoice::All, Errors,
        calls DeleteSecurityGroup [("RegionId", "cn-hangzhou"), ("SecurityGroupId", "sg-bp1web")];
    "A group that cannot be deleted", "无法删除的安全组";
    "A group that has members, or that is referenced by a rule of another group, cannot be deleted. The response tells which of the two is the reason.",
    "还有成员，或者被其他安全组的规则引用时，安全组无法删除。返回结果会说明是哪一种情况。";

    "last-group" "ecs1" to "ecs2", PacketChoice::All, Errors,
        calls LeaveSecurityGroup [("RegionId", "cn-hangzhou"), ("SecurityGroupId", "sg-bp1g1"), ("InstanceId", "i-bp1ecs1")];
    "You cannot leave the last group", "不能移出最后一个安全组";
    "Every instance must be in at least one group. Leaving the only one is rejected; join another group first.",
    "每台实例至少属于一个安全组。移出唯一的安全组会被拒绝，请先加入另一个。";

    "read-it-back" "ecs1" to "ecs2", PacketChoice::All, Request,
        calls DescribeSecurityGroupAttribute [("RegionId", "cn-hangzhou"), ("SecurityGroupId", "sg-bp1g1")];
    "Read the policy back", "查询并确认组内连通策略";
    "This group was supposed to be isolated, but a tool's first run left it open. Trust what the API returns: check InnerAccessPolicy in the response.",
    "本想让这个安全组组内隔离，工具的首次执行却没有生效。请以 API 查询的结果为准：查看返回中的 InnerAccessPolicy。";
}
