#!/bin/sh
# Every reader on about the same rows, alternately, beside Spark's own CSV reader on the very same export.
#   src/bench/readers.sh [--rows N] [--seed S] [--runs K]
# Ours read to nothing in a JVM with 512 MiB of heap; Spark has 1 GiB, every core, and counts all seven columns.
# A workbook has at most 1,048,576 rows. Needs a JDK, coreutils and some 4 KiB of disk for each row.
# Writes into a temporary folder only (below TMPDIR), and removes it.
set -eu

rows=1000000
seed=1
runs=3
while [ $# -gt 0 ]; do
  case $1 in
    --rows) rows=$2 ;;
    --seed) seed=$2 ;;
    --runs) runs=$2 ;;
    *)
      sed -n '2,6s/^# *//p' "$0" >&2
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
mkdir "$work/classes"
"${bin}javac" -cp "$home/target/kirchberg.jar:$home/target/lib/*" -d "$work/classes" "$home/src/bench/Readers.java"

opens=
for package in lang lang.invoke nio util util.concurrent; do
  opens="$opens --add-opens=java.base/java.$package=ALL-UNNAMED"
done
opens="$opens --add-opens=java.base/sun.nio.ch=ALL-UNNAMED --add-opens=java.base/sun.util.calendar=ALL-UNNAMED"

# $1 is the most heap, the rest what to do. The flags of the launcher.
readers() {
  heap=$1
  shift
  # shellcheck disable=SC2086 # options are split on purpose
  "${bin}java" "-Xmx$heap" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC $opens ${KIRCHBERG_JAVA_OPTS:-} \
    -cp "$work/classes:$home/target/kirchberg.jar:$home/target/lib/*" Readers "$@" 2>"$work/err.log" || {
    code=$?
    cat "$work/err.log" >&2
    echo "readers.sh: $* ended with exit code $code" >&2
    return "$code"
  }
}

sample() {
  "$home/kirchberg" sample --rows "$2" --seed "$seed" --format "$1" --out "$work/$1" >"$work/sample.log"
}

echo "making the files" >&2
# An export shows about three quarters of a portfolio.
sample export $((rows * 4 / 3))
sample xlsx $((rows * 4 / 3))
sample csv "$rows"
sample parquet "$rows"
readers 1g make-loans "$work/export" "$work/loans"
readers 1g make-iati "$work/export" "$work/iati"

# One line of the record: number in the table, name, then what was measured. A reader that fails is said to have failed.
record() {
  echo "$1 $2 $(shift 2 && readers "$@" || echo failed)" >>"$work/record"
}

run=1
while [ "$run" -le "$runs" ]; do
  record 1 spark-csv 1g spark-csv "$work/export/export.csv"
  record 2 eib-export-csv 512m read "$work/export"
  record 3 eib-export-xlsx 512m read "$work/xlsx"
  record 4 eib-loans-json 512m read "$work/loans"
  record 5 iati-xml 512m read "$work/iati"
  record 6 kirchberg-csv 512m read "$work/csv"
  record 7 kirchberg-parquet:counted 512m read "$work/parquet"
  record 8 kirchberg-parquet:by-Spark 1g spark-portfolio "$work/parquet"
  echo "run $run of $runs" >&2
  run=$((run + 1))
done

echo "medians of $runs runs, seed $seed, $(nproc 2>/dev/null || echo "unknown number of") cores; ratio: rows/s over those of spark-csv"
sort -s -n -k1,1 "$work/record" | awk '
  function median(values, n,    i, j, swap) {
    for (i = 2; i <= n; i++)
      for (j = i; j > 1 && values[j] < values[j - 1]; j--) { swap = values[j]; values[j] = values[j - 1]; values[j - 1] = swap }
    return n % 2 ? values[(n + 1) / 2] : (values[n / 2] + values[n / 2 + 1]) / 2
  }
  function line(    seconds, speed) {
    if (name == "") return
    if (word != "") { printf "%-26s %10s\n", name, word; return }
    seconds = median(millis, n) / 1000
    speed = seconds > 0 ? rows / seconds : 0
    if (name == "spark-csv") yardstick = speed
    printf "%-26s %10d %9.2f %10d %9d %9s %7s\n", name, rows, seconds, speed, heap, rss, \
      (yardstick > 0 ? sprintf("%.2f", speed / yardstick) : "-")
  }
  BEGIN { printf "%-26s %10s %9s %10s %9s %9s %7s\n", "reader", "rows", "seconds", "rows/s", "heap MiB", "RSS MiB", "ratio" }
  $2 != name { line(); name = $2; word = ""; n = 0; heap = 0; rss = "-" }
  NF == 3 { word = $3 }
  NF > 3 { rows = $3; millis[++n] = $4 + 0; heap = $5 > heap ? $5 + 0 : heap; rss = $6 == "-" || $6 + 0 < rss + 0 ? rss : $6 }
  END { line() }'
