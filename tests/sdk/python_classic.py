"""A life of a group through Apache Libcloud, whose driver is from the time of the classic network:
signature version 1.0, replies in XML, groups without a VPC."""

import os

from libcloud.compute.providers import get_driver
from libcloud.compute.types import Provider

host, port = os.environ["SGP_ADDRESS"].split(":")
driver = get_driver(Provider.ALIYUN_ECS)(
    "testid", "testsecret", secure=False, host=host, port=int(port), region="cn-hangzhou"
)
names = {own.name for own in driver.ex_list_security_groups()}
made = driver.ex_create_security_group(description="made by an old client")
groups = {own.id for own in driver.ex_list_security_groups()}
assert made in groups, groups
attributes = driver.ex_list_security_group_attributes(made)
assert [own.permissions if hasattr(own, "permissions") else own for own in attributes] == []
nodes = {node.id for node in driver.list_nodes()}
assert "i-bp1ecs3" in nodes, nodes
driver.ex_join_security_group(next(n for n in driver.list_nodes() if n.id == "i-bp1ecs3"), made)
driver.ex_leave_security_group(next(n for n in driver.list_nodes() if n.id == "i-bp1ecs3"), made)
assert driver.ex_delete_security_group_by_id(made)
assert {own.name for own in driver.ex_list_security_groups()} == names
print("as expected")
