"""Prowler's reader of ECS, and its checks for ports that are open to the Internet.

The reader makes its calls as it does in a scan; only the address that its clients call is ours, and
the provider is what the reader needs of one. Disks are not emulated: the reader logs that and goes on.
"""

import logging
import os
import sys
import types

from alibabacloud_ecs20140526 import models
from alibabacloud_ecs20140526.client import Client
from alibabacloud_tea_openapi.models import Config
from prowler.providers.alibabacloud.services.ecs import ecs_service

REGION = "cn-hangzhou"
SERVICE = "prowler.providers.alibabacloud.services.ecs"


def client(service, region):
    """A client as Prowler's session makes it, of this server."""
    assert service == "ecs", service
    address = os.environ["SGP_ADDRESS"]
    keys = {"access_key_id": "testid", "access_key_secret": "testsecret"}
    made = Client(Config(endpoint=address, protocol="HTTP", **keys))
    made.region = region
    return made


class Log(logging.Handler):
    """Keeps what Prowler logs as an error."""

    errors = []

    def emit(self, record):
        if record.levelno >= logging.WARNING:
            self.errors.append(record.getMessage())


def failing(check):
    """The groups that a check of Prowler's finds open."""
    module = __import__(f"{SERVICE}.{check}.{check}", fromlist=[check])
    findings = getattr(module, check)().execute()
    assert {own.resource_id for own in findings} == GROUPS, findings
    return {own.resource_id for own in findings if own.status == "FAIL"}


GROUPS = {"sg-bp1g1", "sg-bp1g2", "sg-bp1g3"}
logging.getLogger().addHandler(Log())
rule = {"IpProtocol": "TCP", "PortRange": "20/30", "SourceCidrIp": "0.0.0.0/0"}
request = models.AuthorizeSecurityGroupRequest()
request.from_map({"RegionId": REGION, "SecurityGroupId": "sg-bp1g1", "Permissions": [rule]})
client("ecs", REGION).authorize_security_group(request)

provider = types.SimpleNamespace(
    identity=types.SimpleNamespace(account_id="1000000000000001", account_name="test"),
    audit_resources=[],
    audit_metadata=types.SimpleNamespace(expected_checks=[]),
    audit_config={},
    session=types.SimpleNamespace(client=client),
    generate_regional_clients=lambda service: {REGION: client(service, REGION)},
    get_default_region=lambda service: REGION,
)
ecs = ecs_service.ECS(provider)
groups = {own.id: own for own in ecs.security_groups.values()}
assert set(groups) == GROUPS, groups
read = [(own["port_range"], own["source_cidr_ip"]) for own in groups["sg-bp1g1"].ingress_rules]
assert read == [("20/30", "0.0.0.0/0")], read
assert groups["sg-bp1g1"].vpc_id == "vpc-bp1main", groups["sg-bp1g1"]
instances = {own.id: own for own in ecs.instances}
assert set(instances) == {"i-bp1ecs1", "i-bp1ecs2", "i-bp1ecs3"}, instances
for own in instances.values():
    assert own.instance_type and own.status == "Running" and own.network_type == "vpc", own
    assert own.vpc_id == "vpc-bp1main" and own.create_time, own
assert ecs.disks == [] and len(Log.errors) == 1, Log.errors
assert "InvalidAction.NotFound" in Log.errors[0], Log.errors

# The checks take the reader's results from this module, which a scan fills.
holder = types.ModuleType(f"{SERVICE}.ecs_client")
holder.ecs_client = ecs
sys.modules[holder.__name__] = holder
assert failing("ecs_securitygroup_restrict_ssh_internet") == {"sg-bp1g1"}
assert failing("ecs_securitygroup_restrict_rdp_internet") == set()
print("as expected")
