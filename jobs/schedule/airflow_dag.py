"""Kirchberg every night, for Airflow 3 (on 2.x: airflow.DAG and airflow.operators.bash).

BashOperator, not SparkSubmitOperator: that one needs spark-submit on PATH and mistakes states (apache/airflow#44810).
Airflow retries any code but 0, so the line itself tries again what may be tried again (6, 7, 8), and retries is 0.
"""

from datetime import timedelta

import pendulum
from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG

# {{ ds }} is the start of the interval, a day early. A claim that fails is a finding: --exit-zero.
RUN = """
attempt=1
while :; do
  code=0
  /opt/kirchberg/kirchberg run /etc/kirchberg/nightly.yaml --exit-zero --as-of {{ data_interval_end | ds }} || code=$?
  case $code in
    6 | 7 | 8) [ "$attempt" -lt 3 ] || break ;;
    *) break ;;
  esac
  attempt=$((attempt + 1))
  sleep "${RETRY_SECONDS:-600}"
done
exit "$code"
"""

with DAG(
    dag_id="kirchberg_nightly",
    description="Judges the published figures and leaves a release.",
    # The zone of the start is that of the schedule. Outside 02:00 to 03:00, when clocks change.
    start_date=pendulum.datetime(2026, 1, 1, tz="Europe/Luxembourg"),
    schedule="30 3 * * *",
    # One at a time; nights that were missed are not run one by one, the next catches up by itself.
    max_active_runs=1,
    catchup=False,
    dagrun_timeout=timedelta(hours=3),
    tags=["kirchberg"],
) as dag:
    BashOperator(
        task_id="run",
        bash_command=RUN,
        env={"JAVA_HOME": "/usr/lib/jvm/java-17"},
        append_env=True,
        retries=0,
        # By default, 99 would count as skipped.
        skip_on_exit_code=None,
        execution_timeout=timedelta(hours=2),
    )
