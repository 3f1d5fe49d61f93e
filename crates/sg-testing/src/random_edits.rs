//! Random edits of the scenarios from `random_scenario.rs`: valid and invalid calls, and every
//! topology edit.

use std::net::IpAddr;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::select;

use sg_core::emulator::{Action, Call, Env};
use sg_core::history::*;
use sg_core::model::*;

/// A few edits, each with its time and entropy.
pub fn edits(most: usize) -> impl Strategy<Value = Vec<(Edit, Env)>> {
    let env = (0..4_000_000_000_i64, any::<u64>());
    let env = env
        .prop_map(|(seconds, entropy)| Env { now: Timestamp::from_unix_seconds(seconds), entropy });
    let edit =
        prop_oneof![3 => call().prop_map(Edit::Call), 2 => topology().prop_map(Edit::Topology)];
    prop::collection::vec((edit, env), 0..most)
}

/// The log after the edits, with the last `back` steps undone.
pub fn done(start: Scenario, edits: Vec<(Edit, Env)>, back: usize) -> History {
    let begun = History::new(Arc::new(start));
    let history = edits.into_iter().fold(begun, |history, (edit, env)| history.with(edit, env));
    let position = history.steps().len().saturating_sub(back);
    history.at(position)
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), Just("web".to_owned()), "[a-c\\\\\t\n\r 安\"]{0,8}"]
}

fn call() -> impl Strategy<Value = Call> {
    let params = select(vec![
        "RegionId",
        "SecurityGroupId",
        "InnerAccessPolicy",
        "InstanceId",
        "VpcId",
        "Description",
        "SecurityGroupName",
        "Permissions.1.IpProtocol",
        "Permissions.1.PortRange",
        "Permissions.1.SourceCidrIp",
        "SecurityGroupRuleId.1",
        "ClientToken",
        "Tag.1.Key",
    ]);
    let values = prop_oneof![
        4 => select(vec![
            "cn-hangzhou", "sg-0", "sg-1", "sg-3", "Drop", "Accept", "i-0", "vpc-1", "TCP",
            "443/443", "10.0.0.0/8", "sgr-1",
        ]).prop_map(str::to_owned),
        1 => name(),
    ];
    let wild = (select(Action::ALL.to_vec()), prop::collection::vec((params, values), 0..8));
    let wild = wild.prop_map(|(action, params)| {
        Call::new(action, params.iter().map(|(name, value)| (*name, value.as_str())))
    });
    let region = RegionId::parse("cn-hangzhou").unwrap();
    let flip = (0..5usize, any::<bool>()).prop_map(move |(group, accept)| {
        let policy = if accept { InnerAccessPolicy::Accept } else { InnerAccessPolicy::Drop };
        let group = SecurityGroupId::parse(&format!("sg-{group}")).unwrap();
        Call::modify_security_group_policy(&region, &group, policy)
    });
    let create = name().prop_map(|name| {
        let params = [("RegionId", "cn-hangzhou"), ("VpcId", "vpc-1")];
        let named = params.into_iter().chain([("SecurityGroupName", name.as_str())]);
        Call::new(Action::CreateSecurityGroup, named)
    });
    prop_oneof![2 => wild, 2 => flip, 1 => create]
}

fn address() -> impl Strategy<Value = IpAddr> {
    select(vec!["10.0.0.77", "2001:db8::77", "203.0.113.77", "172.16.0.9"])
        .prop_map(|text| text.parse().unwrap())
}

fn block() -> impl Strategy<Value = IpNet> {
    select(vec!["10.0.0.0/16", "172.20.0.0/16", "2001:db8::/32", "198.51.100.0/24"])
        .prop_map(|text| text.parse().unwrap())
}

fn interface() -> impl Strategy<Value = NewInterface> {
    let groups = prop::collection::vec(0..5usize, 0..3);
    let groups = groups.prop_map(|groups| {
        let id = |group: usize| SecurityGroupId::parse(&format!("sg-{group}")).unwrap();
        groups.into_iter().map(id).collect()
    });
    let public = prop_oneof![
        Just(PublicAddress::None),
        Just(PublicAddress::NextFree),
        address().prop_map(PublicAddress::Given),
    ];
    (groups, prop::collection::vec(address(), 0..2), public)
        .prop_map(|(groups, addresses, public)| NewInterface { groups, addresses, public })
}

