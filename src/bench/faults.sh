#!/bin/sh
# The table of faults: runs the tests that make a release fail, and prints the figures that they tell.
#   src/bench/faults.sh [--long]
# Short by default, as in every build; --long also runs the slow tier: every step on every store, 500 flips, 50 races.
# The real processes: a MiniDFS, an S3 server behind a proxy, children that are halted and frozen; loopback only.
# Needs a JDK 17 and what Maven brings. A small disk and a read-only root are mounted if root runs it, else left out.
# The table is written in Markdown on standard output, what Maven says on standard error. Exits 1 if a test fails.
set -eu

long=
while [ $# -gt 0 ]; do
  case $1 in
    --long) long=yes ;;
    *)
      sed -n '2,7s/^# *//p' "$0" >&2
      exit 2
      ;;
  esac
  shift
done

home=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
log=$(mktemp)
trap 'rm -f "$log"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# A test that prints a line of the table names its row in its source: these are run, and no others.
classes=$(cd "$home/src/test/java" && grep -rlE '"[ABDF][0-9]+: ' --include='*Test.java' --include='*IT.java' . |
  sed 's|^.*/||; s|[.]java$||' | sort -u)
# IT classes have a short run of their own in failsafe, the others in surefire.
tests=$(echo "$classes" | grep -v 'IT$' | paste -sd, -)
its=$(echo "$classes" | grep 'IT$' | paste -sd, -)

failed=0
maven() {
  (cd "$home" && ./mvnw -B -ntp verify "-Dtest=$tests" "-Dit.test=$its" \
    -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false "$@") >"$log.run" 2>&1 || failed=1
  cat "$log.run" >&2
  cat "$log.run" >>"$log"
  rm -f "$log.run"
}

maven
[ -z "$long" ] || maven -P slow

echo "| row | figure |"
echo "|---|---|"
# The longer campaign of a row comes after the short one; both are told.
sed -nE 's/^(\[INFO\] )?([ABDF][0-9]+): (.*)$/\2|\3/p' "$log" | sort -u -t'|' -k1.1,1.1 -k1.2,1n -k2 |
  while IFS='|' read -r row figure; do
    echo "| $row | $figure |"
  done
exit "$failed"
