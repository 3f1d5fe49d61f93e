//! The messages of the parser in both languages.

use super::parsed::Reason;
use crate::language::Text;

impl Reason {
    /// Explains why something was set aside.
    pub const fn text(self) -> Text {
        match self {
            Self::Common => REASON_COMMON,
            Self::Signing => REASON_SIGNING,
            Self::Placeholder => REASON_PLACEHOLDER,
            Self::Fragment => REASON_FRAGMENT,
            Self::Option => REASON_OPTION,
        }
    }
}

crate::catalogue! {
    // Reasons for setting something aside.
    REASON_COMMON =
        "A common parameter of every request; not part of the call itself.",
        "每个请求都有的公共参数，不属于调用本身。";
    REASON_SIGNING =
        "Part of the signature; its value was not kept.",
        "属于签名信息，其值未保留。";
    REASON_PLACEHOLDER =
        "A placeholder for the common parameters.",
        "代表公共请求参数的占位文字。";
    REASON_FRAGMENT =
        "Anything after # is never sent.",
        "井号（#）之后的内容不会发送。";
    REASON_OPTION =
        "An option of the command-line tool, not a request parameter.",
        "是命令行工具自身的选项，不是请求参数。";

    // Positions.
    COLUMN = "Column {column}", "第 {column} 列";
    LINE_AND_COLUMN = "Line {line}, column {column}", "第 {line} 行第 {column} 列";
    /// Between position and message.
    BEFORE_MESSAGE = ": ", "：";

    // Faults in any text.
    TOO_LONG = "The text is longer than {text} bytes.", "文本超过 {text} 字节。";
    TOO_MANY = "There are more than {text} parameters.", "参数超过 {text} 个。";
    EMPTY = "There is nothing to read.", "没有可读取的内容。";
    UNRECOGNISED =
        "This is not a request URL, a form (Action=…&…) or a command that starts with aliyun ecs.",
        "既不是请求 URL，也不是表单（Action=…&…），也不是以 aliyun ecs 开头的命令行。";
    HIDDEN =
        "There is an invisible character here ({text}). Remove it, or write it in encoded form.",
        "此处有不可见字符（{text}）。请删除，或写成转义形式。";
    NO_ACTION =
        "No operation is specified. The request needs Action=….",
        "没有指明接口，请求需要包含 Action=…。";
    /// Fault.
    UNKNOWN_ACTION =
        "The emulator does not support the operation “{text}”.",
        "模拟器不支持接口“{text}”。";
    /// Fault.
    NOT_EMULATED =
        "The operation {text} exists in ECS 2014-05-26, but is not emulated here.",
        "接口 {text} 存在于 ECS 2014-05-26，但此处未模拟。";
    /// Fault.
    MEANT_ACTION =
        "The exact name of the operation is: {text}",
        "接口名称的准确写法为：{text}";
    /// Fault.
    VERSION =
        "The version of this API is 2014-05-26, not “{text}”.",
        "此 API 的版本是 2014-05-26，不是“{text}”。";
    NAME =
        "“{text}” is not a valid parameter name: names contain only letters, digits, periods and underscores.",
        "“{text}”不能作为参数名：参数名只含字母、数字、半角句号（.）和下划线（_）。";
    /// Fault.
    NO_NAME = "This value has no parameter name.", "此处有值，但没有参数名。";
    /// Fault.
    REPEATED = "{text} appears twice.", "{text} 出现了两次。";

    // Faults in a URL or form.
    SPACE =
        "A space ends the URL. Write %20 inside a value.",
        "空格会使 URL 到此结束。参数值中的空格请写成 %20。";
    ODD_SPACE =
        "The whitespace character here ({text}) is not an ordinary space.",
        "此处的空白（{text}）不是普通空格。";
    /// Fault.
    SCHEME = "Requests use http or https, not “{text}”.", "请求使用 http 或 https，不是“{text}”。";
    /// Fault.
    PATH = "The request path is always /, not “{text}”.", "请求的路径固定为 /，不是“{text}”。";
    /// Fault.
    PERCENT =
        "“{text}” is not valid percent-encoding: % must be followed by two hexadecimal digits, and a literal % is written %25.",
        "“{text}”不是有效的百分号编码：% 后须有两位十六进制数字，% 本身写成 %25。";
    NOT_UTF8 = "“{text}” does not decode to UTF-8 text.", "“{text}”解码后不是 UTF-8 文本。";

    // Faults of a command line.
    /// Fault.
    PRODUCT = "Only aliyun ecs … is supported, not the product “{text}”.", "只能读取 aliyun ecs …，不支持产品“{text}”。";
    /// Fault.
    STRAY_WORD =
        "“{text}” does not belong to any parameter. Put values that contain spaces in quotes.",
        "“{text}”不属于任何参数。含空格的值须加引号。";
    FLAG_FORM =
        "“{text}” is read as an option. Join a value that starts with - to its name with an equals sign: --Name=-1/-1",
        "“{text}”会被当作选项。以 - 开头的值须用等号与参数名相连：--Name=-1/-1";
    /// Fault.
    NO_VALUE = "{text} needs a value.", "{text} 缺少值。";
    /// Fault.
    UNCLOSED = "The quote {text} opened here is not closed.", "此处的引号 {text} 没有结束。";
    /// Fault.
    OPERATOR =
        "A shell would treat {text} specially. Only one simple command is read here; if this is part of a value, put it in quotes.",
        "Shell 遇到 {text} 会执行其他动作，这里只读取一条简单命令。如果它属于参数值，请加引号。";
    SUBSTITUTION =
        "A shell would replace “{text}” with something else. Nothing is executed here; write the actual value.",
        "Shell 会将“{text}”替换为其他内容。此处不会执行任何命令，请直接填写值。";
    SECOND_COMMAND =
        "There is more text after the command. To continue on the next line, end the line with a backslash.",
        "命令之后还有其他内容。续行须以反斜线（\\）结尾。";
    /// Fault.
    TRAILING_BACKSLASH = "The text ends with a backslash and is incomplete.", "文本以反斜线（\\）结尾，内容不完整。";
    /// Fault.
    ESCAPE =
        "“{text}” inside $'…' does not stand for a character.",
        "$'…' 中的“{text}”不表示任何字符。";
}
