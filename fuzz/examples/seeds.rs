//! Writes the seeds of every target into `corpus/`: published and hostile links from the project's
//! own tests with their unpacked contents, and the texts of the import cases.

use std::fs;
use std::io;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use sg_testing::hostile_links;

/// The first byte of a `permalink` seed that is a literal fragment.
const AS_IT_STANDS: u8 = 0;

/// The longest seed: longer ones are slow and teach a fuzzer little.
const LONGEST: usize = 4096;

fn main() -> io::Result<()> {
    import()?;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/permalink");
    fs::create_dir_all(&folder)?;
    let published = include_str!("../../tests/data/links.txt").lines();
    let published = published.filter_map(|line| Some(line.split_once(" #")?.1.to_owned()));
    let hostile = hostile_links::Hostile::all().map(|hostile| hostile.fragment());
    let mut count = 0;
    for fragment in published.chain(hostile) {
        let inner = packed_in(&fragment);
        let outer = Some([&[AS_IT_STANDS], fragment.as_bytes()].concat());
        for seed in [outer, inner].into_iter().flatten().filter(|seed| seed.len() <= LONGEST) {
            fs::write(folder.join(format!("seed-{count:04}")), seed)?;
            count += 1;
        }
    }
    println!("{count} seeds in {}", folder.display());
    Ok(())
}

/// The texts of every import case, separately and combined.
fn import() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("corpus/import");
    fs::create_dir_all(&folder)?;
    let mut count = 0;
    for entry in fs::read_dir(root.join("../tests/cases/import"))? {
        let path = entry?.path();
        if path.is_dir() {
            continue;
        }
        let case = fs::read_to_string(path)?;
        let inputs = case.split("=== reading\n").next().unwrap_or_default();
        // The text between `=== name` lines.
        let texts = inputs.split("=== ").filter_map(|part| Some(part.split_once('\n')?.1));
        let texts: Vec<&str> = texts.collect();
        for seed in texts.iter().map(|text| (*text).to_owned()).chain([texts.join("\0")]) {
            if seed.len() <= LONGEST {
                fs::write(folder.join(format!("seed-{count:04}")), seed)?;
                count += 1;
            }
        }
    }
    println!("{count} seeds in {}", folder.display());
    Ok(())
}

/// The text in a link, after its version byte.
fn packed_in(fragment: &str) -> Option<Vec<u8>> {
    let (version, payload) =
        fragment.trim_start_matches('#').strip_prefix("s/v")?.split_once('/')?;
    let packed = URL_SAFE_NO_PAD.decode(payload).ok()?;
    let text = decompress_to_vec_zlib_with_limit(&packed, LONGEST).ok()?;
    Some([&[version.parse().ok()?], &text[..]].concat())
}
