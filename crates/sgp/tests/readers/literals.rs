//! Literals of programming languages, evaluated by the languages: one program holds many values.

use sg_core::emulator::{Action, Call};
use sg_core::quote::{go, java, javascript, python};
use sg_core::request::snippet::{Tool, render};

use sg_testing::hostile_text::all;
use sg_testing::program::{Place, has};

/// Values as hexadecimal digits of their UTF-16 units, one a line: what every language prints alike.
fn units(values: &[String]) -> String {
    let line = |value: &String| {
        let units: Vec<String> = value.encode_utf16().map(|unit| format!("{unit:x}")).collect();
        units.join(" ") + "\n"
    };
    values.iter().map(line).collect()
}

fn assert_read(language: &str, values: &[String], printed: &[u8]) {
    let printed = String::from_utf8(printed.to_vec()).unwrap();
    for (value, line) in values.iter().zip(printed.lines()) {
        let expected = units(std::slice::from_ref(value));
        assert_eq!(line, expected.trim_end_matches('\n'), "{language} reads {value:?}");
    }
    assert_eq!(printed, units(values), "{language} prints something besides");
}

/// A call with many texts.
fn call(values: &[String]) -> Call {
    let mut call = Call::new(Action::AuthorizeSecurityGroup, [("RegionId", "cn-hangzhou")]);
    for (number, value) in (1..).zip(values) {
        call.params.set(format!("Permissions.{number}.Description"), value);
    }
    call
}

/// The literals that a snippet holds as descriptions are those of the quoting function.
fn assert_quoted(tool: Tool, values: &[String], quote: impl Fn(&str) -> String) {
    let program = render(&call(values), tool).unwrap();
    let mut rest = program.as_str();
    for value in values {
        let literal = quote(value);
        let place = rest.find(&literal).unwrap_or_else(|| panic!("{literal} is not in {program}"));
        rest = &rest[place + literal.len()..];
    }
}

#[test]
fn python_reads_each_literal_as_the_value() {
    let values = all();
    assert_quoted(Tool::Python, &values, python::quote);
    if !has("python3", &["--version"], false) {
        return;
    }
    let place = Place::empty();
    for chunk in values.chunks(1_000) {
        let literals: String = chunk.iter().map(|value| python::quote(value) + ",\n").collect();
        let program = format!(
            "for text in [\n{literals}]:\n    units = text.encode('utf-16-be')\n    \
             print(' '.join('%x' % (units[i] * 256 + units[i + 1]) for i in range(0, len(units), 2)))\n"
        );
        let file = place.give("literals.py", &program);
        // No folder of compiled programs, please.
        let args = ["-B", "-I", file.to_str().unwrap()];
        for locale in ["C", "C.UTF-8"] {
            assert_read("Python", chunk, &place.run_well("python3", &args, b"", locale));
        }
    }
}

#[test]
fn node_reads_each_literal_as_the_value() {
    let values = all();
    assert_quoted(Tool::Node, &values, javascript::quote);
    if !has("node", &["--version"], false) {
        return;
    }
    let place = Place::empty();
    for chunk in values.chunks(1_000) {
        let literals: String = chunk.iter().map(|value| javascript::quote(value) + ",\n").collect();
        let program = format!(
            "\"use strict\";\nfor (const text of [\n{literals}]) console.log(text.split(\"\")\
             .map((unit) => unit.charCodeAt(0).toString(16)).join(\" \"));\n"
        );
        let file = place.give("literals.js", &program);
        assert_read("Node.js", chunk, &place.run_well("node", &[file.to_str().unwrap()], b"", "C"));
    }
}

/// In a Chinese and a Japanese character set too, in which Java before 18 reads its sources on such
/// systems: bytes of letters must not swallow a backslash or a quote.
#[test]
fn java_reads_each_literal_as_the_value_in_every_character_set() {
    let values = all();
    assert_quoted(Tool::Java, &values, java::quote);
    if !has("java", &["--version"], false) {
        return;
    }
    let place = Place::empty();
    // A method holds 64 kB of code at most.
    for chunk in values.chunks(1_000) {
        let classes: String = chunk
            .chunks(100)
            .enumerate()
            .map(|(number, part)| {
                let literals: String =
                    part.iter().map(|value| java::quote(value) + ",\n").collect();
                format!("class Part{number} {{ static String[] texts = {{\n{literals}}}; }}\n")
            })
            .collect();
        let parts: String =
            (0..chunk.len().div_ceil(100)).map(|n| format!("Part{n}.texts, ")).collect();
        let program = format!(
            "public class Literals {{
    public static void main(String[] args) {{
        StringBuilder out = new StringBuilder();
        for (String[] part : new String[][] {{ {parts} }}) for (String text : part) {{
            String separator = \"\";
            for (char unit : text.toCharArray()) {{
                out.append(separator).append(Integer.toHexString(unit));
                separator = \" \";
            }}
            out.append('\\n');
        }}
        System.out.print(out);
    }}
}}
{classes}"
        );
        let file = place.give("Literals.java", &program);
        for charset in ["UTF-8", "GBK", "Shift_JIS"] {
            let encoding = format!("-Dfile.encoding={charset}");
            let args = [&*encoding, file.to_str().unwrap()];
            assert_read("Java", chunk, &place.run_well("java", &args, b"", "C"));
        }
    }
}

#[test]
fn go_reads_each_literal_as_the_value() {
    let values = all();
    assert_quoted(Tool::Go, &values, go::quote);
    if !has("go", &["version"], false) {
        return;
    }
    let place = Place::empty();
    for chunk in values.chunks(20_000) {
        let literals: String = chunk.iter().map(|value| go::quote(value) + ",\n").collect();
        let program = format!(
            "package main

import (
\t\"fmt\"
\t\"strings\"
\t\"unicode/utf16\"
)

func main() {{
\tfor _, text := range []string{{
{literals}\t}} {{
\t\tvar units []string
\t\tfor _, unit := range utf16.Encode([]rune(text)) {{
\t\t\tunits = append(units, fmt.Sprintf(\"%x\", unit))
\t\t}}
\t\tfmt.Println(strings.Join(units, \" \"))
\t}}
}}
"
        );
        let file = place.give("literals.go", &program);
        let file = file.to_str().unwrap();
        // Its cache goes into a folder beside, as the home must stay empty.
        let cache = format!("GOCACHE={}", place.given("cache").display());
        for verb in ["vet", "run"] {
            let args = [&*cache, "GO111MODULE=off", "go", verb, file];
            let printed = place.run_well("env", &args, b"", "C");
            if verb == "run" {
                assert_read("Go", chunk, &printed);
            }
        }
    }
}
