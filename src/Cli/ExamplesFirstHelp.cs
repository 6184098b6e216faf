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

    private static (string Line, string Does)[] ExamplesOf(string command) => command switch
    {
        "serve" =>
        [
            ("chatroom serve", "a server for this machine, its history kept"),
            ("chatroom serve --memory --port 0", "one that forgets everything, on a free port"),
            ("chatroom serve --host 0.0.0.0 --tls", "one for others, encrypted; it says how to join"),
            ("chatroom serve --host 0.0.0.0 --insecure", "one for the whole network, without TLS"),
        ],
        "join" =>
        [
            ("chatroom join --nick Tuan", "talk in #lobby on this machine"),
            ("chatroom join --host chat.example.org --room music", "another server, another room"),
            ("chatroom join --host chat.example.org --tls", "the same, encrypted"),
            ("echo 'The build is green.' | chatroom join --nick bot", "say a line, wait until it is kept, leave"),
            ("chatroom join --json </dev/null", "print the last 50 messages as JSON lines"),
        ],
        "completion" =>
        [
            ("source <(chatroom completion bash)", "in ~/.bashrc"),
            ("source <(chatroom completion zsh)", "in ~/.zshrc, after compinit"),
            ("chatroom completion fish | source", "in ~/.config/fish/config.fish"),
            ("chatroom completion pwsh | Out-String | Invoke-Expression", "in $PROFILE"),
        ],
        _ =>
        [
            ("chatroom serve", "start a server"),
            ("chatroom join --nick Tuan", "join it from another terminal"),
            ("chatroom join --help", "what else can be said to a command"),
        ],
    };
}
