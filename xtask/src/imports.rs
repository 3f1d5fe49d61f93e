//! Short names for what the program imports from its glue. The names that wasm-bindgen gives end in a
//! hash, which no compression makes smaller, in both files.

use crate::Outcome;
use crate::leb128::{put, read};

/// The section of a module that lists its imports.
const IMPORTS: u8 = 2;

/// A program and its glue with short names in both.
pub(crate) fn shorten(module: &[u8], glue: &str) -> Outcome<(Vec<u8>, String)> {
    let short = || "the program ends within its imports".to_owned();
    let (head, mut rest) = module.split_at_checked(8).ok_or_else(short)?;
    let (mut shortened, mut glue) = (head.to_vec(), glue.to_owned());
    while let Some((kind, tail)) = rest.split_first() {
        let (size, width) = read(tail).ok_or_else(short)?;
        let (section, after) = rest.split_at_checked(1 + width + size).ok_or_else(short)?;
        match *kind {
            IMPORTS => {
                let content = section.get(1 + width..).unwrap_or_default();
                let content = renamed(content, &mut glue).ok_or_else(short)??;
                shortened.push(IMPORTS);
                put(&mut shortened, content.len());
                shortened.extend_from_slice(&content);
            }
            _ => shortened.extend_from_slice(section),
        }
        rest = after;
    }
    Ok((shortened, glue))
}

/// The imports with short names, which replace the long ones in the glue too. `None` if there are
/// fewer than announced.
fn renamed(section: &[u8], glue: &mut String) -> Option<Outcome<Vec<u8>>> {
    let (count, mut place) = read(section)?;
    let mut renamed = Vec::new();
    put(&mut renamed, count);
    for number in 0..count {
        let [from, name] = [text(section, &mut place)?, text(section, &mut place)?];
        let after = place + described(section.get(place..)?)?;
        let short = format!("w{number}");
        let name = match is_hashed(name) {
            true if !glue.contains(name) => {
                return Some(Err(format!("the glue of the program has no `{name}`")));
            }
            true => {
                *glue = glue.replace(name, &short);
                short.as_str()
            }
            false => name,
        };
        for text in [from, name] {
            put(&mut renamed, text.len());
            renamed.extend_from_slice(text.as_bytes());
        }
        renamed.extend_from_slice(section.get(place..after)?);
        place = after;
    }
    Some(Ok(renamed))
}

/// Whether a name is like `__wbg_appendChild_dbf7ad2f48413560`.
fn is_hashed(name: &str) -> bool {
    let hash = name.rsplit_once('_').map_or("", |(_, hash)| hash);
    name.starts_with("__wbg_") && hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit())
}

fn text<'a>(section: &'a [u8], place: &mut usize) -> Option<&'a str> {
    let (length, width) = read(section.get(*place..)?)?;
    let start = *place + width;
    *place = start + length;
    std::str::from_utf8(section.get(start..*place)?).ok()
}

/// How many bytes describe an import: a function, a table, a memory, a global or a tag.
fn described(bytes: &[u8]) -> Option<usize> {
    let number = |place: usize| Some(place + read(bytes.get(place..)?)?.1);
    let limits = |place: usize| match bytes.get(place)? & 1 {
        0 => number(place + 1),
        _ => number(number(place + 1)?),
    };
    match bytes.first()? {
        0 => number(1),
        1 => limits(2),
        2 => limits(1),
        3 => Some(3),
        _ => number(2),
    }
}

#[cfg(test)]
mod tests {
    use super::shorten;

    const HEAD: &[u8] = b"\0asm\x01\0\0\0";

    fn module(names: &[&str]) -> Vec<u8> {
        let mut imports = vec![u8::try_from(names.len()).unwrap() + 1];
        for name in names {
            imports.extend([4, b'.', b'/', b'j', b's', u8::try_from(name.len()).unwrap()]);
            imports.extend(name.as_bytes());
            imports.extend([0, 1]);
        }
        // A memory with a limit.
        imports.extend([1, b'a', 1, b'm', 2, 1, 1, 2]);
        let size = u8::try_from(imports.len()).unwrap();
        [HEAD, &[1, 1, 0, 2, size], &imports, &[3, 1, 0]].concat()
    }

    #[test]
    fn hashed_names_become_short_in_the_program_and_in_its_glue() {
        let glue = "{ __wbg_body_0123456789abcdef: f, __wbindgen_cast_0000000000000001: g }";
        let long = module(&["__wbg_body_0123456789abcdef", "__wbindgen_cast_0000000000000001"]);
        let (program, glue) = shorten(&long, glue).unwrap();
        assert_eq!(glue, "{ w0: f, __wbindgen_cast_0000000000000001: g }");
        assert_eq!(program, module(&["w0", "__wbindgen_cast_0000000000000001"]));
        assert_eq!(shorten(&program, &glue).unwrap(), (program, glue));
    }

    #[test]
    fn glue_of_another_program_and_a_program_cut_short_are_noticed() {
        let program = module(&["__wbg_body_0123456789abcdef"]);
        assert!(shorten(&program, "{}").unwrap_err().contains("__wbg_body_"));
        let cut = program.get(..program.len() - 6).unwrap();
        assert!(shorten(cut, "__wbg_body_0123456789abcdef").is_err());
    }
}
