#!/usr/bin/env bash
# The same tour of the full-screen client against any IRC server: join, talk, private, a taken nickname, a lost connection, kick, search,
# another server, leave. Three clients, each in a terminal of its own (tmux); what has to be seen is waited for.
#   bench/tour.sh PROGRAM PORT [PORT-OF-ANOTHER-SERVER]
# SIZES="200x60 80x24" chooses the terminals of Ann and Bob. Needs tmux, and python3 for the line that breaks.
set -uo pipefail
[ $# -ge 2 ] || { echo "usage: bench/tour.sh PROGRAM PORT [PORT-OF-ANOTHER-SERVER]" >&2; exit 2; }
program=$(realpath "$1") port=$2 other=${3-}
read -r first second <<<"${SIZES:-100x30 100x30}"
work=$(mktemp -d) socket=tour-$$ room="#tour$$" faults=0
screen() { tmux -L "$socket" "$@"; }
trap 'screen kill-server 2>/dev/null; kill "$proxy" 2>/dev/null; rm -rf "$work"' EXIT

# Passes everything on; on SIGUSR1 all connections break.
cat >"$work/proxy.py" <<'PY'
import asyncio, signal, sys
open_now = set()
async def carry(reader, writer):
    far_reader, far_writer = await asyncio.open_connection("127.0.0.1", int(sys.argv[1]))
    open_now.update({writer, far_writer})
    async def pump(r, w):
        try:
            while data := await r.read(65536):
                w.write(data); await w.drain()
        except OSError: pass
        w.close()
    await asyncio.gather(pump(reader, far_writer), pump(far_reader, writer))
def cut():
    for writer in list(open_now): writer.transport.abort()
    open_now.clear()
async def main():
    server = await asyncio.start_server(carry, "127.0.0.1", 0)
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, cut)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()
asyncio.run(main())
PY
python3 "$work/proxy.py" "$port" >"$work/proxy" &
proxy=$!
until [ -s "$work/proxy" ]; do sleep 0.05; done

client() { # NAME SIZE PORT NICK
  mkdir -p "$work/$1"
  screen new-session -d -s "$1" -x "${2%x*}" -y "${2#*x}" \
    "env CHATROOM_CONFIG=$work/$1 TZ=UTC $program join --ui ansi --host 127.0.0.1 --port $3 --nick $4 --room '$room'; echo ended \$?; sleep 60"
}
say() { screen send-keys -t "$1" -l "$2"; screen send-keys -t "$1" Enter; }
press() { local who=$1; shift; screen send-keys -t "$who" "$@"; }
# Narrow screens write "Bob: hello", others "Bob hello": the colon is left out.
sees() { # NAME TEXT [WHAT]
  local tries
  for ((tries = 0; tries < 300; tries++)); do
    screen capture-pane -p -t "$1" | tr '\n' ' ' | tr -s ' ' | sed 's/: / /g' | grep -qF -- "${2//: / }" && { echo "  ok: ${3:-$1 sees $2}"; return; }
    sleep 0.1
  done
  echo "  NOT SEEN by $1: $2"; screen capture-pane -p -t "$1" | sed 's/^/    | /'
  faults=$((faults + 1))
}

echo "tour of 127.0.0.1:$port in $first and $second"
client ann "$first" "$port" Ann
sees ann "write" "Ann is in"
client bob "$second" "$(cat "$work/proxy")" Bob
sees ann "Bob came" "Bob comes"
say ann "hello from Ann"
sees bob "hello from Ann"
say bob "hello from Bob"
sees ann "hello from Bob"
say ann "/msg Bob a secret word"
sleep 1
press bob M-a
sees bob "a secret word" "Bob has a private message"
say bob "I keep it"
sees bob "I keep it"
press bob M-2
client cat 80x24 "$port" Ann
sees cat "taken" "a taken nickname is said at its field"
press cat C-q
sees cat "ended 0" "the form is left"
kill -USR1 "$proxy"
sees bob "reconnecting" "the connection breaks"
say ann "said while Bob was away"
sees bob "● connected" "it heals"
say bob "back again"
sees ann "back again"
say ann "/kick $room Bob enough"
for _ in 1 2 3 4 5 6 7 8 9 10; do screen capture-pane -p -t ann | grep -q "Enter" && break; sleep 0.1; done
press ann Enter
sees bob "removed by Ann" "Bob is removed"
say bob "/join $room"
sees ann "Bob came" "and comes back"
say bob "needle in the hay"
sees ann "needle in the hay"
press bob C-f
screen send-keys -t bob -l "needle"
sees bob "Bob: needle in the hay" "search finds it"
press bob Escape; sleep 1; press bob Escape; sleep 1
if [ -n "$other" ]; then
  say bob "/connect irc://127.0.0.1:$other/tour$$"
  sees bob "connected to" "another server beside it"
  say bob "on the other side"
  sees bob "Bob on the other side" "something is said there"
  press bob M-1
  say bob "/disconnect" 
  sees bob "on the other side" "the first one is left, the other stays"
  sees ann "Bob left" "and Ann hears it"
fi
press bob C-q
sees bob "ended 0" "Bob leaves"
[ -n "$other" ] || sees ann "Bob left" "and Ann hears it"
press ann C-q
sees ann "ended 0" "Ann leaves"
echo "faults: $faults"
[ "$faults" = 0 ]
