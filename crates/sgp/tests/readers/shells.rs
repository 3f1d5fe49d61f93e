//! Single words and the snippets for a shell, run by the shells.

use std::fs;

use sg_core::emulator::{Action, Call};
use sg_core::quote::hidden::is_hidden;
use sg_core::quote::shell::quote;
use sg_core::request::parse::parse;
use sg_core::request::snippet::{Tool, render};

use sg_testing::hostile_text::{CASE, all};
use sg_testing::program::{Place, has};

/// A shell, and how to run a script with it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shell {
    pub(crate) name: &'static str,
    pub(crate) program: &'static str,
    /// What stands before the script.
    pub(crate) args: &'static [&'static str],
    /// Whether it knows no characters but ASCII in the C locale.
    wide: bool,
    /// Whether every run in CI has it.
    needed: bool,
}

const fn shell(name: &'static str, needed: bool) -> Shell {
    Shell { name, program: name, args: &[], wide: false, needed }
}

const SHELLS: &[Shell] = &[
    shell("dash", true),
    shell("bash", true),
    Shell { program: "busybox", args: &["sh"], ..shell("busybox", true) },
    Shell { program: "bash", args: &["--posix"], ..shell("bash --posix", true) },
    shell("zsh", false),
    Shell { program: "zsh", args: &["--emulate", "sh"], ..shell("zsh as sh", false) },
    shell("ksh", false),
    shell("mksh", false),
    shell("posh", false),
    Shell { wide: true, ..shell("yash", false) },
];

/// The POSIX shells of this machine.
pub(crate) fn shells() -> Vec<Shell> {
    let found = |shell: &&Shell| {
        let probe: Vec<&str> = shell.args.iter().copied().chain(["-c", ":"]).collect();
        has(shell.program, &probe, shell.needed)
    };
    SHELLS.iter().filter(found).copied().collect()
}

impl Shell {
    /// The locales it reads all values in.
    pub(crate) fn locales(self) -> &'static [&'static str] {
        if self.wide { &["C.UTF-8"] } else { &["C", "C.UTF-8"] }
    }

    /// One of them.
    pub(crate) fn locale(self) -> &'static str {
        if self.wide { "C.UTF-8" } else { "C" }
    }

    /// Runs a script, and returns what it prints; it must end well and complain of nothing.
    pub(crate) fn run(self, place: &Place, script: &str, locale: &str) -> Vec<u8> {
        let file = place.give("script", script);
        let file = file.to_str().unwrap();
        let args: Vec<&str> = self.args.iter().copied().chain([file]).collect();
        place.run_well(self.program, &args, b"", locale)
    }
}

/// Does the same in all shells, each in a thread of its own.
pub(crate) fn in_each(shells: &[Shell], work: impl Fn(Shell) + Sync) {
    std::thread::scope(|scope| {
        let work = &work;
        let running: Vec<_> =
            shells.iter().map(|shell| (shell.name, scope.spawn(move || work(*shell)))).collect();
        for (name, thread) in running {
            assert!(thread.join().is_ok(), "{name} reads otherwise");
        }
    });
}

/// No argument of a process holds a NUL.
pub(crate) fn sayable() -> Vec<String> {
    all().into_iter().filter(|text| !text.contains('\0')).collect()
}

/// Prints words so that they can be told apart.
fn printing(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| quote(word)).collect();
    format!("set -eu\nprintf '%s\\0' {}\n", words.join(" "))
}

fn expected(values: &[String]) -> Vec<u8> {
    values.iter().flat_map(|value| value.bytes().chain([0])).collect()
}

/// Compares what was printed with what went in, value by value.
fn assert_read(shell: &str, values: &[String], printed: &[u8]) {
    if printed == expected(values) {
        return;
    }
    for (value, read) in values.iter().zip(printed.split(|byte| *byte == 0)) {
        let word = quote(value);
        assert_eq!(String::from_utf8_lossy(read), *value, "{shell} reads {word}");
    }
    panic!("{shell} prints something besides");
}

#[test]
fn every_shell_reads_each_word_as_the_value() {
    let values = sayable();
    in_each(&shells(), |shell| {
        let place = Place::empty();
        for chunk in values.chunks(200) {
            for locale in shell.locales() {
                let printed = shell.run(&place, &printing(chunk), locale);
                assert_read(shell.name, chunk, &printed);
            }
        }
    });
}

/// fish is no POSIX shell, but people paste into it.
#[test]
fn fish_reads_each_word_as_the_value() {
    if !has("fish", &["-c", "true"], false) {
        return;
    }
    let (place, values) = (Place::empty(), sayable());
    // It keeps what it has downloaded and made in a folder of its own.
    let own = place.given("fish");
    let [data, config] =
        ["DATA", "CONFIG"].map(|kind| format!("XDG_{kind}_HOME={}", own.display()));
    for chunk in values.chunks(200) {
        let file = place.give("script", &printing(chunk).replace("set -eu\n", ""));
        let args = [&*data, &config, "fish", "--no-config", "--private", file.to_str().unwrap()];
        let printed = place.run_well("env", &args, b"", "C.UTF-8");
        assert_read("fish", chunk, &printed);
    }
}

/// As a paste into a terminal: line by line, with what an interactive shell does besides, such as
/// the history of bash and zsh.
#[test]
fn an_interactive_shell_reads_each_word_as_the_value() {
    let values = sayable();
    for (program, args) in [("bash", &["--norc", "-i"][..]), ("zsh", &["-f", "-i"])] {
        if !has(program, &["-c", "true"], program == "bash") {
            continue;
        }
        let place = Place::empty();
        for chunk in values.chunks(200) {
            let line = printing(chunk).replace("set -eu\n", "unset HISTFILE\n");
            let output = place.run(program, args, line.as_bytes(), "C.UTF-8");
            assert_read(program, chunk, &output.stdout);
        }
    }
}

