//! Rules without their group: what the console exports. Its files name the group:
//! `ecs_cn-hangzhou_sg-1.json`, `ecs_sgRule_sg-1_cn-hangzhou_2020-01-20.csv`
//! (<https://www.alibabacloud.com/help/doc-detail/97271.htm>, 2024-03-14).

use crate::model::{RegionId, SecurityGroupId};

use super::Gather;
use super::rule::Sides;
use crate::import::reading::Assumption;
use crate::import::tree::{Kind, View};

impl Gather<'_> {
    /// Reads rules and the group they belong to: the one that their key names, the one in the name
    /// of the file, or a made-up one.
    pub(super) fn loose_rules(&mut self, view: View<'_>) {
        let rules = if view.kind() == Kind::List {
            view.items("")
        } else if view.has("Permissions") {
            view.wrapped("Permissions", "Permission")
        } else {
            vec![view]
        };
        let is_list = view.kind() == Kind::List;
        let keyed = SecurityGroupId::parse(view.key()).ok();
        let keyed = keyed.filter(|id| id.as_str().starts_with("sg-"));
        let id = match (keyed, group_of_file(self.name)) {
            (Some(id), _) => Some(id),
            (None, Some((id, region))) => {
                self.records.regions.entry(region.clone()).or_insert(());
                self.records.region_of.insert(id.to_string(), region);
                Some(id)
            }
            (None, None) => self.made_up_group(is_list),
        };
        let Some(id) = id else { return };
        let known = self.records.groups.iter().any(|group| group.id == id && group.has_rules);
        if !known {
            let mut record = self.group_record(view, id.clone());
            record.description = None;
            record.has_rules = true;
            self.keep_group(view, record);
        }
        if is_list || view.has("Permissions") {
            self.begin_rules(view, &id);
        }
        for rule in rules {
            self.rule(rule, &id, Sides::of_reply(rule));
        }
    }

    /// A group for a list of rules, or for all single rules of this file.
    fn made_up_group(&mut self, is_list: bool) -> Option<SecurityGroupId> {
        let own = |(file, _, list): &&(usize, SecurityGroupId, bool)| *file == self.file && !list;
        let before = self.records.loose_groups.iter().find(own).filter(|_| !is_list);
        if let Some((_, id, _)) = before {
            return Some(id.clone());
        }
        let id = match self.records.loose_groups.len() {
            0 => SecurityGroupId::parse("sg-imported"),
            count => SecurityGroupId::parse(&format!("sg-imported-{}", count + 1)),
        };
        let id = id.ok()?;
        self.records.loose_groups.push((self.file, id.clone(), is_list));
        self.assumed(Assumption::MadeUpGroup, &id);
        Some(id)
    }
}

/// Whether a list holds rules that do not say their group: what the console exports.
pub(super) fn is_rule_list(list: View<'_>) -> bool {
    list.children().next().is_some_and(is_rule)
}

/// Whether an object is a rule that does not say its group.
pub(super) fn is_rule(view: View<'_>) -> bool {
    let has = |name: &str| view.given(name).is_some();
    has("IpProtocol") && (has("PortRange") || has("Policy")) && !has("SecurityGroupId")
}

/// The group and the region in the name of an exported file.
fn group_of_file(name: &str) -> Option<(SecurityGroupId, RegionId)> {
    let name = name.rsplit(['/', '\\']).next()?;
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    // A browser numbers the files of a name: `ecs_cn-hangzhou_sg-1 (2).json`.
    let stem = stem.split_once(" (").map_or(stem, |(stem, _)| stem).trim();
    let rest = stem.strip_prefix("ecs_")?;
    let (group, region) = match rest.strip_prefix("sgRule_") {
        Some(rest) => {
            let mut parts = rest.split('_');
            (parts.next()?, parts.next()?)
        }
        None => {
            let (region, group) = rest.split_once('_')?;
            (group, region)
        }
    };
    let group = SecurityGroupId::parse(group).ok().filter(|_| group.starts_with("sg-"))?;
    Some((group, RegionId::parse(region).ok()?))
}

/// When a file was exported, if its name says so, in a form that sorts by time.
pub(super) fn time_of_file(name: &str) -> Option<String> {
    group_of_file(name)?;
    let name = name.rsplit(['/', '\\']).next()?;
    let rest = name.strip_prefix("ecs_sgRule_")?;
    let time = rest.splitn(3, '_').nth(2)?;
    let digits: String = time.chars().take_while(|c| *c != '.' && *c != ' ').collect();
    let dated =
        digits.len() >= "2020-01-20".len() && digits.starts_with(|c: char| c.is_ascii_digit());
    dated.then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_group_is_in_the_name_of_an_exported_file() {
        let of =
            |name: &str| group_of_file(name).map(|(group, region)| format!("{group} in {region}"));
        for name in [
            "ecs_cn-qingdao_sg-123.json",
            "Downloads/ecs_cn-qingdao_sg-123 (1).json",
            "C:\\x\\ecs_sgRule_sg-123_cn-qingdao_2020-01-20.csv",
        ] {
            assert_eq!(of(name).as_deref(), Some("sg-123 in cn-qingdao"), "{name}");
        }
        assert_eq!(
            time_of_file("x/ecs_sgRule_sg-123_cn-qingdao_2020-01-20 (1).csv").as_deref(),
            Some("2020-01-20")
        );
        assert_eq!(time_of_file("ecs_cn-qingdao_sg-123.json"), None);
        for name in ["rules.json", "ecs_cn-qingdao.json", "ecs_sg-123_cn-qingdao.json", ""] {
            assert_eq!(of(name), None, "{name}");
        }
    }
}
