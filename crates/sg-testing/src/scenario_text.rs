//! Parses a scenario from a few lines of text.
//!
//! ```text
//! vpc vpc-2 172.16.0.0/16            # vpc-1 is 10.0.0.0/8 and 2001:db8::/32 unless declared
//! snat vpc-1 yes                     # or `no`; `unknown` unless declared
//! route vpc-1 vpc-2
//! list pl-1 198.51.100.0/24          # up to 200 entries; `max 2` before the blocks allows two
//! ports prl-1 80/80 443/443          # a port list, which rules name as ports; `max 9` as above
//! outside office 203.0.113.0/24
//! group G1 basic drop                # or `basic accept`, `advanced`; optionally `vpc vpc-2`
//! instance ecs1 10.0.0.11 public 203.0.113.9 in G1 G2
//! instance ecs1 10.0.0.11 10.0.0.12 public 203.0.113.9 public 203.0.113.10=10.0.0.12 in G1
//! service alb eni-3 10.0.0.13 in G1  # an interface of a service; `example` for any member
//! interface eni-2 of ecs1 10.0.0.12 in G3
//! rule G1 in accept tcp 80/80 from 10.0.0.0/8 prio 1
//! reading custom-egress-first
//! ```

use std::net::IpAddr;
use std::sync::Arc;

use sg_core::model::*;

/// Parses a scenario.
///
/// # Panics
/// If a line cannot be parsed or the parts are inconsistent.
pub fn scenario_of(text: &str) -> Scenario {
    let mut draft = ScenarioDraft::empty(RegionId::parse("cn-hangzhou").unwrap());
    for line in text.lines() {
        let line = line.split(" #").next().unwrap().trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        add(&mut draft, line).unwrap_or_else(|fault| panic!("`{line}`: {fault}"));
    }
    Scenario::new(draft)
        .unwrap_or_else(|error| panic!("the scenario is inconsistent: {error}\n{text}"))
}

fn add(draft: &mut ScenarioDraft, line: &str) -> Result<(), String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    if !matches!(words[0], "vpc" | "reading") {
        default_vpc(draft);
    }
    match words.as_slice() {
        ["vpc", id, blocks @ ..] => {
            let blocks = blocks.iter().map(|block| net(block)).collect::<Result<_, _>>()?;
            let id = parsed(VpcId::parse(id))?;
            draft
                .vpcs
                .insert(id.clone(), Arc::new(Vpc { id, name: String::new(), blocks, snat: None }));
        }
        ["snat", id, answer] => {
            let id = parsed(VpcId::parse(id))?;
            let vpc = draft.vpcs.get_mut(&id).ok_or("no such VPC")?;
            Arc::make_mut(vpc).snat = match *answer {
                "yes" => Some(true),
                "no" => Some(false),
                "unknown" => None,
                _ => return Err("`yes`, `no` or `unknown` expected".to_owned()),
            };
        }
        ["route", a, b] => {
            draft.routes.push(Route { a: parsed(VpcId::parse(a))?, b: parsed(VpcId::parse(b))? });
        }
        ["list", id, blocks @ ..] => {
            // `max N` before the blocks sets how many rules a rule with this list counts for.
            let (max_entries, blocks) = match blocks {
                ["max", count, blocks @ ..] => (parsed(count.parse::<u16>())?, blocks),
                blocks => (200, blocks),
            };
            let blocks = blocks.iter().map(|block| net(block)).collect::<Result<_, _>>()?;
            let id = parsed(PrefixListId::parse(id))?;
            let list = PrefixList {
                id: id.clone(),
                name: String::new(),
                blocks,
                max_entries,
                unread_entries: false,
            };
            draft.prefix_lists.insert(id, Arc::new(list));
        }
        ["ports", id, ranges @ ..] => {
            let (max_entries, ranges) = match ranges {
                ["max", count, ranges @ ..] => (parsed(count.parse::<u16>())?, ranges),
                ranges => (200, ranges),
            };
            let entry = |text: &&str| {
                let range = parsed(PortRange::parse(text))?;
                Ok::<_, String>(PortEntry { range, description: String::new() })
            };
            let entries = ranges.iter().map(entry).collect::<Result<_, _>>()?;
            let id = parsed(PortListId::parse(id))?;
            draft.put_port_list(PortList { id, name: String::new(), entries, max_entries });
        }
        ["outside", name, block] => {
            draft.outside.push(OutsideAddress { name: (*name).to_owned(), block: net(block)? });
        }
        ["group", id, rest @ ..] => group(draft, id, rest)?,
        ["instance", id, rest @ ..] => {
            let interface = interface(draft, &format!("eni-{id}"), rest)?;
            let id = parsed(InstanceId::parse(id))?;
            let name = id.to_string();
            let instance = Instance { id: id.clone(), name, interfaces: vec![interface] };
            draft.instances.insert(id, Arc::new(instance));
        }
        ["interface", id, "of", instance, rest @ ..] => {
            let interface = interface(draft, id, rest)?;
            let id = parsed(InstanceId::parse(instance))?;
            let instance = draft.instances.get_mut(&id).ok_or("no such instance")?;
            Arc::make_mut(instance).interfaces.push(interface);
        }
        ["service", product, id, rest @ ..] => {
            let id = interface(draft, id, rest)?;
            let products = Product::ALL.into_iter();
            let product = products.into_iter().find(|known| known.as_str() == *product);
            let product = product.ok_or("no such product")?;
            let holder = Holder::Service { product, name: String::new() };
            Arc::make_mut(draft.interfaces.get_mut(&id).ok_or("no interface")?).holder =
                Some(holder);
        }
        ["example", id, rest @ ..] => {
            let id = interface(draft, id, rest)?;
            Arc::make_mut(draft.interfaces.get_mut(&id).ok_or("no interface")?).holder =
                Some(Holder::Example);
        }
        ["rule", group, rest @ ..] => {
            let count: usize = draft.groups.values().map(|group| group.rules.len()).sum();
            let mut rule = rule(&format!("sgr-{}", count + 1), rest)?;
            if let Some(listed) = &rule.spec.port_list {
                let list = draft.port_lists.get(&listed.id).ok_or("no such port list")?;
                rule.spec.port_list = Some(list.listed());
            }
            let id = parsed(SecurityGroupId::parse(group))?;
            let group = draft.groups.get_mut(&id).ok_or("no such group")?;
            Arc::make_mut(group).rules.push(Arc::new(rule));
        }
        ["reading", "custom-egress-first"] => {
            draft.options.intra_group_precedence = IntraGroupPrecedence::CustomEgressFirst;
        }
        _ => return Err("no such line".to_owned()),
    }
    Ok(())
}

