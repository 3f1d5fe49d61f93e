//! Calls that end in the errors of joining and leaving groups.

use crate::emulator::call_template::CallTemplate;
use crate::emulator::call_template::Fixture::{
    Advanced, Foreign, FullAdvanced, FullBasic, FullInterface, FullRules, Groups, Managed, Member,
    Rules,
};

pub(in crate::emulator) const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("&G"),
    CallTemplate::new("InstanceId=i* &G"),
    CallTemplate::with("InstanceId=$member SecurityGroupId=$memberGroup", &[Member]),
    CallTemplate::with("InstanceId=$lonely SecurityGroupId=$lonelyGroup", &[Member]),
    CallTemplate::with("NetworkInterfaceId=$lonelyEni SecurityGroupId=$lonelyGroup", &[Member]),
    CallTemplate::with("InstanceId=$member SecurityGroupId=$notMine", &[Member, Groups]),
    CallTemplate::with("InstanceId=$member SecurityGroupId=$foreign", &[Member, Foreign]),
    CallTemplate::with(
        "NetworkInterfaceId=$memberEni SecurityGroupId=$foreign",
        &[Member, Foreign],
    ),
    CallTemplate::with("InstanceId=$member SecurityGroupId=$advanced", &[Member, Advanced]),
    CallTemplate::with("-RegionId NetworkInterfaceId=$memberEni &G", &[Member]),
    CallTemplate::with("InstanceId=$member SecurityGroupId=$managed", &[Member, Managed]),
    CallTemplate::with("InstanceId=$member NetworkInterfaceId=$memberEni &G", &[Member]),
    CallTemplate::with("InstanceId=$member SecurityGroupId=sg-bp67acfmxazb4p****", &[Member]),
    CallTemplate::new("NetworkInterfaceId=eni-nobody &G"),
    CallTemplate::new("InstanceId=i-nobody &G"),
    CallTemplate::with("InstanceId=$member SecurityGroupId=sg-nobody", &[Member]),
    CallTemplate::with("RegionId=mars-1 InstanceId=$member &G", &[Member]),
    CallTemplate::with("InstanceId=$member", &[Member]),
    CallTemplate::with("InstanceId=$full SecurityGroupId=$other", &[FullInterface, Groups]),
    CallTemplate::with(
        "NetworkInterfaceId=$fullEni SecurityGroupId=$other",
        &[FullInterface, Groups],
    ),
    CallTemplate::with("InstanceId=$busyMember SecurityGroupId=$g4", &[FullRules, Rules]),
    CallTemplate::with("InstanceId=$member SecurityGroupId=$crowd", &[Member, FullBasic]),
    CallTemplate::with(
        "InstanceId=$advancedMember SecurityGroupId=$advancedCrowd",
        &[Advanced, FullAdvanced],
    ),
];
