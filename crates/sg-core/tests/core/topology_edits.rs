//! Topology edits: what each one does and rejects, and that a rejected edit changes nothing.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test panics on the first error")]

use std::net::IpAddr;
use std::sync::Arc;

use proptest::prelude::*;
use sg_core::emulator::{Call, PermissionForm, answer};
use sg_core::history::{
    About, Edit, History, InterfaceEdit, NewInterface, Outcome, OutsideEdit, PrefixListEdit,
    PublicAddress, TopologyEdit, TopologyEditError, VpcEdit, read_addresses, read_block,
    read_blocks,
};
use sg_core::lesson::first_scenario;
use sg_core::model::*;
use sg_testing::environment::env;

fn done(scenario: &Scenario, edit: &TopologyEdit) -> Scenario {
    edit.apply(scenario, &env(7)).unwrap_or_else(|error| panic!("{edit:?}: {error}"))
}

/// The error of a rejected edit, after checking that it names the right field and changed nothing.
fn refused(scenario: &Scenario, edit: &TopologyEdit, about: About) -> TopologyEditError {
    let before = scenario.clone();
    let error = edit.apply(scenario, &env(7)).unwrap_err();
    assert_eq!(*scenario, before);
    assert_eq!(error.about(), about, "{error}");
    error
}

fn group(name: &str) -> SecurityGroupId {
    SecurityGroupId::parse(&format!("sg-bp1{name}")).unwrap()
}

fn main_vpc() -> VpcId {
    VpcId::parse("vpc-bp1main").unwrap()
}

fn address(text: &str) -> IpAddr {
    text.parse().unwrap()
}

fn block(text: &str) -> IpNet {
    text.parse().unwrap()
}

fn interface(number: u8) -> NetworkInterfaceId {
    NetworkInterfaceId::parse(&format!("eni-bp1ecs{number}")).unwrap()
}

fn instance(number: u8) -> InstanceId {
    InstanceId::parse(&format!("i-bp1ecs{number}")).unwrap()
}

fn in_groups(groups: &[&str]) -> NewInterface {
    NewInterface { groups: groups.iter().map(|name| group(name)).collect(), ..Default::default() }
}

fn create(name: &str, interfaces: Vec<NewInterface>) -> TopologyEdit {
    TopologyEdit::CreateInstance { name: name.to_owned(), interfaces }
}

/// The first scenario with an IPv6 block in its VPC.
fn with_ipv6() -> Scenario {
    let blocks = vec![block("10.0.0.0/16"), block("fd00:1::/56")];
    let edit = VpcEdit::Change { vpc: main_vpc(), name: "main".to_owned(), blocks };
    done(&first_scenario(), &TopologyEdit::Vpc(edit))
}

/// The first scenario with a second VPC, and the id of that VPC.
fn with_second_vpc() -> (Scenario, VpcId) {
    let edit = VpcEdit::Create { name: "shop".to_owned(), blocks: vec![block("172.16.0.0/12")] };
    let scenario = done(&first_scenario(), &TopologyEdit::Vpc(edit));
    let id = scenario.parts().vpcs.keys().last().unwrap().clone();
    (scenario, id)
}

fn group_in(scenario: &Scenario, vpc: &VpcId, name: &str) -> (Scenario, SecurityGroupId) {
    let edit = TopologyEdit::CreateManagedGroup {
        name: name.to_owned(),
        vpc: vpc.clone(),
        group_type: GroupType::Basic(InnerAccessPolicy::Accept),
    };
    let scenario = done(scenario, &edit);
    let id = scenario.groups().last().unwrap().id.clone();
    (scenario, id)
}

