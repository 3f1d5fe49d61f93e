//! What a visitor downloads: every file of the built page, uncompressed and as compressed by
//! servers. The page itself needs fewer files; the caching worker (`offline.rs`) fetches the rest
//! too.

use crate::Outcome;
use crate::process::{on_path, output};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Files for the host, which no visitor downloads.
pub(crate) const FOR_THE_HOST: [&str; 1] = ["_headers"];

/// A file: its name, its size, and its gzip and Brotli sizes if a suitable tool was found.
struct Row {
    name: String,
    raw: u64,
    gzip: Option<u64>,
    brotli: Option<u64>,
}

/// Prints the table of a built page, largest file first.
pub(crate) fn print(dist: &Path) -> Outcome {
    let mut rows =
        rows(dist).map_err(|error| format!("cannot read {}: {error}", dist.display()))?;
    rows.sort_by(|a, b| b.raw.cmp(&a.raw).then_with(|| a.name.cmp(&b.name)));
    let sum = |size: fn(&Row) -> Option<u64>| rows.iter().map(size).sum::<Option<u64>>();
    let total = Row {
        name: "a visitor's first download".to_owned(),
        raw: rows.iter().map(|row| row.raw).sum(),
        gzip: sum(|row| row.gzip),
        brotli: sum(|row| row.brotli),
    };
    println!("{:<44} {:>10} {:>10} {:>10}", "file (kB)", "raw", "gzip", "brotli");
    for row in rows.iter().chain([&total]) {
        let Row { name, raw, gzip, brotli } = row;
        println!("{name:<44} {:>10} {:>10} {:>10}", kilo(Some(*raw)), kilo(*gzip), kilo(*brotli));
    }
    Ok(())
}

fn rows(dist: &Path) -> std::io::Result<Vec<Row>> {
    let mut rows = Vec::new();
    for path in files(dist)? {
        let name = path.strip_prefix(dist).unwrap_or(&path).to_string_lossy().into_owned();
        if !FOR_THE_HOST.contains(&name.as_str()) {
            let raw = fs::metadata(&path)?.len();
            rows.push(Row { name, raw, gzip: gzip(&path), brotli: brotli(&path) });
        }
    }
    Ok(rows)
}

/// All files of a folder, recursively.
pub(crate) fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.append(&mut files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

fn gzip(path: &Path) -> Option<u64> {
    by_node("gzipSync(file, { level: 9 })", path)
        .or_else(|| by_command("gzip", &["-9", "-c"], path))
}

fn brotli(path: &Path) -> Option<u64> {
    by_node("brotliCompressSync(file)", path)
        .or_else(|| by_command("brotli", &["--quality=11", "--stdout"], path))
}

/// Node.js supports both methods.
fn by_node(method: &str, path: &Path) -> Option<u64> {
    on_path("node")?;
    let script = format!(
        "const file = require('fs').readFileSync(process.argv[1]);\
         console.log(require('zlib').{method}.length)"
    );
    output(Command::new("node").args(["-e", &script]).arg(path))?.trim().parse().ok()
}

fn by_command(program: &str, args: &[&str], path: &Path) -> Option<u64> {
    let found = on_path(program)?;
    let compressed = Command::new(found).args(args).arg(path).output().ok()?;
    let length = u64::try_from(compressed.stdout.len()).ok()?;
    compressed.status.success().then_some(length)
}

/// Kilobytes with one decimal, or a dash if the size is unknown.
fn kilo(bytes: Option<u64>) -> String {
    match bytes {
        Some(bytes) => format!("{}.{}", (bytes + 50) / 1000, (bytes + 50) % 1000 / 100),
        None => "–".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::kilo;

    #[test]
    fn sizes_are_rounded_to_a_tenth() {
        assert_eq!(kilo(Some(49)), "0.0");
        assert_eq!(kilo(Some(50)), "0.1");
        assert_eq!(kilo(Some(1_950)), "2.0");
        assert_eq!(kilo(Some(57_349)), "57.3");
        assert_eq!(kilo(None), "–");
    }
}
