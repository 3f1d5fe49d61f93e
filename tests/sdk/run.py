#!/usr/bin/env python3
"""Calls `sgp serve` with the vendor's client libraries and checks the results.

Installs the libraries under target/sdk and builds the command line. For each library, starts a
separate server, takes a security group through its whole life cycle and triggers errors. Prints a
table; the exit code is 1 if anything differs from the documentation. With `--record`, writes what was
called to tests/data/clients.json, from which docs/operations.md is made.

    python3 tests/sdk/run.py [--record] [CLIENT …]
"""

import datetime
import hashlib
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import venv
import xml.etree.ElementTree

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PLACE = ROOT / "target" / "sdk"
RECORDS = ROOT / "tests" / "data" / "clients.json"


def python_in(name):
    """The interpreter of one of our environments."""
    return PLACE / name / ("Scripts" if os.name == "nt" else "bin") / "python"


PYTHON = python_in("venv")
REGION = "cn-hangzhou"
SECRET = "testsecret"
CLIENTS = {
    "aliyun-python-sdk-ecs": [str(PYTHON), "python_old.py"],
    "alibabacloud_ecs20140526": [str(PYTHON), "python_new.py"],
    # The generic layer of the same library, without typed requests.
    "alibabacloud_tea_openapi": [str(PYTHON), "python_generic.py"],
    "@alicloud/pop-core": ["node", "node_old.js"],
    "@alicloud/ecs20140526": ["node", "node_new.js"],
    # The lower layer of the same library, which sends parameters as a form and in chunks.
    "@alicloud/openapi-core": ["node", "node_form.js"],
}


# By the environment or npm's folder: its pins, and options of pip.
PINS = {
    "venv": [(HERE / "requirements.txt", [])],
    "scanners": [(HERE / "scanners.txt", []), (HERE / "scanners-alone.txt", ["--no-deps"])],
    "node_modules": [(HERE / "package.json", [])],
}


def install(*names):
    """Installs libraries if they are missing or their pinned versions have changed."""
    for name in names:
        mark = PLACE / f"{name}.installed"
        content = b"".join(pins.read_bytes() for pins, _ in PINS[name])
        wanted = hashlib.sha256(content).hexdigest()
        if mark.is_file() and mark.read_text() == wanted:
            continue
        print(f"installing {name} …", flush=True)
        PLACE.mkdir(parents=True, exist_ok=True)
        if name == "node_modules":
            (PLACE / "package.json").write_bytes(content)
            npm = ["npm.cmd" if os.name == "nt" else "npm", "install", "--no-package-lock"]
            npm += ["--no-audit", "--no-fund", "--loglevel=error"]
            subprocess.run(npm, cwd=PLACE, check=True)
        else:
            venv.create(PLACE / name, with_pip=True, clear=True)
            pip = [str(python_in(name)), "-m", "pip", "install", "--quiet"]
            for pins, options in PINS[name]:
                command = pip + ["--disable-pip-version-check", *options, "-r", str(pins)]
                subprocess.run(command, check=True)
        mark.write_text(wanted)


def pinned(client):
    """The pinned version of a client, by the name of its package."""
    packages = json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"]
    if client in packages:
        return packages[client]
    files = [pins for own in PINS.values() for pins, _ in own if pins.suffix == ".txt"]
    for line in [line for pins in files for line in pins.read_text("utf-8").splitlines()]:
        name, _, version = line.partition("==")
        if version and re.sub("[-_.]+", "-", name) == re.sub("[-_.]+", "-", client):
            return version
    raise Failed(f"{client} is not pinned")


def record_of(client, passed, log):
    """What a client has called with success, by the log of the server that it had to itself."""
    lines = [line.split() for line in log.splitlines()]
    called = {line[2] for line in lines if len(line) == 5 and line[3] == "OK"}
    today = datetime.date.today().isoformat()
    return {
        "client": client,
        "version": pinned(client),
        "date": today,
        "passed": passed,
        "operations": sorted(called),
    }


def write_records(records):
    """Puts records into the file, each in the place of the client's last one."""
    kept = json.loads(RECORDS.read_text("utf-8")) if RECORDS.is_file() else []
    by_name = {own["client"]: own for own in kept + records}
    text = json.dumps(list(by_name.values()), indent=2, ensure_ascii=False)
    RECORDS.write_text(text + "\n", "utf-8")


