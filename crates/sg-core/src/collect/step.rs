//! What is read: the calls, in order. The scripts, the RAM policy and the description of both come
//! from here.

/// A list of a region, and what is read for each of its members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The product, as the CLI and RAM name it.
    pub product: &'static str,
    /// The operation that lists.
    pub list: Operation,
    /// Fields with the id of a member or of something that it has, each of which is also the
    /// parameter of another operation, and that operation.
    pub each: &'static [(&'static str, Operation)],
}

/// An operation and how its reply is paged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operation {
    /// Its name.
    pub name: &'static str,
    /// The parameter that limits a page, and the limit; `PageSize` goes with `PageNumber`, any
    /// other with `NextToken`. `None` if the reply is not paged.
    pub page: Option<(&'static str, u32)>,
}

const fn by_token(name: &'static str, most: u32) -> Operation {
    Operation { name, page: Some(("MaxResults", most)) }
}

const fn by_number(name: &'static str, most: u32) -> Operation {
    Operation { name, page: Some(("PageSize", most)) }
}

const fn whole(name: &'static str) -> Operation {
    Operation { name, page: None }
}

const fn ecs(list: Operation, each: &'static [(&'static str, Operation)]) -> Step {
    Step { product: "ecs", list, each }
}

const fn vpc(list: Operation, each: &'static [(&'static str, Operation)]) -> Step {
    Step { product: "vpc", list, each }
}

/// Every call. The limits of pages are those that the operations' own pages name (2026).
pub const STEPS: [Step; 10] = [
    ecs(
        by_token("DescribeSecurityGroups", 100),
        &[("SecurityGroupId", by_token("DescribeSecurityGroupAttribute", 1000))],
    ),
    ecs(by_token("DescribeInstances", 100), &[]),
    ecs(by_token("DescribeNetworkInterfaces", 500), &[]),
    ecs(
        by_token("DescribePrefixLists", 100),
        &[("PrefixListId", whole("DescribePrefixListAttributes"))],
    ),
    ecs(
        by_token("DescribePortRangeLists", 100),
        &[("PortRangeListId", whole("DescribePortRangeListEntries"))],
    ),
    vpc(by_number("DescribeVpcs", 50), &[]),
    vpc(
        by_number("DescribeRouteTableList", 50),
        &[(
            "RouteTableId",
            // This operation spells the parameter without the last letter.
            Operation { name: "DescribeRouteEntryList", page: Some(("MaxResult", 100)) },
        )],
    ),
    Step { product: "vpcpeer", list: by_token("ListVpcPeerConnections", 100), each: &[] },
    vpc(by_number("DescribeVSwitches", 50), &[]),
    // The tables of a gateway are named in the list of gateways.
    vpc(
        by_number("DescribeNatGateways", 50),
        &[
            ("SnatTableId", by_number("DescribeSnatTableEntries", 50)),
            ("ForwardTableId", by_number("DescribeForwardTableEntries", 50)),
        ],
    ),
];

/// Every operation as RAM names it, once each: `ecs:DescribeInstances`.
pub fn operations() -> Vec<String> {
    let named = |step: &Step| {
        // Peering connections are a product of their own that RAM counts to VPC.
        let product = if step.product == "vpcpeer" { "vpc" } else { step.product };
        let each = step.each.iter().map(|(_, each)| each.name);
        let names = std::iter::once(step.list.name).chain(each);
        names.map(|name| format!("{product}:{name}")).collect::<Vec<_>>()
    };
    STEPS.iter().flat_map(named).collect()
}
