//! The pages that the assumptions are based on, with their dates.

use crate::citation::Source;
use crate::language::Text;

/// The page of an operation, which has the same name in both languages.
macro_rules! operation {
    ($name:literal, $date:literal) => {
        Source { title: Text { en: $name, zh: $name }, date: $date }
    };
}

/// A reply of the live service that somebody published in this year.
macro_rules! seen {
    ($date:literal) => {
        Source {
            title: Text { en: "Seen on the live service", zh: "线上服务的实际响应" },
            date: $date,
        }
    };
}

pub(super) const POLICY: Source = operation!("ModifySecurityGroupPolicy", "2026-09");
pub(super) const POLICY_2021: Source = operation!("ModifySecurityGroupPolicy", "2021-07");
pub(super) const CREATE: Source = operation!("CreateSecurityGroup", "2026-09");
pub(super) const DELETE: Source = operation!("DeleteSecurityGroup", "2026");
pub(super) const ATTRIBUTE: Source = operation!("DescribeSecurityGroupAttribute", "2026");
pub(super) const GROUPS: Source = operation!("DescribeSecurityGroups", "2026");
pub(super) const REFERENCES: Source = operation!("DescribeSecurityGroupReferences", "2026");
pub(super) const RENAME: Source = operation!("ModifySecurityGroupAttribute", "2026");
pub(super) const AUTHORIZE: Source = operation!("AuthorizeSecurityGroup", "2026-09");
pub(super) const AUTHORIZE_2021: Source = operation!("AuthorizeSecurityGroup", "2021-07");
pub(super) const EGRESS: Source = operation!("AuthorizeSecurityGroupEgress", "2026");
pub(super) const EGRESS_2021: Source = operation!("AuthorizeSecurityGroupEgress", "2021-07");
pub(super) const REVOKE: Source = operation!("RevokeSecurityGroup", "2026");
pub(super) const REVOKE_EGRESS_2021: Source = operation!("RevokeSecurityGroupEgress", "2021-07");
pub(super) const MODIFY_RULE: Source = operation!("ModifySecurityGroupRule", "2026");
pub(super) const MODIFY_RULE_2021: Source = operation!("ModifySecurityGroupRule", "2021-07");
pub(super) const JOIN: Source = operation!("JoinSecurityGroup", "2026");
pub(super) const LEAVE: Source = operation!("LeaveSecurityGroup", "2026");

pub(super) const INSTANCE: Source = operation!("ModifyInstanceAttribute", "2026-06");
pub(super) const INSTANCE_2021: Source = operation!("ModifyInstanceAttribute", "2021-07");
pub(super) const INTERFACE: Source = operation!("ModifyNetworkInterfaceAttribute", "2026-09");
pub(super) const INTERFACE_2021: Source = operation!("ModifyNetworkInterfaceAttribute", "2021-07");

pub(super) const INSTANCES: Source = operation!("DescribeInstances", "2026-09");
pub(super) const INTERFACES: Source = operation!("DescribeNetworkInterfaces", "2026-09");
pub(super) const ZONES_2021: Source = operation!("DescribeZones", "2021-07");
pub(super) const REVOKE_EGRESS: Source = operation!("RevokeSecurityGroupEgress", "2025-01");

pub(super) const SEEN_2018: Source = seen!("2018");
pub(super) const SEEN_2020: Source = seen!("2020");
pub(super) const SEEN_2023: Source = seen!("2023");
pub(super) const SEEN_2025: Source = seen!("2025-12");
/// Replies whose date is not recorded, with the year in which they were read.
pub(super) const SEEN_UNDATED: Source = Source {
    title: Text {
        en: "Seen on the live service, at a date that is not recorded",
        zh: "线上服务的实际响应（日期未记录）",
    },
    date: "2026",
};
pub(super) const SEEN_2026_10: Source = seen!("2026-10");
pub(super) const LIBRARY: Source = Source {
    title: Text { en: "Client library for Python 7.11.8", zh: "Python 版 SDK 7.11.8" },
    date: "2026",
};
pub(super) const ERROR_SAMPLES: Source = Source {
    title: Text {
        en: "Sample error responses on API pages", zh: "接口文档中的错误返回示例"
    },
    date: "2026",
};

pub(super) const TAG_2021: Source = operation!("TagResources", "2021-07");
pub(super) const RESOURCE_GROUP_2021: Source = operation!("JoinResourceGroup", "2021-07");

pub(super) const PORT_LIST: Source = operation!("CreatePortRangeList", "2026-08");
pub(super) const PREFIX_LIST: Source = operation!("CreatePrefixList", "2024-12");
pub(super) const CHANGE_PREFIX_LIST: Source = operation!("ModifyPrefixList", "2024-09");

pub(super) const COMMON_PARAMETERS: Source =
    Source { title: Text { en: "Common parameters", zh: "公共参数" }, date: "2021-07" };
pub(super) const COMMON_ERRORS: Source =
    Source { title: Text { en: "Response results", zh: "返回结果" }, date: "2021-07" };
pub(super) const CLIENT_ERRORS: Source =
    Source { title: Text { en: "Client error codes", zh: "客户端错误码" }, date: "2026" };
pub(super) const IDEMPOTENCE: Source = Source {
    title: Text { en: "How to ensure idempotence", zh: "如何保证幂等性" },
    date: "2026",
};
pub(super) const OVERVIEW_2021: Source = Source {
    title: Text { en: "Security group overview", zh: "安全组概述" },
    date: "2021-07",
};
pub(super) const RULES: Source =
    Source { title: Text { en: "Security group rules", zh: "安全组规则" }, date: "2026-01" };
pub(super) const QUESTIONS: Source =
    Source { title: Text { en: "API FAQ", zh: "API 常见问题" }, date: "2021-07" };