def build():
    """Builds the command line and returns its path."""
    command = ["cargo", "build", "--quiet", "--package", "sgp", "--message-format=json"]
    built = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    for line in built.stdout.splitlines():
        message = json.loads(line)
        if message.get("executable") and message["target"]["name"] == "sgp":
            return message["executable"]
    sys.exit("cargo has not said where sgp lies")


class Failed(Exception):
    """A result differs from the documentation."""


def scenario():
    """The path of a scenario: three groups, of which one is in a resource group, since no call of ECS
    creates one."""
    document = json.loads((ROOT / "tests" / "data" / "three-groups.json").read_text("utf-8"))
    document["securityGroups"][2]["resourceGroupId"] = "rg-bp1sdk"
    path = PLACE / "scenario.json"
    path.write_text(json.dumps(document), "utf-8")
    return str(path)


class Server:
    """A server on its own port; with the first scenario unless an option names another."""

    def __init__(self, program, *options):
        self.process = subprocess.Popen(
            [program, "serve", "--port", "0", *options], stdout=subprocess.PIPE, text=True
        )
        first = self.process.stdout.readline()
        self.address = first.split("http://")[1].split(",")[0]

    def stop(self):
        """Stops it like Ctrl-C and returns its log."""
        self.process.send_signal(signal.SIGINT if os.name != "nt" else signal.SIGTERM)
        log = self.process.stdout.read()
        if self.process.wait() != 0 and os.name != "nt":
            raise Failed("the server has not ended cleanly")
        return log


class Client:
    """A client library in its own process."""

    def __init__(self, name, address, key_id="testid", secret=SECRET):
        environment = dict(os.environ)
        environment.update(
            SGP_ADDRESS=address,
            SGP_ACCESS_KEY_ID=key_id,
            SGP_ACCESS_KEY_SECRET=secret,
            PYTHONDONTWRITEBYTECODE="1",
            NODE_PATH=str(PLACE / "node_modules"),
            # The server is local, so bypass any proxy of the environment.
            NO_PROXY="127.0.0.1",
            no_proxy="127.0.0.1",
        )
        program, script = CLIENTS[name]
        self.process = subprocess.Popen(
            [program, str(HERE / script)],
            cwd=HERE,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, action, **params):
        """Makes a call and returns the library's result."""
        params = {"RegionId": REGION, **params}
        params = {name: value for name, value in params.items() if value is not None}
        try:
            self.process.stdin.write(json.dumps({"action": action, "params": params}) + "\n")
            self.process.stdin.flush()
            answer = self.process.stdout.readline()
        except OSError:
            answer = ""
        if not answer:
            raise Failed(f"the client has ended at {action}")
        return json.loads(answer)

    def call(self, action, **params):
        """Makes a call that must succeed and returns the reply."""
        answer = self.ask(action, **params)
        if "reply" not in answer:
            raise Failed(f"{action} {params}: {answer}")
        if not answer["reply"].get("RequestId"):
            raise Failed(f"{action}: no RequestId in {answer}")
        return answer["reply"]

    def refused(self, row, action, **params):
        """Makes a call that must be refused with this row: status, code and, if fixed, message."""
        status, code, message = row
        error = self.ask(action, **params).get("error")
        told = error and (error["status"], error["code"])
        if told != (status, code) or message and error["message"] != message:
            raise Failed(f"{action} {params}: {error}, not {row}")

    def end(self):
        """Ends the process."""
        try:
            self.process.stdin.close()
        except OSError:
            # It has already exited.
            pass
        self.process.stdout.read()
        self.process.wait()


def expect(what, found, wanted):
    """Fails unless two values are equal."""
    if found != wanted:
        raise Failed(f"{what}: {found!r}, not {wanted!r}")


def rows(action):
    """The documented errors of an operation, from the project's copy of the tables."""
    table = json.loads((ROOT / "tests" / "data" / "api_errors.json").read_text("utf-8"))
    return [row for row in table if row["action"] == action]


def row(action, code, start=""):
    """The documented error whose message starts with this text. Placeholders are filled in."""
    fits = [own for own in rows(action) if own["code"] == code]
    found = [own for own in fits if own["message"].startswith(start)]
    if len(found) != 1:
        raise Failed(f"{action} has {len(found)} rows {code}: {fits}")
    message = found[0]["message"]
    return found[0]["status"], code, "" if "%s" in message else message


