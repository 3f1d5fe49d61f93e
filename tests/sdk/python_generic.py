"""Calls through the generic `call_api` of alibabacloud_tea_openapi, without typed requests: signature
version 3, parameters in the query or, every second time, as a form."""

import re

from alibabacloud_openapi_util.client import Client as Flat
from alibabacloud_tea_openapi import models
from alibabacloud_tea_openapi.client import Client
from alibabacloud_tea_util.models import RuntimeOptions
from Tea.exceptions import TeaException

import adapter

client = Client(
    models.Config(
        access_key_id=adapter.KEY_ID,
        access_key_secret=adapter.SECRET,
        region_id=adapter.REGION,
        endpoint=adapter.ADDRESS,
        protocol="HTTP",
    )
)
calls = 0


def call(action, params):
    """Makes one call; lists are flattened as the library's own helper does."""
    global calls
    calls += 1
    form = calls % 2 == 0
    operation = models.Params(
        action=action,
        version="2014-05-26",
        protocol="HTTP",
        pathname="/",
        method="POST",
        auth_type="AK",
        style="RPC",
        req_body_type="formData" if form else "json",
        body_type="json",
    )
    flat = Flat.query(params)
    request = models.OpenApiRequest(body=flat) if form else models.OpenApiRequest(query=flat)
    try:
        return {"reply": client.call_api(operation, request, RuntimeOptions())["body"]}
    except TeaException as error:
        message = re.sub(r"^code: \d+, ", "", error.message)
        message = re.sub(r" request id: [-0-9A-F]*$", "", message)
        return adapter.error(error.statusCode, error.code, message)


adapter.run(call)
