//! The regions the service knows.

/// Region ids on the 2026 endpoint pages.
const REGIONS: [&str; 40] = [
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-south-1",
    "ap-southeast-1",
    "ap-southeast-2",
    "ap-southeast-3",
    "ap-southeast-5",
    "ap-southeast-6",
    "ap-southeast-7",
    "ap-southeast-8",
    "cn-beijing",
    "cn-beijing-finance-1",
    "cn-chengdu",
    "cn-fuzhou",
    "cn-guangzhou",
    "cn-hangzhou",
    "cn-heyuan",
    "cn-heyuan-acdr-1",
    "cn-hongkong",
    "cn-huhehaote",
    "cn-nanjing",
    "cn-north-2-gov-1",
    "cn-qingdao",
    "cn-shanghai",
    "cn-shanghai-finance-1",
    "cn-shenzhen",
    "cn-shenzhen-finance-1",
    "cn-wuhan-lr",
    "cn-wulanchabu",
    "cn-zhangjiakou",
    "cn-zhengzhou-jva",
    "cn-zhongwei",
    "eu-central-1",
    "eu-west-1",
    "me-central-1",
    "me-east-1",
    "na-south-1",
    "us-east-1",
    "us-southeast-1",
    "us-west-1",
];

/// Regions where `IpProtocol` also takes IANA numbers (security group rules page, 2026): Hohhot,
/// Qingdao, Manila, London, Kuala Lumpur, Silicon Valley and Singapore.
const NUMERIC_PROTOCOLS: [&str; 7] = [
    "cn-huhehaote",
    "cn-qingdao",
    "ap-southeast-6",
    "eu-west-1",
    "ap-southeast-3",
    "us-west-1",
    "ap-southeast-1",
];

/// Whether the service has a region of this id.
pub(super) fn exists(id: &str) -> bool {
    REGIONS.contains(&id)
}

/// Whether rules of a region may name a protocol by its number.
pub(super) fn takes_protocol_numbers(id: &str) -> bool {
    NUMERIC_PROTOCOLS.contains(&id)
}
