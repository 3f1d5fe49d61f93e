//! Call templates for groups: policy, creation, deletion and queries.

use super::entry::Recipe;
use crate::specimen::fixture::Fixture::{Advanced, FullRegion, Managed, Member, Rules};

pub(super) const POLICY: &[Recipe] = &[
    Recipe::new("-RegionId &G InnerAccessPolicy=$flipped"),
    Recipe::new("SecurityGroupId=sg-bp67acfmxazb4p**** InnerAccessPolicy=Drop"),
    Recipe::new("&G InnerAccessPolicy=Allow"),
    Recipe::with("SecurityGroupId=$managed InnerAccessPolicy=Drop", &[Managed]),
    Recipe::new("SecurityGroupId=sg-nobody InnerAccessPolicy=Drop"),
    Recipe::with("SecurityGroupId=$advanced InnerAccessPolicy=Accept", &[Advanced]),
    Recipe::new("RegionId=mars-1 &G InnerAccessPolicy=$flipped"),
    Recipe::new("&G InnerAccessPolicy=$flipped ClientToken=@x*65"),
    Recipe::after(
        "&G InnerAccessPolicy=$policy ClientToken=$token",
        "&G InnerAccessPolicy=$flipped ClientToken=$token",
    ),
];

pub(super) const CREATE: &[Recipe] = &[
    Recipe::new("VpcId=$vpc Tag.1.Key=team Tag.2.Key=team"),
    Recipe::new("VpcId=$vpc Description=a"),
    Recipe::new("VpcId=$vpc SecurityGroupType=basic"),
    Recipe::new("SecurityGroupType=enterprise"),
    Recipe::new("VpcId=$vpc Description=http://example.com"),
    Recipe::new("VpcId=$vpc SecurityGroupName=1st"),
    Recipe::new("VpcId=$vpc Tag.1.Key=aliyun-team"),
    Recipe::new("VpcId=$vpc Tag.1.Key=team Tag.1.Value=@x*129"),
    Recipe::new("SecurityGroupName=web"),
    Recipe::new("VpcId=$vpc Tag.*21*.Key=k#"),
    Recipe::new("RegionId=mars-1 VpcId=$vpc"),
    Recipe::new("VpcId=$vpc ResourceGroupId=rg-nobody"),
    Recipe::new("VpcId=vpc-nobody"),
    Recipe::with("VpcId=$vpc", &[FullRegion]),
    Recipe::new("VpcId=$vpc ClientToken=@x*65"),
    Recipe::after(
        "VpcId=$vpc ClientToken=$token",
        "VpcId=$vpc SecurityGroupName=web ClientToken=$token",
    ),
    Recipe::new("-RegionId VpcId=$vpc"),
    Recipe::new("VpcId=$vpc ServiceManaged=yes"),
];

pub(super) const DELETE: &[Recipe] = &[
    Recipe::new("-RegionId &G"),
    Recipe::with("SecurityGroupId=$memberGroup", &[Member]),
    Recipe::with("SecurityGroupId=$named", &[Rules]),
    Recipe::with("SecurityGroupId=$managed", &[Managed]),
    Recipe::new("SecurityGroupId=sg-nobody"),
    Recipe::new("RegionId=mars-1 &G"),
    Recipe::new("SecurityGroupId="),
];

pub(super) const READ: &[Recipe] = &[
    Recipe::new("&G NicType=public"),
    Recipe::new("&G Attribute=rules"),
    Recipe::new("&G Direction=in"),
    Recipe::new("SecurityGroupId=sg-bp67acfmxazb4p****"),
    Recipe::new("-RegionId &G"),
    Recipe::new("RegionId=mars-1 &G"),
    Recipe::new("SecurityGroupId=sg-nobody"),
];

pub(super) const ATTRIBUTE: &[Recipe] = &[
    Recipe::new("SecurityGroupId=sg-bp67acfmxazb4p**** SecurityGroupName=web"),
    Recipe::new("&G Description=a"),
    Recipe::new("&G SecurityGroupName=1st"),
    Recipe::with("SecurityGroupId=$managed SecurityGroupName=web", &[Managed]),
    Recipe::new("SecurityGroupId=sg-nobody SecurityGroupName=web"),
    Recipe::new("RegionId=mars-1 &G SecurityGroupName=web"),
    Recipe::new("-RegionId &G SecurityGroupName=web"),
    Recipe::new("SecurityGroupName=web"),
];

pub(super) const LIST: &[Recipe] = &[
    Recipe::new("NextToken=e71d8a535bd9cc11"),
    Recipe::new("SecurityGroupType=basic"),
    Recipe::new("SecurityGroupId=sg-bp67acfmxazb4p****"),
    Recipe::new("SecurityGroupName=1st"),
    Recipe::new("-RegionId"),
    Recipe::new("RegionId=mars-1"),
    Recipe::new("ServiceManaged=maybe"),
    Recipe::new("MaxResults=0"),
    Recipe::new("PageNumber=0"),
    Recipe::new("PageSize=51"),
    Recipe::new("NetworkType=vlan"),
    Recipe::new("IsQueryEcsCount=1"),
    Recipe::new("FuzzyQuery=1"),
    Recipe::new("DryRun=1"),
    Recipe::new("DryRun=true"),
];

pub(super) const REFERENCES: &[Recipe] = &[
    Recipe::new("SecurityGroupId.1=sg-bp67acfmxazb4p****"),
    Recipe::new("RegionId=mars-1 SecurityGroupId.1=$basic"),
    Recipe::new("RegionId=$otherRegion SecurityGroupId.1=$basic"),
    Recipe::new("SecurityGroupId.1=sg-nobody"),
    Recipe::new("-RegionId SecurityGroupId.1=$basic"),
];

pub(super) const INSTANCES: &[Recipe] = &[
    Recipe::new("RegionId=mars-1"),
    Recipe::new("-RegionId"),
    Recipe::new("MaxResults=x"),
    Recipe::new("NextToken=x"),
    Recipe::new("InstanceIds=i-1"),
    Recipe::new("PageNumber=0"),
    Recipe::new("PageSize=1000"),
    Recipe::new("DryRun=1"),
    Recipe::new("DryRun=true"),
];
