"""Shared by the two Python clients: reads calls as JSON lines and prints the library's results."""

import json
import os
import sys

ADDRESS = os.environ["SGP_ADDRESS"]
REGION = "cn-hangzhou"
KEY_ID = os.environ["SGP_ACCESS_KEY_ID"]
SECRET = os.environ["SGP_ACCESS_KEY_SECRET"]


def error(status, code, message):
    """The error that the library raised."""
    return {"error": {"status": status, "code": code, "message": message}}


def run(call):
    """Makes the calls read from standard input, one at a time."""
    for line in sys.stdin:
        question = json.loads(line)
        answer = call(question["action"], question["params"])
        print(json.dumps(answer), flush=True)