class Life:
    """The life cycle of a security group. Each public method is a row of the table."""

    def __init__(self, client):
        self.client = client
        self.group = None

    def describe(self, **params):
        """The group's attributes."""
        group = {"SecurityGroupId": self.group}
        return self.client.call("DescribeSecurityGroupAttribute", **group, **params)

    def rules(self, direction):
        """The group's rules of one direction, as (protocol, ports, policy, priority)."""
        permissions = self.describe(Direction=direction)["Permissions"]["Permission"]
        fields = ("IpProtocol", "PortRange", "Policy", "Priority")
        return sorted(tuple(str(rule[field]) for field in fields) for rule in permissions)

    def rule_id(self, direction, ports):
        """The id of the rule with these ports."""
        permissions = self.describe(Direction=direction)["Permissions"]["Permission"]
        found = [rule for rule in permissions if rule["PortRange"] == ports]
        expect("rules with these ports", len(found), 1)
        return found[0]["SecurityGroupRuleId"]

    def create_with_tags(self):
        tags = [{"Key": "team", "Value": "web & shop"}, {"Key": "环境", "Value": "测试"}]
        call = {
            "VpcId": "vpc-bp1main",
            "SecurityGroupName": "sdk group",
            "Description": "made by a client: 安全组",
            "Tag": tags,
            "ClientToken": "create-once",
        }
        call["SecurityGroupName"] = "sdk-group"
        reply = self.client.call("CreateSecurityGroup", **call)
        self.group = reply["SecurityGroupId"]
        again = self.client.call("CreateSecurityGroup", **call)
        expect("the reply to a repeated ClientToken", again, reply)
        call["SecurityGroupName"] = "another-name"
        mismatch = (400, "IdempotentParameterMismatch", "")
        self.client.refused(mismatch, "CreateSecurityGroup", **call)
        listed = self.client.call("DescribeSecurityGroups", Tag=[{"Key": "team"}])
        groups = listed["SecurityGroups"]["SecurityGroup"]
        expect("groups with the tag", [own["SecurityGroupId"] for own in groups], [self.group])
        told = sorted((tag["TagKey"], tag["TagValue"]) for tag in groups[0]["Tags"]["Tag"])
        expect("its tags", told, sorted((tag["Key"], tag["Value"]) for tag in tags))
        none = self.client.call("DescribeSecurityGroups", Tag=[{"Key": "team", "Value": "db"}])
        expect("groups with another value", none["SecurityGroups"]["SecurityGroup"], [])

    def describe_new(self):
        told = self.describe()
        expect("its policy", told["InnerAccessPolicy"], "Accept")
        expect("its VPC", told["VpcId"], "vpc-bp1main")
        expect("its description", told["Description"], "made by a client: 安全组")
        expect("its rules", told["Permissions"]["Permission"], [])

    def list_by_pages(self):
        found, token = [], None
        while token != "":
            more = {"NextToken": token} if token else {}
            reply = self.client.call("DescribeSecurityGroups", MaxResults=2, **more)
            page = reply["SecurityGroups"]["SecurityGroup"]
            expect("a page of two", len(page) <= 2, True)
            found += [group["SecurityGroupId"] for group in page]
            token = reply["NextToken"]
        groups = ["sg-bp1g1", "sg-bp1g2", "sg-bp1g3", self.group]
        expect("the groups of all pages", sorted(found), sorted(groups))

    def authorize_nested(self):
        web = {"IpProtocol": "TCP", "PortRange": "443/443", "SourceCidrIp": "0.0.0.0/0"}
        peer = {"IpProtocol": "all", "PortRange": "-1/-1", "SourceGroupId": "sg-bp1g1"}
        permissions = [{**web, "Policy": "accept", "Priority": "1"}, {**peer, "Priority": "2"}]
        group = {"SecurityGroupId": self.group}
        self.client.call("AuthorizeSecurityGroup", Permissions=permissions, **group)
        six = {"IpProtocol": "ICMPv6", "PortRange": "-1/-1", "Ipv6DestCidrIp": "2001:db8::/32"}
        self.client.call("AuthorizeSecurityGroupEgress", Permissions=[six], **group)
        rules = [("ALL", "-1/-1", "Accept", "2"), ("TCP", "443/443", "Accept", "1")]
        expect("inbound rules", self.rules("ingress"), rules)
        expect("outbound rules", self.rules("egress"), [("ICMPv6", "-1/-1", "Accept", "1")])

    def authorize_flat(self):
        ssh = {"IpProtocol": "tcp", "PortRange": "22/22", "SourceCidrIp": "10.0.0.0/8"}
        call = {"SecurityGroupId": self.group, "Policy": "drop", "Priority": "100", **ssh}
        for _ in range(2):
            # The second time the rule already exists: the call succeeds and adds nothing.
            self.client.call("AuthorizeSecurityGroup", **call)
        mail = {"IpProtocol": "tcp", "PortRange": "25/25", "DestCidrIp": "0.0.0.0/0"}
        call = {"SecurityGroupId": self.group, "Policy": "drop", **mail}
        self.client.call("AuthorizeSecurityGroupEgress", **call)
        expect("inbound rules", len(self.rules("ingress")), 3)
        expect("the new rule", ("TCP", "22/22", "Drop", "100") in self.rules("ingress"), True)
        expect("the new rule", ("TCP", "25/25", "Drop", "1") in self.rules("egress"), True)
        bad = {"SecurityGroupId": self.group, **ssh, "Priority": "101"}
        wanted = row("AuthorizeSecurityGroup", "InvalidPriority.ValueNotSupported")
        self.client.refused(wanted, "AuthorizeSecurityGroup", **bad)

    def modify_rules(self):
        for direction, action, ports in [
            ("ingress", "ModifySecurityGroupRule", "443/443"),
            ("egress", "ModifySecurityGroupEgressRule", "25/25"),
        ]:
            rule = self.rule_id(direction, ports)
            change = {"SecurityGroupRuleId": rule, "Priority": "7", "Description": "seven"}
            self.client.call(action, SecurityGroupId=self.group, **change)
            permissions = self.describe(Direction=direction)["Permissions"]["Permission"]
            own = [own for own in permissions if own["SecurityGroupRuleId"] == rule]
            told = [(str(rule["Priority"]), rule["Description"]) for rule in own]
            expect(action, told, [("7", "seven")])

    def modify_attribute(self):
        change = {"SecurityGroupName": "renamed", "Description": "another one"}
        self.client.call("ModifySecurityGroupAttribute", SecurityGroupId=self.group, **change)
        told = self.describe()
        expect("name", told["SecurityGroupName"], "renamed")
        expect("description", told["Description"], "another one")

    def references(self):
        asked = {"SecurityGroupId": ["sg-bp1g1"]}
        reply = self.client.call("DescribeSecurityGroupReferences", **asked)
        told = reply["SecurityGroupReferences"]["SecurityGroupReference"]
        expect("referenced groups", [own["SecurityGroupId"] for own in told], ["sg-bp1g1"])
        own = told[0]["ReferencingSecurityGroups"]["ReferencingSecurityGroup"]
        expect("referencing groups", [own["SecurityGroupId"] for own in own], [self.group])

    def join_and_leave(self):
        member = {"SecurityGroupId": self.group, "InstanceId": "i-bp1ecs3"}
        self.client.call("JoinSecurityGroup", **member)
        again = row("JoinSecurityGroup", "InvalidInstanceId.AlreadyExists")
        self.client.refused(again, "JoinSecurityGroup", **member)
        reply = self.client.call("DescribeInstances", SecurityGroupId=self.group)
        instances = reply["Instances"]["Instance"]
        expect("members", [own["InstanceId"] for own in instances], ["i-bp1ecs3"])
        busy = row("DeleteSecurityGroup", "DependencyViolation", "There is still instance")
        self.client.refused(busy, "DeleteSecurityGroup", SecurityGroupId=self.group)
        self.client.call("LeaveSecurityGroup", **member)
        gone = row("LeaveSecurityGroup", "InvalidSecurityGroupAssociation.NotFound")
        self.client.refused(gone, "LeaveSecurityGroup", **member)

    def policy_both_ways(self):
        for asked, told in [("Drop", "Drop"), ("drop", "Drop"), ("aCCEPT", "Accept")]:
            call = {"SecurityGroupId": self.group, "InnerAccessPolicy": asked}
            self.client.call("ModifySecurityGroupPolicy", **call)
            expect("the policy", self.describe()["InnerAccessPolicy"], told)

    def revoke(self):
        group = {"SecurityGroupId": self.group}
        rule = self.rule_id("ingress", "443/443")
        self.client.call("RevokeSecurityGroup", SecurityGroupRuleId=[rule], **group)
        unknown = row("RevokeSecurityGroup", "InvalidParam.SecurityGroupRuleId")
        self.client.refused(unknown, "RevokeSecurityGroup", SecurityGroupRuleId=[rule], **group)
        peer = {"IpProtocol": "all", "PortRange": "-1/-1", "SourceGroupId": "sg-bp1g1"}
        permissions = [{**peer, "Policy": "accept", "Priority": "2"}]
        self.client.call("RevokeSecurityGroup", Permissions=permissions, **group)
        # Fields that match no rule still give a success.
        self.client.call("RevokeSecurityGroup", Permissions=permissions, **group)
        ssh = {"IpProtocol": "tcp", "PortRange": "22/22", "SourceCidrIp": "10.0.0.0/8"}
        self.client.call("RevokeSecurityGroup", Policy="drop", Priority="100", **ssh, **group)
        expect("inbound rules", self.rules("ingress"), [])
        mail = self.rule_id("egress", "25/25")
        self.client.call("RevokeSecurityGroupEgress", SecurityGroupRuleId=[mail], **group)
        six = {"IpProtocol": "ICMPv6", "PortRange": "-1/-1", "Ipv6DestCidrIp": "2001:db8::/32"}
        self.client.call("RevokeSecurityGroupEgress", Permissions=[six], **group)
        expect("outbound rules", self.rules("egress"), [])

    def delete(self):
        self.client.call("DeleteSecurityGroup", SecurityGroupId=self.group)
        gone = row("DescribeSecurityGroupAttribute", "InvalidSecurityGroupId.NotFound")
        asked = {"SecurityGroupId": self.group}
        self.client.refused(gone, "DescribeSecurityGroupAttribute", **asked)

    def policy_errors(self):
        vpc = {"VpcId": "vpc-bp1main"}
        create = "CreateSecurityGroup"
        managed = self.client.call(create, ServiceManaged=True, **vpc)["SecurityGroupId"]
        advanced = self.client.call(create, SecurityGroupType="enterprise", **vpc)
        good = {"SecurityGroupId": "sg-bp1g1", "InnerAccessPolicy": "Drop"}
        wrong = {
            "MissingParamter.RegionId": {"RegionId": ""},
            "InvalidSecurityGroupId.Malformed": {"SecurityGroupId": "sg-bp1g1****"},
            "InvalidPolicy.Malformed": {"InnerAccessPolicy": "Allow"},
            "InvalidOperation.ResourceManagedByCloudProduct": {"SecurityGroupId": managed},
            "InvalidSecurityGroupId.NotFound": {"SecurityGroupId": "sg-bp1gone"},
            "InvalidParameter.InnerAccessPolicy": {
                "SecurityGroupId": advanced["SecurityGroupId"],
                "InnerAccessPolicy": "Accept",
            },
        }
        action = "ModifySecurityGroupPolicy"
        expect("documented errors", [own["code"] for own in rows(action)], list(wrong))
        for code, params in wrong.items():
            self.client.refused(row(action, code), action, **{**good, **params})

    def regions(self):
        reply = self.client.call("DescribeRegions", RegionId=None)
        ids = [region["RegionId"] for region in reply["Regions"]["Region"]]
        expect("a known region", REGION in ids, True)


