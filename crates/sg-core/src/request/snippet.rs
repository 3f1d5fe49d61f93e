//! A call as a snippet in several languages, ready to copy.

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

/// A tool or language for which snippets are generated.
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
    /// The Terraform provider, which describes desired state rather than calls.
    Terraform,
}

impl Tool {
    /// All tools, in tab order.
    pub const ALL: [Self; 7] =
        [Self::Cli, Self::Curl, Self::Python, Self::Node, Self::Go, Self::Java, Self::Terraform];

    /// The display name, the same in every language.
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

    /// A unique short name for ids and URLs.
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

    /// The tool with a short name.
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tool| tool.slug() == slug)
    }

    /// The command that installs the library, or its Maven coordinates; `None` if nothing needs
    /// installing or it is installed in another way.
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

/// Renders a call for a tool. Parameter values are always escaped.
///
/// # Errors
/// [`Unfit`] if the tool cannot express the call, with the reason in both languages.
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
