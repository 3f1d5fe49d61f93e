#!/usr/bin/env python3
"""Runs clients that are one program each against `sgp serve`.

Clients from the time of the classic network, which create groups without a VPC (`--default-vpc`; the
service refuses that today), the library below the modules of ansible_alicloud, and what Prowler and
ScoutSuite read of ECS. Installs the libraries under target/sdk, as run.py does; the exit code is 1 if
anything differs. With `--record`, writes what was called to tests/data/clients.json. Prowler needs
Python 3.10 to 3.13.

    python3 tests/sdk/programs.py [--record]
"""

import os
import subprocess
import sys

import run

CLASSIC = ["--default-vpc"]
SCANNERS = run.python_in("scanners")
# The interpreter, the program, and the options of the server.
CLIENTS = {
    "aliyun-sdk": ("node", "node_classic.js", CLASSIC),
    "apache-libcloud": (run.PYTHON, "python_classic.py", CLASSIC),
    "footmark": (run.PYTHON, "python_ansible.py", CLASSIC),
    "prowler": (SCANNERS, "python_prowler.py", []),
    "ScoutSuite": (SCANNERS, "python_scoutsuite.py", []),
}


def main():
    run.install("venv", "scanners", "node_modules")
    program, wrong, records = run.build(), 0, []
    for name, (interpreter, script, options) in CLIENTS.items():
        server = run.Server(program, *options)
        environment = dict(
            os.environ,
            SGP_ADDRESS=server.address, NODE_PATH=str(run.PLACE / "node_modules"),
            PYTHONDONTWRITEBYTECODE="1", NO_PROXY="127.0.0.1", no_proxy="127.0.0.1",
        )
        done = subprocess.run(
            [str(interpreter), str(run.HERE / script)], env=environment, capture_output=True,
            text=True, timeout=120, check=False,
        )
        log = server.stop()
        wrong += done.returncode != 0
        print(f"{name}: {done.stdout.strip() or done.stderr.strip()}")
        if done.returncode:
            print(log)
        records.append(run.record_of(name, 1, log))
    if "--record" in sys.argv[1:] and not wrong:
        run.write_records(records)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
