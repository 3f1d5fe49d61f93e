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
        "Every request has it; it is not part of the call.",
        "每个请求都有的公共参数，不属于调用本身。";
    REASON_SIGNING =
        "It belongs to the signature; its value was not kept.",
        "属于签名信息，其值未保留。";
    REASON_PLACEHOLDER =
        "It stands for the common parameters.",
        "代表公共请求参数的占位文字。";
    REASON_FRAGMENT =
        "What follows # is never sent.",
        "井号（#）之后的内容不会发送。";
    REASON_OPTION =
        "It is an option of the command line, not a parameter of the request.",
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
        "This is neither a request URL nor a form (Action=…&…) nor a line that begins with aliyun ecs.",
        "既不是请求 URL，也不是表单（Action=…&…），也不是以 aliyun ecs 开头的命令行。";
    HIDDEN =
        "A character that cannot be seen stands here ({text}). Remove it, or write it encoded.",
        "此处有不可见字符（{text}）。请删除，或写成转义形式。";
    NO_ACTION =
        "No operation is named. The request needs Action=….",
        "没有指明操作，请求需要包含 Action=…。";
    UNKNOWN_ACTION =
        "The emulator has no operation “{text}”.",
        "模拟器没有操作“{text}”。";
    MEANT_ACTION =
        "The name of an operation is written exactly so: {text}",
        "操作名称的准确写法为：{text}";
    VERSION =
        "The version of this API is 2014-05-26, not “{text}”.",
        "此 API 的版本是 2014-05-26，不是“{text}”。";
    NAME =
        "“{text}” cannot be the name of a parameter: names have letters, digits, full stops and underscores only.",
        "“{text}”不能作为参数名：参数名只含字母、数字、半角句号（.）和下划线（_）。";
    NO_NAME = "A value stands here without the name of its parameter.", "此处有值，但没有参数名。";
    REPEATED = "{text} is there twice.", "{text} 出现了两次。";

    // Faults in a URL or form.
    SPACE =
        "A space ends a URL. Write %20 inside a value.",
        "空格会使 URL 到此结束。参数值中的空格请写成 %20。";
    ODD_SPACE =
        "The white space here ({text}) is not an ordinary space.",
        "此处的空白（{text}）不是普通空格。";
    SCHEME = "A request goes by http or https, not by “{text}”.", "请求使用 http 或 https，不是“{text}”。";
    PATH = "The path of every request is /, not “{text}”.", "请求的路径固定为 /，不是“{text}”。";
    PERCENT =
        "“{text}” is no percent-encoding: two hexadecimal digits follow a %, and a % itself is %25.",
        "“{text}”不是有效的百分号编码：% 后须有两位十六进制数字，% 本身写成 %25。";
    NOT_UTF8 = "“{text}” does not decode to UTF-8 text.", "“{text}”解码后不是 UTF-8 文本。";

    // Faults in a command line.
    PRODUCT = "Only aliyun ecs … can be read, not the product “{text}”.", "只能读取 aliyun ecs …，不支持产品“{text}”。";
    STRAY_WORD =
        "“{text}” belongs to no parameter. A value with spaces needs quotes.",
        "“{text}”不属于任何参数。含空格的值须加引号。";
    FLAG_FORM =
        "“{text}” is read as an option. A value that begins with - is tied to its name: --Name=-1/-1",
        "“{text}”会被当作选项。以 - 开头的值须用等号与参数名相连：--Name=-1/-1";
    NO_VALUE = "{text} needs a value.", "{text} 需要填写值。";
    UNCLOSED = "The quote {text} that opens here does not end.", "此处的引号 {text} 没有结束。";
    OPERATOR =
        "At {text} a shell would do something else than go on with this command. Only one plain command is read; inside a value, quote it.",
        "Shell 遇到 {text} 会执行其他动作，这里只读取一条简单命令。如果它属于参数值，请加引号。";
    SUBSTITUTION =
        "A shell would put other text in place of “{text}”. Nothing is run here; write the value itself.",
        "Shell 会将“{text}”替换为其他内容。此处不会执行任何命令，请直接填写值。";
    SECOND_COMMAND =
        "Something follows the command. A line that goes on ends in a backslash.",
        "命令之后还有其他内容。续行须以反斜线（\\）结尾。";
    TRAILING_BACKSLASH = "The text ends in a backslash.", "文本以反斜线（\\）结尾，内容不完整。";
    ESCAPE =
        "“{text}” inside $'…' means no character.",
        "$'…' 中的“{text}”不表示任何字符。";
}
