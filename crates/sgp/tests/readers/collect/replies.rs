//! Replies of operations that the emulator does not have, made from a scenario in the shape of the
//! vendor's own samples.

use std::net::IpAddr;

use serde_json::{Value, json};
use sg_core::model::Scenario;

/// The list that an operation gives: the names around it and its items; or, for an operation about
/// one thing, its whole reply. `None` for an operation that is not known here.
pub(super) enum Reply {
    List([&'static str; 2], Vec<Value>),
    Whole(Value),
}

pub(super) fn reply(scenario: &Scenario, action: &str, id: &str) -> Option<Reply> {
    let region = scenario.region().as_str();
    let parts = scenario.parts();
    Some(match action {
        "DescribeNetworkInterfaces" => {
            let items = scenario.instances().flat_map(|instance| {
                let interfaces = instance.interfaces.iter().enumerate();
                interfaces.map(move |(at, id)| (instance, at, scenario.interface(id).unwrap()))
            });
            let items = items.map(|(instance, at, interface)| {
                let first = interface.addresses.first().map(ToString::to_string);
                let (v4, v6): (Vec<IpAddr>, Vec<IpAddr>) =
                    interface.addresses.iter().partition(|address| address.is_ipv4());
                let sets = v4.iter().enumerate().map(|(place, address)| {
                    json!({"PrivateIpAddress": address.to_string(), "Primary": place == 0})
                });
                let v6 = v6.iter().map(|address| json!({"Ipv6Address": address.to_string()}));
                let groups: Vec<&str> = interface.groups.iter().map(|id| id.as_str()).collect();
                let mut item = json!({
                    "NetworkInterfaceId": interface.id.as_str(),
                    "InstanceId": instance.id.as_str(),
                    "Type": if at == 0 { "Primary" } else { "Secondary" },
                    "MacAddress": "00:16:3e:12:34:56", "OwnerId": "1234567890123456",
                    "VpcId": interface.vpc.as_str(), "PrivateIpAddress": first,
                    "PrivateIpSets": {"PrivateIpSet": sets.collect::<Vec<_>>()},
                    "Ipv6Sets": {"Ipv6Set": v6.collect::<Vec<_>>()},
                    "SecurityGroupIds": {"SecurityGroupId": groups},
                    "Description": instance.name, "Tags": {"Tag": [{"TagKey": "a", "TagValue": instance.name}]},
                });
                if let Some(address) = interface.public_address {
                    item["AssociatedPublicIp"] = json!({"PublicIpAddress": address.to_string()});
                }
                item
            });
            Reply::List(["NetworkInterfaceSets", "NetworkInterfaceSet"], items.collect())
        }
        "DescribePrefixLists" => {
            let items = parts.prefix_lists.values().map(|list| {
                json!({"PrefixListId": list.id.as_str(), "PrefixListName": list.name,
                    "MaxEntries": list.max_entries, "AddressFamily": "IPv4"})
            });
            Reply::List(["PrefixLists", "PrefixList"], items.collect())
        }
        "DescribePrefixListAttributes" => {
            let list = parts.prefix_lists.values().find(|list| list.id.as_str() == id)?;
            let entries = list.blocks.iter().map(|block| json!({"Cidr": block.to_string()}));
            Reply::Whole(json!({"PrefixListId": id, "PrefixListName": list.name,
                "MaxEntries": list.max_entries, "AddressFamily": "IPv4",
                "Entries": {"Entry": entries.collect::<Vec<_>>()}}))
        }
        "DescribeVpcs" => {
            let items = parts.vpcs.values().map(|vpc| {
                let (v4, v6): (Vec<String>, Vec<String>) = vpc
                    .blocks
                    .iter()
                    .map(ToString::to_string)
                    .partition(|block| block.contains('.'));
                json!({"VpcId": vpc.id.as_str(), "VpcName": vpc.name, "RegionId": region,
                    "CidrBlock": v4[0], "Ipv6CidrBlock": v6[0],
                    "SecondaryCidrBlocks": {"SecondaryCidrBlock": v4[1..]}})
            });
            Reply::List(["Vpcs", "Vpc"], items.collect())
        }
        "DescribeRouteTableList" => {
            let items = parts.vpcs.values().map(|vpc| {
                json!({"VpcId": vpc.id.as_str(), "RouteTableId": format!("vtb-{}", vpc.id.as_str())})
            });
            Reply::List(["RouterTableList", "RouterTableListType"], items.collect())
        }
        "DescribeRouteEntryList" => {
            let item =
                json!({"RouteTableId": id, "DestinationCidrBlock": "10.0.0.0/8", "Type": "Custom"});
            Reply::List(["RouteEntrys", "RouteEntry"], vec![item])
        }
        "DescribeVSwitches" => {
            let items = parts.vswitches.values().map(|own| {
                json!({"VSwitchId": own.id.as_str(), "VSwitchName": own.name,
                    "VpcId": own.vpc.as_str(), "CidrBlock": own.block.to_string(),
                    "ZoneId": own.zone.as_ref().map(ToString::to_string), "Status": "Available"})
            });
            Reply::List(["VSwitches", "VSwitch"], items.collect())
        }
        // A gateway in each VPC with SNAT.
        "DescribeNatGateways" => {
            let with = parts.vpcs.values().filter(|vpc| vpc.snat == Some(true));
            let items = with.map(|vpc| {
                let id = vpc.id.as_str();
                json!({"NatGatewayId": format!("ngw-{id}"), "Name": vpc.name, "VpcId": id,
                    "RegionId": region, "NetworkType": "internet", "Status": "Available",
                    "SnatTableIds": {"SnatTableId": [format!("stb-{id}")]},
                    "ForwardTableIds": {"ForwardTableId": [format!("ftb-{id}")]}})
            });
            Reply::List(["NatGateways", "NatGateway"], items.collect())
        }
        "DescribeSnatTableEntries" => {
            let vpc = parts.vpcs.values().find(|vpc| format!("stb-{}", vpc.id) == id)?;
            let blocks = vpc.blocks.iter().map(ToString::to_string);
            let items = blocks.filter(|block| block.contains('.')).map(|block| {
                json!({"SnatTableId": id, "SnatEntryId": format!("snat-{}", vpc.id),
                    "SourceCIDR": block, "SnatIp": "203.0.113.254", "Status": "Available"})
            });
            Reply::List(["SnatTableEntries", "SnatTableEntry"], items.collect())
        }
        "DescribeForwardTableEntries" => {
            let item = json!({"ForwardTableId": id, "ForwardEntryId": "fwd-1",
                "ExternalIp": "203.0.113.254", "ExternalPort": "22", "IpProtocol": "tcp",
                "InternalIp": "10.1.0.1", "InternalPort": "22", "Status": "Available"});
            Reply::List(["ForwardTableEntries", "ForwardTableEntry"], vec![item])
        }
        "ListVpcPeerConnections" => Reply::List(["VpcPeerConnects", ""], Vec::new()),
        _ => return None,
    })
}