def filled(value, kept):
    """A value with what earlier replies said in the places of its names, which start with `$`."""
    if isinstance(value, dict):
        return {name: filled(part, kept) for name, part in value.items()}
    if isinstance(value, list):
        return [filled(part, kept) for part in value]
    return kept.get(value, value) if isinstance(value, str) else value


def fits(found, wanted):
    """Whether a reply has these fields. A typed reply may add empty ones to objects."""
    if isinstance(wanted, dict):
        has = isinstance(found, dict)
        return has and all(fits(found.get(name), own) for name, own in wanted.items())
    if isinstance(wanted, list):
        alike = isinstance(found, list) and len(found) == len(wanted)
        return alike and all(map(fits, found, wanted))
    return found == wanted


def from_file(client, path):
    """Calls that the life cycle does not cover, from a file next to this one: each with the fields
    that its reply must have, or with the documented error. `keep` names fields of the reply that later
    calls use."""
    kept = {}
    for own in json.loads(path.read_text("utf-8")):
        action, params = own["action"], filled(own["params"], kept)
        if "error" in own:
            status, code, message = own["error"]
            client.refused((status, code, message), action, **params)
            continue
        reply = client.call(action, **params)
        wanted = filled(own["reply"], kept)
        if not fits(reply, wanted):
            raise Failed(f"{action} {params}: {reply}, without {wanted}")
        kept.update({name: reply[field] for name, field in own.get("keep", {}).items()})


