//! What proposals say before they are applied, and the way back.

#![expect(clippy::unwrap_used, reason = "a test panics on the first error")]

use std::collections::BTreeSet;

use proptest::prelude::*;

use sg_core::connectivity::*;
use sg_core::history::{ProposalLine, proposal};
use sg_core::language::Language;
use sg_core::model::*;
use sg_testing::scenario_text::scenario_of;
use sg_testing::worlds::worlds;

const ACCOUNT: &str = "\
group APP basic accept
group DB basic drop
instance app-1 10.0.1.1 in APP
instance app-2 10.0.1.2 in APP
instance db-1 10.0.2.1 public 203.0.113.9 in DB
instance db-2 10.0.2.2 in DB
outside internet 0.0.0.0/0
rule DB in accept tcp 5432/5432 from 10.0.1.1/32 prio 1";

fn add(rule: &str) -> Edit {
    let words: Vec<&str> = rule.split(' ').collect();
    let rule = sg_testing::scenario_text::rule("sgr-new", &words).unwrap().spec;
    Edit::AddRule { group: SecurityGroupId::parse("DB").unwrap(), rule }
}

fn lines(edits: &[Edit]) -> Vec<String> {
    let world = scenario_of(ACCOUNT);
    let proposal = proposal(&Reach::new(&world), edits).unwrap();
    let lines = proposal.lines(&world, Language::En, 8).into_iter();
    let text = |line: ProposalLine| {
        format!("{}{}", if line.warns() { "! " } else { "" }, line.marked(Language::En))
    };
    lines.map(text).collect()
}

#[test]
fn a_proposal_says_what_it_opens_by_role_and_marks_what_is_wide() {
    let narrow = lines(&[add("in accept tcp 5432/5432 from 10.0.1.2/32 to 10.0.2.1/32 prio 1")]);
    assert_eq!(narrow, ["app-2 → db-1: TCP 5432 opened, 1 pair"]);
    let group = lines(&[add("in accept tcp 5432/5432 from APP prio 1")]);
    assert_eq!(
        group,
        ["app-2 → db-*: TCP 5432 opened, 2 pairs", "! opens something for every member of DB (2)"]
    );
    let wide = lines(&[add("in accept tcp 22/22 from 0.0.0.0/0 prio 1")]);
    assert_eq!(
        wide,
        [
            "! db-2, internet → db-1: TCP 22 opened, 2 pairs [opens to the Internet]",
            "every interface except db-2 → db-*: TCP 22 opened, 5 pairs",
            "! opens something for every member of APP (2)",
            "! opens something for every member of DB (2)",
        ]
    );
    // Blocks whose first address is not on the Internet, though others of them are.
    for block in ["192.0.0.0/3", "192.168.0.0/15"] {
        let world = scenario_of(&ACCOUNT.replace("0.0.0.0/0", block));
        let edits = [add("in accept tcp 22/22 from 0.0.0.0/0 prio 1")];
        let proposal = proposal(&Reach::new(&world), &edits).unwrap();
        assert!(proposal.opens_to_internet(), "{block}");
    }
    let drop = Edit::SetPolicy {
        group: SecurityGroupId::parse("APP").unwrap(),
        policy: InnerAccessPolicy::Drop,
    };
    assert_eq!(lines(&[drop]), ["app-* → app-*: all traffic closed, 2 pairs"]);
    let nothing = add("in accept tcp 5432/5432 from 10.0.1.1/32 prio 2");
    assert_eq!(lines(&[nothing]), ["no traffic is affected"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    /// A proposal warns of the Internet exactly if a packet from there passes, or may, that was
    /// blocked, and of a group exactly if each of its members can send or receive something new.
    #[test]
    fn a_proposal_warns_where_it_opens_much(text in worlds(6)) {
        let world = scenario_of(&text);
        let reach = Reach::new(&world);
        let before = matrix(&world, PacketChoice::All, CheckedDirections::Both);
        for edits in lint(&world).iter().flat_map(|finding| &finding.fixes) {
            let proposal = proposal(&reach, edits).unwrap();
            let after = matrix(&proposal.after, PacketChoice::All, CheckedDirections::Both);
            let mut from_internet = false;
            let mut gains = [BTreeSet::new(), BTreeSet::new()];
            for pair in diff_regions(&before, &after) {
                for region in &pair.regions {
                    let verdict = |judged: &Option<Judged>| {
                        judged.as_ref().map_or(Verdict::Blocked, |judged| judged.verdict)
                    };
                    let (old, new) = (verdict(&region.before), verdict(&region.after));
                    from_internet |= pair.from == End::Outside("internet".to_owned())
                        && old == Verdict::Blocked
                        && new != Verdict::Blocked;
                    if old != Verdict::Pass && new == Verdict::Pass {
                        gains[0].insert(pair.from.clone());
                        gains[1].insert(pair.to.clone());
                    }
                }
            }
            if from_internet {
                prop_assert!(proposal.opens_to_internet(), "{text}\n{edits:?}");
            }
            for group in proposal.after.groups() {
                let members: Vec<End> = proposal
                    .after
                    .members(&group.id)
                    .map(|interface| End::Interface(interface.id.clone()))
                    .collect();
                let whole = members.len() > 1
                    && gains.iter().any(|side| members.iter().all(|member| side.contains(member)));
                prop_assert_eq!(
                    proposal.whole_groups.contains(&group.id),
                    whole,
                    "{}\n{:?}\n{}", text, edits, group.id
                );
            }
        }
    }
}
