//! Post-processes a built `index.html`; called by Trunk after every build.
//!
//! Trunk writes two things that the page's strict Content Security Policy does not allow as they
//! are. The integrity hash of the program is on a preload link, where browsers ignore it and print
//! a warning; it is moved to the element from which `static/boot.js` reads it for its download. The
//! script that reloads a served page is inline, which the policy blocks; it is replaced by an
//! external file. A page that still contains inline code afterwards is rejected.
//!
//! A build that is not being served gets a service worker that caches it (`offline.rs`), and its
//! page is marked accordingly. Nothing is cached while serving, so that every edit is visible at
//! once.

use crate::Outcome;
use crate::lean;
use crate::offline::{self, FAREWELL, WORKER};
use crate::parts::{self, Parts};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The script that documentation pages load from a built page.
const EMBED: &str = "embed.js";

const RELOAD: &str = include_str!("reload.js");

/// Seals the page that Trunk has just built but not yet moved into place.
pub(crate) fn staged_page() -> Outcome {
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or("seal is called by Trunk: use `cargo xtask build`")?;
    let file = folder.join("index.html");
    let html =
        fs::read_to_string(&file).map_err(|error| format!("cannot read {file:?}: {error}"))?;
    let script = folder.join(EMBED);
    let source =
        fs::read_to_string(&script).map_err(|error| format!("cannot read {script:?}: {error}"))?;
    write(&script, &lean::script(&source))?;
    let base = env::var("TRUNK_PUBLIC_URL").unwrap_or_else(|_| "./".to_owned());
    let html = match env::var("TRUNK_PROFILE").as_deref() {
        Ok("release") => lean::page(&html, &folder)?,
        _ => html,
    };
    let html = in_parts(&html, &folder)?;
    let html = name_size(&html, &folder);
    let Sealed { html, reloads } = seal(&html, &base)?;
    write(&file, &html)?;
    if reloads {
        write(&folder.join("reload.js"), RELOAD)?;
        return write(&folder.join(WORKER), FAREWELL);
    }
    write(&folder.join(WORKER), &offline::worker(&folder)?)
}

fn write(file: &Path, text: &str) -> Outcome {
    fs::write(file, text).map_err(|error| format!("cannot write {}: {error}", file.display()))
}

/// Puts the parts of a program in the place of the whole one, if it is to be split.
fn in_parts(html: &str, folder: &Path) -> Outcome<String> {
    let Some((program, glue)) = named_files(html) else { return Ok(html.to_owned()) };
    let module = folder.join(file_name(program));
    let whole = fs::read(&module).is_ok_and(|module| parts::is_whole(&module));
    if !whole {
        return Ok(html.to_owned());
    }
    let parts = parts::split("sg-playground")?;
    for old in [&module, &folder.join(file_name(glue))] {
        fs::remove_file(old)
            .map_err(|error| format!("cannot remove {}: {error}", old.display()))?;
    }
    parts.write(folder)?;
    name_parts(html, &parts)
}

/// Tells `static/boot.js` how many bytes to expect: what a host says is the size when compressed.
fn name_size(html: &str, folder: &Path) -> String {
    let size =
        named_files(html).and_then(|(file, _)| fs::metadata(folder.join(file_name(file))).ok());
    let element = program(html).filter(|element| !element.contains(" data-size="));
    match (size, element) {
        (Some(size), Some(element)) => {
            let sized = format!("<meta data-size=\"{}\" ", size.len());
            html.replace(element, &element.replacen("<meta ", &sized, 1))
        }
        _ => html.to_owned(),
    }
}

/// The addresses of the program and its glue.
fn named_files(html: &str) -> Option<(&str, &str)> {
    let program = program(html)?;
    Some((attribute(program, "content")?, attribute(program, "data-glue")?))
}

pub(crate) fn file_name(address: &str) -> &str {
    address.rsplit('/').next().unwrap_or(address)
}

