//! Network interfaces, from DescribeNetworkInterfaces.

use std::net::IpAddr;

use crate::model::{
    Holder, InstanceId, IpNet, MoreAddresses, NatAddress, NetworkInterfaceId, Product,
    SecurityGroupId, VSwitchId,
};

use super::Gather;
use crate::import::record::InterfaceRecord;
use crate::import::text;
use crate::import::tree::{Kind, View};

impl Gather<'_> {
    pub(super) fn interface(&mut self, view: View<'_>) {
        let names = ["NetworkInterfaceId", "Id"];
        let Some(id) = self.own_id(view, &names, NetworkInterfaceId::parse) else { return };
        self.region(view, &id);
        let instance = view.given("InstanceId").or_else(|| {
            view.get("Attachment").and_then(|attachment| attachment.given("InstanceId"))
        });
        let instance = instance.and_then(|given| self.id(&given, InstanceId::parse));
        let kind = view.given("Type");
        let primary = kind.map(|kind| kind.text.eq_ignore_ascii_case("Primary"));
        let network = self.network(view);
        let groups = self.groups_of(view);
        let mut addresses = Vec::new();
        self.addresses(view.get("PrivateIpAddress").into_iter().collect(), &mut addresses);
        self.private_sets(view, &mut addresses);
        let (public, more) = self.associated(view);
        let vswitch = self.vswitch_of(view);
        let more = MoreAddresses { prefixes: self.prefixes(view), public: more };
        let holder = if instance.is_none() { holder_in(view) } else { None };
        let at = self.place(view);
        let record = InterfaceRecord {
            at,
            id,
            instance,
            primary,
            network,
            groups,
            addresses,
            public,
            vswitch,
            more,
            holder,
        };
        self.keep_interface(view, record);
    }

    /// The groups of an instance or an interface: their IDs, or, as Ansible lists them, an ID or
    /// an object for each.
    pub(super) fn groups_of(&mut self, view: View<'_>) -> Vec<SecurityGroupId> {
        let ids = view.wrapped("SecurityGroupIds", "SecurityGroupId");
        if !ids.is_empty() || view.has("SecurityGroupIds") {
            return self.ids(ids, SecurityGroupId::parse);
        }
        let items = view.wrapped("SecurityGroups", "SecurityGroup").into_iter();
        self.ids(items.map(id_in).collect(), SecurityGroupId::parse)
    }

    pub(super) fn keep_interface(&mut self, view: View<'_>, record: InterfaceRecord) {
        if self.room(view, text::WHAT_INTERFACES, self.records.interfaces.len()) {
            self.count(|understood| understood.interfaces += 1);
            self.records.interfaces.push(record);
        }
    }

    /// The private addresses in the address sets of an interface, primary first.
    pub(super) fn private_sets(&mut self, view: View<'_>, into: &mut Vec<IpAddr>) {
        let mut sets = view.wrapped("PrivateIpSets", "PrivateIpSet");
        sets.extend(view.wrapped("PrivateIpAddresses", ""));
        let is_primary = |set: &View<'_>| {
            let said = set.given_as(&["Primary", "PrimaryAddress"]);
            said.is_some_and(|it| it.text.eq_ignore_ascii_case("true"))
        };
        let (first, rest): (Vec<_>, Vec<_>) = sets.into_iter().partition(is_primary);
        let addresses = first.into_iter().chain(rest);
        let addresses = addresses.filter_map(|set| set.get("PrivateIpAddress")).collect();
        self.addresses(addresses, into);
        let sets = view.wrapped("Ipv6Sets", "Ipv6Set").into_iter();
        let addresses = sets.filter_map(|set| set.get("Ipv6Address")).collect();
        self.addresses(addresses, into);
    }

    /// The vSwitch of an interface or an instance.
    pub(super) fn vswitch_of(&mut self, view: View<'_>) -> Option<VSwitchId> {
        let given = view.given("VSwitchId")?;
        self.id(&given, VSwitchId::parse)
    }

    /// The blocks of addresses that are all the interface's own.
    fn prefixes(&mut self, view: View<'_>) -> Vec<IpNet> {
        let mut items = view.wrapped("Ipv4PrefixSets", "Ipv4PrefixSet");
        items.extend(view.wrapped("Ipv6PrefixSets", "Ipv6PrefixSet"));
        let given = items.into_iter().filter_map(|it| it.given_as(&["Ipv4Prefix", "Ipv6Prefix"]));
        given.filter_map(|given| self.block(&given)).collect()
    }

    /// The public address of the interface, and those of its other private addresses.
    fn associated(&mut self, view: View<'_>) -> (Option<IpAddr>, Vec<NatAddress>) {
        let own = self.associated_address(view);
        let mut sets: Vec<(Option<IpAddr>, IpAddr)> = Vec::new();
        for set in view.wrapped("PrivateIpSets", "PrivateIpSet") {
            let Some(public) = self.associated_address(set) else { continue };
            let private = set.given("PrivateIpAddress");
            sets.push((private.and_then(|it| it.text.trim().parse().ok()), public));
        }
        // An address of another private address is not that of the interface.
        let primary = view.given("PrivateIpAddress").and_then(|it| it.text.trim().parse().ok());
        let of_primary =
            |private: Option<IpAddr>| primary.is_none() || private.is_none() || private == primary;
        let first = sets.iter().find(|(private, _)| of_primary(*private));
        let first = own.or_else(|| first.map(|(_, public)| *public));
        let more = sets.into_iter().filter(|(_, public)| Some(*public) != first);
        let more =
            more.filter_map(|(private, public)| Some(NatAddress { public, private: private? }));
        (first, more.collect())
    }

    fn associated_address(&mut self, holder: View<'_>) -> Option<IpAddr> {
        let own = holder.get("AssociatedPublicIp")?;
        let own = if own.kind() == Kind::Object { own.get("PublicIpAddress") } else { Some(own) }?;
        let mut addresses = Vec::new();
        self.addresses(vec![own], &mut addresses);
        addresses.first().copied()
    }
}