fn default_vpc(draft: &mut ScenarioDraft) {
    let id = VpcId::parse("vpc-1").unwrap();
    if !draft.vpcs.contains_key(&id) {
        let blocks = vec![net("10.0.0.0/8").unwrap(), net("2001:db8::/32").unwrap()];
        draft
            .vpcs
            .insert(id.clone(), Arc::new(Vpc { id, name: String::new(), blocks, snat: None }));
    }
}

fn group(draft: &mut ScenarioDraft, id: &str, rest: &[&str]) -> Result<(), String> {
    let (group_type, rest) = match rest {
        ["basic", policy, rest @ ..] => {
            let policy = InnerAccessPolicy::parse(policy).ok_or("no such policy")?;
            (GroupType::Basic(policy), rest)
        }
        ["advanced", rest @ ..] => (GroupType::Advanced, rest),
        _ => return Err("no such group type".to_owned()),
    };
    let vpc = match rest {
        [] => "vpc-1",
        ["vpc", vpc] => vpc,
        _ => return Err("something after the group type".to_owned()),
    };
    let id = parsed(SecurityGroupId::parse(id))?;
    let group = SecurityGroup {
        id: id.clone(),
        name: id.to_string(),
        description: String::new(),
        vpc: parsed(VpcId::parse(vpc))?,
        group_type,
        service_managed: false,
        labels: Labels::default(),
        rules: Vec::new(),
        created: Timestamp::from_unix_seconds(0),
        owner: None,
        unread: Unread::default(),
    };
    draft.groups.insert(id, Arc::new(group));
    Ok(())
}

