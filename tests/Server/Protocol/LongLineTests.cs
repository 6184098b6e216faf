using System.Text;
using ChatRoom.Irc;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>
/// What would not be heard whole is refused (modern.ircdocs.horse, ERR_INPUTTOOLONG): 512 bytes with the sender's name in front and CR LF
/// (RFC 1459 section 2.3) are relayed, and not one more. That nobody hears a longer line is what every client of this dialect asserts.
/// </summary>
public sealed class LongLineTests
{
    [Theory]
    [InlineData("PRIVMSG", "#a", "", "")]
    [InlineData("NOTICE", "#a", "", "")]
    [InlineData("PRIVMSG", "@#a", "", "")]
    [InlineData("PRIVMSG", "Duy", "", "")]
    [InlineData("PRIVMSG", "#a", "\u0001ACTION ", "\u0001")]
    [InlineData("PRIVMSG", "#a", "", "\U0001F603")]
    public async Task A_line_of_512_bytes_with_its_senders_name_is_heard_and_one_byte_more_is_refused(string verb, string to, string before, string behind)
    {
        await using var server = TestServer.Start();
        var duy = await server.Connect("Duy", "", "#a");
        var tuan = await server.Connect("Tuan", "", "#a");
        await duy.Heard();
        var room = LineLimits.Body - Encoding.UTF8.GetByteCount($":Tuan!tuan@guest {verb} {to} :{before}{behind}\r\n");

        var refused = await tuan.Ask($"{verb} {to} :{before}{new string('x', room + 1)}{behind}");
        Assert.Equal([":irc.test 417 Tuan :That line is 1 byte too long: with your name in front it may have 512. Nobody heard it; say it in two"], refused);
        await duy.Hears();

        Assert.Empty(await tuan.Ask($"{verb} {to} :{before}{new string('x', room)}{behind}"));
        Assert.Equal(LineLimits.Body, Encoding.UTF8.GetByteCount(Assert.Single(await duy.Heard()) + "\r\n"));
    }

    [Fact]
    public async Task The_name_that_counts_is_the_one_at_the_lines_place()
    {
        await using var server = TestServer.Start();
        var duy = await server.Connect("Duy", "", "#a");
        var tuan = await server.Connect("Tuan", "", "#a");
        await duy.Heard();
        var line = $"PRIVMSG #a :{new string('x', LineLimits.Body - ":Tuan!tuan@guest PRIVMSG #a :\r\n".Length)}";

        var heard = await tuan.Ask("NICK Tuan_", line, "NICK Tuan", line);

        Assert.Equal(["NICK", "417", "NICK"], heard.Select(one => one.Split(' ')[1]));
        Assert.Equal(["NICK", "NICK", "PRIVMSG"], (await duy.Heard()).Select(one => one.Split(' ')[1]));
    }

    [Theory]
    [InlineData("PART #a :")]
    [InlineData("KICK #a Duy :")]
    [InlineData("DROP #a :")]
    [InlineData("RENAME #a #b :")]
    [InlineData("KNOCK #a :")]
    [InlineData("KILL Duy :")]
    [InlineData("BAN 7d Duy :")]
    [InlineData("TBAN #a 60 Duy :")]
    [InlineData("WALLOPS :")]
    public async Task Words_that_could_not_be_passed_on_whole_are_refused(string line)
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "", "#a");

        var refused = await tuan.Ask($"{line}{new string('x', Limits.ReasonBytes + 1)}");

        Assert.Equal([$":irc.test 417 Tuan :Your words are too many to be passed on whole: {Limits.ReasonBytes} bytes are the most behind {line.Split(' ')[0]}"], refused);
    }

    [Fact]
    public async Task A_reason_is_passed_on_whole_behind_the_longest_names()
    {
        await using var server = TestServer.Start();
        var room = "#" + new string('r', 63);
        var name = new string('N', 30);
        var tuan = await server.Connect(name, "", room);
        var duy = await server.Connect(new string('D', 30), "", room);
        await tuan.Heard();
        var words = new string('x', Limits.ReasonBytes);

        await tuan.Ask($"KICK {room} {new string('D', 30)} :{words}");

        Assert.EndsWith($":{words}", Assert.Single(await duy.Heard()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_quits_can_not_be_refused_so_their_last_words_end_where_the_line_does()
    {
        await using var server = TestServer.Start();
        var duy = await server.Connect("Duy", "", "#a");
        var tuan = await server.Connect(new string('N', 30), "", "#a");
        await duy.Heard();

        await tuan.Send($"QUIT :{new string('x', 504)}");
        await tuan.Rest();

        Assert.Contains("QUIT :", Assert.Single(await duy.Heard()), StringComparison.Ordinal);
    }
}
