using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ChatRoom.Cli;

/// <summary>Help that begins with what most people look for: a line that they can copy.</summary>
internal sealed class ExamplesFirstHelp(HelpAction reference) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var (line, does) in ExamplesOf(parseResult.CommandResult.Command.Name))
            output.WriteLine($"  {line,-58} {does}");
        output.WriteLine();
        return reference.Invoke(parseResult);
    }

    internal static (string Line, string Does)[] ExamplesOf(string command) => command switch
    {
        "serve" =>
        [
            ("chatroom serve", "a server for this machine, its history kept"),
            ("chatroom serve --memory --port 0", "one that forgets everything, on a free port"),
            ("chatroom serve --host 0.0.0.0 --tls", "one for others, encrypted; it says how to join"),
            ("chatroom serve --host 0.0.0.0 --insecure", "one for the whole network, without TLS"),
            ("chatroom serve --print-config", "all settings, for a file"),
            ("chatroom serve --http-port 9667", "metrics and health on http://127.0.0.1:9667"),
        ],
        "join" =>
        [
            ("chatroom join", "ask where to and as whom"),
            ("chatroom join --nick Tuan", "talk in #lobby on this machine"),
            ("chatroom join --host chat.example.org --room music", "another server, another room"),
            ("chatroom join --host chat.example.org --tls", "the same, encrypted"),
            ("echo 'The build is green.' | chatroom join --nick bot", "say a line, wait until it is kept, leave"),
            ("chatroom join --json </dev/null", "print the last 50 messages as JSON lines"),
        ],
        "send" =>
        [
            ("chatroom send lobby The build is green.", "said, kept, and gone; the exit code is 0 then"),
            ("chatroom send status done --nick bot --host chat.example.org --tls", "elsewhere, as somebody"),
        ],
        "demo" =>
        [
            ("chatroom demo", "F1 shows the keys, Ctrl+Q leaves"),
        ],
        "health" =>
        [
            ("chatroom health", "does the server on this machine answer? the exit code tells"),
            ("chatroom health --host 192.0.2.1 --port 6668", "another one"),
        ],
        "verify" =>
        [
            ("chatroom verify", "is everything whole? one line, and the exit code tells"),
            ("chatroom verify --data /srv/chat", "in another data folder"),
            ("chatroom verify --journal postgres://chatroom@db/chat", "in the database that several servers share"),
        ],
        "backup" =>
        [
            ("chatroom backup chat.backup", "everything in one file, while the server runs"),
            ("chatroom backup --force chat.backup", "the same, replacing yesterday's"),
            ("chatroom backup --data /srv/chat monday.backup", "of another data folder"),
            ("chatroom backup --journal postgres://chatroom@db/chat f", "of the chat that several servers share, in such a file too"),
        ],
        "restore" =>
        [
            ("chatroom restore chat.backup", "where there is no data yet"),
            ("chatroom restore chat.backup --data /srv/chat-again", "into another data folder; then serve it"),
            ("chatroom restore f --journal postgres://chatroom@db/again", "into a database"),
        ],
        "move" =>
        [
            ("chatroom move --to postgres://chatroom@db/chat", "from this machine's folder to a database; then serve --journal"),
            ("chatroom move --from postgres://chatroom@db/chat --to /srv/chat", "and back"),
        ],
        "export" =>
        [
            ("chatroom export", "everything that was kept, one JSON object a line"),
            ("chatroom export --room tea --since 2026-11-20", "what happened in #tea from that day on"),
            ("chatroom export --moderation", "what was done by those who keep order"),
            ("chatroom export --account tuan --until 2026-01-01T00:00", "what Tuan said and was told before this year"),
            ("chatroom export --journal postgres://chatroom@db/chat", "of the chat that several servers share"),
        ],
        "search" =>
        [
            ("chatroom search green tea", "the last 50 messages with both words, with time (UTC), id, room and nickname"),
            ("chatroom search '\"green tea\"' --room lobby --since 2026-11-20", "the two behind each other, in #lobby, from that day on"),
            ("chatroom search 'brew*' --account mai --limit 500", "brew, brewed, brewing by Mai's account"),
        ],
        "kill" =>
        [
            ("chatroom kill Bob --reason spam", "all connections of Bob end; Bob may come back"),
        ],
        "ban" =>
        [
            ("chatroom ban 203.0.113.0/24 --for 7d --reason spam", "from there nobody comes in for a week"),
            ("chatroom ban a:Bob", "the account, until it is lifted"),
            ("chatroom ban 'Bob*!*@*.town.ip'", "a mask, of nicknames, users and cloaks"),
        ],
        "unban" =>
        [
            ("chatroom unban a:Bob", "what was banned, as 'bans' shows it"),
        ],
        "bans" =>
        [
            ("chatroom bans", "whom, by whom, until when and why"),
        ],
        "servers" =>
        [
            ("chatroom servers", "who is one chat with the server here, and how each of them is"),
            ("chatroom servers --journal postgres://db/chatroom --json", "as the database knows it, for a script"),
        ],
        "room" =>
        [
            ("chatroom room give '#tea' operator Ann", "the room has somebody again who keeps order"),
            ("chatroom room kick '#tea' Bob 'not here'", "they may come back"),
            ("chatroom room open '#tea'", "nobody is kept out by a mode any more"),
        ],
        "announce" =>
        [
            ("chatroom announce 'a short break at noon'", "to operators, and to all who are +w"),
        ],
        "alarm" =>
        [
            ("chatroom alarm on --reason 'a flood'", "only who has an account comes in"),
            ("chatroom alarm off", "everybody comes in again"),
        ],
        "replay" =>
        [
            ("chatroom replay --at 2026-11-20T14:00", "who was where, that afternoon (UTC)"),
            ("chatroom replay --at 3fm1lncrft-10862", "right after that message"),
            ("chatroom replay --at 2026-11-20 --json", "for a script"),
        ],
        "forget" =>
        [
            ("chatroom forget 3fm1lncrft-10862 --yes", "the words of that message"),
            ("chatroom forget --room tea --until 2026-01-01", "how much of #tea is from before this year?"),
            ("chatroom forget --account tuan --yes", "all that Tuan said"),
        ],
        "account" =>
        [
            ("chatroom account add Mai", "asks for the password; in a script it is read from the input"),
            ("chatroom account passwd Mai <password.txt", "another password, from a file"),
            ("chatroom account invite", "a code that is good for one account, for a week"),
            ("chatroom account list", "all of them, a line each, and who is an operator"),
            ("chatroom account grant Mai kill,ban", "rights of an operator of the server"),
        ],
        "reload" =>
        [
            ("chatroom reload", "the settings' file was changed"),
            ("chatroom reload --data /srv/chat", "of the server with that data folder"),
        ],
        "man" => [("chatroom man /usr/local/share/man/man1", "then `man chatroom` shows them")],
        "completion" =>
        [
            ("source <(chatroom completion bash)", "in ~/.bashrc"),
            ("source <(chatroom completion zsh)", "in ~/.zshrc, after compinit"),
            ("chatroom completion fish | source", "in ~/.config/fish/config.fish"),
            ("chatroom completion pwsh | Out-String | Invoke-Expression", "in $PROFILE"),
        ],
        _ =>
        [
            ("chatroom demo", "look at it first, with nothing to set up"),
            ("chatroom serve", "start a server"),
            ("chatroom join --nick Tuan", "join it from another terminal"),
            ("chatroom backup chat.backup", "keep a copy of everything, while the server runs"),
            ("chatroom join --help", "all options of a command"),
        ],
    };
}
