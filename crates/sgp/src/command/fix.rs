//! `sgp fix`: what would make two ends reach each other, or stop them, as API calls.

use serde::Serialize;

use sg_core::connectivity::{Decider, Effect, Fix, Fixes, Goal, Intent, PacketSet, Verdict, fix};
use sg_core::explain::{end_label, packets_text};
use sg_core::goal::packets::{Asked, parse};
use sg_core::goal::text::COMMA;
use sg_core::goal::{Directory, end};
use sg_core::language::{Language, Text};
use sg_core::model::{PortFilter, ProtocolFilter, Scenario};
use sg_core::quote::hidden::visible;

use super::matrix::end_name;
use crate::answer::{DeciderJson, PacketsJson};
use crate::args::{Choice, Format, InLanguage, Shown};
use crate::edits::{EditsJson, kind, lines};
use crate::exit_code::{SUCCESS, UNMET};
use crate::failure::Failure;
use crate::print::print_json;
use crate::reason::reason;
use crate::streams::Streams;
use crate::{input, text};

/// What would open or close a path, as API calls
///
/// Searches every smallest set of edits after which SRC reaches DST on these packets, or with
/// `--intent stop` does not reach it on any of them: adding a rule, removing one, giving one another
/// priority, setting a policy, joining or leaving a group. Each is verified by evaluating the
/// edited scenario and shown as API calls, with what else it opens or closes; the one with the
/// least other effect comes first. Exit code 0: there is a fix, or nothing to fix; 1: there is
/// none.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(super) struct Args {
    /// The scenario document
    scenario: String,
    /// The end that sends
    src: String,
    /// The end that receives
    dst: String,
    /// tcp/443, tcp/8000-9000, tcp, udp/53, icmp, icmpv6, gre, protocol/50 or all
    packets: String,
    /// Whether the packets should get there or not
    #[arg(long, alias = "wish", value_parser = INTENT, default_value = "reach")]
    intent: Intent,
    #[command(flatten)]
    shown: Shown,
}

const INTENT: Choice<Intent> = Choice {
    words: &["reach", "stop"],
    refusal: "is not an intent: reach or stop",
    parse: |text| match text {
        "reach" => Some(Intent::Allow),
        "stop" => Some(Intent::Block),
        _ => None,
    },
};

const EXAMPLE: &str = "\
Example:
  sgp fix three-groups.json ecs1 ecs3 tcp/443";

#[derive(Serialize)]
struct FixesJson {
    /// Whether the goal holds already.
    holds: bool,
    /// What no edit of a group can change.
    obstacles: Vec<DeciderJson>,
    fixes: Vec<FixJson>,
    /// The kinds of edit that were tried.
    searched: Vec<&'static str>,
    /// How many edits at once were tried, at most.
    depth: usize,
    tried: usize,
}

#[derive(Serialize)]
struct FixJson {
    #[serde(flatten)]
    edits: EditsJson,
    /// What else opens or closes.
    effects: Vec<EffectJson>,
    contested: bool,
}

#[derive(Serialize)]
struct EffectJson {
    from: String,
    to: String,
    opens: Vec<PacketsJson>,
    closes: Vec<PacketsJson>,
}

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let Shown { format, language: InLanguage { language } } = args.shown;
    let intent = args.intent;
    let packets = filter(&args.packets).map_err(Failure::Usage)?;
    let scenario = input::scenario(&args.scenario)?;
    let directory = Directory::new(&scenario);
    let found = |name: &str| {
        let place = directory.find(name).map_err(Failure::Input)?;
        end(&place).ok_or_else(|| {
            Failure::input(format!(
                "`{name}` is no end of the scenario: give it a name among its outside addresses"
            ))
        })
    };
    let (from, to) = (found(&args.src)?, found(&args.dst)?);
    let goal = Goal { from, to, packets, intent };
    let fixes = fix(&scenario, &goal)
        .ok_or_else(|| Failure::input("nothing can travel between these two ends"))?;
    if format == Format::Json {
        print_json(streams.output, &as_json(&scenario, &fixes))?;
    } else {
        let lines = text_lines(&scenario, &fixes, intent, language);
        let lines: Vec<String> =
            lines.iter().map(|line| visible(line).into_owned() + "\n").collect();
        streams.output.write_all(lines.concat().as_bytes())?;
    }
    Ok(if fixes.holds || !fixes.fixes.is_empty() { SUCCESS } else { UNMET })
}

