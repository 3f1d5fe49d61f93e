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

/// One file: its name, its size, and its size as gzip and Brotli where a tool for that was found.
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) raw: u64,
    pub(crate) gzip: Option<u64>,
    pub(crate) brotli: Option<u64>,
}

impl Row {
    /// The sizes in the order of the table.
    pub(crate) fn sizes(&self) -> [Option<u64>; 3] {
        [Some(self.raw), self.gzip, self.brotli]
    }
}

/// Prints the table of a built page, largest file first.
pub(crate) fn print(dist: &Path) -> Outcome {
    let mut rows = rows(dist)?;
    rows.sort_by(|a, b| b.raw.cmp(&a.raw).then_with(|| a.name.cmp(&b.name)));
    let total = |name: &str, part: &str| {
        let own = || rows.iter().filter(|row| belongs(part, &row.name));
        let sum = |size: fn(&Row) -> Option<u64>| own().map(size).sum::<Option<u64>>();
        let raw = own().map(|row| row.raw).sum();
        Row { name: name.to_owned(), raw, gzip: sum(|row| row.gzip), brotli: sum(|row| row.brotli) }
    };
    let totals = [total("until a switch can be flipped", "first"), total("all files", "all")];
    println!("{:<44} {:>10} {:>10} {:>10}", "file (kB)", "raw", "gzip", "brotli");
    for row in rows.iter().chain(&totals) {
        let [raw, gzip, brotli] = row.sizes().map(kilo);
        println!("{:<44} {raw:>10} {gzip:>10} {brotli:>10}", row.name);
    }
    Ok(())
}

/// Whether a file belongs to a part of the budget.
pub(crate) fn belongs(part: &str, file: &str) -> bool {
    match part {
        "first" => {
            let own = ["boot-", "theme-", "index.html"].iter().any(|name| file.starts_with(name));
            own || ["program", "glue", "styles"].iter().any(|part| belongs(part, file))
        }
        "program" => file.ends_with("_bg.wasm"),
        // `boot.js` and `theme.js` are the project's own; the glue bears the program's name.
        "glue" => {
            let glue = file.starts_with("sg-playground-") || file.starts_with("parts-");
            glue && file.ends_with(".js")
        }
        // The others are of pages of their own, and have no hash.
        "styles" => file.ends_with(".css") && file.contains('-') && !is_another_page(file),
        "part" => file.ends_with(".wasm") && !belongs("program", file),
        "all" => true,
        _ => false,
    }
}

fn is_another_page(file: &str) -> bool {
    ["cheat-sheet", "embed-demo"].iter().any(|page| file.starts_with(page))
}

/// Every file of a built page with its sizes.
pub(crate) fn rows(dist: &Path) -> Outcome<Vec<Row>> {
    let unreadable = |error| format!("cannot read {}: {error}", dist.display());
    let mut rows = Vec::new();
    for path in files(dist).map_err(unreadable)? {
        let name = path.strip_prefix(dist).unwrap_or(&path).to_string_lossy().into_owned();
        // Trunk leaves a lock of its own, which is hidden and empty.
        if !FOR_THE_HOST.contains(&name.as_str()) && !name.starts_with('.') {
            let raw = fs::metadata(&path).map_err(unreadable)?.len();
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
