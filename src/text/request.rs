//! Texts of the request pane: URL, outcome, raw parameters, errors, reply, log.

sg_core::catalogue! {
    PANE = "API request", "API 请求";
    REQUEST = "Request", "请求";
    WOULD_RETURN = "would return {outcome}", "将返回 {outcome}";
    RETURNED = "returned {outcome}", "已返回 {outcome}";
    SEND = "Send", "发送";
    COPY_URL = "Copy URL", "复制 URL";
    COPY_CLI = "Copy CLI", "复制 CLI";
    COPIED_URL = "URL copied", "已复制 URL";
    COPIED_CLI = "CLI line copied, for sh, bash or zsh; the PowerShell form is under Request", "已复制 CLI 命令（适用于 sh、bash、zsh；PowerShell 写法见“请求”）";
    NOT_COPIED = "The browser refused to copy: select the text instead.", "浏览器拒绝复制，请手动选择文本。";
    OPERATION = "Operation", "接口";
    PARAM_NAME = "Parameter name {number}", "第 {number} 个参数名";
    PARAM_VALUE = "Value of {name}", "{name} 的值";
    ADD_PARAM = "+ parameter", "+ 参数";
    REMOVE_PARAM = "Remove {name}", "删除 {name}";
    PARAM_HINT = "Any value may be typed, wrong ones too: the outcome follows as you type.", "可以输入任意值（包括错误的值），结果随输入即时变化。";
    FORMS = "Written as", "书写形式";
    FORM_URL = "URL", "URL";
    FORM_SIGNED = "Signed URL", "带签名的 URL";
    FORM_RAM = "RAM policy", "RAM 权限策略";
    DEMO_KEYS = "Demo keys and the moment of the published example", "使用演示密钥和官方示例中的时间";
    COPY = "Copy", "复制";
    COPIED = "{what} copied", "已复制{what}";
    JSON = "JSON", "JSON";
    XML = "XML", "XML";
    WOULD_REPLY = "What the API would reply", "API 将返回的内容";
    DID_REPLY = "What the API replied", "API 返回的内容";
    CREATED_INSTANCE = "New instance {name}", "新建实例 {name}";
    CREATED_MANAGED = "A cloud service created {name}", "云服务创建了 {name}";
    STARTED_OVER = "Started over", "已重新开始";
}