fn interface(
    draft: &mut ScenarioDraft,
    id: &str,
    rest: &[&str],
) -> Result<NetworkInterfaceId, String> {
    let split = rest.iter().position(|word| *word == "in").ok_or("no `in`")?;
    let (places, groups) = (&rest[..split], &rest[split + 1..]);
    let private: Vec<&str> = places.iter().copied().take_while(|word| *word != "public").collect();
    let mut public = None;
    let mut more = MoreAddresses::default();
    // `public A` belongs to the primary private address, `public A=B` to the private address B.
    for word in places.iter().skip(private.len()).filter(|word| **word != "public") {
        match word.split_once('=') {
            Some((own, private)) => {
                more.public.push(NatAddress { public: address(own)?, private: address(private)? });
            }
            None => public = Some(address(word)?),
        }
    }
    let groups = groups.iter().map(|id| parsed(SecurityGroupId::parse(id)));
    let groups: Vec<SecurityGroupId> = groups.collect::<Result<_, _>>()?;
    let first = groups.first().and_then(|id| draft.groups.get(id)).ok_or("no such group")?;
    let id = parsed(NetworkInterfaceId::parse(id))?;
    let interface = NetworkInterface {
        id: id.clone(),
        vpc: first.vpc.clone(),
        groups: groups.into_iter().collect(),
        addresses: private.iter().map(|text| address(text)).collect::<Result<_, _>>()?,
        public_address: public,
        holder: None,
        vswitch: None,
        more,
    };
    draft.interfaces.insert(id.clone(), Arc::new(interface));
    Ok(id)
}

/// Parses a rule in the form that [`Rule`] is displayed in.
pub fn rule(id: &str, words: &[&str]) -> Result<Rule, String> {
    let mut words = words.iter().copied().peekable();
    let mut next = |what: &str| words.next().ok_or(format!("no {what}"));
    let direction = match next("direction")? {
        "in" => Direction::Ingress,
        "out" => Direction::Egress,
        _ => return Err("no such direction".to_owned()),
    };
    let policy = match next("policy")? {
        "accept" => RulePolicy::Accept,
        "drop" => RulePolicy::Drop,
        _ => return Err("no such policy".to_owned()),
    };
    let protocol = next("protocol")?;
    let (mut destination, mut port_list) = (PortRange::ALL, None);
    if matches!(protocol, "tcp" | "udp") {
        match next("ports")? {
            // Its ranges are in the scenario.
            list if list.starts_with("prl-") => {
                let id = parsed(PortListId::parse(list))?;
                port_list = Some(ListedPorts { id, ranges: Arc::new([]) });
            }
            range => destination = parsed(PortRange::parse(range))?,
        }
    }
    let mut source = PortRange::ALL;
    let mut word = next("`from` or `to`")?;
    if word == "sport" {
        source = parsed(PortRange::parse(next("source ports")?))?;
        word = next("`from` or `to`")?;
    }
    let (toward, away) = match direction {
        Direction::Ingress => ("from", "to"),
        Direction::Egress => ("to", "from"),
    };
    if word != toward {
        return Err(format!("`{toward}` expected"));
    }
    let peer = peer(next("peer")?)?;
    let mut word = next("`prio`")?;
    let mut local_cidr = None;
    if word == away {
        local_cidr = Some(net(next("own side")?)?);
        word = next("`prio`")?;
    }
    if word != "prio" {
        return Err("`prio` expected".to_owned());
    }
    let priority = parsed(Priority::parse_existing(next("priority")?))?;
    let ports = PortFilter { destination, source };
    let protocol = match protocol {
        "all" => ProtocolFilter::All,
        "tcp" => ProtocolFilter::Tcp(ports),
        "udp" => ProtocolFilter::Udp(ports),
        "icmp" => ProtocolFilter::Icmp,
        "icmpv6" => ProtocolFilter::Icmpv6,
        "gre" => ProtocolFilter::Gre,
        number => ProtocolFilter::Number(number.parse().map_err(|_| "no such protocol")?),
    };
    Ok(Rule {
        id: parsed(RuleId::parse(id))?,
        created: Timestamp::from_unix_seconds(0),
        description: String::new(),
        spec: RuleSpec { direction, policy, priority, protocol, peer, local_cidr, port_list },
    })
}

fn peer(text: &str) -> Result<Peer, String> {
    if text.contains('/') {
        return net(text).map(Peer::Cidr);
    }
    if text.starts_with("pl-") {
        return parsed(PrefixListId::parse(text)).map(Peer::PrefixList);
    }
    parsed(SecurityGroupId::parse(text)).map(Peer::Group)
}

pub fn net(text: &str) -> Result<IpNet, String> {
    text.parse().map_err(|_| format!("`{text}` is no address block"))
}

pub fn address(text: &str) -> Result<IpAddr, String> {
    text.parse().map_err(|_| format!("`{text}` is no address"))
}

fn parsed<T, E: std::fmt::Display>(result: Result<T, E>) -> Result<T, String> {
    result.map_err(|error| error.to_string())
}