/// The packets as one rule names them.
fn filter(text: &str) -> Result<ProtocolFilter, String> {
    Ok(match parse(text)? {
        Asked::All => ProtocolFilter::All,
        Asked::Set(PacketSet::Tcp { destination, .. }) => {
            ProtocolFilter::Tcp(PortFilter::to(destination))
        }
        Asked::Set(PacketSet::Udp { destination, .. }) => {
            ProtocolFilter::Udp(PortFilter::to(destination))
        }
        Asked::Set(PacketSet::Icmp) => ProtocolFilter::Icmp,
        Asked::Set(PacketSet::Icmpv6) => ProtocolFilter::Icmpv6,
        Asked::Set(PacketSet::Gre) => ProtocolFilter::Gre,
        Asked::Set(PacketSet::Other { first, .. }) => ProtocolFilter::Number(first),
    })
}

fn text_lines(
    scenario: &Scenario,
    fixes: &Fixes,
    intent: Intent,
    language: Language,
) -> Vec<String> {
    if fixes.holds {
        return vec![text::FIX_HOLDS.get(language).to_owned()];
    }
    let mut lines: Vec<String> =
        fixes.obstacles.iter().map(|o| obstacle(scenario, o, intent, language)).collect();
    for (index, fix) in fixes.fixes.iter().enumerate() {
        if index > 0 {
            lines.push(String::new());
        }
        fix_lines(scenario, index + 1, fix, language, &mut lines);
    }
    if fixes.fixes.is_empty() && fixes.obstacles.is_empty() {
        let (depth, tried) = (fixes.depth.to_string(), fixes.tried.to_string());
        let values = [("depth", depth.as_str()), ("tried", tried.as_str())];
        lines.push(text::FIX_NONE.fill(language, &values));
    }
    lines
}

fn obstacle(scenario: &Scenario, decider: &Decider, intent: Intent, language: Language) -> String {
    let verdict = match intent {
        Intent::Allow => Verdict::Blocked,
        Intent::Block => Verdict::Pass,
    };
    let why = reason(scenario, decider, verdict, language);
    text::FIX_OBSTACLE.fill(language, &[("reason", &why)])
}

fn fix_lines(
    scenario: &Scenario,
    number: usize,
    fix: &Fix,
    language: Language,
    all: &mut Vec<String>,
) {
    let (edits, commands) = lines(scenario, &fix.edits);
    for (index, edit) in edits.iter().enumerate() {
        let mark = if index == 0 { format!("{number}.") } else { "  ".to_owned() };
        all.push(format!("{mark} {edit}"));
    }
    all.extend(commands.iter().map(|command| format!("     {command}")));
    if fix.effects.is_empty() {
        all.push(format!("     {}", text::FIX_CLEAN.get(language)));
    }
    for effect in &fix.effects {
        all.extend(effect_lines(scenario, effect, language));
    }
    if fix.contested {
        all.push(format!("     {}", text::FIX_CONTESTED.get(language)));
    }
}

fn effect_lines(scenario: &Scenario, effect: &Effect, language: Language) -> Vec<String> {
    let line = |frame: Text, sets: &[PacketSet]| {
        let names: Vec<String> = sets.iter().map(|set| packets_text(set, language)).collect();
        let (from, to) = (end_label(scenario, &effect.from), end_label(scenario, &effect.to));
        let packets = names.join(COMMA.get(language));
        let values = [("source", from.as_str()), ("destination", &to), ("packets", &packets)];
        format!("     {}", frame.fill(language, &values))
    };
    let opens = (!effect.opens.is_empty()).then(|| line(text::FIX_OPENS, &effect.opens));
    let closes = (!effect.closes.is_empty()).then(|| line(text::FIX_CLOSES, &effect.closes));
    opens.into_iter().chain(closes).collect()
}

fn as_json(scenario: &Scenario, fixes: &Fixes) -> FixesJson {
    FixesJson {
        holds: fixes.holds,
        obstacles: fixes.obstacles.iter().map(DeciderJson::from).collect(),
        fixes: fixes.fixes.iter().map(|fix| fix_json(scenario, fix)).collect(),
        searched: fixes.searched.iter().map(|found| kind(*found)).collect(),
        depth: fixes.depth,
        tried: fixes.tried,
    }
}

fn fix_json(scenario: &Scenario, fix: &Fix) -> FixJson {
    let effect = |effect: &Effect| EffectJson {
        from: end_name(&effect.from),
        to: end_name(&effect.to),
        opens: effect.opens.iter().map(PacketsJson::from).collect(),
        closes: effect.closes.iter().map(PacketsJson::from).collect(),
    };
    FixJson {
        edits: EditsJson::new(scenario, &fix.edits),
        effects: fix.effects.iter().map(effect).collect(),
        contested: fix.contested,
    }
}
