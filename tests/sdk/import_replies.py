"""Generates replies under tests/cases/import/ with the vendor's own Python models.

    pip install alibabacloud_ecs20140526
    python tests/sdk/import_replies.py

Fills in every field of every model: groups, rules, instances and interfaces from the scenario below,
all other fields with a value of their type.
"""

import inspect
import json
import re
import typing
from pathlib import Path

from alibabacloud_ecs20140526 import models

HERE = Path(__file__).parent.parent / "cases" / "import"
NAMES = {**vars(typing), "main_models": models}
VPC = "vpc-bp1opxu1zkhn00gzv0001"


def fill(cls, values):
    """A model object; fields missing from `values` get a placeholder of their type."""
    made = {}
    for name, hint in typing.get_type_hints(cls.__init__, NAMES).items():
        if name == "return":
            continue
        made[name] = value(hint, values.get(name), name in values)
    unknown = set(values) - set(made)
    assert not unknown, (cls, unknown)
    return cls(**made)


def value(hint, given, is_given):
    origin = typing.get_origin(hint)
    if origin in (list, typing.List):
        (inner,) = typing.get_args(hint)
        items = given if is_given else [None]
        return [value(inner, item, is_given) for item in items]
    if origin is dict:
        return given if is_given else {}
    if inspect.isclass(hint) and hasattr(hint, "to_map"):
        return fill(hint, given or {})
    if is_given:
        return given
    return {str: "x", int: 7, bool: False, float: 0.5, typing.Any: "x"}[hint]


def permission(**values):
    empty = dict.fromkeys(
        "source_cidr_ip ipv_6source_cidr_ip source_group_id source_group_name "
        "source_group_owner_account source_prefix_list_id source_prefix_list_name "
        "dest_cidr_ip ipv_6dest_cidr_ip dest_group_id dest_group_name dest_group_owner_account "
        "dest_prefix_list_id dest_prefix_list_name port_range_list_id port_range_list_name "
        "source_port_range description".split(),
        "",
    )
    usual = {"nic_type": "intranet", "policy": "Accept", "priority": "1",
             "create_time": "2025-12-12T07:28:38Z"}
    return empty | usual | values


def attribute(group, name, policy, permissions):
    body = {
        "region_id": "cn-hangzhou", "vpc_id": VPC, "security_group_id": group,
        "security_group_name": name, "description": f"the group {name}",
        "inner_access_policy": policy, "next_token": "",
        "permissions": {"permission": permissions},
    }
    return fill(models.DescribeSecurityGroupAttributeResponse,
                {"headers": {"content-type": "application/json"}, "status_code": 200, "body": body})


def card(interface, kind, addresses, six=()):
    return {
        "network_interface_id": interface, "type": kind, "primary_ip_address": addresses[0],
        "private_ip_sets": {"private_ip_set": [
            {"private_ip_address": address, "primary": place == 0}
            for place, address in enumerate(addresses)]},
        "ipv_6sets": {"ipv_6set": [{"ipv_6address": address} for address in six]},
    }


def instance(identity, name, groups, cards, public=(), eip=""):
    return {
        "instance_id": identity, "instance_name": name, "region_id": "cn-hangzhou",
        "instance_network_type": "vpc",
        "security_group_ids": {"security_group_id": groups},
        "vpc_attributes": {"vpc_id": VPC,
                           "private_ip_address": {"ip_address": [cards[0]["primary_ip_address"]]}},
        "public_ip_address": {"ip_address": list(public)},
        "eip_address": {"ip_address": eip},
        "network_interfaces": {"network_interface": cards},
    }


def interface(one, owner, groups, public=""):
    sets = [{**item, "associated_public_ip": {"public_ip_address": ""}}
            for item in one["private_ip_sets"]["private_ip_set"]]
    return {
        "network_interface_id": one["network_interface_id"], "type": one["type"],
        "instance_id": owner, "attachment": {"instance_id": owner}, "vpc_id": VPC,
        "private_ip_address": one["primary_ip_address"],
        "private_ip_sets": {"private_ip_set": sets}, "ipv_6sets": one["ipv_6sets"],
        "security_group_ids": {"security_group_id": groups},
        "associated_public_ip": {"public_ip_address": public},
    }


WEB, DB, ADVANCED = "sg-bp1web00000000000001", "sg-bp1db000000000000002", "sg-bp1adv00000000000003"
LIST = "pl-bp1office00000000001"
WEB_RULES = [
    permission(security_group_rule_id="sgr-bp1web1", direction="ingress", ip_protocol="TCP",
               port_range="80/80", source_cidr_ip="0.0.0.0/0", description="everybody"),
    permission(security_group_rule_id="sgr-bp1web2", direction="ingress", ip_protocol="TCP",
               port_range="22/22", source_prefix_list_id=LIST, priority="2"),
    permission(security_group_rule_id="sgr-bp1web3", direction="ingress", ip_protocol="ICMPv6",
               port_range="-1/-1", ipv_6source_cidr_ip="2001:db8::/32"),
    permission(security_group_rule_id="sgr-bp1web4", direction="egress", ip_protocol="UDP",
               port_range="53/53", source_port_range="1024/65535", policy="Drop", priority="100",
               dest_cidr_ip="203.0.113.0/24", source_cidr_ip="10.0.1.10/32"),
]
DB_RULES = [
    permission(security_group_rule_id="sgr-bp1db01", direction="ingress", ip_protocol="TCP",
               port_range="5432/5432", source_group_id=WEB, source_group_name="web"),
    permission(security_group_rule_id="sgr-bp1db02", direction="egress", ip_protocol="ALL",
               port_range="-1/-1", dest_group_id=WEB, policy="Drop", priority="3"),
]
CARDS = {
    "web1": card("eni-bp1web1", "Primary", ["10.0.1.10", "10.0.1.11"], ["2001:db8:1::10"]),
    "db1": card("eni-bp1db1", "Primary", ["10.0.2.10"]),
    "db1b": card("eni-bp1db1b", "Secondary", ["10.0.2.11"]),
    "adv": card("eni-bp1adv1", "Primary", ["10.0.3.10"]),
}