/// The ID in an object of a list of groups, or the item itself if it is an ID.
fn id_in(item: View<'_>) -> View<'_> {
    let given = item.given_as(&["SecurityGroupId", "GroupId", "Id"]);
    given.map_or(item, |given| given.view)
}

/// The cloud service that an interface belongs to, by the description that the service gives it, or
/// nothing if the interface is available.
fn holder_in(view: View<'_>) -> Option<Holder> {
    let says = |name: &str, value: &str| {
        view.given(name).is_some_and(|given| given.text.trim().eq_ignore_ascii_case(value))
    };
    if !says("ServiceManaged", "true") {
        return says("Status", "Available").then_some(Holder::Nothing);
    }
    let name = view.given("Description").map(|given| given.text.trim().to_owned());
    let name = name.unwrap_or_default();
    Some(Holder::Service { product: product(&name), name })
}

/// The words by which the services describe their interfaces.
const PRODUCTS: [(&str, Product); 12] = [
    ("alb", Product::Alb),
    ("nlb", Product::Nlb),
    ("eci", Product::Eci),
    ("fc", Product::FunctionCompute),
    ("function", Product::FunctionCompute),
    ("nat", Product::NatGateway),
    ("natgw", Product::NatGateway),
    ("ngw", Product::NatGateway),
    ("privatelink", Product::PrivateLink),
    ("rds", Product::Rds),
    ("terway", Product::Terway),
    ("ep", Product::PrivateLink),
];

fn product(description: &str) -> Product {
    let lower = description.to_ascii_lowercase();
    let first =
        lower.split(|letter: char| !letter.is_ascii_alphanumeric()).find(|it| !it.is_empty());
    let known = PRODUCTS.iter().find(|(word, _)| Some(*word) == first);
    known.map_or(Product::Other, |(_, product)| *product)
}
