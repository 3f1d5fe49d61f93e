//! Matching for the search field: finds groups and instances by their visible text.

use sg_core::model::{Instance, NetworkInterface, Peer, Scenario, SecurityGroup};

/// Whether the name, id, description or VPC of a group, one of its rules, or the name of a member
/// contains the text. Case-insensitive; an empty text matches everything.
pub fn group(scenario: &Scenario, group: &SecurityGroup, text: &str) -> bool {
    let has = holds(text);
    if has("") {
        return true;
    }
    let vpc = scenario.vpc(&group.vpc).map(|vpc| vpc.name.as_str()).unwrap_or_default();
    [&group.name, group.id.as_str(), &group.description, vpc, group.vpc.as_str()]
        .into_iter()
        .any(&has)
        || group.rules.iter().any(|rule| {
            let peer = match &rule.spec.peer {
                Peer::Group(id) => scenario.group(id).map(|peer| peer.name.as_str()),
                Peer::PrefixList(id) => scenario.prefix_list(id).map(|list| list.name.as_str()),
                Peer::Cidr(_) => None,
            };
            let ports = rule.spec.list().and_then(|id| scenario.port_list(id));
            has(&rule.to_string())
                || ports.is_some_and(|list| has(&list.name))
                || has(rule.id.as_str())
                || has(&rule.description)
                || peer.is_some_and(&has)
        })
        || scenario
            .members(&group.id)
            .any(|member| scenario.instance_of(&member.id).is_some_and(|owner| has(owner.label())))
}

/// Whether the name or id of an instance, or an address or id of one of its interfaces, contains
/// the text.
pub fn instance(scenario: &Scenario, instance: &Instance, text: &str) -> bool {
    let has = holds(text);
    let on = |interface: &NetworkInterface| {
        let mut addresses = interface.addresses.iter().chain(&interface.public_address);
        has(interface.id.as_str()) || addresses.any(|address| has(&address.to_string()))
    };
    has("")
        || has(&instance.name)
        || has(instance.id.as_str())
        || instance.interfaces.iter().filter_map(|id| scenario.interface(id)).any(|own| on(own))
}

/// Whether `text` contains the search text. An empty text matches only an empty search.
fn holds(text: &str) -> impl Fn(&str) -> bool {
    let wanted = text.trim().to_lowercase();
    move |own: &str| own.to_lowercase().contains(&wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sg_core::lesson::first_scenario;

    fn groups(text: &str) -> Vec<String> {
        let scenario = first_scenario();
        let found = scenario.groups().filter(|own| group(&scenario, own, text));
        found.map(|own| own.name.clone()).collect()
    }

    #[test]
    fn a_group_is_found_by_its_name_its_id_and_its_members() {
        assert_eq!(groups(""), ["G1", "G2", "G3"]);
        assert_eq!(groups(" g2 "), ["G2"]);
        assert_eq!(groups("BP1G3"), ["G3"]);
        assert_eq!(groups("ecs3"), ["G3"]);
        assert_eq!(groups("nothing"), Vec::<String>::new());
    }

    #[test]
    fn an_instance_is_found_by_its_name_and_its_addresses() {
        let scenario = first_scenario();
        let found =
            |text: &str| scenario.instances().filter(|own| instance(&scenario, own, text)).count();
        assert_eq!(
            (found(""), found("ecs"), found("10.0.0.12"), found("203.0.113.")),
            (3, 3, 1, 3)
        );
        assert_eq!(found("10.9."), 0);
    }
}
