//! Call templates for joining and leaving groups.

use super::entry::Recipe;
use crate::specimen::fixture::Fixture::{
    Advanced, Foreign, FullAdvanced, FullBasic, FullInterface, FullRules, Groups, Managed, Member,
    Rules,
};

pub(super) const MEMBERS: &[Recipe] = &[
    Recipe::new("&G"),
    Recipe::new("InstanceId=i* &G"),
    Recipe::with("InstanceId=$member SecurityGroupId=$memberGroup", &[Member]),
    Recipe::with("InstanceId=$lonely SecurityGroupId=$lonelyGroup", &[Member]),
    Recipe::with("NetworkInterfaceId=$lonelyEni SecurityGroupId=$lonelyGroup", &[Member]),
    Recipe::with("InstanceId=$member SecurityGroupId=$notMine", &[Member, Groups]),
    Recipe::with("InstanceId=$member SecurityGroupId=$foreign", &[Member, Foreign]),
    Recipe::with("NetworkInterfaceId=$memberEni SecurityGroupId=$foreign", &[Member, Foreign]),
    Recipe::with("InstanceId=$member SecurityGroupId=$advanced", &[Member, Advanced]),
    Recipe::with("-RegionId NetworkInterfaceId=$memberEni &G", &[Member]),
    Recipe::with("InstanceId=$member SecurityGroupId=$managed", &[Member, Managed]),
    Recipe::with("InstanceId=$member NetworkInterfaceId=$memberEni &G", &[Member]),
    Recipe::with("InstanceId=$member SecurityGroupId=sg-bp67acfmxazb4p****", &[Member]),
    Recipe::new("NetworkInterfaceId=eni-nobody &G"),
    Recipe::new("InstanceId=i-nobody &G"),
    Recipe::with("InstanceId=$member SecurityGroupId=sg-nobody", &[Member]),
    Recipe::with("RegionId=mars-1 InstanceId=$member &G", &[Member]),
    Recipe::with("InstanceId=$member", &[Member]),
    Recipe::with("InstanceId=$full SecurityGroupId=$other", &[FullInterface, Groups]),
    Recipe::with("NetworkInterfaceId=$fullEni SecurityGroupId=$other", &[FullInterface, Groups]),
    Recipe::with("InstanceId=$busyMember SecurityGroupId=$g4", &[FullRules, Rules]),
    Recipe::with("InstanceId=$member SecurityGroupId=$crowd", &[Member, FullBasic]),
    Recipe::with(
        "InstanceId=$advancedMember SecurityGroupId=$advancedCrowd",
        &[Advanced, FullAdvanced],
    ),
];
