"""Calls through aliyun-python-sdk-ecs: signature version 1.0, alternating GET and POST, XML on request."""

import importlib
import json

from aliyunsdkcore.acs_exception.exceptions import ServerException
from aliyunsdkcore.client import AcsClient

import adapter

client = AcsClient(adapter.KEY_ID, adapter.SECRET, adapter.REGION)
calls = 0


def call(action, params):
    """Makes one call through the library's request class for the operation."""
    global calls
    calls += 1
    module = importlib.import_module("aliyunsdkecs.request.v20140526." + action + "Request")
    request = getattr(module, action + "Request")()
    request.set_endpoint(adapter.ADDRESS)
    request.set_protocol_type("http")
    xml = params.pop("Format", "JSON") == "XML"
    request.set_accept_format("xml" if xml else "json")
    request.set_method("GET" if calls % 2 else "POST")
    for name, value in params.items():
        if name == "RegionId":
            # There is no setter: the client adds the parameter unless it is present.
            request.add_query_param(name, value)
        else:
            setter = getattr(request, "set_" + name, None) or getattr(request, "set_" + name + "s")
            setter(value)
    try:
        if xml:
            # The usual method requests JSON regardless of the request's format.
            return {"reply": {"xml": client.get_response(request)[2].decode("utf-8")}}
        return {"reply": json.loads(client.do_action_with_exception(request))}
    except ServerException as error:
        return adapter.error(
            error.get_http_status(), error.get_error_code(), error.get_error_msg()
        )


adapter.run(call)
