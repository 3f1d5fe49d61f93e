"""A life of a group through footmark, the library below the modules of ansible_alicloud."""

import os

from aliyunsdkcore.acs_exception.exceptions import ServerException
from aliyunsdkcore.profile import region_provider
from footmark.ecs.connection import ECSConnection

REGION = "cn-hangzhou"
region_provider.modify_point("Ecs", REGION, os.environ["SGP_ADDRESS"])
ecs = ECSConnection("testid", "testsecret", region=REGION)


def refused(code, call, **params):
    """Checks that a call is refused with a code."""
    try:
        call(**params)
    except ServerException as error:
        assert error.error_code == code, error
        return
    raise AssertionError(f"{call.__name__} is not refused")


before = {own.id for own in ecs.describe_security_groups()}
vpc = next(iter(ecs.describe_security_groups())).vpc_id
made = ecs.create_security_group(security_group_name="by-ansible", vpc_id=vpc)
group = {"security_group_id": made.id}
rule = {**group, "ip_protocol": "tcp", "port_range": "80/80", "source_cidr_ip": "203.0.113.0/24"}
assert ecs.authorize_security_group(**rule)
told = ecs.describe_security_group_attribute(**group)
assert [own["source_cidr_ip"] for own in told.rules] == ["203.0.113.0/24"]
assert ecs.join_security_group(instance_id="i-bp1ecs3", region_id=REGION, **group)
assert ecs.leave_security_group(instance_id="i-bp1ecs3", region_id=REGION, **group)
assert ecs.revoke_security_group(**rule)
refused("InvalidSecurityGroupRule.RuleNotExist", ecs.revoke_security_group, **rule)
assert ecs.delete_security_group(**group)
assert {own.id for own in ecs.describe_security_groups()} == before
print("as expected")
