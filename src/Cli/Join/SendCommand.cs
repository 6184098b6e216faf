using System.CommandLine;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Cli.Join;

/// <summary>`chatroom send ROOM TEXT`: one line said by a script, with an exit code that says whether it is kept. All else is as in `join`.</summary>
internal static class SendCommand
{
    public static Command Create(Func<JoinOptions, CancellationToken, Task<int>> run, ProcessEnvironment around)
    {
        var room = JoinCommand.RoomArgument();
        var words = new Argument<string[]>("TEXT") { Description = "what to say; several words need no quotes", Arity = ArgumentArity.OneOrMore };
        words.Validators.Add(result =>
        {
            if (result.Tokens.All(word => string.IsNullOrWhiteSpace(word.Value)))
                result.AddError("TEXT is empty; there is nothing to say");
        });
        var read = JoinCommand.Connecting(around, out var options, out var cert);
        var command = new Command("send", "Say something in a room, and leave when it is kept.") { room, words };
        foreach (var option in options)
            command.Add(option);
        JoinCommand.Check(command, cert);
        command.SetAction((parsed, cancel) =>
        {
            var wanted = read(parsed, parsed.GetRequiredValue(room)) with { Text = string.Join(' ', parsed.GetRequiredValue(words)), Plain = true };
            return run(wanted, cancel);
        });
        return command;
    }
}
