using ChatRoom.Domain.Events;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>no-implicit-names (by both names), draft/oper-tag, draft/pre-away.</summary>
public sealed class JoinAnswerTests
{
    /// <summary>"Servers MUST NOT send an implicit NAMES reply after sending a JOIN", and "MUST reply to explicit NAMES as usual".</summary>
    [Theory]
    [InlineData("no-implicit-names")]
    [InlineData("draft/no-implicit-names")]
    public async Task Who_does_not_want_names_hears_them_only_when_asking(string capability)
    {
        await using var server = TestServer.Start();
        var mai = await server.Connect("Mai", capability);
        Assert.Equal([":Mai!mai@guest JOIN #tea"], await mai.Ask("JOIN #tea"));
        Assert.Equal([":irc.test 353 Mai = #tea :@Mai", ":irc.test 366 Mai #tea :End of names"], await mai.Ask("NAMES #tea"));
    }

    /// <summary>"The tag MUST be added to all commands sent by a user" who is an operator; here to who asked for it, and without a value.</summary>
    [Fact]
    public async Task An_operators_lines_have_a_tag_for_who_wants_it()
    {
        await using var server = TestServer.Start();
        var (tuan, mai, duy) = (await server.Connect("Tuan", "", "#tea"), await server.Connect("Mai", "draft/oper-tag", "#tea"), await server.Connect("Duy", "message-tags", "#tea"));
        await server.AddAccount("Op", Powers.All);
        await tuan.Ask("OPER Op tea");
        await mai.Heard();
        await duy.Heard();
        await tuan.Ask("PRIVMSG #tea :hello", "MODE Tuan -o", "PRIVMSG #tea :again");
        await mai.Hears("@draft/oper :Tuan!tuan@guest PRIVMSG #tea :hello", ":Tuan!tuan@guest PRIVMSG #tea :again");
        Assert.DoesNotContain(await duy.Heard(), line => line.Contains("draft/oper", StringComparison.Ordinal));
    }

    /// <summary>"Servers MUST accept the AWAY command before connection registration has completed."</summary>
    [Theory]
    [InlineData("AWAY :at lunch", "at lunch")]
    [InlineData("AWAY *", "away")]
    public async Task One_comes_as_somebody_who_is_away(string line, string words)
    {
        await using var server = TestServer.Start();
        var (mai, duy) = (server.Dial(), await server.Connect("Duy"));
        Assert.StartsWith(":irc.test 451 * ", Assert.Single(await mai.Ask(line)), StringComparison.Ordinal);
        Assert.Equal([":irc.test CAP * ACK :draft/pre-away", ":irc.test 306 * :You come as somebody who is away"], await mai.Ask("CAP REQ :draft/pre-away", line));
        await mai.Ask("NICK Mai", "USER mai 0 * :Mai", "CAP END");
        Assert.Contains($":irc.test 301 Duy Mai :{words}", await duy.Ask("WHOIS Mai"));
    }

    /// <summary>"An away message of * should be treated as though the connection did not exist at all".</summary>
    [Fact]
    public async Task A_program_that_comes_without_its_owner_brings_nobody_back()
    {
        await using var server = TestServer.Start();
        var mai = await server.Connect("Mai", "", "#tea");
        await mai.Ask("NS REGISTER tea", "PERSISTENCE SET ON");
        var duy = await server.Connect("Duy", "away-notify", "#tea");
        await mai.Send("QUIT");
        await mai.Rest();
        await duy.Heard();
        await Come(server, "AWAY *");
        await duy.Hears();
        await Come(server, "AWAY :on the train");
        await duy.Hears(":Mai!mai@guest AWAY :on the train");
        await Come(server, "AWAY");
        await duy.Hears(":Mai!mai@guest AWAY");
    }

    private static async Task Come(TestServer server, string line)
    {
        var client = server.Dial();
        await client.Ask("CAP REQ :draft/pre-away", line, "PASS Mai:tea", "NICK Mai", "USER mai 0 * :Mai", "CAP END");
    }
}
