#!/usr/bin/env bash
# Shows in a trace of system calls that what is said is synced to disk before anybody hears it: neither its echo nor any delivery is
# sent before an fdatasync of the write-ahead log that came after the line was written there. A kill -9 can't show that, because it
# leaves the system's cache alive; a power cut does not. Needs strace and a built program; usage:
#
#   bench/sync-order.sh [path of chatroom.dll]
set -euo pipefail

repository=$(cd "$(dirname "$0")/.." && pwd)
program=${1:-$repository/src/Cli/bin/Release/net10.0/chatroom.dll}
word="synced-before-heard-$$"
[ -f "$program" ] || { echo "there is no $program: dotnet build -c Release src/Cli" >&2; exit 1; }
command -v strace >/dev/null || { echo "strace is not installed: apt-get install strace" >&2; exit 1; }

work=$(mktemp -d)
strace=
# The one who traces hands a signal on to nobody: the server is its child.
stop() {
  [ -n "$strace" ] || return 0
  pkill -P "$strace" || true
  wait "$strace" || true
  strace=
}
trap 'stop; rm -rf "$work"' EXIT

touch "$work/out" "$work/err"
# -y names the file behind each number; 5000 bytes are a whole page of the log, in which the word stands somewhere.
strace -f -y -s 5000 -ttt -o "$work/trace" -e trace=fdatasync,fsync,sendto,sendmsg,write,writev,pwrite64 \
  dotnet "$program" serve --port 0 --data "$work/data" >"$work/out" 2>"$work/err" &
strace=$!
port=
for _ in $(seq 200); do
  port=$(sed -n 's/^listening on .*://p' "$work/out")
  [ -n "$port" ] && break
  kill -0 "$strace" || { cat "$work/err" >&2; exit 1; }
  sleep 0.1
done
[ -n "$port" ] || { echo "the server did not start in 20 s" >&2; exit 1; }

# Reads from a connection up to a line with that fragment.
hear() {
  local line
  while IFS= read -r -t 20 -u "$1" line; do
    case $line in *"$2"*) return 0 ;; esac
  done
  echo "\"$2\" did not come" >&2
  exit 1
}

exec 3<>"/dev/tcp/127.0.0.1/$port" 4<>"/dev/tcp/127.0.0.1/$port"
printf 'CAP REQ :echo-message\r\nNICK sayer\r\nUSER sayer 0 * :sayer\r\nCAP END\r\nJOIN #sync\r\n' >&3
hear 3 ' 366 '
printf 'NICK hearer\r\nUSER hearer 0 * :hearer\r\nJOIN #sync\r\n' >&4
hear 4 ' 366 '
printf 'PRIVMSG #sync :%s\r\n' "$word" >&3
hear 3 "$word"
hear 4 "$word"
# Only now is the trace complete.
stop

# From the first call that holds the word to the second send of it: the write into the log, its sync, and the two sends.
awk -v word="$word" '
  function show(what) {
    match($0, /[a-z0-9]+\([0-9]+<[^>]*>/); call = substr($0, RSTART, RLENGTH); sub(/<.*\//, "<", call)
    match($0, / = [0-9-]+$/); printf "%-26s %s  %s ...)%s\n", what, $2, call, substr($0, RSTART, RLENGTH)
  }
  $0 ~ word && /journal\.db-wal/ && (/pwrite64\(/ || / write\(/) { written = 1; synced = 0; show("written to the log") ; next }
  written && sends < 2 && /(fdatasync|fsync)\([0-9]+<[^>]*journal\.db-wal>/ && !/unfinished/ { synced = /= 0/; show("synced"); next }
  written && sends < 2 && /(fdatasync|fsync)\([0-9]+<[^>]*journal\.db-wal> <unfinished/ { pending = $1; show("sync begins"); next }
  pending != "" && $1 == pending && /(fdatasync|fsync) resumed/ { synced = /= 0/; pending = ""; show("synced"); next }
  $0 ~ word && /(sendto|sendmsg|write|writev)\([0-9]+<(TCP|socket)/ { sends++; show(synced ? "sent" : "SENT BEFORE IT WAS SYNCED"); if (!synced) early = 1 }
  END {
    if (!written) { print "FAIL: the line was never seen on its way into the log"; exit 1 }
    if (sends != 2) { print "FAIL: " sends + 0 " sends of the line were seen; an echo and a delivery make 2"; exit 1 }
    if (early) { print "FAIL: somebody heard the line before it was on disk"; exit 1 }
    print "PASS: the line was synced before its echo and before its delivery were sent"
  }' "$work/trace"