#[test]
fn a_word_holds_nothing_hidden_and_is_one_line() {
    for value in sayable() {
        let word = quote(&value);
        let hidden = word.contains(|c| is_hidden(c) && c != '\n');
        assert!(!hidden, "{word:?}");
        let line_feeds = value.len() - value.trim_end_matches('\n').len();
        assert_eq!(word.matches('\n').count(), line_feeds, "{word}");
    }
}

/// A program that writes down how it is called: the number of its arguments, then each, and NULs.
pub(crate) const WRITES_DOWN: &str = "#!/bin/sh\nprintf '%s\\0' \"$#\" \"$@\" >>\"$SGP_LOG\"\n";

/// The calls that were written down.
pub(crate) fn written_down(place: &Place) -> Vec<Vec<String>> {
    let log = fs::read(place.given("log")).unwrap_or_default();
    let _ = fs::remove_file(place.given("log"));
    let mut words =
        log.split(|byte| *byte == 0).map(|word| String::from_utf8(word.to_vec()).unwrap());
    let mut calls = Vec::new();
    while let Some(count) = words.next().filter(|count| !count.is_empty()) {
        calls.push(words.by_ref().take(count.parse().unwrap()).collect());
    }
    calls
}

/// What the Alibaba Cloud CLI makes of its arguments (`cli/parser.go` of aliyun-cli): a word that
/// begins with a dash is a flag, whose value follows `=` or `:` or is the next word.
pub(crate) fn parameters(words: &[String]) -> Vec<(String, String)> {
    let mut found: Vec<(String, Option<String>)> = Vec::new();
    assert_eq!(words[0], "ecs");
    for word in &words[2..] {
        if word.starts_with('-') {
            let flag = word.strip_prefix("--").unwrap_or_else(|| panic!("no flag form: {word}"));
            let (name, tied) = match flag.find(['=', ':']) {
                Some(cut) => (&flag[..cut], Some(&flag[cut + 1..])),
                None => (flag, None),
            };
            found.push((name.to_owned(), tied.map(str::to_owned)));
        } else {
            let (name, value) = found.last_mut().unwrap();
            assert!(value.is_none(), "{name} has two values: {value:?} and {word}");
            *value = Some(word.clone());
        }
    }
    found.into_iter().map(|(name, value)| (name, value.unwrap_or_default())).collect()
}

/// A call that holds many values, each a parameter of its own.
fn call_of(values: &[String]) -> Call {
    let mut call = Call::new(Action::AuthorizeSecurityGroup, [("RegionId", "cn-hangzhou")]);
    for (number, value) in (1..).zip(values) {
        call.params.set(format!("Permissions.{number}.Description"), value);
    }
    call
}

fn pairs(call: &Call) -> Vec<(String, String)> {
    call.params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

#[test]
fn the_command_line_of_a_call_gives_the_cli_its_values() {
    let values = sayable();
    in_each(&shells(), |shell| {
        let place = Place::empty();
        place.give_program("aliyun", WRITES_DOWN);
        for chunk in values.chunks(100) {
            let call = call_of(chunk);
            let line = render(&call, Tool::Cli).unwrap();
            // The project's own console reads what it writes.
            assert_eq!(parse(&line).unwrap().call, call, "{line}");
            for locale in shell.locales() {
                shell.run(&place, &format!("set -eu\n{line}\n"), locale);
                let calls = written_down(&place);
                assert_eq!(calls.len(), 1, "{line}");
                assert_eq!(parameters(&calls[0]), pairs(&call), "{line}");
            }
        }
    });
}

/// The script for `curl` sends the call; `openssl` and `date` are the machine's own.
#[test]
fn the_script_for_curl_sends_the_call() {
    if !has("openssl", &["version"], true) {
        return;
    }
    let values = sayable();
    in_each(&shells(), |shell| {
        let place = Place::empty();
        place.give_program("curl", WRITES_DOWN);
        let keys =
            "ALIBABA_CLOUD_ACCESS_KEY_ID=testid ALIBABA_CLOUD_ACCESS_KEY_SECRET=testsecret\n";
        for chunk in values.chunks(400) {
            let call = call_of(chunk);
            let script = render(&call, Tool::Curl).unwrap();
            shell.run(&place, &format!("set -eu\n{keys}{script}"), "C");
            let sent = written_down(&place);
            assert_eq!(sent.len(), 1);
            let (_, query) = sent[0][1].split_once('?').unwrap();
            let text = format!("?Action={}&{query}", call.action.as_str());
            let read = parse(&text).unwrap().call;
            let (mut read, mut sent) = (pairs(&read), pairs(&call));
            read.sort();
            sent.sort();
            assert_eq!(read, sent);
        }
    });
}

#[test]
fn the_case_that_began_it_stays_a_value_in_a_snippet() {
    let call = Call::new(Action::CreateSecurityGroup, [("Description", CASE)]);
    let line = render(&call, Tool::Cli).unwrap();
    assert_eq!(
        line,
        r#"aliyun ecs CreateSecurityGroup --Description 'web tier'"$(printf '\342\200\213\047\051\073 touch pwned \043')""#
    );
    in_each(&shells(), |shell| {
        let place = Place::empty();
        place.give_program("aliyun", WRITES_DOWN);
        shell.run(&place, &line, shell.locale());
        assert_eq!(written_down(&place), [["ecs", "CreateSecurityGroup", "--Description", CASE]]);
    });
}
