#!/bin/sh
# Kirchberg's whole run beside a bare Spark job on the same rows, alternately, with the same JVM flags.
#   src/bench/compare.sh [--rows N] [--seed S] [--runs N] [--source DIR]
# --rows counts a whole portfolio; the export that both read shows the EIB's part, about three quarters.
# --source takes a folder with source.yaml and one file in the format eib-export-csv instead.
# Needs a JDK and coreutils. Writes into a temporary folder only, and removes it.
set -eu

rows=40000
seed=1
runs=5
source=
while [ $# -gt 0 ]; do
  case $1 in
    --rows) rows=$2 ;;
    --seed) seed=$2 ;;
    --runs) runs=$2 ;;
    --source) source=$(CDPATH='' cd -- "$2" && pwd -P) ;;
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
if [ -z "$source" ]; then
  source=$work/source
  "$home/kirchberg" sample --rows "$rows" --seed "$seed" --format export --out "$source" >"$work/sample.log"
fi
csv=
for file in "$source"/*.csv; do
  csv=$file
done
[ -f "$csv" ] || {
  echo "compare.sh: no CSV file in $source" >&2
  exit 2
}

mkdir "$work/classes"
"${bin}javac" -cp "$home/target/lib/*" -d "$work/classes" "$home/src/bench/BareJob.java"
"${bin}jar" --create --file "$work/bare.jar" -C "$work/classes" .

opens=
for package in lang lang.invoke nio util util.concurrent; do
  opens="$opens --add-opens=java.base/java.$package=ALL-UNNAMED"
done
opens="$opens --add-opens=java.base/sun.nio.ch=ALL-UNNAMED --add-opens=java.base/sun.util.calendar=ALL-UNNAMED"

# The flags of the launcher. $1 makes or uses the archive, the rest is for the job.
bare() {
  archive=$1
  shift
  # shellcheck disable=SC2086 # options are split on purpose
  "${bin}java" -Xmx1g -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xlog:disable -Xlog:all=error:stderr \
    "$archive" $opens ${KIRCHBERG_JAVA_OPTS:-} -cp "$work/bare.jar:$home/target/lib/*" BareJob "$@"
}

job() {
  printf '%s\n' "sources: ['$source']" "reference: '$home/data/reference'" "claims: ['$home/data/claims']" \
    "output: '$work/kirchberg-$1'" >"$work/job-$1.yaml"
  printf '%s\n' "$work/job-$1.yaml"
}

# Peak resident memory in KiB of a process and its children, asked until it ends; blank where there is no /proc.
watch() {
  peak=0
  [ -r "/proc/$$/task/$$/children" ] || return 0
  while kill -0 "$1" 2>/dev/null; do
    children=
    read -r children 2>/dev/null <"/proc/$1/task/$1/children" || :
    for pid in "$1" $children; do
      while read -r key value _; do
        if [ "$key" = VmHWM: ] && [ "$value" -gt "$peak" ]; then
          peak=$value
        fi
      done 2>/dev/null <"/proc/$pid/status" || :
    done
    sleep 0.2
  done
  [ "$peak" -eq 0 ] || echo "$peak"
}

# Runs a command: seconds into $work/seconds, peak memory in KiB into $work/peak. 1 is a result: a claim fails.
measure() {
  code=0
  from=$(date +%s.%N)
  "$@" >"$work/out.log" 2>"$work/err.log" &
  measured=$!
  watch "$measured" >"$work/peak" 2>/dev/null &
  watcher=$!
  wait "$measured" || code=$?
  date +%s.%N | awk -v from="$from" '{ printf "%.2f\n", $1 - from }' >"$work/seconds"
  wait "$watcher" || :
  [ "$code" -le 1 ] || {
    cat "$work/err.log" >&2
    echo "compare.sh: $* ended with exit code $code" >&2
    exit "$code"
  }
}

# One line of the record: name, seconds, MiB.
record() {
  printf '%s %s %s\n' "$1" "$(cat "$work/seconds")" "$(awk '{ printf "%d", $1 / 1024 }' "$work/peak")" >>"$work/record"
}

echo "warming up" >&2
measure "$home/kirchberg" run "$(job 0)"
measure bare "-XX:ArchiveClassesAtExit=$work/bare.jsa" "$csv" "$work/bare-0"

run=1
while [ "$run" -le "$runs" ]; do
  measure "$home/kirchberg" run "$(job "$run")"
  record kirchberg
  measure bare "-XX:SharedArchiveFile=$work/bare.jsa" "$csv" "$work/bare-$run"
  record bare
  echo "run $run of $runs" >&2
  run=$((run + 1))
done

# Text lines, not records: a description may hold line breaks.
echo "rows: about $(($(wc -l <"$csv") - 1)) lines in $(basename "$csv")"
awk '
  function sorted(from, to, n,    i, j, swap) {
    for (i = 1; i <= n; i++) to[i] = from[i]
    for (i = 2; i <= n; i++)
      for (j = i; j > 1 && to[j] < to[j - 1]; j--) { swap = to[j]; to[j] = to[j - 1]; to[j - 1] = swap }
  }
  function median(values, n,    s) {
    sorted(values, s, n)
    return n % 2 ? s[(n + 1) / 2] : (s[n / 2] + s[n / 2 + 1]) / 2
  }
  function mib(value) { return value > 0 ? value : "-" }
  $1 == "kirchberg" { ours[++n] = $2 + 0; our_peak = $3 > our_peak ? $3 + 0 : our_peak; our_mib = $3 }
  $1 == "bare" {
    bares[n] = $2 + 0; bare_peak = $3 > bare_peak ? $3 + 0 : bare_peak
    pairs[n] = ours[n] / bares[n]
    if (n == 1) printf "%4s %14s %10s %7s %16s %10s\n", "run", "kirchberg s", "bare s", "ratio", "kirchberg MiB", "bare MiB"
    printf "%4d %14.2f %10.2f %7.2f %16s %10s\n", n, ours[n], bares[n], pairs[n], mib(our_mib), mib($3)
  }
  END {
    sorted(pairs, s, n)
    printf "medians: kirchberg %.2f s, bare %.2f s\n", median(ours, n), median(bares, n)
    printf "ratio of the medians: %.2f\n", median(ours, n) / median(bares, n)
    printf "ratio of the pairs: median %.2f, from %.2f to %.2f\n", median(pairs, n), s[1], s[n]
    printf "peak memory: kirchberg %s MiB, bare %s MiB\n", mib(our_peak), mib(bare_peak)
  }' "$work/record"
for manifest in "$work/kirchberg-$runs"/releases/*/MANIFEST.json; do
  [ ! -f "$manifest" ] ||
    echo "Spark actions of a run: $(sed -n 's/.*"spark_actions" *: *\([0-9]*\).*/\1/p' "$manifest" | sed -n 1p)"
done
