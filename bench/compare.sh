#!/usr/bin/env bash
# What two builds of the server cost the CPU, side by side. They run in turns, so that a noisy minute hits both.
#
#   bench/compare.sh LOAD PROGRAM PROGRAM [SCENARIO...]
#
# LOAD is a load generator that is called so, and prints one object of JSON with the members named below:
#   LOAD fanout|paced|idle|churn --clients N --rooms N ... --port PORT --pid PID --json
# A PROGRAM is a command, such as artifacts/native/chatroom or 'dotnet src/Cli/bin/Release/net10.0/chatroom.dll'.
# Each run has a fresh server with an empty folder, on the first core; the load is on the second. RUNS (9) is how often each one runs;
# SERVER_CPU (0) and LOAD_CPU (1) are the cores. Every single run goes to stderr; at the end comes a table with median, least and most.
set -uo pipefail
[ $# -ge 3 ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0" | head -n -1 >&2; exit 2; }
load=$(realpath "$1") || exit 1
programs=("$2" "$3")
shift 3
declare -A scenarios=(
  [f100]="fanout --clients 100 --rooms 1 --senders 4 --window 8 --duration 4 --warmup 2000"
  [f1000]="fanout --clients 1000 --rooms 1 --senders 4 --window 8 --duration 4 --warmup 200"
  [f1000w1]="fanout --clients 1000 --rooms 1 --senders 1 --window 1 --duration 4 --warmup 50"
  [f1000x100]="fanout --clients 1000 --rooms 100 --senders 1 --window 4 --duration 4 --warmup 20000"
  [p100]="paced --clients 100 --rooms 1 --senders 4 --rate 500 --duration 4 --warmup 500"
  [p1000]="paced --clients 1000 --rooms 1 --senders 4 --rate 50 --duration 4 --warmup 50"
  [p1000x100]="paced --clients 1000 --rooms 100 --senders 1 --rate 20 --duration 4 --warmup 2000"
  [idle5000]="idle --clients 5000 --rooms 500 --duration 2"
  [churn]="churn --clients 1000 --rooms 50 --duration 5"
)
[ $# -gt 0 ] || set -- f100 f1000 f1000w1 f1000x100 p100 p1000 p1000x100 idle5000 churn
for scenario; do [ -n "${scenarios[$scenario]:-}" ] || { echo "there is no scenario $scenario" >&2; exit 2; }; done
runs=${RUNS:-9}
work=$(mktemp -d)
server=
finish() {
  [ -n "$server" ] && kill -KILL "$server" 2>/dev/null
  rm -rf "$work"
}
trap finish EXIT
ulimit -n "$(ulimit -Hn)"

# What a run is measured by: CPU a delivery, memory a connection, CPU a coming and going.
member() {
  case $1 in
    idle*) echo rss_per_conn_b ;;
    churn) echo srv_us_per_cycle ;;
    *) echo srv_us_per_deliv ;;
  esac
}

# Prints the figure of one run.
once() {
  local scenario=$1 program=$2 port line
  rm -rf "$work/data"
  # Emptied here: the line that says where it listens must not be the one of the server before.
  : >"$work/output"
  # Its words are a command; taskset becomes the server, so this is the server's process.
  # shellcheck disable=SC2086
  taskset -c "${SERVER_CPU:-0}" $program serve --port 0 --data "$work/data" --flood off >"$work/output" 2>"$work/errors" </dev/null &
  server=$!
  until port=$(sed -nE 's/^listening on .*:([0-9]+)$/\1/p' "$work/output") && [ -n "$port" ]; do
    kill -0 "$server" 2>/dev/null || { cat "$work/errors" >&2; return 1; }
    sleep 0.02
  done
  sleep 0.5
  # shellcheck disable=SC2086
  line=$(taskset -c "${LOAD_CPU:-1}" "$load" ${scenarios[$scenario]} --port "$port" --pid "$server" --conc 64 --timeout 60 --json 2>>"$work/errors")
  kill -TERM "$server"
  wait "$server"
  server=
  grep -q '"ok": *true' <<<"$line" || { echo "$scenario with $program went wrong: $line $(tail -3 "$work/errors")" >&2; return 1; }
  grep -oE "\"$(member "$scenario")\": *[0-9.]+" <<<"$line" | grep -oE '[0-9.]+$'
}

for ((run = 1; run <= runs; run++)); do
  for scenario; do
    # The one that comes second finds a warmer machine, so they take turns at that too.
    for which in $((run % 2)) $(((run + 1) % 2)); do
      once "$scenario" "${programs[which]}" >"$work/figure" || continue
      figure=$(<"$work/figure")
      echo "$scenario $run ${programs[which]}: $figure" >&2
      echo "$figure" >>"$work/$scenario.$which"
    done
  done
done

# "median (least to most)" of a column of figures.
spread() { sort -g "$1" | awk '{ a[NR] = $1 } END { printf "%.4g (%.4g to %.4g)", NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2, a[1], a[NR] }'; }
median() { sort -g "$1" | awk '{ a[NR] = $1 } END { print NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2 }'; }
printf '| scenario | measured | %s | %s | second : first |\n|---|---|---|---|---|\n' "${programs[@]}"
for scenario; do
  [ -s "$work/$scenario.0" ] && [ -s "$work/$scenario.1" ] || { echo "| $scenario | nothing | | | |"; continue; }
  printf '| %s | %s | %s | %s | %.2f |\n' "$scenario" "$(member "$scenario")" "$(spread "$work/$scenario.0")" "$(spread "$work/$scenario.1")" \
    "$(awk -v a="$(median "$work/$scenario.0")" -v b="$(median "$work/$scenario.1")" 'BEGIN { print b / a }')"
done