fn topology() -> impl Strategy<Value = TopologyEdit> {
    let instance = || (0..4usize).prop_map(|n| InstanceId::parse(&format!("i-{n}")).unwrap());
    let eni = || (0..5usize).prop_map(|n| NetworkInterfaceId::parse(&format!("eni-{n}")).unwrap());
    let vpc = || (1..4usize).prop_map(|n| VpcId::parse(&format!("vpc-{n}")).unwrap());
    let list = || Just(PrefixListId::parse("pl-1").unwrap());
    let blocks = || prop::collection::vec(block(), 0..3);
    let instances = prop_oneof![
        (name(), prop::collection::vec(interface(), 0..3))
            .prop_map(|(name, interfaces)| TopologyEdit::CreateInstance { name, interfaces }),
        (instance(), name())
            .prop_map(|(instance, name)| TopologyEdit::RenameInstance { instance, name }),
        instance().prop_map(|instance| TopologyEdit::ReleaseInstance { instance }),
        (name(), vpc(), select(GROUP_TYPES.to_vec())).prop_map(|(name, vpc, group_type)| {
            TopologyEdit::CreateManagedGroup { name, vpc, group_type }
        }),
        select(vec![IntraGroupPrecedence::PolicyWins, IntraGroupPrecedence::CustomEgressFirst])
            .prop_map(|precedence| TopologyEdit::Read { precedence }),
    ];
    let interfaces = prop_oneof![
        (instance(), interface())
            .prop_map(|(instance, interface)| InterfaceEdit::Attach { instance, interface }),
        eni().prop_map(|interface| InterfaceEdit::Detach { interface }),
        (eni(), address())
            .prop_map(|(interface, address)| InterfaceEdit::AddAddress { interface, address }),
        (eni(), address())
            .prop_map(|(interface, address)| InterfaceEdit::RemoveAddress { interface, address }),
        (eni(), prop::option::of(address()))
            .prop_map(|(interface, address)| InterfaceEdit::SetPublic { interface, address }),
    ];
    let outside = prop_oneof![
        (name(), block()).prop_map(|(name, block)| OutsideEdit::Add { name, block }),
        (name(), block()).prop_map(|(name, block)| OutsideEdit::Change {
            outside: "internet".to_owned(),
            name,
            block
        }),
        name().prop_map(|outside| OutsideEdit::Remove { outside }),
    ];
    let lists = prop_oneof![
        (name(), blocks(), 0..300_u16).prop_map(|(name, blocks, max_entries)| {
            PrefixListEdit::Create { name, blocks, max_entries }
        }),
        (list(), name(), blocks(), 0..300_u16).prop_map(|(list, name, blocks, max_entries)| {
            PrefixListEdit::Change { list, name, blocks, max_entries }
        }),
        list().prop_map(|list| PrefixListEdit::Delete { list }),
    ];
    let vpcs = prop_oneof![
        (name(), blocks()).prop_map(|(name, blocks)| VpcEdit::Create { name, blocks }),
        (vpc(), name(), blocks()).prop_map(|(vpc, name, blocks)| VpcEdit::Change {
            vpc,
            name,
            blocks
        }),
        (vpc(), prop::option::of(any::<bool>()))
            .prop_map(|(vpc, snat)| VpcEdit::SetSnat { vpc, snat }),
        vpc().prop_map(|vpc| VpcEdit::Delete { vpc }),
        (vpc(), vpc()).prop_map(|(a, b)| VpcEdit::Connect { a, b }),
        (vpc(), vpc()).prop_map(|(a, b)| VpcEdit::Disconnect { a, b }),
    ];
    prop_oneof![
        instances,
        interfaces.prop_map(TopologyEdit::Interface),
        outside.prop_map(TopologyEdit::Outside),
        lists.prop_map(TopologyEdit::PrefixList),
        vpcs.prop_map(TopologyEdit::Vpc),
    ]
}

const GROUP_TYPES: [GroupType; 3] = [
    GroupType::Basic(InnerAccessPolicy::Accept),
    GroupType::Basic(InnerAccessPolicy::Drop),
    GroupType::Advanced,
];
