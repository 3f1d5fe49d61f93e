//! `sgp replay` as a program: recordings that agree, that do not, and that cannot be read.

#![expect(clippy::unwrap_used, reason = "a failing test should stop at once")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

/// An empty folder of a test, removed at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("sgp-replay-{test}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn write(&self, name: &str, content: &str) {
        fs::write(self.0.join(name), content).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    fn replay(&self, args: &[&str]) -> Done {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sgp"));
        command.arg("replay").args(args).current_dir(&self.0).stdin(Stdio::null());
        let Output { status, stdout, stderr } = command.output().unwrap();
        Done {
            code: status.code().unwrap(),
            told: String::from_utf8(stdout).unwrap(),
            errors: String::from_utf8(stderr).unwrap(),
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

#[derive(Debug)]
struct Done {
    code: i32,
    told: String,
    errors: String,
}

/// The reply of DescribeSecurityGroupAttribute for a basic group with one rule.
fn attribute() -> Value {
    json!({
        "RequestId": "CEF72CEB-54B6-4AE8-B225-F876FF7BA984", "RegionId": "cn-hangzhou",
        "VpcId": "vpc-bp1main", "SecurityGroupId": "sg-bp1web01", "SecurityGroupName": "shop-web",
        "Description": "the shop of Zhang", "InnerAccessPolicy": "Drop", "NextToken": "",
        "Permissions": {"Permission": [{
            "SecurityGroupRuleId": "sgr-bp1rule01", "Direction": "ingress", "IpProtocol": "TCP",
            "PortRange": "443/443", "SourcePortRange": "", "Policy": "Accept", "Priority": 1,
            "NicType": "intranet", "Description": "customers", "CreateTime": "2026-01-01T00:00:00Z",
            "SourceCidrIp": "203.0.113.77", "Ipv6SourceCidrIp": "", "SourceGroupId": "",
            "SourceGroupName": "", "SourceGroupOwnerAccount": "", "SourcePrefixListId": "",
            "SourcePrefixListName": "", "DestCidrIp": "", "Ipv6DestCidrIp": "", "DestGroupId": "",
            "DestGroupName": "", "DestGroupOwnerAccount": "", "DestPrefixListId": "",
            "DestPrefixListName": "", "PortRangeListId": "", "PortRangeListName": ""
        }]},
    })
}

fn line(action: &str, parameters: Value, status: u16, body: Value) -> String {
    let mut own = json!({"action": action, "status": status});
    own["parameters"] = parameters;
    own["body"] = body;
    format!("{own}\n")
}

fn error(code: &str, message: &str) -> Value {
    json!({"RequestId": "A", "HostId": "ecs.aliyuncs.com", "Code": code, "Message": message})
}

/// A recording that the emulator answers alike: the group is read, a rule is removed twice, another
/// group is made and named by its new id.
fn recording() -> String {
    let region = json!({"RegionId": "cn-hangzhou", "SecurityGroupId": "sg-bp1web01"});
    let rule = json!({
        "RegionId": "cn-hangzhou", "SecurityGroupId": "sg-bp1web01", "IpProtocol": "tcp",
        "PortRange": "443/443", "SourceCidrIp": "203.0.113.77", "AccessKeyId": "LTAI-secret",
    });
    let done = json!({"RequestId": "B"});
    let new = json!({"RequestId": "C", "SecurityGroupId": "sg-bp1new01"});
    let named = json!({"RegionId": "cn-hangzhou", "VpcId": "vpc-bp1main"});
    let policy = json!({
        "RegionId": "cn-hangzhou", "SecurityGroupId": "sg-bp1new01", "InnerAccessPolicy": "Drop",
        "OwnerId": "1234567890123456",
    });
    [
        line("DescribeSecurityGroupAttribute", region, 200, attribute()),
        line("RevokeSecurityGroup", rule.clone(), 200, done.clone()),
        "\n".to_owned(),
        line(
            "RevokeSecurityGroup",
            rule,
            400,
            error("InvalidSecurityGroupRule.RuleNotExist", "The specified rule does not exist."),
        ),
        line("CreateSecurityGroup", named, 200, new),
        line("ModifySecurityGroupPolicy", policy, 200, done.clone()),
        line("RunInstances", json!({}), 200, done),
        line("DescribeRegions", json!({}), 400, error("Throttling", "Request was denied.")),
        line("DescribeRegions", json!({}), 503, json!("<Error/>")),
    ]
    .concat()
}

#[test]
fn a_recording_that_is_answered_alike_has_no_difference() {
    let folder = Folder::new("same");
    folder.write("a.jsonl", &recording());
    let Done { code, told, errors } = folder.replay(&["a.jsonl"]);
    assert_eq!(code, 0, "{told}{errors}");
    let end = "5 the same, 0 different, 3 not compared\n  1 × RunInstances: exists, not emulated\n  \
               1 × Throttling: about the caller\n  1 × a fault of the service\n";
    assert_eq!(told, end);
}

#[test]
fn every_kind_of_difference_is_told_with_its_line() {
    let group = json!({"RegionId": "cn-hangzhou", "SecurityGroupId": "sg-bp1web01"});
    let mut shape = attribute();
    shape.as_object_mut().unwrap().remove("NextToken");
    shape["Permissions"]["Permission"][0]["Priority"] = json!("1");
    shape["Novelty"] = json!(true);
    let policy = |policy: &str| {
        let mut own = group.clone();
        own["InnerAccessPolicy"] = json!(policy);
        own
    };
    let told = "The parameter InnerAccessPolicy is not one that is known.";
    let recording = [
        line("DescribeSecurityGroupAttribute", group.clone(), 200, attribute()),
        line("DescribeSecurityGroupAttribute", group.clone(), 200, shape),
        line(
            "ModifySecurityGroupPolicy",
            policy("Open"),
            400,
            error("InvalidPolicy.Malformed", told),
        ),
        line("ModifySecurityGroupPolicy", policy("Accept"), 403, error("Some.Code", "No.")),
        line("ModifySecurityGroupPolicy", policy("Open"), 200, json!({"RequestId": "A"})),
    ]
    .concat();
    let folder = Folder::new("different");
    folder.write("a.jsonl", &recording);
    let Done { code, told, errors } = folder.replay(&["a.jsonl"]);
    assert_eq!(code, 1, "{told}{errors}");
    for part in [
        "a.jsonl:2: DescribeSecurityGroupAttribute\n",
        "\n  field Novelty: recorded, not here\n",
        "\n  field NextToken: here, not recorded\n",
        "\n  field Permissions.Permission.Priority: recorded as string, here number\n",
        "a.jsonl:3: ModifySecurityGroupPolicy\n  message: recorded `The parameter ",
        "a.jsonl:4: ModifySecurityGroupPolicy\n  status: recorded 403, here 200\n  code: recorded \
         Some.Code, here none\n",
        "a.jsonl:5: ModifySecurityGroupPolicy (after a change that was answered otherwise)\n  \
         status: recorded 200, here 400\n",
        "\n1 the same, 4 different, 0 not compared\n",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
}

/// The archive of a browser: requests of other sites, signed headers, a form body, a body in base64.
#[test]
fn an_archive_is_read_as_lines_are() {
    let entry = |url: &str, headers: Value, form: Option<&str>, status: u16, content: Value| {
        let data =
            form.map(|text| json!({"mimeType": "application/x-www-form-urlencoded", "text": text}));
        json!({
            "startedDateTime": "2026-01-01T00:00:00.000Z",
            "request": {"method": "POST", "url": url, "headers": headers, "postData": data},
            "response": {"status": status, "content": content}, "cache": {},
        })
    };
    let body = json!({"text": attribute().to_string(), "mimeType": "application/json"});
    let headers = json!([
        {"name": "X-Acs-Action", "value": "DescribeSecurityGroupAttribute"},
        {"name": "x-acs-version", "value": "2014-05-26"},
    ]);
    let url =
        "https://ecs.cn-hangzhou.aliyuncs.com/?RegionId=cn-hangzhou&SecurityGroupId=sg-bp1web01";
    let form = "Action=ModifySecurityGroupPolicy&Version=2014-05-26&RegionId=cn-hangzhou&\
                SecurityGroupId=sg-bp1web01&InnerAccessPolicy=Accept";
    // {"RequestId":"A"}
    let encoded = json!({"text": "eyJSZXF1ZXN0SWQiOiJBIn0=", "encoding": "base64"});
    let archive = json!({"log": {
        "version": "1.2", "creator": {"name": "a browser"},
        "entries": [
            entry("https://example.com/a.js", json!([]), None, 200, json!({"text": "x".repeat(100_000)})),
            entry(url, headers, None, 200, body),
            entry("https://ecs.aliyuncs.com/", json!([]), Some(form), 200, encoded),
            entry("https://vpc.aliyuncs.com/?Action=X&Version=2016-04-28", json!([]), None, 200, json!({})),
            entry("https://ecs.aliyuncs.com/?Action=DescribeRegions", json!([]), None, 0, json!({})),
        ],
    }});
    let folder = Folder::new("archive");
    folder.write("a.har", &format!("\u{feff}{archive:#}"));
    let Done { code, told, errors } = folder.replay(&["a.har"]);
    assert_eq!((code, told.as_str()), (0, "2 the same, 0 different, 0 not compared\n"), "{errors}");
    // The same as lines, redacted.
    let done = folder.replay(&["a.har", "--redact", "a.jsonl"]);
    assert_eq!(done.code, 0, "{done:?}");
    let lines = folder.read("a.jsonl");
    assert_eq!(lines.lines().count(), 2, "{lines}");
    let done = folder.replay(&["a.jsonl"]);
    assert_eq!(done.told, "2 the same, 0 different, 0 not compared\n", "{done:?}");
}

#[test]
fn a_redacted_copy_tells_nothing_and_is_answered_alike() {
    let folder = Folder::new("redacted");
    folder.write("a.jsonl", &recording());
    let done = folder.replay(&["a.jsonl", "--redact", "b.jsonl"]);
    assert_eq!(done.code, 0, "{done:?}");
    let copy = folder.read("b.jsonl");
    for secret in [
        "LTAI",
        "bp1",
        "203.0.113.77",
        "shop",
        "Zhang",
        "customers",
        "1234567890123456",
        "CEF72CEB",
    ] {
        assert!(!copy.contains(secret), "{secret}: {copy}");
    }
    for kept in ["cn-hangzhou", "443/443", "\"Drop\"", "InvalidSecurityGroupRule.RuleNotExist"] {
        assert!(copy.contains(kept), "{kept}: {copy}");
    }
    let again = folder.replay(&["b.jsonl"]);
    assert_eq!((again.code, &again.told), (done.code, &done.told), "{again:?}");
    // An existing file is left alone.
    let refused = folder.replay(&["a.jsonl", "--redact", "b.jsonl"]);
    assert_eq!(refused.code, 2);
    assert!(refused.errors.contains("cannot write b.jsonl"), "{refused:?}");
    assert_eq!(folder.read("b.jsonl"), copy);
}

#[test]
fn what_cannot_be_read_is_refused_with_its_place() {
    let folder = Folder::new("refused");
    let good = line("DescribeRegions", json!({}), 400, error("A", "B"));
    for (content, part) in [
        (format!("{good}{{\"action\": 1}}\n"), "a:2: invalid type"),
        (format!("{good}\n{{\"action\": \"X\""), "a:3: EOF while parsing an object at column"),
        ("{\"status\": 200}".to_owned(), "a:1: a line needs `action` or `url`"),
        (
            "{\"action\": \"X\", \"url\": \"y\", \"status\": 200}".to_owned(),
            "a:1: a line has either `action` or `url`, not both",
        ),
        (
            "{\"action\": \"X\", \"parameters\": {\"A\": [1]}, \"status\": 200}".to_owned(),
            "a:1: the parameter A is no text; lists are written as A.1, A.2",
        ),
        (
            "{\"action\": \"X\", \"status\": 200, \"time\": \"today\"}".to_owned(),
            "a:1: the time `today` does not have the form",
        ),
        (
            "{\"log\": {\"entries\": [{}]}}".to_owned(),
            "a: missing field `request` at line 1 column",
        ),
        ("{\"log\": []}".to_owned(), "a: invalid type: sequence, expected a log with `entries`"),
        (good, "a has no reply before the first change of which a scenario can be made"),
        (String::new(), "a has no reply before the first change"),
    ] {
        folder.write("a", &content);
        let done = folder.replay(&["a"]);
        assert_eq!(done.code, 2, "{content}: {done:?}");
        assert!(done.errors.contains(part), "{content}: {done:?}");
    }
    // A copy of something that cannot be read is not left behind.
    folder.write("a", "{");
    assert_eq!(folder.replay(&["a", "--redact", "b"]).code, 2);
    assert!(!folder.0.join("b").exists());
    assert!(folder.replay(&["nowhere"]).errors.contains("cannot read nowhere"));
}
