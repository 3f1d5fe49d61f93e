//! Texts of the request pane: URL, outcome, raw parameters, errors, reply, log.

sg_core::catalogue! {
    PANE = "API request", "API 请求";
    REQUEST = "Request", "请求";
    WOULD_RETURN = "would return {outcome}", "将返回 {outcome}";
    RETURNED = "returned {outcome}", "已返回 {outcome}";
    SEND = "Send", "发送";
    COPY_URL = "Copy URL", "复制 URL";
    COPY_CLI = "Copy CLI command", "复制 CLI 命令";
    COPIED_URL = "URL copied", "已复制 URL";
    COPIED_CLI = "CLI command copied for sh, bash and zsh; the PowerShell form is under Request", "已复制 CLI 命令（适用于 sh、bash、zsh；PowerShell 写法见“请求”）";
    NOT_COPIED = "The browser did not allow copying. Select the text and copy it instead.", "浏览器不允许复制，请手动选择文本并复制。";
    OPERATION = "Operation", "接口";
    PARAM_NAME = "Parameter name {number}", "第 {number} 个参数名";
    PARAM_VALUE = "Value of {name}", "{name} 的值";
    ADD_PARAM = "+ parameter", "+ 参数";
    REMOVE_PARAM = "Remove {name}", "删除 {name}";
    PARAM_HINT = "Enter any value, even an invalid one. The result updates as you type.", "可以输入任意值（包括错误的值），结果随输入即时变化。";
    FORMS = "Format", "请求写法";
    DEPRECATED = "The newest SDK deprecates {old}. {new} takes its place: it replaces all security groups at once.", "最新版 SDK 已将 {old} 标记为废弃，改用 {new}：该接口一次性替换全部安全组。";
    FORM_URL = "URL", "URL";
    FORM_SIGNED = "Signed URL", "带签名的 URL";
    FORM_RAM = "RAM policy", "RAM 权限策略";
    DEMO_KEYS = "Use the demo keys and the time of the published example", "使用演示密钥和官方示例中的时间";
    COPY = "Copy", "复制";
    COPIED = "{what} copied", "已复制{what}";
    JSON = "JSON", "JSON";
    XML = "XML", "XML";
    WOULD_REPLY = "Expected API response", "API 将返回的内容";
    DID_REPLY = "API response", "API 返回的内容";
    CREATED_INSTANCE = "New instance {name}", "新建实例 {name}";
    CREATED_MANAGED = "A cloud service created {name}", "云服务创建了 {name}";
    OPENED = "Opened another scenario", "打开另一个场景";
    OPENED_SOURCE = "Opened {source}", "打开 {source}";
}
