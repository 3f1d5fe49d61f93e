//! Network interfaces that are attached to nothing: no ends, but kept wherever scenarios go.

#![expect(clippy::unwrap_used, reason = "a test panics on the first error")]

use std::sync::Arc;

use sg_core::connectivity::{End, ends};
use sg_core::emulator::{Call, Env, answer};
use sg_core::explain::ends_with_labels;
use sg_core::export::{script, terraform};
use sg_core::import::{Choice, Reading, Text, anonymise, read_as};
use sg_core::language::Language;
use sg_core::lesson::first_scenario;
use sg_core::model::*;
use sg_core::share::{Limits, read, write};

fn env() -> Env {
    Env { now: Timestamp::from_unix_seconds(0), entropy: 3 }
}

fn made(scenario: &Scenario, call: &Call) -> Scenario {
    answer(scenario, call, &env()).unwrap().scenario
}

/// The first scenario with an interface in G2 that is attached to nothing.
fn with_one() -> (Scenario, NetworkInterfaceId) {
    let scenario = first_scenario();
    let group = scenario.groups().nth(1).unwrap();
    let groups = [group.id.clone()];
    let call = Call::create_network_interface(scenario.region(), &group.vpc, &groups, &[]);
    let after = made(&scenario, &call);
    let found = after.interfaces().find(|own| own.is_unattached()).unwrap().id.clone();
    (after, found)
}

#[test]
fn it_is_an_end_only_while_it_is_attached() {
    let (scenario, own) = with_one();
    let end = End::Interface(own.clone());
    assert_eq!(ends(&scenario), ends(&first_scenario()));
    let labelled = |scenario: &Scenario| -> Vec<End> {
        let all = ends_with_labels(scenario, Language::En).into_iter();
        all.map(|(end, _)| end).collect()
    };
    assert_eq!(labelled(&scenario), ends(&scenario));
    let instance = scenario.instances().next().unwrap().id.clone();
    let region = scenario.region().clone();
    let attached = made(&scenario, &Call::attach_network_interface(&region, &instance, &own));
    assert!(ends(&attached).contains(&end));
    assert_eq!(labelled(&attached), ends(&attached));
    let detached = made(&attached, &Call::detach_network_interface(&region, &instance, &own));
    assert_eq!(detached, scenario);
    let deleted = made(&detached, &Call::delete_network_interface(&region, &own));
    assert_eq!(deleted, first_scenario());
}

#[test]
fn documents_exports_and_anonymous_copies_keep_it() {
    let (scenario, own) = with_one();
    assert_eq!(read(&write(&scenario), &Limits::FILE).unwrap(), scenario);
    let anonymous = anonymise(&scenario, 1).unwrap();
    assert_eq!(anonymous.scenario.interfaces().filter(|it| it.is_unattached()).count(), 1);
    for language in Language::ALL {
        assert!(script(&scenario, language).text.contains(own.as_str()));
        let terraform = terraform(&scenario, language).text;
        assert!(terraform.contains("\"alicloud_ecs_network_interface\" \"unattached_1\""));
        assert!(!terraform.contains("\"alicloud_ecs_network_interface_attachment\""));
    }
}

#[test]
fn a_document_that_contradicts_itself_is_refused() {
    let (scenario, _) = with_one();
    let text = write(&scenario);
    let text = text.replace("\"unattached\"", "\"product\": \"nat\", \"unattached\"");
    let error = read(&text, &Limits::FILE).unwrap_err().to_string();
    assert!(error.contains("holder.unattached"), "{error}");
}

#[test]
fn an_available_interface_is_imported() {
    let (scenario, own) = with_one();
    let call = Call::new(
        sg_core::emulator::Action::DescribeNetworkInterfaces,
        [("RegionId", scenario.region().as_str()), ("PageSize", "100")],
    );
    let reply = answer(&scenario, &call, &env()).unwrap().reply.to_json();
    let file = Text { name: "interfaces.json".to_owned(), content: reply };
    let reading: Reading = read_as(vec![file], Choice::default());
    let interface = reading.scenario.as_ref().unwrap().interface(&own).map(Arc::clone).unwrap();
    assert!(interface.is_unattached() && reading.unread.is_empty(), "{:?}", reading.unread);
}
