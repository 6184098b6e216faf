using ChatRoom.Server.Sessions;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>What nobody outside may learn: that there is a secret room, and who is in rooms that one is not in.</summary>
public sealed class SecrecyTests
{
    /// <summary>With whatever stands behind a command. JOIN opens the one and enters the other, which is how somebody who knows the name comes in.</summary>
    private static readonly string[] Shapes = ["{0}", "{0} x", "{0} +m", "{0} b", "{0} +b x", "{0} 5 x", "{0} Tuan", "{0} {0}2 :why", "Tuan {0}", "LATEST {0} * 5", "@{0} :x", "{0},{0} x", "{0} LIST", "{0} SYNC", "{0} GET url", "{0} SET url x", "{0} CLEAR"];

    private static readonly string[] Others = ["JOIN", "CAP", "PASS", "USER", "AUTHENTICATE", "RESUME", "QUIT", "NICK", "SILENCE"];

    public static TheoryData<string> Questions => [.. CommandTable.Known.Select(row => row.Name).Where(name => !Others.Contains(name)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_secret_room_is_to_strangers_as_if_it_were_not(string command)
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "", "#secret");
        await tuan.Ask("MODE #secret +s", "TOPIC #secret :hidden", "PRIVMSG #secret :hidden", "MODE #secret +b Anh", "METADATA #secret SET url :hidden");
        var mai = await server.Connect("Mai", "message-tags draft/chathistory batch draft/channel-rename");
        // MODE takes the letters of a second name one by one.
        foreach (var shape in Shapes.Where(shape => command is not ("MODE" or "SAMODE") || !shape.Contains("{0}2", StringComparison.Ordinal)).Select(shape => $"{(command == "TAGMSG" ? "@+x=1 " : "")}{command} {shape}"))
        {
            var about = await mai.Ask(Line(shape, "#secret"));
            var without = await mai.Ask(Line(shape, "#absent"));
            Assert.Equal(without.Select(line => Untagged(line).Replace("#absent", "#secret", StringComparison.Ordinal)), about.Select(Untagged));
        }
        Assert.DoesNotContain(await tuan.Heard(), line => line.Contains(" #secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_found_in_a_room_that_one_is_not_in()
    {
        await using var server = TestServer.Start();
        await server.Connect("Tuan", "", "#open", "#secret");
        var mai = await server.Connect("Mai");
        foreach (var line in (string[])["NAMES #open", "NAMES", "WHO #open", "WHO *", "WHO T*", "WHO Tuan", "WHOIS Tuan", "USERHOST Tuan", "ISON Tuan"])
            Assert.DoesNotContain(await mai.Ask(line), answer => answer.Contains("Tuan", StringComparison.Ordinal) && answer.Contains('#', StringComparison.Ordinal));
        Assert.Contains(":irc.test 322 Mai #open 1 :", await mai.Ask("LIST"));
    }

    private static string Untagged(string line) => line[0] == '@' ? line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..] : line;

    private static string Line(string shape, string room) => shape.Replace("{0}", room, StringComparison.Ordinal);
}
