//! Texts of the reference: the statements behind the answers, and the glossary.

sg_core::catalogue! {
    STATEMENTS = "Statements", "判断依据";
    STATEMENTS_TITLE = "What the results are based on", "结论的依据";
    STATEMENTS_LEAD = "The results on this page are based on these statements. Each one names its source pages and how well it is documented.", "本页面的结论以下列各条为依据。每条均注明出自哪篇文档以及可靠程度。";
    SEARCH_STATEMENTS = "Search words or numbers", "按文字或编号搜索依据";
    STATEMENTS_FOUND = "{count} of {all}", "共 {all} 条，显示 {count} 条";
    PAGE = "{title}, {date}", "{title}，{date}";
    STANDING = "Filter by source status", "按依据类型筛选";
    ALL_STANDINGS = "All", "全部";
    NO_STATEMENT = "No matching statement. Try another word, such as priority, Drop or S-01, or select All.", "没有找到相关依据。请换一个词，例如优先级、Drop 或 S-01，或切换到“全部”。";
    OF_ENGINE = "How connectivity is determined", "连通性如何判断";
    OF_EMULATOR = "How the API responds", "API 如何返回";
    OTHER_EVIDENCE = "Other recorded facts about the service", "其他关于线上服务的记录";
    EVIDENCE_FROM = "({basis}: {source})", "（{basis}：{source}）";
    EVIDENCE_DATED = "{kind}, {date}", "{kind}，{date}";
    EVIDENCE_SUCCESS = "success", "成功";
    GLOSSARY = "Glossary", "术语表";
    GLOSSARY_LEAD = "Console terms in both languages, with the names used by the API. Older names can be found too.", "控制台用语的中英文对照，并列出 API 中的写法。旧名称同样可以搜到。";
    SEARCH_GLOSSARY = "Search words or API values", "搜索术语、旧名称或 API 值";
    TERMS_FOUND = "{count} of {all}", "共 {all} 个，显示 {count} 个";
    NO_TERM = "No matching term. Try another word, or its value in the API.", "没有找到相关术语。请换一个词，或者输入 API 中的值。";
    IN_API = "In the API:", "API 中：";
    ALSO_CALLED = "Also: {names}", "又称：{names}";
    AT_WORK = "See an example: {example}", "查看示例：{example}";
    LOOK_UP = "Look up “{term}” in the glossary", "在术语表中查看“{term}”";
    ABOUT_VERSION = "Version {version} · API facts as of {date}", "版本 {version} · API 资料截至 {date}";
    TO_STATEMENTS = "Show among all statements", "在全部依据中查看";
}
