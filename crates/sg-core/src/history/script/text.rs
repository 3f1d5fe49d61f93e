//! Comments in a script generated from the log.

crate::catalogue! {
    NEEDS = "Requires the Alibaba Cloud CLI, aliyun, and jq. It acts on the account that aliyun is configured for.", "需要阿里云 CLI（aliyun）和 jq，会作用于 aliyun 当前配置的账号。";
    TOPOLOGY_EDIT = "Step {number} is not a security group API call. Prepare the instances and networks it needs yourself.", "第 {number} 步不是安全组的 API 调用，请自行准备相应的实例和网络。";
    REFUSED = "Step {number} was rejected with {code}:", "第 {number} 步被拒绝（{code}）：";
    NOT_SAID = "Step {number} cannot be written as a command: {error}", "第 {number} 步无法写成命令：{error}";
}
