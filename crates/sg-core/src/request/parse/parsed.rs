//! What a pasted text comes to: the call, how it was written, what was set aside.

use crate::emulator::{Call, ParamSpec};

/// The longest text that is read, in bytes: 100 rules with every field are a tenth of it.
pub const MAX_BYTES: usize = 1 << 20;

/// The most parameters of a request: 100 rules with every field come to fewer.
pub const MAX_PARAMETERS: usize = 3_000;

/// A pasted text as a call, with what was not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// The call: the operation and its own parameters, in the order they were written.
    pub call: Call,
    /// How it was written.
    pub written: Written,
    /// The host that the text names, when it names one.
    pub host: Option<String>,
    /// What the text has besides the call, in its order. Values are not kept: a signature or a
    /// key goes no further.
    pub set_aside: Vec<SetAside>,
}

/// How a call was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// A request URL, whole or from its path or its `?` on.
    Url,
    /// The body of a form, or a bare query.
    Form,
    /// A line for the Alibaba Cloud CLI.
    Command,
}

/// Something a pasted text has that is no part of its call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Its name: a parameter, or an option with its dashes.
    pub name: String,
    /// Why it is not kept.
    pub reason: Reason,
}

/// Why something was set aside. [`Reason::text`] says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// A parameter that every request has.
    Common,
    /// It says who signs, or is the signature: a request is signed anew.
    Signing,
    /// It stands for the common parameters.
    Placeholder,
    /// What follows the `#` of a URL is never sent.
    Fragment,
    /// An option of the command line itself, not of the request.
    Option,
}

impl Parsed {
    /// The parameters that the page of the operation does not document, by name: the service
    /// ignores them.
    pub fn undocumented(&self) -> Vec<&str> {
        let names = self.call.params.iter().map(|(name, _)| name);
        names.filter(|name| ParamSpec::of(self.call.action, name).is_none()).collect()
    }
}