#[test]
fn an_instance_comes_with_all_its_interfaces_or_not_at_all() {
    let scenario = with_ipv6();
    let first = NewInterface {
        addresses: vec![address("10.0.0.50"), address("fd00:1::50")],
        public: PublicAddress::Given(address("203.0.113.99")),
        ..in_groups(&["g1", "g2"])
    };
    let after = done(&scenario, &create(" web ", vec![first.clone(), in_groups(&["g3"])]));
    let web = after.instances().last().unwrap();
    assert_eq!((web.name.as_str(), web.interfaces.len()), ("web", 2));
    let primary = after.interface(web.primary().unwrap()).unwrap();
    assert_eq!(primary.addresses, [address("10.0.0.50"), address("fd00:1::50")]);
    assert_eq!(primary.public_address, Some(address("203.0.113.99")));
    let second = after.interface(&web.interfaces[1]).unwrap();
    assert_eq!(second.addresses.len(), 1, "the next free address");
    assert_eq!(second.public_address, None);
    // The second interface requests an address that the first one has, so the whole edit is
    // rejected.
    let again = NewInterface { addresses: vec![address("10.0.0.50")], ..in_groups(&["g3"]) };
    let error = refused(&scenario, &create("web", vec![first, again]), About::Addresses);
    let repeated = ScenarioFault::Repeated("10.0.0.50".to_owned());
    assert!(matches!(error, TopologyEditError::Invalid(error) if error.fault == repeated));
}

#[test]
fn what_a_new_interface_cannot_be_is_said_by_its_part() {
    let scenario = first_scenario();
    let with =
        |interface: NewInterface, about| refused(&scenario, &create("web", vec![interface]), about);
    assert_eq!(
        refused(&scenario, &create("", vec![]), About::Whole),
        TopologyEditError::NoInterface
    );
    assert_eq!(with(in_groups(&[]), About::Groups), TopologyEditError::NoGroup);
    let given = |text: &str| NewInterface { addresses: vec![address(text)], ..in_groups(&["g1"]) };
    with(given("10.1.0.1"), About::Addresses);
    with(given("fd00::1"), About::Addresses);
    with(given("10.0.0.11"), About::Addresses);
    let public = |text: &str| NewInterface {
        public: PublicAddress::Given(address(text)),
        ..in_groups(&["g1"])
    };
    with(public("10.0.0.200"), About::PublicAddress);
    with(public("2001:db8::1"), About::PublicAddress);
    with(public("203.0.113.11"), About::PublicAddress);
    let (mixed, advanced) = {
        let edit = TopologyEdit::CreateManagedGroup {
            name: "adv".to_owned(),
            vpc: main_vpc(),
            group_type: GroupType::Advanced,
        };
        let scenario = done(&scenario, &edit);
        let id = scenario.groups().last().unwrap().id.clone();
        (scenario, id)
    };
    let both = NewInterface { groups: vec![group("g1"), advanced], ..Default::default() };
    refused(&mixed, &create("web", vec![both]), About::Groups);
    let long = "x".repeat(129);
    assert_eq!(
        refused(&scenario, &create(&long, vec![in_groups(&["g1"])]), About::Name),
        TopologyEditError::NameTooLong
    );
}

#[test]
fn interfaces_come_and_go_but_the_primary_one_stays() {
    let scenario = first_scenario();
    let attach = InterfaceEdit::Attach { instance: instance(1), interface: in_groups(&["g3"]) };
    let more = done(&scenario, &TopologyEdit::Interface(attach));
    let added = more.instance(&instance(1)).unwrap().interfaces[1].clone();
    assert_eq!(more.interface(&added).unwrap().groups.len(), 1);
    let detach = |interface: NetworkInterfaceId| {
        TopologyEdit::Interface(InterfaceEdit::Detach { interface })
    };
    assert_eq!(
        refused(&more, &detach(interface(1)), About::Whole),
        TopologyEditError::PrimaryInterface
    );
    assert_eq!(done(&more, &detach(added)), scenario);
    let (two, vpc) = with_second_vpc();
    let (two, far) = group_in(&two, &vpc, "far");
    let wanted = NewInterface { groups: vec![far], ..Default::default() };
    let attach = InterfaceEdit::Attach { instance: instance(1), interface: wanted };
    assert_eq!(
        refused(&two, &TopologyEdit::Interface(attach), About::Groups),
        TopologyEditError::OtherVpc("far".to_owned())
    );
}

