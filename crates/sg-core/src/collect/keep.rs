//! What a script keeps when it anonymises. Whatever is not listed is emptied.

/// Fields whose text says how something works and not whose it is.
const KEPT: [&str; 29] = [
    "Direction",
    "IpProtocol",
    "PortRange",
    "SourcePortRange",
    "Policy",
    "Priority",
    "NicType",
    "InnerAccessPolicy",
    "SecurityGroupType",
    "RegionId",
    "ZoneId",
    "AcceptingRegionId",
    "NextHopRegionId",
    "Type",
    "Status",
    "State",
    "InstanceNetworkType",
    "NetworkType",
    "AddressFamily",
    "IpVersion",
    "NextHopType",
    "RouteTableType",
    "RouterType",
    "ResourceType",
    "InterfaceTrafficMode",
    "NetworkInterfaceTrafficMode",
    // What the script itself writes about a refused call.
    "Action",
    "Code",
    "Message",
];

/// Fields whose number is kept. `ServiceID` is the account of a cloud service.
const COUNTED: [&str; 9] = [
    "Priority",
    "TotalCount",
    "PageNumber",
    "PageSize",
    "MaxResults",
    "MaxEntries",
    "EntryCount",
    "DeviceIndex",
    "ServiceID",
];

/// Names, and what they are called instead: `group-1`.
const CALLED: [(&str, &str); 11] = [
    ("SecurityGroupName", "group"),
    ("SourceGroupName", "group"),
    ("DestGroupName", "group"),
    ("VpcName", "vpc"),
    ("InstanceName", "instance"),
    ("NetworkInterfaceName", "interface"),
    ("PrefixListName", "list"),
    ("PortRangeListName", "ports"),
    ("RouteTableName", "table"),
    ("VSwitchName", "vswitch"),
    ("Name", "name"),
];

/// The beginning of a new id if the old one does not say it.
const PREFIX: [(&str, &str); 16] = [
    ("SecurityGroupId", "sg"),
    ("SourceGroupId", "sg"),
    ("DestGroupId", "sg"),
    ("VpcId", "vpc"),
    ("InstanceId", "i"),
    ("NetworkInterfaceId", "eni"),
    ("PrefixListId", "pl"),
    ("SourcePrefixListId", "pl"),
    ("DestPrefixListId", "pl"),
    ("PortRangeListId", "prl"),
    ("SourcePortRangeListId", "prl"),
    ("SecurityGroupRuleId", "sgr"),
    ("VSwitchId", "vsw"),
    ("NatGatewayId", "ngw"),
    ("SnatTableId", "stb"),
    ("ForwardTableId", "ftb"),
];

/// Products that the description of an interface of a cloud service begins with.
const PRODUCTS: [&str; 23] = [
    "alb",
    "nlb",
    "slb",
    "clb",
    "gwlb",
    "nat",
    "natgw",
    "rds",
    "redis",
    "mongodb",
    "polardb",
    "eci",
    "ack",
    "fc",
    "nas",
    "mse",
    "privatelink",
    "endpoint",
    "emr",
    "ddos",
    "waf",
    "cen",
    "terway",
];

/// Fills the places of the lists in a program.
pub(super) fn filled(program: &str) -> String {
    let pairs = |pairs: &[(&str, &str)]| {
        let words: Vec<&str> = pairs.iter().flat_map(|(name, new)| [*name, *new]).collect();
        words.join(" ")
    };
    program
        .replace("@KEPT@", &KEPT.join(" "))
        .replace("@COUNTED@", &COUNTED.join(" "))
        .replace("@CALLED@", &pairs(&CALLED))
        .replace("@PREFIX@", &pairs(&PREFIX))
        .replace("@PRODUCTS@", &PRODUCTS.join(" "))
}
