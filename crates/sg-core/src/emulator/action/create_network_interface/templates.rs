//! The error examples of CreateNetworkInterface.

use crate::emulator::call_template::CallTemplate;
use crate::emulator::call_template::Fixture::{
    Advanced, Foreign, FullBasic, FullRules, Managed, Member, Rules, TinyVpc,
};

pub(super) const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("SecurityGroupId=$basic"),
    CallTemplate::with(
        "VSwitchId=$memberSwitch SecurityGroupId=$memberGroup Description=a",
        &[Member],
    ),
    CallTemplate::new("VSwitchId=vsw-nobody SecurityGroupId=$basic"),
    CallTemplate::with("VSwitchId=$memberSwitch SecurityGroupId=sg-nobody", &[Member]),
    CallTemplate::with("VSwitchId=$memberSwitch SecurityGroupId=$foreign", &[Member, Foreign]),
    CallTemplate::with(
        "VSwitchId=vsw-laboratory-tiny SecurityGroupId=sg-laboratory-tiny",
        &[TinyVpc],
    ),
    CallTemplate::with(
        "VSwitchId=$memberSwitch SecurityGroupId=$memberGroup PrimaryIpAddress=here",
        &[Member],
    ),
    CallTemplate::with(
        "VSwitchId=$memberSwitch SecurityGroupId=$memberGroup ResourceGroupId=rg-nobody",
        &[Member],
    ),
    CallTemplate::with(
        "VSwitchId=$memberSwitch SecurityGroupId=$memberGroup Tag.1.Key=team Tag.2.Key=team",
        &[Member],
    ),
    CallTemplate::with(
        "VSwitchId=$memberSwitch SecurityGroupId=$memberGroup Tag.1.Key=aliyun-team",
        &[Member],
    ),
    CallTemplate::with(
        "VSwitchId=$memberSwitch SecurityGroupId=$memberGroup Tag.1.Key=team Tag.1.Value=@x*129",
        &[Member],
    ),
    CallTemplate::with(
        "VSwitchId=$memberSwitch SecurityGroupId=$memberGroup Tag.*21*.Key=k#",
        &[Member],
    ),
    CallTemplate::with(
        "VSwitchId=$memberSwitch SecurityGroupId=$memberGroup Ipv6Address.1=here",
        &[Member],
    ),
    CallTemplate::with(
        "VSwitchId=$memberSwitch SecurityGroupId=$memberGroup PrimaryIpAddress=$memberIp",
        &[Member],
    ),
    CallTemplate::with(
        "VSwitchId=$memberSwitch SecurityGroupId=$memberGroup SecurityGroupIds.1=$memberGroup",
        &[Member],
    ),
    CallTemplate::with(
        "VSwitchId=vsw-laboratory SecurityGroupId=sg-laboratory-basic PrimaryIpAddress=10.1.0.77 PrivateIpAddress.1=10.1.0.77",
        &[Member],
    ),
    CallTemplate::with(
        "VSwitchId=vsw-laboratory SecurityGroupIds.1=$memberGroup SecurityGroupIds.2=$managed",
        &[Member, Managed],
    ),
    CallTemplate::with(
        "VSwitchId=vsw-laboratory SecurityGroupIds.1=$memberGroup SecurityGroupIds.2=$advanced",
        &[Member, Advanced],
    ),
    CallTemplate::with("VSwitchId=$memberSwitch SecurityGroupIds.*101*=sg-nobody-#", &[Member]),
    CallTemplate::with(
        "VSwitchId=vsw-laboratory SecurityGroupIds.1=$busy SecurityGroupIds.2=$g4",
        &[FullRules, Rules],
    ),
    CallTemplate::with(
        "VSwitchId=$memberSwitch SecurityGroupId=$memberGroup ClientToken=@x*65",
        &[Member],
    ),
    CallTemplate::with(
        "RegionId=mars-1 VSwitchId=$memberSwitch SecurityGroupId=$memberGroup",
        &[Member],
    ),
    CallTemplate::with("VSwitchId=vsw-laboratory SecurityGroupId=$crowd", &[FullBasic]),
];