/// The page with the names and hashes of the parts.
fn name_parts(html: &str, parts: &Parts) -> Outcome<String> {
    let lost = || "index.html does not name its program and its glue".to_owned();
    let (program, glue) = named_files(html).ok_or_else(lost)?;
    let base = program.strip_suffix(file_name(program)).unwrap_or_default();
    let mut sealed = html.to_owned();
    for link in tags(html, "link") {
        let href = attribute(link, "href");
        let hash = attribute(link, "integrity");
        let with = |link: &str, file: &str, own: &str| {
            let link = link.replace(href.unwrap_or_default(), &format!("{base}{file}"));
            hash.map_or_else(|| link.clone(), |hash| link.replace(hash, own))
        };
        if href == Some(program) {
            sealed = sealed.replace(link, &with(link, &parts.program.0, &parts.program.1));
        } else if href == Some(glue) {
            let both = [&parts.glue, &parts.loader].map(|(file, hash)| with(link, file, hash));
            sealed = sealed.replace(link, &both.concat());
        }
    }
    let element = self::program(html).ok_or_else(lost)?;
    let own = element
        .replace(program, &format!("{base}{}", parts.program.0))
        .replace(glue, &format!("{base}{}", parts.glue.0));
    Ok(sealed.replace(element, &own))
}

/// A sealed page.
#[derive(Debug, PartialEq)]
struct Sealed {
    html: String,
    /// Whether it loads `reload.js`.
    reloads: bool,
}

fn seal(html: &str, base: &str) -> Outcome<Sealed> {
    let html = move_integrity(html)?;
    let (html, reloads) = replace_reload(&html, base)?;
    let html = if reloads { html } else { name_worker(&html) };
    refuse_inline(&html)?;
    Ok(Sealed { html, reloads })
}

/// Moves the program's hash from its preload link to the element that names the program. A build
/// without hashes (`--no-sri`) stays as it is.
fn move_integrity(html: &str) -> Outcome<String> {
    let is_program = |tag: &str| tag.contains("rel=\"preload\"") && tag.contains("as=\"fetch\"");
    let link = tags(html, "link").into_iter().find(|tag| is_program(tag));
    let Some((link, hash)) = link.and_then(|tag| Some((tag, attribute(tag, "integrity")?))) else {
        return Ok(html.to_owned());
    };
    let program = program(html)
        .ok_or("index.html has no <meta name=\"sgp-program\">; see pattern_script in Trunk.toml")?;
    let bare = link.replace(&format!(" integrity=\"{hash}\""), "");
    let sealed = program.replacen("<meta ", &format!("<meta data-integrity=\"{hash}\" "), 1);
    Ok(html.replace(link, &bare).replace(program, &sealed))
}

/// The element that names the program.
fn program(html: &str) -> Option<&str> {
    tags(html, "meta").into_iter().find(|tag| attribute(tag, "name") == Some("sgp-program"))
}

/// Tells `static/boot.js` that this build has a worker. Idempotent.
fn name_worker(html: &str) -> String {
    match program(html) {
        Some(program) if !program.contains(" data-worker") => {
            html.replace(program, &program.replacen("<meta ", "<meta data-worker ", 1))
        }
        Some(_) | None => html.to_owned(),
    }
}

/// Replaces Trunk's inline reload script, if this build is for `trunk serve`.
fn replace_reload(html: &str, base: &str) -> Outcome<(String, bool)> {
    for tag in tags(html, "script") {
        let Some((before, rest)) = html.split_once(tag) else { continue };
        let Some((body, after)) = rest.split_once("</script>") else { continue };
        if attribute(tag, "src").is_none() && body.contains(".well-known/trunk/ws") {
            let script = format!("<script src=\"{base}reload.js\" defer></script>");
            return Ok((format!("{before}{script}{after}"), true));
        }
    }
    Ok((html.to_owned(), false))
}

/// Rejects what the page's policy would block in the browser.
fn refuse_inline(html: &str) -> Outcome {
    if !html.contains("http-equiv=\"Content-Security-Policy\"") {
        return Err("index.html has lost its content security policy".to_owned());
    }
    for tag in tags(html, "") {
        let name = tag.trim_start_matches('<').split([' ', '\n', '>', '/']).next().unwrap_or("");
        let inline = match name {
            "script" => attribute(tag, "src").is_none(),
            "style" => true,
            _ => false,
        };
        let handler = tag.split([' ', '\n']).any(|word| {
            word.starts_with("style=") || (word.starts_with("on") && word.contains("=\""))
        });
        if inline || handler {
            return Err(format!(
                "index.html has something inline, which its policy refuses: {tag}"
            ));
        }
    }
    Ok(())
}

