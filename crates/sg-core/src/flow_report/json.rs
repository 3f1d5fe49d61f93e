//! What a log came to, as JSON.

use crate::flow_log::{
    Disagreement, DisagreementKind, Narrowing, RuleUse, SampleRecord, Tally, Traffic, Unknown,
    UnknownRecords,
};
use crate::language::Language;
use crate::model::Direction;

use super::judged::JudgedLog;
use super::words::{Words, action, time};
use crate::explain::decider_json::DeciderJson;
use crate::explain::json_words::verdict as verdict_word;
use crate::history::edit_lines::EditsJson;

mod wire;

pub use wire::FlowsJson;

use wire::{
    DisagreementJson, FaultJson, NarrowJson, OtherJson, ReasonJson, RecordJson, RuleJson,
    StrangerJson, TallyJson, TrafficJson, UnknownJson,
};

/// What a log came to.
pub fn json_of(judged: &JudgedLog<'_>, language: Language) -> FlowsJson {
    let words = Words { scenario: judged.scenario, files: judged.files, language };
    let (report, intake) = (judged.report, judged.intake);
    let totals = &report.totals;
    let strangers = intake
        .strangers
        .iter()
        .map(|(name, traffic)| StrangerJson { interface: name.clone(), traffic: traffic.into() });
    let faults = intake.faults.iter().map(|(place, fault)| FaultJson {
        file: words.file(*place),
        line: place.line,
        reason: fault.say(language),
    });
    let others = || {
        let others = report.others.iter();
        let other = others
            .map(|(own, traffic)| OtherJson { title: words.other(own), traffic: traffic.into() });
        other.collect()
    };
    FlowsJson {
        entries: intake.entries,
        from: report.span.map(|(from, _)| from.to_string()),
        to: report.span.map(|(_, to)| to.to_string()),
        agree: totals.agree.into(),
        disagree: totals.disagree.into(),
        unknown: totals.unknown.into(),
        replies: totals.replies.into(),
        running: totals.running.into(),
        no_data: intake.no_data,
        skip_data: intake.skip_data,
        malformed: intake.malformed,
        other_interfaces: intake.all_strangers().into(),
        seen_twice: totals.seen_twice,
        forgotten_sessions: totals.forgotten,
        disagreements: report.disagreements.iter().map(|own| disagreement(words, own)).collect(),
        more_disagreements: report.more_disagreements.into(),
        unknown_records: report.unknown.iter().map(|own| unknown(words, own)).collect(),
        more_unknown: report.more_unknown.into(),
        interfaces: strangers.collect(),
        faults: faults.collect(),
        rules: judged.with_use.then(|| report.rules.iter().map(rule).collect()),
        others: judged.with_use.then(others),
        narrower: judged.narrowings.map(|all| all.iter().map(|own| narrow(words, own)).collect()),
        unread: judged.unread.to_vec(),
    }
}

impl From<Tally> for TallyJson {
    fn from(Tally { records, packets, bytes }: Tally) -> Self {
        Self { records, packets, bytes }
    }
}

impl From<&Traffic> for TrafficJson {
    fn from(Traffic { tally, first, last }: &Traffic) -> Self {
        let Tally { records, packets, bytes } = *tally;
        Self { records, packets, bytes, first: time(*first), last: time(*last) }
    }
}

fn record(words: Words<'_>, own: &SampleRecord) -> RecordJson {
    RecordJson {
        file: words.file(own.place),
        line: own.place.line,
        interface: own.interface.to_string(),
        direction: match own.direction {
            Direction::Egress => "out",
            Direction::Ingress => "in",
        },
        source: own.source().to_string(),
        source_port: own.source_port,
        destination: own.destination().to_string(),
        destination_port: own.destination_port,
        protocol: own.protocol,
    }
}

fn disagreement(words: Words<'_>, own: &Disagreement) -> DisagreementJson {
    let decision = own.decision.as_ref();
    let reasons = own.reasons.iter().map(|reason| ReasonJson {
        reason: reason.as_str(),
        clause: reason.clause().map(|clause| clause.to_string()),
        sentence: reason.say(words.language),
    });
    DisagreementJson {
        kind: kind(own.kind),
        action: action(own.kind).as_str(),
        verdict: decision.map(|decision| verdict_word(decision.verdict)),
        clause: decision.map(|decision| decision.clause.to_string()),
        decider: decision.map(|decision| DeciderJson::from(&decision.decider).into_owned()),
        title: words.headline(own),
        peer: own.peer.as_ref().map(ToString::to_string),
        traffic: (&own.traffic).into(),
        record: record(words, &own.record),
        reasons: reasons.collect(),
    }
}

/// The word for a kind of disagreement. It is public and never renamed.
pub(super) const fn kind(kind: DisagreementKind) -> &'static str {
    match kind {
        DisagreementKind::Accepted => "accepted_but_blocked",
        DisagreementKind::Rejected => "rejected_but_passes",
        DisagreementKind::NoWay => "accepted_without_way",
        DisagreementKind::RejectedReply => "rejected_reply",
    }
}

const fn why(why: Unknown) -> &'static str {
    match why {
        Unknown::NobodyHas => "nobody_has_address",
        Unknown::NotItsAddress => "not_its_address",
        Unknown::Unread => "unread",
        Unknown::Platform => "platform",
        Unknown::NoPorts => "no_ports",
        Unknown::NoSuchPacket => "no_such_packet",
    }
}

fn unknown(words: Words<'_>, own: &UnknownRecords) -> UnknownJson {
    UnknownJson {
        why: why(own.why),
        title: words.unknown(own),
        interface: own.interface.as_ref().map(ToString::to_string),
        address: own.address.map(|address| address.to_string()),
        traffic: (&own.traffic).into(),
        record: record(words, &own.record),
    }
}

fn rule(own: &RuleUse) -> RuleJson {
    RuleJson {
        group: own.group.to_string(),
        rule: own.rule.id.to_string(),
        text: own.rule.to_string(),
        traffic: own.traffic.as_ref().map(Into::into),
        could_show: own.could_show,
    }
}

fn narrow(words: Words<'_>, own: &Narrowing) -> NarrowJson {
    NarrowJson {
        group: own.group.to_string(),
        rule: own.rule.id.to_string(),
        text: own.rule.to_string(),
        flows: own.flows,
        verified: own.verified,
        traffic: (&own.traffic).into(),
        edits: EditsJson::new(words.scenario, &own.edits),
    }
}
