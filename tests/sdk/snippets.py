#!/usr/bin/env python3
"""Runs the generated snippets with the real libraries and compares what they send.

The snippets are those of tests/snapshots/snippets. A server that only listens takes the place of the
endpoint: what arrives has to be exactly the parameters of the same call as a command line. A class, a
field or a method that the library does not have shows up as an error or as a parameter that is missing.
Installs the libraries under target/sdk, as run.py does; the exit code is 1 if anything differs.

    python3 tests/sdk/snippets.py
"""

import http.server
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import threading
import urllib.parse

import run

SNAPSHOTS = run.ROOT / "tests" / "snapshots" / "snippets"
ENDPOINT = re.compile(r"ecs(\.[a-z0-9-]+)?\.aliyuncs\.com")
COMMON = {
    "Action", "Version", "Format", "AccessKeyId", "Signature", "SignatureMethod",
    "SignatureVersion", "SignatureNonce", "Timestamp", "SignatureType",
}


class Listener(http.server.BaseHTTPRequestHandler):
    """Keeps what arrives and answers that the call has succeeded."""

    received = []

    def answer(self):
        length = int(self.headers.get("Content-Length") or 0)
        form = self.rfile.read(length).decode() if length else ""
        query = urllib.parse.urlsplit(self.path).query
        pairs = urllib.parse.parse_qsl(query, keep_blank_values=True)
        pairs += urllib.parse.parse_qsl(form, keep_blank_values=True)
        action = self.headers.get("x-acs-action") or dict(pairs).get("Action")
        own = {name: text for name, text in pairs if name not in COMMON}
        Listener.received.append((action, own))
        body = b'{"RequestId":"A"}'
        self.send_response(200)
        self.send_header("Content-Type", "application/json;charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = answer

    def log_message(self, *_):
        pass


def cases(tool):
    """The snippets of a tool by case."""
    text = (SNAPSHOTS / f"{tool}.txt").read_text("utf-8")
    parts = re.split(r"^==== (\w+)\n", text, flags=re.M)[1:]
    return dict(zip(parts[::2], parts[1::2]))


def expected(command):
    """The operation and the parameters of a command line."""
    words = shlex.split(command)[2:]
    action, words, params = words[0], words[1:], {}
    while words:
        word = words.pop(0)
        assert word.startswith("--"), word
        name, equals, text = word[2:].partition("=")
        params[name] = text if equals else words.pop(0)
    return action, params


def local(text, tool, address):
    """A snippet that calls this machine."""
    if tool == "curl":
        return ENDPOINT.sub(address, text).replace("https://", "http://")
    found = ENDPOINT.search(text)
    assert found, text
    other = text.replace(f'"{found.group()}"', f'"{address}"')
    line = {"python": '    endpoint="{}",\n', "node": '  endpoint: "{}",\n'}[tool].format(address)
    more = {"python": '    protocol="http",\n', "node": '  protocol: "http",\n'}[tool]
    assert line in other, other
    return other.replace(line, line + more)


def send(tool, text, folder):
    """Runs a snippet and returns its error, if any."""
    name, command = {
        "python": ("snippet.py", [str(run.PYTHON)]),
        "node": ("snippet.js", ["node"]),
        "curl": ("snippet.sh", ["sh"]),
    }[tool]
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    environment = dict(
        os.environ,
        ALIBABA_CLOUD_ACCESS_KEY_ID="testid", ALIBABA_CLOUD_ACCESS_KEY_SECRET="testsecret",
        NODE_PATH=str(run.PLACE / "node_modules"), PYTHONDONTWRITEBYTECODE="1",
        NO_PROXY="127.0.0.1", no_proxy="127.0.0.1",
    )
    done = subprocess.run(
        command + [path], env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    return done.stderr.strip() if done.returncode else ""


def difference(tool, case, text, address, folder):
    """What is wrong with a snippet; empty if nothing is."""
    Listener.received.clear()
    error = send(tool, local(text, tool, address), folder)
    if error:
        return error.splitlines()[-1]
    if len(Listener.received) != 1:
        return f"{len(Listener.received)} requests"
    wanted = expected(cases("cli")[case])
    action, params = Listener.received[0]
    # The library for Python writes truth values as the language does; the service reads them.
    params = {name: {"True": "true", "False": "false"}.get(text, text) for name, text in params.items()}
    sent = (action, params)
    return "" if sent == wanted else f"{json.dumps(sent)} instead of {json.dumps(wanted)}"


def main():
    run.install("venv", "node_modules")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"127.0.0.1:{server.server_port}"
    tools = ["python", "node"] + (["curl"] if shutil.which("curl") else [])
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for tool in tools:
            for case, text in cases(tool).items():
                found = difference(tool, case, text, address, folder)
                wrong += bool(found)
                print(f"{tool} {case}: {found or 'as the command line'}", flush=True)
    server.shutdown()
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