CASES = sorted((HERE / "cases").glob("*.json"))
STEPS = [
    ("DescribeRegions", Life.regions),
    ("create with tags, ClientToken, find by tag", Life.create_with_tags),
    ("describe the new group", Life.describe_new),
    ("list by pages", Life.list_by_pages),
    ("authorize, nested", Life.authorize_nested),
    ("authorize, flat", Life.authorize_flat),
    ("modify rules of both directions", Life.modify_rules),
    ("rename and describe anew", Life.modify_attribute),
    ("references", Life.references),
    ("join, be in use, leave", Life.join_and_leave),
    ("policy Drop and Accept", Life.policy_both_ways),
    ("revoke by id, nested and flat", Life.revoke),
    ("delete", Life.delete),
    ("the six errors of ModifySecurityGroupPolicy", Life.policy_errors),
]
XML = "a reply in XML"
KEYS = "an unknown key, a wrong secret"
LOG = "the server's log, and its end"


def xml_reply(client):
    """A reply in XML, read by a parser; only the oldest library requests it."""
    answer = client.ask("DescribeSecurityGroups", SecurityGroupId="sg-bp1g1", Format="XML")
    tree = xml.etree.ElementTree.fromstring(answer["reply"]["xml"])
    expect("the root", tree.tag, "DescribeSecurityGroupsResponse")
    ids = [own.text for own in tree.findall("SecurityGroups/SecurityGroup/SecurityGroupId")]
    expect("the groups", ids, ["sg-bp1g1"])


