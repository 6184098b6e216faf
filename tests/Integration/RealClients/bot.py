"""A client on python3-irc: bot.py HOST PORT. What is typed is said in #lobby, and `quit` ends it; what happens there is printed."""
import sys
import threading

import irc.client

host, port = sys.argv[1:]
reactor = irc.client.IRC()
server = reactor.server()


def typed():
    for line in sys.stdin:
        words = line.rstrip("\n")
        if words == "quit":
            server.quit("so long")
        else:
            server.privmsg("#lobby", words)


def welcome(connection, event):
    connection.join("#lobby")


def shown(connection, event):
    print(event.type, event.source, *event.arguments, flush=True)


def ended(connection, event):
    sys.exit(0)


for kind in ("join", "pubmsg", "pubnotice", "namreply"):
    server.add_global_handler(kind, shown)
server.add_global_handler("welcome", welcome)
server.add_global_handler("disconnect", ended)
server.connect(host, int(port), "Tuan", password="Tuan:tea", username="tuan")
threading.Thread(target=typed, daemon=True).start()
reactor.process_forever()
