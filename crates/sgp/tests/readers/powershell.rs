//! Checks the PowerShell lines with a parser of the project's own, since few machines have
//! PowerShell.
//!
//! It follows *about_Quoting_Rules*, *about_Parsing* and the language's own tokenizer: a
//! single-quoted string ends at any of five quotation marks that is not doubled, a line end or a
//! sign such as `;` or `|` outside strings starts something else, and `[regex]::Unescape` is
//! .NET's.

use sg_core::collect::{Collect, STEPS, Shell, script};
use sg_core::emulator::{Action, Call};
use sg_core::quote::powershell::{Refusal, quote};
use sg_core::request::snippet::{Tool, render};

use sg_testing::hostile_text::{CASE, all};

const QUOTES: [char; 5] = ['\'', '‘', '’', '‚', '‛'];

/// The arguments of a command, including its own name. Anything except words, strings and the one
/// call that creates strings is refused.
fn arguments(line: &str) -> Vec<String> {
    let signs: Vec<char> = line.chars().collect();
    let (mut place, mut found) = (0, Vec::new());
    while place < signs.len() {
        assert!(found.is_empty() || signs[place] == ' ', "no space before an argument: {line}");
        place += usize::from(!found.is_empty());
        let call: Vec<char> = "([regex]::Unescape(".chars().collect();
        if signs[place..].starts_with(&call) {
            let (text, end) = string(&signs, place + call.len());
            assert_eq!(signs[end..end + 2], [')', ')'], "{line}");
            found.push(unescaped(&text));
            place = end + 2;
        } else if QUOTES.contains(&signs[place]) {
            let (text, end) = string(&signs, place);
            found.push(text);
            place = end;
        } else {
            let length = signs[place..].iter().position(|c| *c == ' ');
            let end = length.map_or(signs.len(), |length| place + length);
            let word: String = signs[place..end].iter().collect();
            let first = place == 0;
            let bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || first && c == '.';
            assert!(
                !word.is_empty() && word.chars().all(bare),
                "not a bare word: {word} in {line}"
            );
            found.push(word);
            place = end;
        }
    }
    found
}

/// A single-quoted string starting at its opening quote, and where it ends.
fn string(signs: &[char], mut place: usize) -> (String, usize) {
    assert!(QUOTES.contains(&signs[place]));
    place += 1;
    let mut text = String::new();
    loop {
        let c = signs[place];
        place += 1;
        if QUOTES.contains(&c) {
            // Two quotation marks of any kind stand for the second of them.
            match signs.get(place).filter(|next| QUOTES.contains(next)) {
                Some(second) => text.push(*second),
                None => return (text, place),
            }
            place += 1;
        } else {
            assert!(c == ' ' || c.is_ascii_graphic(), "not ASCII: {c:?}");
            text.push(c);
        }
    }
}

/// `Regex.Unescape`, limited to the escapes that are used.
fn unescaped(text: &str) -> String {
    let (mut units, mut rest): (Vec<u16>, _) = (Vec::new(), text.chars());
    while let Some(c) = rest.next() {
        if c != '\\' {
            units.extend(c.encode_utf16(&mut [0; 2]).iter());
            continue;
        }
        match rest.next().unwrap() {
            '\\' => units.push(u16::from(b'\\')),
            'u' => {
                let digits: String = rest.by_ref().take(4).collect();
                assert_eq!(digits.len(), 4);
                units.push(u16::from_str_radix(&digits, 16).unwrap());
            }
            other => panic!("unexpected escape: \\{other}"),
        }
    }
    String::from_utf16(&units).unwrap()
}

/// How Windows PowerShell 5.1 builds the command line of a program: an argument with a space is put
/// in quotation marks, and nothing in it is escaped. A program splits it by Microsoft's documented
/// rules for C.
fn through_windows(arguments: &[String]) -> Vec<String> {
    let built: Vec<String> = arguments
        .iter()
        .filter(|argument| !argument.is_empty())
        .map(|argument| match argument.contains(char::is_whitespace) {
            true => format!("\"{argument}\""),
            false => argument.clone(),
        })
        .collect();
    let (mut found, mut word, mut quoted, mut begun) = (Vec::new(), String::new(), false, false);
    let line: Vec<char> = built.join(" ").chars().collect();
    let mut place = 0;
    while place < line.len() {
        let slashes = line[place..].iter().take_while(|c| **c == '\\').count();
        let quote = line.get(place + slashes) == Some(&'"');
        if slashes > 0 {
            word.push_str(&"\\".repeat(if quote { slashes / 2 } else { slashes }));
            begun = true;
            place += slashes;
            if quote && slashes % 2 == 1 {
                word.push('"');
                place += 1;
            }
            continue;
        }
        match line[place] {
            '"' => (quoted, begun) = (!quoted, true),
            ' ' | '\t' if !quoted => {
                if begun {
                    found.push(std::mem::take(&mut word));
                }
                begun = false;
            }
            c => {
                word.push(c);
                begun = true;
            }
        }
        place += 1;
    }
    if begun {
        found.push(word);
    }
    found
}