def wrong_keys(name, address):
    """The errors for an unknown key and for a wrong secret."""
    # The service words the second one by the version of the signature.
    in_parameters = name in ["aliyun-python-sdk-ecs", "@alicloud/pop-core"]
    mismatch = "IncompleteSignature" if in_parameters else "SignatureDoesNotMatch"
    for key_id, secret, row_ in [
        ("nobody", SECRET, (404, "InvalidAccessKeyId.NotFound", "")),
        ("testid", "wrong", (400, mismatch, "")),
    ]:
        client = Client(name, address, key_id, secret)
        client.refused(row_, "DescribeRegions", RegionId=None)
        client.end()


def read_log(log):
    """The log lists every operation and contains no secret."""
    for secret in [SECRET, "Signature="]:
        expect("a secret in the log", secret in log, False)
    called = {line.split()[2] for line in log.splitlines() if len(line.split()) == 5}
    tables = json.loads((ROOT / "tests" / "data" / "api_errors.json").read_text("utf-8"))
    expect("operations without a call", {own["action"] for own in tables} - called, set())


def attempt(step):
    """Runs a step and returns its error, if any."""
    try:
        step()
    except (Failed, LookupError, TypeError, ValueError, SyntaxError) as error:
        return f"{type(error).__name__}: {error}"
    return None


def run(program, name):
    """Runs all steps with one client; returns the error of each, if any, and the server's log."""
    server = Server(program, "--scenario", scenario())
    client = Client(name, server.address)
    life = Life(client)
    results = {label: attempt(lambda step=step: step(life)) for label, step in STEPS}
    for path in CASES:
        results[path.stem] = attempt(lambda path=path: from_file(client, path))
    if name == "aliyun-python-sdk-ecs":
        results[XML] = attempt(lambda: xml_reply(client))
    client.end()
    results[KEYS] = attempt(lambda: wrong_keys(name, server.address))
    log = []
    results[LOG] = attempt(lambda: log.append(server.stop()) or read_log(log[0]))
    return results, "".join(log)


def cell(results, label):
    """The table cell of a step."""
    if label not in results:
        return "–"
    return "ok" if results[label] is None else "FAIL"


def main():
    """Runs the named clients, or all of them, and prints the table."""
    names = [own for own in sys.argv[1:] if own != "--record"] or list(CLIENTS)
    unknown = [name for name in names if name not in CLIENTS]
    if unknown:
        sys.exit(f"no such client: {unknown[0]}; there are {', '.join(CLIENTS)}")
    install("venv", "node_modules")
    program = build()
    ran = {name: run(program, name) for name in names}
    table = {name: results for name, (results, _) in ran.items()}
    labels = [label for label, _ in STEPS] + [path.stem for path in CASES] + [XML, KEYS, LOG]
    width = max(map(len, labels))
    print(" " * width, *names, sep="  ")
    for label in labels:
        cells = [cell(table[name], label).ljust(len(name)) for name in names]
        print(label.ljust(width), *cells, sep="  ")
    wrong = [(name, label, why) for name in names for label, why in table[name].items() if why]
    for name, label, why in wrong:
        print(f"\n{name}: {label}\n  {why}")
    if "--record" in sys.argv[1:] and not wrong:
        write_records([record_of(name, len(table[name]), log) for name, (_, log) in ran.items()])
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
