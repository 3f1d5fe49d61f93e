//! Resource blocks, and the parameters that become their attributes.

use crate::emulator::Call;
use crate::request::snippet::{Unfit, unfit};

/// The attributes of a resource in order, with rendered values.
pub(super) type Attributes<'a> = Vec<(&'a str, String)>;

/// The parameters of a call, except those that the provider sets itself.
pub(super) fn given(call: &Call) -> impl Iterator<Item = (&str, &str)> {
    let own = |name: &str| !matches!(name, "RegionId" | "ClientToken");
    call.params.iter().filter(move |(name, value)| own(name) && !value.is_empty())
}

/// The header of a resource block.
pub(crate) fn resource(kind: &str, label: &str) -> String {
    format!("resource \"{kind}\" \"{label}\"")
}

/// A block with its attributes, aligned like `terraform fmt` output.
pub(crate) fn block(head: &str, attributes: &[(&str, String)]) -> String {
    let width = attributes.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    let line = |(name, value): &(&str, String)| format!("  {name:width$} = {value}\n");
    format!("{head} {{\n{}}}\n", attributes.iter().map(line).collect::<String>())
}

/// A value that no attribute of the provider takes.
pub(super) fn bad_value(name: &str, value: &str) -> Unfit {
    Unfit::value(unfit::TERRAFORM_VALUE, name, value)
}