#[test]
fn addresses_come_and_go_but_the_primary_one_stays() {
    let scenario = with_ipv6();
    let add = |text: &str| {
        let edit = InterfaceEdit::AddAddress { interface: interface(1), address: address(text) };
        TopologyEdit::Interface(edit)
    };
    let remove = |text: &str| {
        let edit = InterfaceEdit::RemoveAddress { interface: interface(1), address: address(text) };
        TopologyEdit::Interface(edit)
    };
    let free = free_private_address(&scenario, &main_vpc(), AddressFamily::V6).unwrap();
    let more = done(&scenario, &add(&free.to_string()));
    assert_eq!(more.interface(&interface(1)).unwrap().addresses.len(), 2);
    assert_eq!(done(&more, &remove(&free.to_string())), scenario);
    assert_eq!(
        refused(&more, &remove("10.0.0.11"), About::Addresses),
        TopologyEditError::PrimaryAddress(address("10.0.0.11"))
    );
    refused(&more, &remove("10.0.0.99"), About::Addresses);
    refused(&more, &add("10.0.0.12"), About::Addresses);
    refused(&more, &add("192.168.0.1"), About::Addresses);
    let public = |to: Option<&str>| {
        let edit = InterfaceEdit::SetPublic { interface: interface(1), address: to.map(address) };
        TopologyEdit::Interface(edit)
    };
    let none = done(&scenario, &public(None));
    assert_eq!(none.interface(&interface(1)).unwrap().public_address, None);
    assert_eq!(done(&none, &public(Some("203.0.113.11"))), scenario);
    refused(&none, &public(Some("203.0.113.12")), About::PublicAddress);
}

#[test]
fn the_outside_has_names_of_its_own() {
    let scenario = first_scenario();
    let add = |name: &str, text: &str| {
        let edit = OutsideEdit::Add { name: name.to_owned(), block: block(text) };
        TopologyEdit::Outside(edit)
    };
    let more = done(&scenario, &add("office", "192.0.2.0/24"));
    assert_eq!(
        more.outside()[1],
        OutsideAddress { name: "office".to_owned(), block: block("192.0.2.0/24") }
    );
    assert_eq!(refused(&more, &add(" ", "192.0.2.1/32"), About::Name), TopologyEditError::NoName);
    let taken = TopologyEditError::NameTaken("office".to_owned());
    assert_eq!(refused(&more, &add("office", "192.0.2.1/32"), About::Name), taken);
    refused(&more, &add("inside", "10.0.0.0/24"), About::Addresses);
    let change = |from: &str, to: &str, text: &str| {
        let (outside, name) = (from.to_owned(), to.to_owned());
        TopologyEdit::Outside(OutsideEdit::Change { outside, name, block: block(text) })
    };
    let renamed = done(&more, &change("office", "branch", "192.0.2.0/25"));
    assert_eq!(renamed.outside()[1].name, "branch");
    assert_eq!(renamed.outside()[1].block, block("192.0.2.0/25"));
    refused(&more, &change("office", "internet", "192.0.2.0/25"), About::Name);
    refused(&more, &change("nobody", "x", "192.0.2.0/25"), About::Whole);
    let remove = TopologyEdit::Outside(OutsideEdit::Remove { outside: "office".to_owned() });
    assert_eq!(done(&more, &remove), scenario);
    refused(&scenario, &remove, About::Whole);
}

fn list(name: &str, blocks: &[&str], max_entries: u16) -> TopologyEdit {
    let blocks = blocks.iter().map(|text| block(text)).collect();
    TopologyEdit::PrefixList(PrefixListEdit::Create { name: name.to_owned(), blocks, max_entries })
}

