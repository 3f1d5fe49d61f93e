//! A call as a snippet in several languages, ready to copy.

use crate::emulator::Call;
use crate::language::Text;

pub mod cli;
mod curl;
mod go;
mod java;
mod node;
mod powershell;
mod python;
mod shape;
mod surroundings;
pub(crate) mod terraform;
pub mod unfit;

pub use surroundings::{KEY_ID, KEY_SECRET};
pub use unfit::Unfit;

crate::catalogue! {
    /// What reads the lines of a tool.
    POSIX_SHELLS =
        "For POSIX shells such as sh, bash and zsh. PowerShell and cmd.exe quote differently.",
        "适用于 sh、bash、zsh 等 POSIX shell；不适用于引号规则不同的 PowerShell 和 cmd.exe。";
    /// What reads the lines of a tool.
    POWERSHELL =
        "For Windows PowerShell 5.1 and PowerShell 7. cmd.exe quotes differently.",
        "适用于 Windows PowerShell 5.1 和 PowerShell 7；不适用于引号规则不同的 cmd.exe。";
}

/// A tool or language for which snippets are generated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tool {
    /// The Alibaba Cloud CLI in a POSIX shell.
    Cli,
    /// The Alibaba Cloud CLI in PowerShell.
    PowerShell,
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
    /// All, in the order of tabs.
    pub const ALL: [Self; 8] = [
        Self::Cli,
        Self::PowerShell,
        Self::Curl,
        Self::Python,
        Self::Node,
        Self::Go,
        Self::Java,
        Self::Terraform,
    ];

    /// The display name, the same in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cli => "aliyun CLI",
            Self::PowerShell => "PowerShell",
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
            Self::PowerShell => "powershell",
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

    /// Which shells read its text alike, where a shell reads it.
    pub const fn shells(self) -> Option<Text> {
        match self {
            Self::Cli | Self::Curl => Some(POSIX_SHELLS),
            Self::PowerShell => Some(POWERSHELL),
            Self::Python | Self::Node | Self::Go | Self::Java | Self::Terraform => None,
        }
    }

    /// The command that gets the library, or its name in Maven; none where nothing is needed or
    /// it is installed otherwise.
    pub const fn install(self) -> Option<&'static str> {
        match self {
            Self::Python => Some("pip install alibabacloud_ecs20140526"),
            Self::Node => Some("npm install @alicloud/ecs20140526 @alicloud/openapi-core"),
            Self::Go => Some("go get github.com/alibabacloud-go/ecs-20140526/v7"),
            Self::Java => Some("com.aliyun:ecs20140526"),
            Self::Cli | Self::PowerShell | Self::Curl | Self::Terraform => None,
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
        Tool::PowerShell => powershell::command(call),
        Tool::Curl => curl::script(call),
        Tool::Python => python::program(call),
        Tool::Node => node::program(call),
        Tool::Go => go::program(call),
        Tool::Java => java::program(call),
        Tool::Terraform => terraform::configuration(call),
    }
}
