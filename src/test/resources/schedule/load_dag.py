"""Loads a DAG with stand-ins for Airflow and pendulum, and prints what it asks of them, a line each."""

import runpy
import sys
import types

asked = {}


def module(name, **names):
    made = types.ModuleType(name)
    made.__dict__.update(names)
    sys.modules[name] = made


class DAG:
    def __init__(self, **arguments):
        asked.update({"dag." + key: value for key, value in arguments.items()})

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        return False


class BashOperator:
    def __init__(self, **arguments):
        asked.update({"task." + key: value for key, value in arguments.items()})


for parent in ("airflow", "airflow.providers", "airflow.providers.standard", "airflow.providers.standard.operators"):
    module(parent)
module("airflow.sdk", DAG=DAG)
module("airflow.providers.standard.operators.bash", BashOperator=BashOperator)
module("pendulum", datetime=lambda *day, tz: "%04d-%02d-%02d %s" % (day + (tz,)))

runpy.run_path(sys.argv[1])
command = asked.pop("task.bash_command")
for key in sorted(asked):
    print(key + "=" + str(asked[key]))
print(command, file=open(sys.argv[2], "w"))