#[test]
fn a_prefix_list_is_checked_and_kept_while_a_rule_names_it() {
    let scenario = first_scenario();
    let more = done(&scenario, &list("offices", &["192.0.2.0/24", "198.51.100.0/24"], 5));
    let id = more.parts().prefix_lists.keys().next().unwrap().clone();
    assert!(id.as_str().starts_with("pl-"), "{id}");
    refused(&scenario, &list("", &[], 5), About::Name);
    refused(&scenario, &list("a", &[], 0), About::MaxEntries);
    refused(&scenario, &list("a", &[], 201), About::MaxEntries);
    refused(&scenario, &list("a", &["192.0.2.0/24", "198.51.100.0/24"], 1), About::MaxEntries);
    refused(&scenario, &list("a", &["192.0.2.0/24", "2001:db8::/32"], 5), About::Addresses);
    let twice =
        refused(&scenario, &list("a", &["192.0.2.0/24", "192.0.2.0/24"], 5), About::Addresses);
    assert_eq!(twice, TopologyEditError::Repeated(block("192.0.2.0/24")));
    let rule = PermissionForm {
        protocol: "ICMP",
        port_range: "-1/-1",
        peer: id.as_str(),
        ..Default::default()
    };
    let call = Call::authorize(more.region(), &group("g1"), Direction::Ingress, &[rule]);
    let named = answer(&more, &call, &env(1)).unwrap().scenario;
    let delete = TopologyEdit::PrefixList(PrefixListEdit::Delete { list: id.clone() });
    let used = TopologyEditError::InUse(vec!["G1".to_owned()]);
    assert_eq!(refused(&named, &delete, About::Whole), used);
    assert_eq!(done(&more, &delete), scenario);
    let change = |texts: &[&str]| {
        TopologyEdit::PrefixList(PrefixListEdit::Change {
            list: id.clone(),
            name: "sites".to_owned(),
            blocks: texts.iter().map(|text| block(text)).collect(),
            max_entries: 9,
        })
    };
    let changed = done(&named, &change(&["192.0.2.128/25"]));
    let own = changed.prefix_list(&id).unwrap();
    assert_eq!((own.name.as_str(), own.blocks.len(), own.max_entries), ("sites", 1, 9));
    // A rule for ICMP, which is IPv4 only, references the list, so IPv6 entries do not fit.
    refused(&named, &change(&["2001:db8::/32"]), About::Addresses);
}

#[test]
fn a_second_vpc_is_joined_parted_and_deleted_when_it_is_empty() {
    let (scenario, vpc) = with_second_vpc();
    assert!(!scenario.routed(&main_vpc(), &vpc));
    let ends = || (main_vpc(), vpc.clone());
    let connect = || {
        let (a, b) = ends();
        TopologyEdit::Vpc(VpcEdit::Connect { a, b })
    };
    let joined = done(&scenario, &connect());
    assert!(joined.routed(&vpc, &main_vpc()));
    assert_eq!(done(&joined, &connect()), joined, "one route is enough");
    let (a, b) = ends();
    assert_eq!(done(&joined, &TopologyEdit::Vpc(VpcEdit::Disconnect { a: b, b: a })), scenario);
    let delete = TopologyEdit::Vpc(VpcEdit::Delete { vpc: vpc.clone() });
    assert_eq!(done(&joined, &delete), first_scenario(), "its route is deleted too");
    let (used, _) = group_in(&joined, &vpc, "far");
    let in_use = TopologyEditError::InUse(vec!["far".to_owned()]);
    assert_eq!(refused(&used, &delete, About::Whole), in_use);
}

#[test]
fn address_spaces_that_meet_do_not_overlap() {
    let scenario = first_scenario();
    let create = |blocks: &[&str]| {
        let blocks = blocks.iter().map(|text| block(text)).collect();
        TopologyEdit::Vpc(VpcEdit::Create { name: "twin".to_owned(), blocks })
    };
    assert_eq!(refused(&scenario, &create(&[]), About::Addresses), TopologyEditError::NoBlock);
    refused(&scenario, &create(&["0.0.0.0/0"]), About::Addresses);
    refused(&scenario, &create(&["172.16.0.0/12", "172.16.4.0/24"]), About::Addresses);
    // The block would contain an outside address.
    refused(&scenario, &create(&["198.51.100.0/24"]), About::Addresses);
    let twin = done(&scenario, &create(&["10.0.0.0/16"]));
    let id = twin.parts().vpcs.keys().last().unwrap().clone();
    let connect = TopologyEdit::Vpc(VpcEdit::Connect { a: main_vpc(), b: id });
    let overlap = TopologyEditError::Overlap(block("10.0.0.0/16"), block("10.0.0.0/16"));
    assert_eq!(refused(&twin, &connect, About::Addresses), overlap);
    // A VPC must keep the blocks that contain its addresses.
    let blocks = vec![block("10.9.0.0/16")];
    let moved = VpcEdit::Change { vpc: main_vpc(), name: String::new(), blocks };
    refused(&scenario, &TopologyEdit::Vpc(moved), About::Addresses);
}

