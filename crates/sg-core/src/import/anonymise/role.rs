//! Names that keep the role of what they name, and nothing else of its old name.

use std::collections::BTreeMap;

/// The words that a new name may keep: what thousands of accounts call their machines, so that none
/// of them says whose account it is. Everything else in a name could: a customer, a project, a
/// place, a stage (`prod` is an ordinary word, but tells which account to attack).
const ORDINARY: &[&str] = &[
    "admin",
    "api",
    "app",
    "auth",
    "backend",
    "backup",
    "bastion",
    "batch",
    "build",
    "cache",
    "ci",
    "cron",
    "data",
    "database",
    "db",
    "default",
    "dns",
    "edge",
    "elasticsearch",
    "etcd",
    "frontend",
    "ftp",
    "gateway",
    "grafana",
    "haproxy",
    "job",
    "jump",
    "kafka",
    "lb",
    "log",
    "logs",
    "mail",
    "master",
    "memcached",
    "metrics",
    "mongo",
    "mongodb",
    "monitor",
    "monitoring",
    "mq",
    "mysql",
    "nat",
    "nfs",
    "nginx",
    "node",
    "office",
    "ops",
    "partner",
    "pg",
    "postgres",
    "primary",
    "prometheus",
    "proxy",
    "queue",
    "rabbitmq",
    "redis",
    "registry",
    "replica",
    "search",
    "smtp",
    "sql",
    "storage",
    "vpn",
    "web",
    "worker",
    "www",
    "zookeeper",
];

/// The same in Chinese, where words are not separated.
const ORDINARY_CHINESE: &[(&str, &str)] = &[
    ("办公", "office"),
    ("前端", "frontend"),
    ("后端", "backend"),
    ("网关", "gateway"),
    ("应用", "app"),
    ("缓存", "cache"),
    ("数据库", "db"),
    ("堡垒机", "bastion"),
    ("跳板机", "bastion"),
    ("监控", "monitor"),
    ("日志", "log"),
    ("备份", "backup"),
];

/// The most words that a new name keeps.
const MOST_WORDS: usize = 3;

/// The new names of things of one kind, in order. What has no name gets none. `acme-app-api-07`
/// becomes `app-api-1`, the next one `app-api-2`. Names without an ordinary word that differ only
/// in their numbers become `role-a-1`, `role-a-2`; others become `{kind}-1`, with their position as
/// number.
pub(super) fn renamed<'a>(kind: &str, names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let names: Vec<&str> = names.collect();
    let mut alike: BTreeMap<String, usize> = BTreeMap::new();
    for name in names.iter().filter(|name| ordinary(name).is_empty()) {
        *alike.entry(stem(name)).or_default() += 1;
    }
    let (mut letters, mut counted) = (BTreeMap::new(), BTreeMap::<String, usize>::new());
    let mut new = Vec::with_capacity(names.len());
    for (place, name) in names.into_iter().enumerate() {
        if name.is_empty() {
            new.push(String::new());
            continue;
        }
        let words = ordinary(name);
        let stem = stem(name);
        let role = match (words.is_empty(), alike.get(&stem)) {
            (false, _) => words.join("-"),
            (true, Some(2..)) => {
                let next = letters.len();
                format!("role-{}", letter(*letters.entry(stem).or_insert(next)))
            }
            (true, _) => {
                new.push(format!("{kind}-{}", place + 1));
                continue;
            }
        };
        let number = counted.entry(role.clone()).or_default();
        *number += 1;
        new.push(format!("{role}-{number}"));
    }
    new
}

/// The ordinary words of a name, in order.
fn ordinary(name: &str) -> Vec<&'static str> {
    let lower = name.to_lowercase();
    let mut found: Vec<(usize, &'static str)> = Vec::new();
    for (chinese, word) in ORDINARY_CHINESE {
        found.extend(lower.find(chinese).map(|at| (at, *word)));
    }
    let mut at = 0;
    for word in lower.split(|c: char| !c.is_ascii_alphabetic()) {
        if let Some(own) = ORDINARY.iter().find(|own| **own == word) {
            found.push((at, own));
        }
        // Every separator that is not one byte long is longer; the order is all that matters.
        at += word.len() + 1;
    }
    found.sort_unstable();
    let mut words: Vec<&'static str> = Vec::new();
    for (_, word) in found {
        if !words.contains(&word) && words.len() < MOST_WORDS {
            words.push(word);
        }
    }
    words
}

/// A name without its numbers.
fn stem(name: &str) -> String {
    name.to_lowercase().chars().filter(|c| !c.is_numeric()).collect()
}

/// `a` to `z`, then `aa`.
fn letter(number: usize) -> String {
    let last = u8::try_from(number % 26).map_or('z', |own| char::from(b'a' + own));
    match number / 26 {
        0 => last.to_string(),
        more => letter(more - 1) + &last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new(names: &[&str]) -> Vec<String> {
        renamed("instance", names.iter().copied())
    }

    #[test]
    fn a_role_stays_and_what_could_tell_whose_it_is_goes() {
        assert_eq!(
            new(&["app-07", "acme-app-prod-08", "App09", "db-01.acme.example", "生产-数据库-1"]),
            ["app-1", "app-2", "app-3", "db-1", "db-2"]
        );
        assert_eq!(new(&["prod-web-api-app-cache-acme"]), ["web-api-app-1"]);
    }

    #[test]
    fn other_names_are_told_apart_by_letters() {
        assert_eq!(
            new(&["acme-01", "zeta1", "acme-02", "", "single", "zeta2"]),
            ["role-a-1", "role-b-1", "role-a-2", "", "instance-5", "role-b-2"]
        );
        assert_eq!(
            [0, 25, 26, 27, 52, 701, 702].map(letter),
            ["a", "z", "aa", "ab", "ba", "zz", "aaa"]
        );
    }

    #[test]
    fn a_part_of_a_word_is_no_word() {
        assert_eq!(
            new(&["webber", "dbs", "apps-acme"]),
            ["instance-1", "instance-2", "instance-3"]
        );
    }
}
