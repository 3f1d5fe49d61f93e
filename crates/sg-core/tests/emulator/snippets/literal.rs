//! Small parsers of string literals, written from the language definitions rather than from the
//! code that writes the literals.

/// The escape rules of a language's literals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    Python,
    JavaScript,
    Go,
    Java,
}

/// The double-quoted literals of a program, in order. Panics on a line end inside one.
pub(crate) fn literals(program: &str, dialect: Dialect) -> Vec<String> {
    // Java resolves \uXXXX before anything else, in the whole program.
    let units: Vec<char> = match dialect {
        Dialect::Java => java_source(program),
        _ => program.chars().collect(),
    };
    let (mut found, mut place) = (Vec::new(), 0);
    while place < units.len() {
        if units[place] == '"' {
            let (text, end) = literal(&units, place + 1, dialect);
            found.push(text);
            place = end;
        } else {
            assert!(!matches!(units[place], '`'), "a raw literal begins");
            place += 1;
        }
    }
    found
}

fn literal(units: &[char], mut place: usize, dialect: Dialect) -> (String, usize) {
    let mut text: Vec<u16> = Vec::new();
    let push = |c: char, text: &mut Vec<u16>| text.extend(c.encode_utf16(&mut [0; 2]).iter());
    loop {
        let c = units[place];
        place += 1;
        match c {
            '"' => return (String::from_utf16(&text).unwrap(), place),
            '\n' | '\r' => panic!("a line end inside a literal"),
            '\u{2028}' | '\u{2029}' if dialect != Dialect::Java => {
                panic!("a line separator inside a literal")
            }
            '\\' => {
                let c = units[place];
                place += 1;
                let hex = |place: usize, count: usize| {
                    let digits: String = units[place..place + count].iter().collect();
                    u32::from_str_radix(&digits, 16).unwrap()
                };
                let mut code = |number: u32| push(char::from_u32(number).unwrap(), &mut text);
                match (c, dialect) {
                    ('"' | '\\', _) => code(u32::from(c)),
                    ('n', _) => code(10),
                    ('r', _) => code(13),
                    ('t', _) => code(9),
                    // In Go, \x is a byte rather than a character, so it must not be used.
                    ('x', Dialect::Python | Dialect::JavaScript) => {
                        code(hex(place, 2));
                        place += 2;
                    }
                    ('u', Dialect::JavaScript) if units[place] == '{' => {
                        let end = place + units[place..].iter().position(|c| *c == '}').unwrap();
                        code(hex(place + 1, end - place - 1));
                        place = end + 1;
                    }
                    ('u', Dialect::Python | Dialect::JavaScript | Dialect::Go) => {
                        code(hex(place, 4));
                        place += 4;
                    }
                    ('U', Dialect::Python | Dialect::Go) => {
                        code(hex(place, 8));
                        place += 8;
                    }
                    ('0'..='3', Dialect::Java) => {
                        let digits: String = units[place - 1..place + 2].iter().collect();
                        code(u32::from_str_radix(&digits, 8).unwrap());
                        place += 2;
                    }
                    other => panic!("no such escape: {other:?}"),
                }
            }
            c => push(c, &mut text),
        }
    }
}

/// A Java program after its first translation step: a backslash after an even number of
/// backslashes, followed by `u`, becomes a UTF-16 unit, which starts no further escape.
fn java_source(program: &str) -> Vec<char> {
    let mut units: Vec<u16> = Vec::new();
    let chars: Vec<char> = program.chars().collect();
    let (mut place, mut backslashes) = (0, 0);
    while place < chars.len() {
        if chars[place] == '\\' && backslashes % 2 == 0 && chars.get(place + 1) == Some(&'u') {
            let digits: String = chars[place + 2..place + 6].iter().collect();
            units.push(u16::from_str_radix(&digits, 16).unwrap());
            place += 6;
            backslashes = 0;
            continue;
        }
        backslashes = if chars[place] == '\\' { backslashes + 1 } else { 0 };
        units.extend(chars[place].encode_utf16(&mut [0; 2]).iter());
        place += 1;
    }
    String::from_utf16(&units).unwrap().chars().collect()
}

#[test]
fn the_reader_of_java_sees_what_a_compiler_sees() {
    assert_eq!(literals(r#"f("\\u0041", "\u0041\0011")"#, Dialect::Java), ["\\u0041", "A\u{1}1"]);
    assert_eq!(literals("\"\\ud83d\\ude00\"", Dialect::Java), ["😀"]);
}
