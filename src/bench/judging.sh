#!/bin/sh
# Judging claims with all their neighbours: Kirchberg beside one DuckDB query for each claim and neighbour, in one run.
#   src/bench/judging.sh [--claims N] [--neighbours N] [--rows N] [--asked N]
# Both read the same released Parquet file of a synthetic portfolio, in one JVM, on every core; answers are compared.
# Ours judges every neighbour; DuckDB is asked of so many of each claim. --asked has it asked that many questions in all,
# spread evenly, and reckons up its time. Needs a JDK, coreutils and 1 GiB of disk.
# Writes into a temporary folder only (below TMPDIR), and removes it.
set -eu

claims=1000
neighbours=20
rows=1000000
asked=1000000000
while [ $# -gt 0 ]; do
  case $1 in
    --claims) claims=$2 ;;
    --neighbours) neighbours=$2 ;;
    --rows) rows=$2 ;;
    --asked) asked=$2 ;;
    *)
      sed -n '2,7s/^# *//p' "$0" >&2
      exit 2
      ;;
  esac
  shift 2
done

home=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
bin=${JAVA_HOME:+$JAVA_HOME/bin/}

# Runs Kirchberg's own build where it is due, before anything is measured.
"$home/kirchberg" --version
(cd "$home" && ./mvnw -q -B -ntp dependency:copy-dependencies -DincludeArtifactIds=duckdb_jdbc -DincludeScope=test \
  -DoutputDirectory="$work/duckdb") >&2
mkdir "$work/classes"
"${bin}javac" -cp "$home/target/kirchberg.jar:$home/target/lib/*" -d "$work/classes" "$home/src/bench/Judging.java"

opens=
for package in lang lang.invoke nio util util.concurrent; do
  opens="$opens --add-opens=java.base/java.$package=ALL-UNNAMED"
done
opens="$opens --add-opens=java.base/sun.nio.ch=ALL-UNNAMED --add-opens=java.base/sun.util.calendar=ALL-UNNAMED"

judging() {
  # shellcheck disable=SC2086 # options are split on purpose
  "${bin}java" -Xmx3g -XX:+UseParallelGC -Xlog:disable -Xlog:all=error:stderr $opens ${KIRCHBERG_JAVA_OPTS:-} \
    -cp "$work/classes:$home/target/kirchberg.jar:$home/target/lib/*:$work/duckdb/*" Judging "$@"
}

echo "making $rows financings" >&2
"$home/kirchberg" sample --rows "$rows" --seed 1 --format parquet --out "$work/source" >"$work/sample.log"
judging make "$work/source" "$home/data/reference" "$work/root" >"$work/parquet" 2>"$work/make.log" || {
  cat "$work/make.log" >&2
  exit 1
}
echo "judging $claims claims" >&2
judging judge "$(cat "$work/parquet")" "$claims" "$neighbours" "$asked"
