#!/usr/bin/env bash
# Tags generated responses with Spark on two workers and with one process, and compares the results.
#
#   Benchmarks/spark.sh [COUNT [PARTITIONS]]     10000 responses in 4 partitions unless said otherwise
#
# Needs Java (Debian: default-jre-headless) and Python; Spark is installed with pip into the data folder, PEJL_BENCH_DATA.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
count=${1:-10000}
partitions=${2:-4}
data=${PEJL_BENCH_DATA:-$here/.build/data}
codebook=$root/Corpus/socialstrategi-2024/codebook.xml
pejl=${PEJL:-$root/.build/release/pejl}

[ -x "$pejl" ] || { echo "spark.sh: there is no $pejl; build it with ./dev report, or name it with PEJL" >&2; exit 2; }
command -v java >/dev/null || { echo "spark.sh: Java is missing; apt-get install default-jre-headless" >&2; exit 2; }
mkdir -p "$data"
[ -x "$data/venv-spark/bin/spark-submit" ] || {
  python3 -m venv "$data/venv-spark"
  "$data/venv-spark/bin/pip" install --quiet pyspark
}

# Seconds since the last call.
mark=$(date +%s.%N)
lap() {
  local now
  now=$(date +%s.%N)
  awk -v a="$mark" -v b="$now" -v what="$1" 'BEGIN { printf "%-46s %9.1f s\n", what, b - a }'
  mark=$(date +%s.%N)
}

# The SHA-256 of the lines in the order of their identifiers, which they begin with.
digest() { cat "$@" | LC_ALL=C sort -S 1G -T "$data" | sha256sum | cut -d ' ' -f 1; }

input=$data/responses-$count.ndjson
[ -s "$input" ] || { "$here/spark/responses.py" "$count" > "$input.new"; mv "$input.new" "$input"; }
printf '%s responses, %s bytes, %s partitions\n' "$count" "$(stat -c %s "$input")" "$partitions"
lap "generated (or found)"

"$pejl" tag --codebook "$codebook" < "$input" > "$data/one.ndjson"
lap "one process, one thread"

rm -rf "$data/spark-out"
export PYSPARK_PYTHON=$data/venv-spark/bin/python
"$PYSPARK_PYTHON" "$here/spark/pipe.py" "$input" "$data/spark-out" "$partitions" "$pejl tag --codebook $codebook" \
  2> "$data/spark.log" || { tail -20 "$data/spark.log" >&2; exit 1; }
lap "Spark, two workers, from start to end"

one=$(digest "$data/one.ndjson")
many=$(digest "$data"/spark-out/part-*)
lines=$(cat "$data"/spark-out/part-* | wc -l)
lap "compared"
printf 'one process  %s\nSpark        %s  (%s lines)\n' "$one" "$many" "$lines"
[ "$one" = "$many" ] && [ "$lines" -eq "$count" ] || { echo "spark.sh: the results differ" >&2; exit 1; }
echo "equal"
