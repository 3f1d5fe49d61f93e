//! Every statement of the engine has a scenario that demonstrates it, and the engine's answer for
//! that scenario cites the statement or depends on it.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test panics on the first error"
)]

use sg_core::citation::NEWEST_SOURCE;
use sg_core::connectivity::*;
use sg_core::emulator::{Assumption, Env, answer};
use sg_core::explain::{Explanation, explain, explain_answer};
use sg_core::language::Language;
use sg_core::lesson::Shown;
use sg_core::model::*;

fn scenario(shown: &Shown) -> Scenario {
    shown.example().unwrap_or_else(|| panic!("{}", shown.example)).scenario().unwrap()
}

/// The demonstrated packet; TCP 443 if the demonstration is about all packets.
fn flow(shown: &Shown, scenario: &Scenario) -> Flow {
    let (from, to) = shown.ends(scenario).unwrap_or_else(|| panic!("{shown:?}"));
    let packet = match shown.packet {
        PacketChoice::One(asked) => asked.sample(),
        PacketChoice::All => Packet::tcp(Port::new(443).unwrap()),
    };
    flow_between(scenario, &from, &to, packet).unwrap()
}

/// The same packet to another address of the receiver.
fn to(flow: &Flow, address: &str) -> Flow {
    let Endpoint::Interface { id, .. } = &flow.destination else { panic!("{flow:?}") };
    let address = address.parse().unwrap();
    Flow { destination: Endpoint::Interface { id: id.clone(), address }, ..flow.clone() }
}

fn from_port(flow: &Flow, port: u16) -> Flow {
    let source_port = Port::new(port).unwrap();
    let Packet::Udp { destination_port, .. } = flow.packet else { panic!("{flow:?}") };
    Flow { packet: Packet::Udp { source_port, destination_port }, ..flow.clone() }
}

/// The reply as a separate packet.
fn back(world: &Scenario, flow: &Flow) -> Flow {
    let Packet::Tcp { source_port, destination_port } = flow.packet else { panic!("{flow:?}") };
    let id = flow.destination.interface().unwrap().clone();
    let address = world.interface(&id).unwrap().addresses[0];
    Flow {
        source: Endpoint::Interface { id, address },
        destination: flow.source.clone(),
        packet: Packet::Tcp { source_port: destination_port, destination_port: source_port },
    }
}

fn cites(explanation: &Explanation, clause: ClauseId) -> bool {
    let steps = explanation.steps.iter().filter_map(|step| step.clause);
    let notes = explanation.notes.iter().map(|note| note.clause);
    explanation.clause.into_iter().chain(steps).chain(notes).any(|cited| cited == clause)
}

/// What the page says about the demonstrated cell.
fn explained(shown: &Shown, scenario: &Scenario) -> Explanation {
    let (from, to) = shown.ends(scenario).unwrap();
    match shown.packet {
        PacketChoice::One(_) => {
            explain(scenario, &evaluate(scenario, &flow(shown, scenario)), Language::En)
        }
        all @ PacketChoice::All => {
            let cell = cell_between(scenario, &from, &to, all, CheckedDirections::Both).unwrap();
            let answer = cell.answer(scenario, &from, &to, all).unwrap();
            explain_answer(scenario, &answer, Language::En)
        }
    }
}

/// The rule that decides a side.
fn decisive(side: &Side) -> &Trial {
    side.trials().iter().find(|trial| trial.result == TrialResult::Decides).unwrap()
}

