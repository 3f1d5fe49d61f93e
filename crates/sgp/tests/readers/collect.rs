//! Runs the script that collects an account, in shells, with a stand-in for the CLI that answers
//! from `sgp serve`, and imports what it wrote.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

use sg_core::collect::{Collect, Shell as Language, operations, paste, policy, script};
use sg_core::import::{Reading, Text, read};
use sg_core::model::{RegionId, Scenario};

use crate::shells::{Shell, in_each, shells};
use account::{Size, region};
use sg_testing::program::{Place, has};
use stub::{Account, Behaviour};

mod account;
mod anonymised;
mod replies;
mod stub;

const REGIONS: [&str; 3] = ["cn-hangzhou", "cn-beijing", "ap-southeast-1"];

const SMALL: Size = Size { groups: 6, interfaces: 13 };

/// An account, a script and a folder to run it in.
struct Bench {
    place: Place,
    account: Arc<Account>,
    scenarios: Vec<Scenario>,
    folder: PathBuf,
}

impl Bench {
    fn new(sizes: &[Size]) -> Self {
        let place = Place::empty();
        let made = sizes.iter().zip(REGIONS).zip(1..);
        let scenarios: Vec<Scenario> =
            made.map(|((size, name), number)| region(name, number, *size)).collect();
        let account = Account::open(&place, scenarios.clone());
        // Waiting is written down instead.
        place.give_program("sleep", "#!/bin/sh\necho \"$1\" >>\"$SGP_LOG\"\n");
        let regions = REGIONS[..sizes.len()].iter().map(|name| RegionId::parse(name).unwrap());
        let collect = Collect { regions: regions.collect(), anonymise: false };
        place.give("collect.sh", &script(Language::Posix, &collect));
        let folder = place.given("here");
        fs::create_dir_all(&folder).unwrap();
        Self { place, account, scenarios, folder }
    }

    fn behave(&self, change: impl FnOnce(&mut Behaviour)) {
        change(&mut self.account.behaviour.lock().unwrap());
    }

