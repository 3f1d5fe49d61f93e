//! A call in the languages people write, ready to copy.

use crate::emulator::Call;

pub mod cli;
mod curl;
mod go;
mod java;
mod node;
mod python;
pub(crate) mod quote;
mod shape;
mod surroundings;
pub(crate) mod terraform;
pub mod unfit;

pub use surroundings::{KEY_ID, KEY_SECRET};
pub use unfit::Unfit;

/// A way to make a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tool {
    /// The Alibaba Cloud CLI.
    Cli,
    /// A shell script that signs with `openssl` and sends with `curl`.
    Curl,
    /// The client library for Python.
    Python,
    /// The client library for Node.js.
    Node,
    /// The client library for Go.
    Go,
    /// The client library for Java.
    Java,
    /// The Terraform provider: what should be, not what to do.
    Terraform,
}

impl Tool {
    /// All, in the order of tabs.
    pub const ALL: [Self; 7] =
        [Self::Cli, Self::Curl, Self::Python, Self::Node, Self::Go, Self::Java, Self::Terraform];

    /// What it is called, in any language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cli => "aliyun CLI",
            Self::Curl => "curl",
            Self::Python => "Python",
            Self::Node => "Node.js",
            Self::Go => "Go",
            Self::Java => "Java",
            Self::Terraform => "Terraform",
        }
    }

    /// A short name of letters for ids and addresses, each its own.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Cli => "cli",
            Self::Curl => "curl",
            Self::Python => "python",
            Self::Node => "node",
            Self::Go => "go",
            Self::Java => "java",
            Self::Terraform => "terraform",
        }
    }

    /// The tool of a short name.
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tool| tool.slug() == slug)
    }

    /// The command that gets the library, or its name in Maven; none where nothing is needed or
    /// it is installed otherwise.
    pub const fn install(self) -> Option<&'static str> {
        match self {
            Self::Python => Some("pip install alibabacloud_ecs20140526"),
            Self::Node => Some("npm install @alicloud/ecs20140526 @alicloud/openapi-core"),
            Self::Go => Some("go get github.com/alibabacloud-go/ecs-20140526/v7"),
            Self::Java => Some("com.aliyun:ecs20140526"),
            Self::Cli | Self::Curl | Self::Terraform => None,
        }
    }
}

/// The call as text of a tool. Whatever stands in a parameter, it stays one value.
///
/// # Errors
/// [`Unfit`] when the tool cannot say the call, with the reason in both languages.
pub fn render(call: &Call, tool: Tool) -> Result<String, Unfit> {
    match tool {
        Tool::Cli => Ok(cli::command(call)?),
        Tool::Curl => curl::script(call),
        Tool::Python => python::program(call),
        Tool::Node => node::program(call),
        Tool::Go => go::program(call),
        Tool::Java => java::program(call),
        Tool::Terraform => terraform::configuration(call),
    }
}
