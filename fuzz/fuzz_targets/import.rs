//! Arbitrary texts to import: every finding has a message in both languages, every position is
//! inside its text, and a scenario that opens can be written as a document, read back and renamed.
//!
//! A zero byte separates texts, so that one input can hold several.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sg_core::import::{Text, anonymise, decode, read};
use sg_core::language::Language;
use sg_core::share;

fuzz_target!(|data: &[u8]| {
    let parts = data.split(|byte| *byte == 0).take(4).enumerate();
    let texts = parts.filter_map(|(number, bytes)| {
        Some(Text { name: format!("{number}.json"), content: decode(bytes.to_vec())? })
    });
    let texts: Vec<Text> = texts.collect();
    let reading = read(texts.clone());
    for note in &reading.unread {
        Language::ALL.iter().for_each(|language| assert!(!note.said.say(*language).is_empty()));
        if let Some(at) = note.place {
            let line = texts[at.file].content.split('\n').nth(at.line as usize - 1);
            let line = line.expect("the line exists");
            assert!(at.column as usize <= line.chars().count() + 1, "the column exists");
        }
    }
    for assumed in &reading.assumed {
        Language::ALL.iter().for_each(|language| assert!(!assumed.say(*language).is_empty()));
    }
    let Some(scenario) = &reading.scenario else {
        assert!(!reading.unread.is_empty(), "what opens no scenario says why");
        return;
    };
    let rules = || scenario.groups().flat_map(|group| &group.rules);
    assert!(rules().all(|rule| reading.origins.contains_key(&rule.id)), "every rule has a place");
    let document = share::write(scenario);
    let back = share::read(&document, &share::Limits::FILE);
    assert_eq!(back.as_ref(), Ok(&**scenario), "a scenario is a document");
    let again = read(vec![Text { name: String::new(), content: document }]);
    assert_eq!(again.scenario.as_ref().map(|it| it.parts()), Some(scenario.parts()));
    let other = anonymise(scenario, 7).expect("other names fit together as well");
    assert_eq!(other.scenario.groups().len(), scenario.groups().len());
});
