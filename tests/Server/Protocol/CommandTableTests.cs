using ChatRoom.Server.Sessions;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>Every row of the table keeps what it promises, those that are added later too.</summary>
public sealed class CommandTableTests
{
    [Fact]
    public async Task Every_command_says_which_parameters_it_lacks()
    {
        await using var server = TestServer.Start();
        var (before, after) = (server.Dial(), await server.Connect("Tuan"));

        foreach (var (name, least, isBefore) in CommandTable.Known.Where(row => row.Least > 0))
        {
            var (client, nick) = isBefore ? (before, "*") : (after, "Tuan");
            for (var count = 0; count < least; count++)
            {
                Assert.Equal(
                    [$":irc.test 461 {nick} {name} :This command needs {least} parameters or more, and got {count}"],
                    await client.Ask($"{name.ToLowerInvariant()}{string.Concat(Enumerable.Repeat(" x", count))}"));
            }
        }
    }

    /// <summary>What strangers send comes to every handler: none may fail on it, and no answer may break its line.</summary>
    [Theory]
    [InlineData("{0} : ")]
    [InlineData("{0} ::")]
    [InlineData("{0} , , , , ,")]
    [InlineData("{0} :a b c")]
    [InlineData("{0} #a,#b,#c :#d")]
    [InlineData("{0} #lobby * * *")]
    [InlineData("{0} x : x")]
    [InlineData("{0} LS :")]
    [InlineData("{0} 1 2 3 4 5 6 7 8 9 10 11 12 13 14 :15 16")]
    [InlineData("{0} #lobby \u0001\u0002\u001f\u007f\u00a0\u202e")]
    [InlineData("{0} @ + @+ @#lobby")]
    [InlineData("{0} 👩‍👩‍👧‍👦 👩‍👩‍👧‍👦 👩‍👩‍👧‍👦 👩‍👩‍👧‍👦 👩‍👩‍👧‍👦")]
    [InlineData("{0} {1}")]
    [InlineData("{0} {1},{1}")]
    [InlineData("{0} x {1}")]
    [InlineData("@label=x;+typing;+typing=1;+a=\\\\ {0} #lobby :x")]
    [InlineData("@+chatroom/once=zz;=;;+;+= {0} #lobby :x")]
    [InlineData(":some!body@else {0} #lobby :x")]
    public async Task No_parameters_make_a_command_fail(string form)
    {
        await using var server = TestServer.Start();
        var (before, after) = (server.Dial(), await server.Connect("Tuan", "message-tags labeled-response batch chatroom/once", "#lobby"));
        foreach (var (name, _, _) in CommandTable.Known.Where(row => row.Name != "QUIT"))
        {
            var line = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, name, new string('ấ', 70));
            // A client that says WEBIRC and is no gateway is shown out.
            if (name != "WEBIRC")
                await before.Ask(line);
            await after.Ask(line);
        }
        await after.Vanish();
        await before.Vanish();
        Assert.Equal(0, server.Registry.Connections);
    }

    [Theory]
    [InlineData("FROB", "FROB")]
    [InlineData("frob x y", "frob")]
    [InlineData("123", "123")]
    public async Task An_unknown_command_is_named(string line, string name)
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");

        Assert.Equal([$":irc.test 421 Tuan {name} :This server has no such command"], await tuan.Ask(line));
    }

    [Fact]
    public async Task A_very_long_command_is_answered_in_a_line_that_fits()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");

        Assert.Equal(
            [$":irc.test 421 Tuan {new string('F', Limits.WordBytes)} :This server has no such command"], await tuan.Ask(new string('F', 510)));
    }
}
