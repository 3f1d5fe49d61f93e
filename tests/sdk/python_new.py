"""Calls through alibabacloud_ecs20140526: signature version 3, typed requests and replies."""

import re

from alibabacloud_ecs20140526 import models
from alibabacloud_ecs20140526.client import Client
from alibabacloud_tea_openapi.models import Config
from Tea.exceptions import TeaException

import adapter

client = Client(
    Config(
        access_key_id=adapter.KEY_ID,
        access_key_secret=adapter.SECRET,
        region_id=adapter.REGION,
        endpoint=adapter.ADDRESS,
        protocol="HTTP",
    )
)


def call(action, params):
    """Makes one call through the library's method; the reply passes through its typed model."""
    request = getattr(models, action + "Request")()
    request.from_map(params)
    method = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", action).lower()
    try:
        return {"reply": getattr(client, method)(request).body.to_map()}
    except TeaException as error:
        message = re.sub(r"^code: \d+, ", "", error.message)
        message = re.sub(r" request id: [-0-9A-F]*$", "", message)
        return adapter.error(error.statusCode, error.code, message)


adapter.run(call)
