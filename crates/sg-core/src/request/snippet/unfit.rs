//! Why a tool cannot express a call, in both languages.

use std::error::Error;
use std::fmt;

use super::cli::CliError;
use crate::language::{Language, Text};
use crate::quote::hidden::shown;

/// Why there is no snippet for a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfit {
    words: Text,
    values: Vec<(&'static str, String)>,
}

impl Unfit {
    pub(super) const fn because(words: Text) -> Self {
        Self { words, values: Vec::new() }
    }

    /// Caused by a parameter.
    pub(super) fn at(words: Text, name: &str) -> Self {
        Self { words, values: vec![("name", shown(name))] }
    }

    /// Caused by the value of a parameter.
    pub(super) fn value(words: Text, name: &str, value: &str) -> Self {
        Self { words, values: vec![("name", shown(name)), ("value", shown(value))] }
    }

    /// The reason as a sentence.
    pub fn say(&self, language: Language) -> String {
        let values: Vec<(&str, &str)> =
            self.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.words.fill(language, &values)
    }
}

impl fmt::Display for Unfit {
    /// In English, for logs and tests.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Language::En))
    }
}

impl Error for Unfit {}

impl From<CliError> for Unfit {
    fn from(error: CliError) -> Self {
        match error {
            CliError::Nul(name) => Self::at(NUL, &name),
            CliError::Name(name) => Self::at(NAME, &name),
        }
    }
}

crate::catalogue! {
    NUL =
        "{name} contains a NUL character, which cannot be passed on a command line.",
        "{name} 含有 NUL 字符，命令行无法传递。";
    /// Reason.
    NAME = "“{name}” is not a valid parameter name.", "“{name}”不是有效的参数名。";
    /// Reason.
    DOUBLE_QUOTE =
        "Windows PowerShell 5.1 passes no double quotation mark on to a program, and {name} holds one.",
        "Windows PowerShell 5.1 无法把双引号原样传给程序，而 {name} 含有双引号。";
    /// Reason.
    LAST_BACKSLASH =
        "Windows PowerShell 5.1 passes no backslash on at the end of a value, and {name} ends with one.",
        "Windows PowerShell 5.1 无法原样传递值末尾的反斜杠，而 {name} 以反斜杠结尾。";
    /// Reason.
    UNDOCUMENTED =
        "The SDKs have no field for {name}.",
        "SDK 没有与 {name} 对应的字段。";
    GAP =
        "SDKs number list items from 1 without gaps; {name} does not follow this.",
        "SDK 中的列表从 1 起连续编号，{name} 不符合。";
    NO_NUMBER =
        "The SDKs expect a whole number for {name}, not “{value}”.",
        "SDK 中的 {name} 是整数，不能填“{value}”。";
    NO_TRUTH =
        "The SDKs expect true or false for {name}, not “{value}”.",
        "SDK 中的 {name} 是 true 或 false，不能填“{value}”。";

    // Terraform.
    TERRAFORM_READS =
        "Terraform describes a desired state; a query has no corresponding resource.",
        "Terraform 描述的是期望状态，查询类接口没有对应的资源。";
    /// Reason.
    TERRAFORM_REMOVES =
        "In Terraform, remove the resource block; the provider then makes this call.",
        "在 Terraform 中删除对应的 resource 块即可，由 Provider 发起此调用。";
    TERRAFORM_MEMBERS =
        "In Terraform, the groups of an instance are the security_groups list of the instance resource; this call does not contain the complete list.",
        "在 Terraform 中，实例所属安全组是该实例资源的 security_groups 列表，此调用并不包含完整列表。";
    TERRAFORM_GROUP_LIST =
        "In Terraform, the groups are an argument of the resource: security_groups of an instance, security_group_ids of a network interface. Set it to the groups of this call.",
        "在 Terraform 中，所属安全组是资源的参数：实例的 security_groups 或弹性网卡的 security_group_ids。请将其设为此调用中的安全组。";
    /// Terraform has no resource for it.
    TERRAFORM_NO_RESOURCE =
        "The provider's documents name no resource for port lists.",
        "Provider 的文档中没有端口列表对应的资源。";
    TERRAFORM_IN_RESOURCE =
        "In Terraform, tags and resource_group_id are arguments of the resource itself.",
        "在 Terraform 中，tags 和 resource_group_id 是资源本身的参数。";
    TERRAFORM_ENTRIES =
        "In Terraform, the entries are the entry blocks of the prefix list's resource, which has all of them; this call contains only the changes.",
        "在 Terraform 中，条目是前缀列表资源的 entry 块，资源包含全部条目，而此调用只包含要修改的部分。";
    TERRAFORM_CHANGES_RULE =
        "A rule resource needs the complete rule, but this call contains only the changes.",
        "规则资源需要完整的规则，而此调用只包含要修改的部分。";
    TERRAFORM_ATTRIBUTE =
        "The Terraform resource has no attribute for {name}.",
        "Terraform 资源没有与 {name} 对应的属性。";
    TERRAFORM_VALUE =
        "The Terraform resource does not accept “{value}” for {name}.",
        "Terraform 资源的 {name} 不接受“{value}”。";
    TERRAFORM_MISSING =
        "Terraform needs {name}, which this call does not specify.",
        "Terraform 需要 {name}，而此调用没有指定。";
}
