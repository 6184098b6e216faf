using ChatRoom.Server.Sessions;
using ChatRoom.Server.Sessions.Commands;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>HELP and HELPOP (modern.ircdocs.horse/#help-message).</summary>
public sealed class HelpTests
{
    [Theory]
    [InlineData("HELP SETNAME", "704 Mai SETNAME :SETNAME :name", "705 Mai SETNAME :what you are really called", "706 Mai SETNAME :End of HELP")]
    [InlineData("HELPOP /dline", "704 Mai DLINE :DLINE [7d] WHOM :why", "705 Mai DLINE :keeps somebody out of the server; for operators of the server", "705 Mai DLINE :It is the same as BAN", "706 Mai DLINE :End of HELP")]
    [InlineData("HELP frob", "524 Mai frob :There is no such command here; HELP lists them")]
    public async Task A_command_is_explained(string line, params string[] answers)
    {
        await using var server = TestServer.Start();
        var mai = await server.Connect("Mai");
        Assert.Equal(answers.Select(answer => $":irc.test {answer}"), await mai.Ask(line));
    }

    [Fact]
    public async Task All_commands_are_listed()
    {
        await using var server = TestServer.Start();
        var lines = await (await server.Connect("Mai")).Ask("HELP");
        Assert.Equal(
            CommandTable.Known.Select(row => row.Name).Order(StringComparer.Ordinal),
            lines.Where(line => line.StartsWith(":irc.test 705 Mai * :", StringComparison.Ordinal)).SelectMany(line => line[(line.LastIndexOf(':') + 1)..].Split(' ')));
    }

    [Fact]
    public void Every_command_has_a_text_that_fits_and_no_other() => Assert.All(
        CommandTable.Known.Select(row => row.Name).Concat(HelpTexts.All.Keys), name =>
        {
            Assert.True(HelpTexts.All.TryGetValue(HelpTexts.Same.GetValueOrDefault(name, name), out var text), name);
            Assert.Contains(CommandTable.Known, row => row.Name == name);
            Assert.True(text!.Does.Length + text.Usage.Length < 300, name);
        });
}
