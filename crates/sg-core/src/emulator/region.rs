//! The regions of the service.

/// Region IDs from the 2026 endpoint pages, with names from those or older pages; empty if no
/// available page names the region.
const REGIONS: [(&str, &str); 40] = [
    ("ap-northeast-1", "Japan (Tokyo)"),
    ("ap-northeast-2", "South Korea (Seoul)"),
    ("ap-south-1", "India (Mumbai)"),
    ("ap-southeast-1", "Singapore (Singapore)"),
    ("ap-southeast-2", "Australia (Sydney)"),
    ("ap-southeast-3", "Malaysia (Kuala Lumpur)"),
    ("ap-southeast-5", "Indonesia (Jakarta)"),
    ("ap-southeast-6", "Philippines (Manila)"),
    ("ap-southeast-7", ""),
    ("ap-southeast-8", ""),
    ("cn-beijing", "China (Beijing)"),
    ("cn-beijing-finance-1", ""),
    ("cn-chengdu", "China (Chengdu)"),
    ("cn-fuzhou", "China (Fuzhou - Local Region)"),
    ("cn-guangzhou", "China (Guangzhou)"),
    ("cn-hangzhou", "China (Hangzhou)"),
    ("cn-heyuan", "China (Heyuan)"),
    ("cn-heyuan-acdr-1", ""),
    ("cn-hongkong", "China (Hong Kong)"),
    ("cn-huhehaote", "China (Hohhot)"),
    ("cn-nanjing", "China (Nanjing - Local Region)"),
    ("cn-north-2-gov-1", ""),
    ("cn-qingdao", "China (Qingdao)"),
    ("cn-shanghai", "China (Shanghai)"),
    ("cn-shanghai-finance-1", ""),
    ("cn-shenzhen", "China (Shenzhen)"),
    ("cn-shenzhen-finance-1", ""),
    ("cn-wuhan-lr", ""),
    ("cn-wulanchabu", "China (Ulanqab)"),
    ("cn-zhangjiakou", "China (Zhangjiakou)"),
    ("cn-zhengzhou-jva", ""),
    ("cn-zhongwei", ""),
    ("eu-central-1", "Germany (Frankfurt)"),
    ("eu-west-1", "UK (London)"),
    ("me-central-1", ""),
    ("me-east-1", "UAE (Dubai)"),
    ("na-south-1", ""),
    ("us-east-1", "US (Virginia)"),
    ("us-southeast-1", ""),
    ("us-west-1", "US (Silicon Valley)"),
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

/// Whether the service has a region with this ID.
pub fn exists(id: &str) -> bool {
    REGIONS.iter().any(|(own, _)| *own == id)
}

/// The IDs and names of all regions, ordered by ID. A name may be empty.
pub(super) fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    REGIONS.into_iter()
}

/// Whether rules in a region may refer to a protocol by its number.
pub(super) fn takes_protocol_numbers(id: &str) -> bool {
    NUMERIC_PROTOCOLS.contains(&id)
}
