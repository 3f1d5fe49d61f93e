//! Texts that break careless code.

/// Values that a user or an attacker might enter as a parameter.
pub const VALUES: &[&str] = &[
    "",
    "cn-hangzhou",
    "sg-bp1g1",
    "-1/-1",
    "--Name",
    "0.0.0.0/0",
    "2001:db8::/32",
    "two words",
    "it's; rm -rf ~ #",
    "\"; rm -rf ~ #",
    "${file(\"x\")}",
    "%{if true}",
    "$(reboot)`x`",
    "a\\b\\",
    "a&b=c#d%e+f?",
    "%41%zz",
    "line\nbreak\ttab\r",
    "\u{202e}bidi\u{200b}\u{2028}",
    "\u{3000}\u{a0}",
    "组内互通，测试",
    "\u{1b}[2J",
    "[\"sg-1\", \"sg-2\"]",
    "<Common request parameters>",
    "😀\u{fe0f}\u{3164}",
    "~/x",
    "=",
    ":",
    "\0nul\u{7f}\u{85}",
    "\\u0041\\u000a\\",
    "${}$${%%{$",
    "\u{feff}\u{e0041}\u{1f600}",
    "${{ secrets.X }}\n\"\"\"",
];

/// A documented parameter name with its `N` replaced by a number.
pub fn numbered(name: &str, number: u32) -> String {
    let number = number.to_string();
    let parts = name.split('.').map(|part| if part == "N" { number.as_str() } else { part });
    parts.collect::<Vec<_>>().join(".")
}
