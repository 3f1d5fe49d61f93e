//! What a pasted text comes to: the call, how it was written, what was set aside.

use crate::emulator::Call;

/// The maximum length of the text, in bytes: about ten times 100 rules with every field set.
pub const MAX_BYTES: usize = 1 << 20;

/// The maximum number of parameters: more than 100 rules with every field set.
pub const MAX_PARAMETERS: usize = 3_000;

/// A parsed call, and what was not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// The operation and its own parameters, in the original order.
    pub call: Call,
    /// The form it was written in.
    pub written: Written,
    /// The host in the text, if any.
    pub host: Option<String>,
    /// What the text contains besides the call, in order. Values are not kept, so that a signature
    /// or key goes no further.
    pub set_aside: Vec<SetAside>,
}

/// The form of a pasted call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// A request URL, complete or starting at its path or `?`.
    Url,
    /// A form body, or a query without its `?`.
    Form,
    /// A command line for the Alibaba Cloud CLI.
    Command,
}

/// A part of a pasted text that does not belong to the call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Its name: a parameter, or an option with its dashes.
    pub name: String,
    /// Why it was set aside.
    pub reason: Reason,
}

/// Why something was set aside. [`Reason::text`] explains it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// A common parameter.
    Common,
    /// It identifies the signer or is part of the signature; requests are signed anew.
    Signing,
    /// A placeholder for the common parameters.
    Placeholder,
    /// The URL fragment, which is never sent.
    Fragment,
    /// An option of the command line, not a request parameter.
    Option,
}

impl Parsed {
    /// The names of parameters that the operation does not document; the service ignores them.
    pub fn undocumented(&self) -> Vec<&str> {
        let names = self.call.params.iter().map(|(name, _)| name);
        names.filter(|name| self.call.action.param(name).is_none()).collect()
    }
}