#[test]
fn powershell_reads_each_argument_as_the_value() {
    let mut said = 0;
    for value in all() {
        let refused = value.contains(['"', '\0']) || value.ends_with('\\');
        match quote(&value) {
            Ok(word) => {
                assert!(!refused, "{word}");
                assert!(word.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic()), "{word}");
                assert_eq!(arguments(&format!("x {word}")), ["x", &value], "{word}");
                said += 1;
            }
            Err(Refusal::Nul | Refusal::DoubleQuote | Refusal::LastBackslash) => {
                assert!(refused, "{value}");
            }
        }
    }
    assert!(said > 300, "{said}");
}

#[test]
fn the_line_of_a_call_gives_a_windows_program_its_arguments() {
    for value in all() {
        let params = [("Permissions.1.Description", value.as_str()), ("RegionId", "cn-hangzhou")];
        let call = Call::new(Action::AuthorizeSecurityGroup, params);
        let Ok(line) = render(&call, Tool::PowerShell) else { continue };
        let read = arguments(&line);
        let flag = "--Permissions.1.Description";
        let mut expected = vec!["aliyun.exe", "ecs", "AuthorizeSecurityGroup"];
        let tied = format!("{flag}={value}");
        match value.starts_with('-') {
            true => expected.push(&tied),
            false => expected.extend([flag, &value]),
        }
        expected.extend(["--RegionId", "cn-hangzhou"]);
        assert_eq!(read, expected, "{line}");
        // An empty argument is lost in 5.1; the CLI sends an empty value for a flag without one.
        expected.retain(|argument| !argument.is_empty());
        assert_eq!(through_windows(&read), expected, "{line}");
    }
}

#[test]
fn the_case_that_began_it_stays_a_value() {
    let call = Call::new(Action::CreateSecurityGroup, [("Description", CASE)]);
    let line = render(&call, Tool::PowerShell).unwrap();
    let expected = r"aliyun.exe ecs CreateSecurityGroup --Description ([regex]::Unescape('web tier\u200b''); touch pwned #'))";
    assert_eq!(line, expected);
}

/// The lines that say what is collected. The rest of that script is the same for everyone and holds
/// nothing of anybody.
#[test]
fn the_script_that_collects_reads_the_lists_of_the_one_for_other_shells() {
    let script = script(Shell::PowerShell, &Collect::default());
    let calls = |name: &str| -> Vec<Vec<String>> {
        let begin = format!("{name} ");
        let lines = script.lines().filter_map(|line| line.strip_prefix("  "));
        lines.filter(|line| line.starts_with(&begin)).map(arguments).collect()
    };
    let page = |page: Option<(&str, u32)>| {
        let (parameter, most) = page.unwrap_or(("none", 0));
        [parameter.to_owned(), most.to_string()]
    };
    let (mut lists, mut eaches) = (Vec::<Vec<String>>::new(), Vec::<Vec<String>>::new());
    for (step, number) in STEPS.iter().zip(1..) {
        let begin = |name: &str| [name.to_owned(), number.to_string(), step.product.to_owned()];
        let list = [step.list.name.to_owned()].into_iter();
        lists
            .push(begin("Read-List").into_iter().chain(list).chain(page(step.list.page)).collect());
        for (key, each) in step.each {
            let named = [each.name.to_owned(), (*key).to_owned()].into_iter();
            eaches
                .push(begin("Read-Each").into_iter().chain(named).chain(page(each.page)).collect());
        }
    }
    assert_eq!(calls("Read-List"), lists);
    assert_eq!(calls("Read-Each"), eaches);
}

/// Checks that the parser recognises what would be run.
#[test]
#[should_panic(expected = "no space before an argument")]
fn a_string_that_ends_early_is_seen() {
    arguments("aliyun.exe ecs X --A 'a’; calc'");
}