/// All opening tags with a name (any name if it is empty), outside comments, verbatim.
pub(crate) fn tags<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
            continue;
        }
        let named = match after.strip_prefix(name) {
            Some(tail) if !name.is_empty() => tail.starts_with([' ', '\n', '>']),
            Some(tail) => tail.starts_with(|c: char| c.is_ascii_alphabetic()),
            None => false,
        };
        // No attribute of this page contains `>`; if one did, the tag would only be cut short.
        if let (true, Some(end)) = (named, after.find('>')) {
            let start = html.len() - after.len() - 1;
            found.extend(html.get(start..=start + 1 + end));
        }
    }
    found
}

/// The value of a double-quoted attribute.
pub(crate) fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    value.split_once('"').map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::{Sealed, seal};
    use crate::lean::script as stripped;

    const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"…\">";
    const PROGRAM: &str = "<meta name=\"sgp-program\" content=\"./a.wasm\" data-glue=\"./a.js\">";
    const PRELOADS: &str = "<link rel=\"modulepreload\" href=\"./a.js\" integrity=\"sha384-glue\">\
        <link rel=\"preload\" href=\"./a.wasm\" integrity=\"sha384-program\" as=\"fetch\">";

    #[test]
    fn the_hash_of_the_program_moves_and_that_of_its_glue_stays() {
        let html = format!("{POLICY}{PROGRAM}{PRELOADS}");
        let Sealed { html, reloads } = seal(&html, "./").unwrap();
        let program = "<meta data-worker data-integrity=\"sha384-program\" name=\"sgp-program\"";
        assert!(html.contains(program), "{html}");
        assert!(html.contains("<link rel=\"preload\" href=\"./a.wasm\" as=\"fetch\">"));
        assert!(html.contains("integrity=\"sha384-glue\""));
        assert!(!reloads);
    }

    #[test]
    fn the_reload_script_becomes_a_file() {
        let inline = "<script>const u = '.well-known/trunk/ws'; if (1 < 2) {}</script>";
        let html =
            format!("{POLICY}{PROGRAM}{PRELOADS}<script src=\"./b.js\"></script>{inline}</body>");
        let Sealed { html, reloads } = seal(&html, "/repo/").unwrap();
        assert!(reloads);
        assert!(html.ends_with("<script src=\"/repo/reload.js\" defer></script></body>"), "{html}");
        assert!(!html.contains("data-worker"), "what is served is not kept: {html}");
    }

    #[test]
    fn a_sealed_page_is_not_changed_by_a_second_seal() {
        let once = seal(&format!("{POLICY}{PROGRAM}{PRELOADS}"), "./").unwrap();
        assert!(once.html.contains("<meta data-worker "));
        assert_eq!(seal(&once.html, "./").unwrap(), once);
    }

    #[test]
    fn the_script_of_embedding_pages_stays_small_and_loads_nothing() {
        let script = stripped(include_str!("../../static/embed.js"));
        assert!(script.len() <= 2_048, "{} bytes", script.len());
        assert_eq!(stripped(&script), script);
        for word in ["//", "import", "fetch(", "innerHTML", "eval("] {
            assert!(!script.contains(word), "{word}");
        }
    }

    #[test]
    fn anything_inline_is_refused() {
        for inline in [
            "<script>alert(1)</script>",
            "<style>p {}</style>",
            "<p style=\"color: red\">",
            "<body onload=\"go()\">",
        ] {
            let refused = seal(&format!("{POLICY}{inline}"), "./").unwrap_err();
            assert!(refused.contains("inline"), "{refused}");
        }
        assert!(seal(&format!("{POLICY}<!-- <style> is a word here -->"), "./").is_ok());
    }

    #[test]
    fn a_page_without_its_policy_is_refused() {
        assert!(seal(PROGRAM, "./").unwrap_err().contains("policy"));
    }

    #[test]
    fn the_policy_is_the_same_in_the_page_and_in_the_headers() {
        let page = include_str!("../../index.html");
        let headers = include_str!("../../static/_headers");
        let (_, policy) = page.split_once("Content-Security-Policy\" content=\"").unwrap();
        let (policy, _) = policy.split_once('"').unwrap();
        assert!(headers.contains(&format!("\n  Content-Security-Policy: {policy}\n")));
    }
}