    fn command(&self, program: &str, args: &[&str]) -> Command {
        let mut command = Command::new(program);
        let path = std::env::var("PATH").unwrap();
        let given = self.place.given("");
        command.args(args).current_dir(&self.folder).env_clear();
        command.env("PATH", format!("{}:{path}", given.display()));
        command.env("HOME", self.place.given("home")).env("SGP_LOG", self.place.given("log"));
        command.env("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "a-secret").env("LC_ALL", "C.UTF-8");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs the script; returns its exit code, with what it said.
    fn run(&self, shell: Shell, args: &[&str]) -> (Option<i32>, String) {
        let file = self.place.given("collect.sh");
        let file = file.to_str().unwrap();
        let args: Vec<&str> = shell.args.iter().chain([&file]).chain(args).copied().collect();
        // In a group of its own, which can be killed whole.
        let child = self.command(shell.program, &args).process_group(0).spawn().unwrap();
        self.behave(|behaviour| behaviour.group = Some(child.id()));
        let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
        assert!(stdout.is_empty(), "{}", String::from_utf8_lossy(&stdout));
        let said = String::from_utf8(stderr).unwrap();
        assert!(!said.contains("LTAI") && !said.contains("a-secret"), "{said}");
        self.assert_no_credentials();
        (status.code(), said)
    }

    fn run_well(&self, shell: Shell, args: &[&str]) -> String {
        let (code, said) = self.run(shell, args);
        assert_eq!(code, Some(0), "{}: {said}", shell.name);
        said
    }

    fn assert_no_credentials(&self) {
        let mut folders = vec![self.folder.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let entry = entry.unwrap();
                assert_ne!(entry.file_name(), "pwned");
                if entry.file_type().unwrap().is_dir() {
                    folders.push(entry.path());
                } else {
                    let text = fs::read_to_string(entry.path()).unwrap();
                    assert!(!text.contains("LTAI") && !text.contains("a-secret"), "{text}");
                }
            }
        }
    }

    /// The files in the folder.
    fn found(&self) -> BTreeSet<String> {
        let entries = fs::read_dir(&self.folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    fn collected(&self, region: &str) -> String {
        fs::read_to_string(self.folder.join(format!("sgp-collect-{region}.json"))).unwrap()
    }

    fn calls(&self) -> usize {
        self.account.calls.lock().unwrap().len()
    }

    fn assert_whole(&self) {
        for scenario in &self.scenarios {
            let reading = imported(&self.collected(scenario.region().as_str()));
            assert_same(scenario, reading.scenario.as_ref().unwrap());
        }
    }
}

fn imported(content: &str) -> Reading {
    read(vec![Text { name: "collected.json".to_owned(), content: content.to_owned() }])
}

/// Compares everything that a script collects. Ends outside are not part of an account.
fn assert_same(own: &Scenario, other: &Scenario) {
    let (own, other) = (own.parts(), other.parts());
    assert_eq!(own.region, other.region);
    assert_eq!(own.groups.len(), other.groups.len());
    for (id, group) in &own.groups {
        let read = &other.groups[id];
        assert_eq!(group.rules.len(), read.rules.len(), "{id}");
        assert_eq!(group, read);
    }
    assert_eq!(own.interfaces.len(), other.interfaces.len());
    for (id, interface) in &own.interfaces {
        assert_eq!(interface, &other.interfaces[id]);
    }
    assert_eq!(own.instances, other.instances);
    assert_eq!(own.vpcs, other.vpcs);
    assert_eq!(own.prefix_lists, other.prefix_lists);
    assert_eq!(own.port_lists, other.port_lists);
    assert_eq!(own.vswitches, other.vswitches);
}

/// The shells in which the script is promised to run, other than those that only act as another.
fn promised() -> Vec<Shell> {
    shells().into_iter().filter(|shell| shell.name != "zsh").collect()
}

fn one(name: &str) -> Shell {
    promised().into_iter().find(|shell| shell.name == name).unwrap()
}

/// Three regions, 250 groups, 1,200 interfaces.
#[test]
fn an_account_of_three_regions_is_collected_whole_in_every_promised_shell() {
    let size = |groups| Size { groups, interfaces: 400 };
    let shells = ["dash", "bash", "busybox"].map(one);
    in_each(&shells, |shell| {
        let bench = Bench::new(&[size(84), size(83), size(83)]);
        bench.behave(|behaviour| behaviour.compact = shell.name == "bash");
        let said = bench.run_well(shell, &[]);
        bench.assert_whole();
        assert!(said.contains("DescribeSecurityGroupAttribute: 84 of 84"), "{said}");
        // What was read on the way is gone.
        let files = REGIONS.map(|region| format!("sgp-collect-{region}.json"));
        assert_eq!(bench.found(), BTreeSet::from(files));
        println!("{}: {} calls", shell.name, bench.calls());
        for words in bench.account.calls.lock().unwrap().iter() {
            assert!(words[1].starts_with("Describe") || words[1].starts_with("List"), "{words:?}");
        }
    });
}

#[test]
fn every_shell_collects_the_same() {
    let texts = std::sync::Mutex::new(BTreeSet::new());
    in_each(&promised(), |shell| {
        let bench = Bench::new(&[SMALL]);
        bench.run_well(shell, &[]);
        bench.assert_whole();
        texts.lock().unwrap().insert(bench.collected("cn-hangzhou"));
    });
    assert_eq!(texts.into_inner().unwrap().len(), 1);
}

/// Every implementation of awk reads the replies alike.
#[test]
fn every_awk_collects_the_same() {
    let bench = Bench::new(&[SMALL]);
    bench.run_well(one("dash"), &[]);
    let expected = bench.collected("cn-hangzhou");
    for (program, args) in
        [("mawk", ""), ("gawk", ""), ("gawk", "--posix"), ("original-awk", ""), ("busybox", "awk")]
    {
        let probe: Vec<&str> =
            [args].into_iter().filter(|it| !it.is_empty()).chain(["BEGIN{}"]).collect();
        if !has(program, &probe, program == "busybox") {
            continue;
        }
        bench.place.give_program("awk", &format!("#!/bin/sh\nexec {program} {args} \"$@\"\n"));
        bench.run_well(one("dash"), &["--region", "cn-hangzhou"]);
        assert_eq!(bench.collected("cn-hangzhou"), expected, "{program} {args}");
    }
}

#[test]
fn a_script_that_was_killed_goes_on_where_it_was_and_writes_the_same_file() {
    in_each(&["dash", "bash", "busybox"].map(one), |shell| {
        let bench = Bench::new(&[SMALL]);
        bench.run_well(shell, &[]);
        let (expected, all) = (bench.collected("cn-hangzhou"), bench.calls());
        fs::remove_file(bench.folder.join("sgp-collect-cn-hangzhou.json")).unwrap();
        for after in [1, 2, 5, all / 2, all - 1] {
            let before = bench.calls();
            bench.behave(|behaviour| behaviour.killed_after = Some(before + after));
            assert_eq!(bench.run(shell, &[]).0, None, "{} {after}", shell.name);
            assert!(!bench.found().contains("sgp-collect-cn-hangzhou.json"));
            bench.behave(|behaviour| behaviour.killed_after = None);
            let said = bench.run_well(shell, &[]);
            assert_eq!(
                said.contains("going on with what an earlier run has read"),
                after > 1,
                "{said}"
            );
            assert_eq!(bench.collected("cn-hangzhou"), expected);
            // Only the call that was under way is made again.
            assert_eq!(bench.calls() - before, all + 1, "{} {after}", shell.name);
            fs::remove_file(bench.folder.join("sgp-collect-cn-hangzhou.json")).unwrap();
        }
    });
}

#[test]
fn a_token_that_has_expired_makes_its_list_begin_anew() {
    let bench = Bench::new(&[Size { groups: 6, interfaces: 1_100 }]);
    bench.behave(|behaviour| behaviour.expired = 1);
    let said = bench.run_well(one("dash"), &[]);
    assert!(said.contains("has expired"), "{said}");
    bench.assert_whole();
    bench.behave(|behaviour| behaviour.expired = usize::MAX);
    let (code, said) = bench.run(one("dash"), &[]);
    assert_eq!(code, Some(3), "{said}");
    assert!(bench.collected("cn-hangzhou").contains("\"Code\":\"InvalidNextToken\""));
}

#[test]
fn a_refused_call_is_named_in_the_file_and_asked_again() {
    let bench = Bench::new(&[SMALL]);
    let denied = ["DescribePrefixListAttributes", "DescribeVpcs"];
    bench.behave(|behaviour| behaviour.denied.extend(denied));
    let (code, said) = bench.run(one("dash"), &[]);
    assert_eq!(code, Some(3), "{said}");
    assert!(said.contains("refused: vpc:DescribeVpcs (Forbidden.RAM)"), "{said}");
    let text = bench.collected("cn-hangzhou");
    assert!(!text.contains("1234567890123456:user"), "{text}");
    let reading = imported(&text);
    let notes: Vec<String> =
        reading.unread.iter().map(|note| note.said.say(sg_core::language::Language::En)).collect();
    for name in ["ecs:DescribePrefixListAttributes (pl-r10002)", "vpc:DescribeVpcs"] {
        assert!(notes.iter().any(|note| note.contains(name)), "{name}: {notes:?}");
    }
    assert_eq!(reading.scenario.unwrap().groups().len(), 6);
    bench.behave(|behaviour| behaviour.denied.clear());
    let before = bench.calls();
    bench.run_well(one("dash"), &[]);
    assert_eq!(bench.calls() - before, 4);
    bench.assert_whole();
}

#[test]
fn throttling_is_waited_for_with_growing_pauses_and_then_said() {
    let bench = Bench::new(&[SMALL]);
    bench.behave(|behaviour| behaviour.throttled = 3);
    bench.run_well(one("dash"), &[]);
    assert_eq!(fs::read_to_string(bench.place.given("log")).unwrap(), "1\n2\n4\n");
    bench.assert_whole();
    bench.behave(|behaviour| behaviour.throttled = usize::MAX);
    let (code, said) = bench.run(one("dash"), &[]);
    assert_eq!(code, Some(1));
    let last = "sgp-collect: ecs DescribeSecurityGroups: the service answers Throttling.User, after 8 tries.";
    assert!(said.contains(last) && said.contains("goes on from there"), "{said}");
}

#[test]
fn what_stands_in_the_way_is_said() {
    let bench = Bench::new(&[SMALL]);
    bench.behave(|behaviour| behaviour.nobody = true);
    let (code, said) = bench.run(one("dash"), &[]);
    assert!(code == Some(1) && said.contains("not logged in"), "{said}");
    for (args, part) in [
        (&["--region"][..], "needs a value"),
        (&["--region", "x;y"], "is not a name"),
        (&["--region", "cn-hangzhou\n; touch pwned"], "is not a name"),
        (&["--profile", "../.."], "is not a name"),
        (&["--delete"], "unknown option"),
    ] {
        let (code, said) = bench.run(one("dash"), args);
        assert!(code == Some(2) && said.contains(part), "{args:?}: {said}");
    }
    fs::remove_file(bench.place.given("aliyun")).unwrap();
    let (code, said) = bench.run(one("dash"), &[]);
    assert!(code == Some(2) && said.contains("the aliyun CLI is not on the PATH"), "{said}");
}

#[test]
fn an_id_that_means_something_to_a_shell_is_not_used() {
    for odd in ["$(touch pwned)", ";touch pwned", "\" \"x", "\n-x", " --force", "'"] {
        let bench = Bench::new(&[SMALL]);
        bench.behave(|behaviour| behaviour.odd_id = Some(odd));
        let (code, said) = bench.run(one("bash"), &[]);
        assert!(code == Some(3) && said.contains("UnexpectedId"), "{said}");
        let calls = bench.account.calls.lock().unwrap();
        assert!(calls.iter().all(|words| words[1] != "DescribeSecurityGroupAttribute"));
    }
}

#[test]
fn without_a_region_the_profile_names_it() {
    let bench = Bench::new(&[SMALL]);
    bench.place.give("collect.sh", &script(Language::Posix, &Collect::default()));
    bench.run_well(one("dash"), &["--profile", "my.own_profile"]);
    bench.assert_whole();
    let calls = bench.account.calls.lock().unwrap();
    assert!(
        calls.iter().all(|words| words.ends_with(&["--profile".into(), "my.own_profile".into()]))
    );
}

/// A pasted script has nothing that an interactive shell takes for its own.
#[test]
fn a_pasted_script_collects_too() {
    for (program, args) in [("bash", &["--norc", "-i"][..]), ("zsh", &["-f", "-i"])] {
        if !has(program, &["-c", "true"], program == "bash") {
            continue;
        }
        let bench = Bench::new(&[SMALL]);
        let regions = vec![RegionId::parse("cn-hangzhou").unwrap()];
        let pasted = paste(Language::Posix, &Collect { regions, anonymise: false });
        assert!(!pasted.contains('\t') && pasted.is_ascii());
        // History expansion is on in an interactive shell only; this turns it on for a pipe.
        let on =
            if program == "bash" { "set -o history -o histexpand\n" } else { "setopt banghist\n" };
        let file = bench.place.give("pasted", &format!("{on}{pasted}"));
        let mut command = bench.command(program, args);
        let output = command.stdin(fs::File::open(file).unwrap()).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("none refused"), "{program}: {said}");
        bench.assert_whole();
    }
}

#[test]
fn the_policy_names_every_call_and_no_more() {
    let bench = Bench::new(&[SMALL]);
    let file = bench.place.given("collect.sh");
    let output = bench.command("dash", &[file.to_str().unwrap(), "--policy"]).output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), format!("{}\n", policy()));
    bench.run_well(one("dash"), &[]);
    let calls = bench.account.calls.lock().unwrap();
    let called: BTreeSet<String> = calls
        .iter()
        .map(|words| format!("{}:{}", words[0].replace("vpcpeer", "vpc"), words[1]))
        .collect();
    assert_eq!(called, operations().into_iter().collect());
    assert!(operations().iter().all(|name| policy().contains(&format!("\"{name}\""))));
}