def replies():
    group = {"vpc_id": VPC, "service_managed": False, "service_id": 0, "tags": {"tag": []},
             "resource_group_id": "rg-bp67acfmxazb4p01", "creation_time": "2025-08-31T03:12:29Z"}
    tags = {"tag": [{"tag_key": "env", "tag_value": "prod"}, {"tag_key": "team", "tag_value": ""}]}
    yield "web", attribute(WEB, "web", "Accept", WEB_RULES)
    yield "db", attribute(DB, "db", "Drop", DB_RULES)
    yield "advanced", attribute(ADVANCED, "advanced", "Drop", [])
    listed = [
        {"security_group_id": WEB, "security_group_name": "web",
         "description": "the group web", "security_group_type": "normal", **group, "tags": tags},
        {"security_group_id": DB, "security_group_name": "db",
         "description": "the group db", "security_group_type": "normal", **group},
        {"security_group_id": ADVANCED, "security_group_name": "advanced", "service_managed": True,
         "description": "the group advanced", "security_group_type": "enterprise",
         **{key: of for key, of in group.items() if key != "service_managed"}},
    ]
    yield "groups", fill(models.DescribeSecurityGroupsResponse, {
        "status_code": 200, "body": {"next_token": "", "total_count": 3, "region_id": "cn-hangzhou",
                                     "security_groups": {"security_group": listed}}})
    yield "instances", fill(models.DescribeInstancesResponse, {
        "status_code": 200, "body": {"next_token": "", "total_count": 3, "instances": {"instance": [
            instance("i-bp1web1", "web1", [WEB], [CARDS["web1"]], public=["198.51.100.20"]),
            instance("i-bp1db1", "db1", [DB], [CARDS["db1"], CARDS["db1b"]], eip="198.51.100.21"),
            instance("i-bp1adv1", "adv1", [ADVANCED], [CARDS["adv"]]),
        ]}}})
    yield "interfaces", fill(models.DescribeNetworkInterfacesResponse, {
        "status_code": 200, "body": {
            "next_token": "", "total_count": 4, "network_interface_sets": {"network_interface_set": [
                interface(CARDS["web1"], "i-bp1web1", [WEB], "198.51.100.20"),
                interface(CARDS["db1"], "i-bp1db1", [DB], "198.51.100.21"),
                interface(CARDS["db1b"], "i-bp1db1", [WEB, DB]),
                interface(CARDS["adv"], "i-bp1adv1", [ADVANCED]),
            ]}}})
    yield "prefix-list", fill(models.DescribePrefixListAttributesResponse, {
        "status_code": 200, "body": {
            "prefix_list_id": LIST, "prefix_list_name": "office", "max_entries": 5,
            "address_family": "IPv4",
            "entries": {"entry": [{"cidr": "192.0.2.0/24", "description": "x"},
                                  {"cidr": "198.51.100.128/25", "description": "x"}]}}})
    vpc = {"vpc_id": VPC, "vpc_name": "main", "cidr_block": "10.0.0.0/16", "region_id": "cn-hangzhou"}
    yield "vpcs", fill(models.DescribeVpcsResponse, {
        "status_code": 200, "body": {"total_count": 1, "vpcs": {"vpc": [vpc]}}})


def camel(value):
    """The keys of the Node and Java models, which start in lower case."""
    if isinstance(value, dict):
        return {re.sub("^[A-Z]", lambda m: m[0].lower(), key): camel(of) for key, of in value.items()}
    return [camel(of) for of in value] if isinstance(value, list) else value


def xml(name, value):
    """The XML of a reply with the same values."""
    if isinstance(value, dict):
        inside = "".join(xml(key, of) for key, of in value.items())
    elif isinstance(value, list):
        return "".join(xml(name, of) for of in value)
    else:
        text = str(value).lower() if isinstance(value, bool) else str(value)
        inside = text.replace("&", "&amp;").replace("<", "&lt;")
    return f"<{name}>{inside}</{name}>"


def write(path, text):
    path = HERE / path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text + "\n")


def main():
    printed, bodies = [], []
    for name, response in replies():
        whole = response.to_map()
        body = response.body.to_map()
        write(f"sdk_response/{name}.json", json.dumps(whole, indent=2, ensure_ascii=False))
        write(f"sdk_body/{name}.json", json.dumps(body, ensure_ascii=False))
        write(f"sdk_camel/{name}.json", json.dumps(camel(whole), indent=1, ensure_ascii=False))
        root = type(response).__name__
        write(f"sdk_xml/{name}.xml", '<?xml version="1.0" encoding="UTF-8"?>' + xml(root, body))
        printed.append(repr(body))
        bodies.append(body)
    write("sdk_printed/printed.txt", "\n".join(printed))
    write("sdk_array/all.json", json.dumps(bodies, indent=2, ensure_ascii=False))
    write("sdk_lines/all.jsonl", "\n".join(json.dumps(body) for body in bodies))


if __name__ == "__main__":
    main()
