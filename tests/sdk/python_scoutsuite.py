"""ScoutSuite's reader of ECS. The reader makes its calls as it does in a scan; only the address that
its clients call is ours."""

import asyncio
import os
import types

import asyncio_throttle
from aliyunsdkcore.auth.credentials import AccessKeyCredential
from aliyunsdkcore.profile import region_provider
from ScoutSuite.providers.aliyun.authentication_strategy import AliyunCredentials
from ScoutSuite.providers.aliyun.facade.ecs import ECSFacade
from ScoutSuite.providers.aliyun.resources.ecs.instances import Instances

REGION = "cn-hangzhou"
region_provider.modify_point("Ecs", REGION, os.environ["SGP_ADDRESS"])


async def read():
    """The instances of a region, as the report lists them."""
    asyncio.get_running_loop().throttler = asyncio_throttle.Throttler(rate_limit=100, period=1)
    credentials = AliyunCredentials(AccessKeyCredential("testid", "testsecret"), {})
    facade = types.SimpleNamespace(ecs=ECSFacade(credentials))
    instances = Instances(facade, REGION)
    await instances.fetch_all()
    return instances


found = asyncio.run(read())
assert set(found) == {"i-bp1ecs1", "i-bp1ecs2", "i-bp1ecs3"}, found
one = found["i-bp1ecs1"]
assert one["security_group_ids"] == {"SecurityGroupId": ["sg-bp1g1", "sg-bp1g2"]}, one
assert one["vpc_attributes"]["VpcId"] == "vpc-bp1main", one
assert one["instance_network_type"] == "vpc" and one["status"] == "Running", one
assert one["instance_type"] and one["creation_time"] and one["zone_id"] and one["region_id"], one
print("as expected")