proptest! {
    #[test]
    fn blocks_are_refused_exactly_if_two_of_them_overlap(
        blocks in proptest::collection::vec((0_u8..4, 0_u8..4, 8_u8..=20), 1..8),
    ) {
        let nets: Vec<IpNet> = blocks
            .iter()
            .map(|(a, b, length)| block(&format!("10.{}.{}.0/{length}", a * 64, b * 64)).trunc())
            .collect();
        let meet = |a: &IpNet, b: &IpNet| a.contains(b) || b.contains(a);
        let overlap = (1..nets.len()).any(|at| nets[..at].iter().any(|own| meet(own, &nets[at])));
        let create = VpcEdit::Create { name: "twin".to_owned(), blocks: nets };
        match TopologyEdit::Vpc(create).apply(&first_scenario(), &env(1)) {
            Err(TopologyEditError::Overlap(a, b)) => prop_assert!(overlap && meet(&a, &b)),
            other => prop_assert!(!overlap && other.is_ok(), "{other:?}"),
        }
    }
}

#[test]
fn a_reading_is_an_edit_that_can_be_undone() {
    let history = History::new(Arc::new(first_scenario()));
    let precedence = IntraGroupPrecedence::CustomEgressFirst;
    let read = history.with(Edit::Topology(TopologyEdit::Read { precedence }), env(1));
    assert_eq!(read.last_step().unwrap().outcome, Outcome::Done);
    assert_eq!(read.scenario().options().intra_group_precedence, precedence);
    let undone = read.undo().unwrap();
    assert_eq!(**undone.scenario(), first_scenario());
    assert_eq!(undone.redo().unwrap().scenario(), read.scenario());
}

#[test]
fn an_instance_is_renamed_in_place() {
    let rename = |number, name: &str| TopologyEdit::RenameInstance {
        instance: instance(number),
        name: name.to_owned(),
    };
    let after = done(&first_scenario(), &rename(2, " db "));
    let names: Vec<&str> = after.instances().map(|own| own.label()).collect();
    assert_eq!(names, ["ecs1", "db", "ecs3"]);
    refused(&after, &rename(9, "x"), About::Whole);
}

#[test]
fn addresses_are_read_as_people_write_them() {
    assert_eq!(read_block(" 10.1.2.3/16 ").unwrap(), block("10.1.0.0/16"));
    assert_eq!(read_block("2001:db8::1").unwrap(), block("2001:db8::1/128"));
    assert_eq!(
        read_block("10.0.0.0/33"),
        Err(TopologyEditError::NotABlock("10.0.0.0/33".to_owned()))
    );
    assert_eq!(read_addresses(" ").unwrap(), Vec::<IpAddr>::new());
    let two = [address("10.0.0.1"), address("::1")];
    assert_eq!(read_addresses("10.0.0.1，::1").unwrap(), two);
    assert_eq!(read_blocks("10.0.0.0/8\n192.168.0.0/16,").unwrap().len(), 2);
    let wrong = read_addresses("10.0.0.1, web").unwrap_err();
    assert_eq!(wrong, TopologyEditError::NotAnAddress("web".to_owned()));
}

#[test]
fn small_blocks_have_free_addresses_too() {
    let edit = VpcEdit::Create { name: String::new(), blocks: vec![block("192.168.1.0/28")] };
    let scenario = done(&first_scenario(), &TopologyEdit::Vpc(edit));
    let id = scenario.parts().vpcs.keys().last().unwrap().clone();
    let free = free_private_address(&scenario, &id, AddressFamily::V4).unwrap();
    assert!(block("192.168.1.0/28").contains(&free), "{free}");
    assert_eq!(free_private_address(&scenario, &id, AddressFamily::V6), None);
}