/// Whether a statement that no explanation cites takes effect in the scenario: changing the one
/// thing that it is about changes the verdict for the same packet.
#[expect(clippy::wildcard_enum_match_arm, reason = "the other clauses are cited in explanations")]
fn at_work(clause: ClauseId, shown: &Shown, world: &Scenario) -> bool {
    let own = flow(shown, world);
    let evaluation = evaluate(world, &own);
    let verdict = |flow: &Flow| evaluate(world, flow).verdict;
    let (pass, blocked) = (Verdict::Pass, Verdict::Blocked);
    match clause {
        ClauseId::PolicyIsInternal | ClauseId::PublicPathAddresses => {
            let from = world.interfaces().next().unwrap();
            let source = Endpoint::Interface { id: from.id.clone(), address: from.addresses[0] };
            let public = to(&Flow { source, ..own }, "203.0.113.12");
            cites(&explain(world, &evaluate(world, &public), Language::En), clause)
        }
        ClauseId::MatchTest => {
            let fields = decisive(&evaluation.ingress).fields;
            let all = [fields.destination_port, fields.source_port, fields.peer, fields.local_cidr];
            all.iter().all(|field| *field == FieldMatch::Matched)
                && verdict(&from_port(&own, 1000)) == blocked
        }
        ClauseId::GroupPeerIsPrivate => {
            matches!(decisive(&evaluation.ingress).rule.spec.peer, Peer::Group(_))
                && evaluation.verdict == pass
                && verdict(&to(&own, "203.0.113.21")) == blocked
        }
        ClauseId::PerInterface => {
            let other = |id| {
                let id = NetworkInterfaceId::parse(id).unwrap();
                Endpoint::Interface { address: world.interface(&id).unwrap().addresses[0], id }
            };
            let (source, destination) = (other("eni-bp1ecs1b"), other("eni-bp1ecs2b"));
            evaluation.verdict == blocked && verdict(&Flow { source, destination, ..own }) == pass
        }
        ClauseId::Stateful => evaluation.verdict == pass && verdict(&back(world, &own)) == blocked,
        ClauseId::FamiliesAreSeparate => {
            let trial = &evaluation.ingress.trials()[0];
            let anyone = Peer::Cidr("0.0.0.0/0".parse().unwrap());
            trial.rule.spec.peer == anyone
                && trial.fields.peer == FieldMatch::Missed
                && own.source.address().is_ipv6()
                && evaluation.verdict == blocked
        }
        ClauseId::EveryPrivateAddressCounts => {
            let by_policy = |from: &str, to: &str| {
                let end = |id: &str, address: &str| Endpoint::Interface {
                    id: NetworkInterfaceId::parse(id).unwrap(),
                    address: address.parse().unwrap(),
                };
                let source = end("eni-bp1client", from);
                let destination = end("eni-bp1server", to);
                let flow = Flow { source, destination, packet: own.packet };
                matches!(evaluate(world, &flow).decider, Decider::Policy { .. })
            };
            by_policy("2001:db8:0:1::11", "2001:db8:0:1::12")
                && by_policy("10.0.0.11", "10.0.0.112")
        }
        ClauseId::UnchangedSessionsStay
        | ClauseId::ChangedSessionsMayEnd
        | ClauseId::JoinBeforeLeaving => {
            let env = Env { now: Timestamp::from_unix_seconds(0), entropy: 0 };
            let call = shown.example().unwrap().call().unwrap();
            let after = answer(world, &call, &env).unwrap().scenario;
            let told = session(world, &after, &own);
            told.clause == clause || told.advice == Some(clause)
        }
        _ => false,
    }
}

#[test]
fn every_statement_is_shown_by_a_scenario_that_rests_on_it() {
    let mut wrong = Vec::new();
    for clause in ClauseId::ALL {
        let Some(shown) = Shown::of(*clause) else {
            wrong.push(format!("{clause} is not shown"));
            continue;
        };
        let scenario = scenario(shown);
        let cited = cites(&explained(shown, &scenario), *clause);
        if !cited && !at_work(*clause, shown, &scenario) {
            let told = explained(shown, &scenario);
            let steps: Vec<_> = told.steps.iter().filter_map(|step| step.clause).collect();
            wrong.push(format!("{clause} at {}: {:?}, {steps:?}", shown.example, told.clause));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn most_statements_are_cited_in_words() {
    let cited = ClauseId::ALL.iter().filter(|clause| {
        let shown = Shown::of(**clause).unwrap();
        cites(&explained(shown, &scenario(shown)), **clause)
    });
    assert!(cited.count() >= 20);
}

#[test]
fn the_date_of_the_facts_is_that_of_the_newest_page() {
    let clauses = ClauseId::ALL.iter().flat_map(|id| id.clause().sources);
    let assumptions = Assumption::ALL.iter().flat_map(|one| one.reading().sources);
    let newest = clauses.chain(assumptions).map(|source| source.date).max();
    assert_eq!(newest, Some(NEWEST_SOURCE));
}
