//! Every reader of a small text, given any text: nothing panics, an error points into the text, and
//! what was read is written as something that reads alike. The fuzz targets and the usual tests call
//! these functions; links and imports have targets of their own.

use sg_core::emulator::{Env, answer};
use sg_core::goal::packets;
use sg_core::history::{list_parts, read_address, read_addresses, read_block, read_blocks};
use sg_core::lesson::{Lesson, first_scenario};
use sg_core::model::{
    InnerAccessPolicy, PortRange, Priority, RegionId, RuleId, SecurityGroupId, Timestamp,
};
use sg_core::replay::Exchange;
use sg_core::request::parse::{MAX_PARAMETERS, commands, parse};
use sg_core::share::{self, Limits, Saved};

/// Values of one field: addresses, ports, priorities, times, packets, ids.
pub fn value(text: &str) {
    if let Ok(range) = PortRange::parse(text) {
        assert_eq!(PortRange::parse(&range.to_string()), Ok(range));
    }
    if let Some(time) = Timestamp::parse(text) {
        assert_eq!(Timestamp::parse(&time.to_string()), Some(time));
    }
    if let Ok(id) = SecurityGroupId::parse(text) {
        assert_eq!(id.to_string(), text);
    }
    if let Ok(block) = read_block(text) {
        assert_eq!(read_block(&block.to_string()), Ok(block));
    }
    if let Ok(address) = read_address(text) {
        assert_eq!(read_address(&address.to_string()), Ok(address));
    }
    // Lists are read as their parts are, one after another: the work grows with the text.
    let parts = list_parts(text);
    assert!(parts.iter().map(|part| part.len()).sum::<usize>() <= text.len());
    assert_eq!(read_addresses(text), parts.iter().map(|part| read_address(part)).collect());
    assert_eq!(read_blocks(text), parts.iter().map(|part| read_block(part)).collect());
    let _ = (Priority::parse(text), Priority::parse_existing(text));
    let _ = (RegionId::parse(text), RuleId::parse(text), InnerAccessPolicy::parse(text));
    let _ = (packets::asked(text, None), packets::choice(Some(text)), packets::ports(text));
}

/// Requests as somebody pastes them: an address, a form, commands. What is read is answered.
pub fn request(text: &str) {
    let env = Env { now: Timestamp::from_unix_seconds(1_800_000_000), entropy: 1 };
    let scenario = first_scenario();
    for command in commands(text) {
        assert!(text.contains(command));
    }
    match parse(text) {
        Ok(parsed) => {
            assert!(parsed.call.params.len() <= MAX_PARAMETERS);
            if let Ok(answer) = answer(&scenario, &parsed.call, &env) {
                document(&share::write(&answer.scenario));
            }
        }
        Err(error) => assert!(error.at <= text.len(), "{error:?}"),
    }
}

/// Documents: a scenario, saved work, a lesson, a line of a recording.
pub fn document(text: &str) {
    if let Ok(scenario) = share::read(text, &Limits::FILE) {
        assert_eq!(share::read(&share::write(&scenario), &Limits::FILE), Ok(scenario));
    }
    if let Ok(saved) = Saved::read(text) {
        assert_eq!(Saved::read(&saved.write()), Ok(saved));
    }
    let _ = Lesson::read(text);
    let _ = Exchange::read(text);
}
