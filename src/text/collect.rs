//! Texts of the script that gathers a whole account.

sg_core::catalogue! {
    COLLECT = "Collect from your account", "从账号采集";
    LEAD = "A script for your own terminal reads everything an import uses and writes one file per region. It calls the aliyun CLI, follows all pages, changes nothing, and continues where it stopped. Choose the files here afterwards. Nothing is uploaded.", "在您自己的终端中运行脚本，读取导入所需的全部内容，每个地域写入一个文件。脚本调用阿里云 CLI，自动翻页，不做任何修改，中断后可继续。之后在此处选择这些文件即可，不会上传任何数据。";
    SHELL = "Shell", "命令行环境";
    POSIX = "sh (Linux, macOS, Cloud Shell)", "sh（Linux、macOS、云命令行）";
    POWERSHELL = "PowerShell (Windows)", "PowerShell（Windows 系统）";
    NOT_RUN = "This script follows the same steps as the one for sh. It was checked by parsers, but we could not run it in PowerShell.", "此脚本的步骤与 sh 脚本相同，已通过语法解析检查，但未能在 PowerShell 中实际运行。";
    REGIONS = "Regions", "地域";
    NO_REGION = "`{value}` is not a region ID such as cn-hangzhou.", "`{value}` 不是 cn-hangzhou 这样的地域 ID。";
    REGIONS_HINT = "If left empty, the region of the CLI's profile is used.", "留空时使用 CLI 当前配置中的地域。";
    ANONYMISE = "Replace all IDs, names and addresses before the file is written", "写入文件前更换所有 ID、名称与地址";
    COPY = "Copy the script", "复制脚本";
    COPIED = "Copied. Paste it into a terminal.", "已复制，请粘贴到终端中运行。";
    SAVE = "Save as {file}", "保存为 {file}";
    CALLS = "What it calls ({count})", "调用的接口（{count}）";
    THEN = "{list}, then {each} for each of them", "{list}，然后对其中每一项调用 {each}";
    POLICY = "The RAM policy that suffices", "所需的最小 RAM 权限策略";
    COPY_POLICY = "Copy the policy", "复制权限策略";
    POLICY_COPIED = "Policy copied", "已复制权限策略";
}
