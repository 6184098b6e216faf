using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>Mode +B (ircv3.net/specs/extensions/bot-mode).</summary>
public sealed class BotTests : IAsyncLifetime
{
    private readonly TestServer _server = TestServer.Start();
    private Client _bot = null!;
    private Client _mai = null!;

    public async Task InitializeAsync()
    {
        _bot = await _server.Connect("Bot", "", "#tea");
        _mai = await _server.Connect("Mai", "message-tags", "#tea");
        Assert.Equal([":irc.test MODE Bot +B"], (await _bot.Ask("MODE Bot +B")).Where(line => line.Contains(" MODE ", StringComparison.Ordinal)));
        await _mai.Heard();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    /// <summary>"Servers MUST add a message tag named bot to messages sent by users with this mode", to who has message-tags.</summary>
    [Fact]
    public async Task What_a_bot_says_has_a_tag()
    {
        var plain = await _server.Connect("Anh", "", "#tea");
        await _mai.Heard();
        await _bot.Ask("PRIVMSG #tea :beep", "TOPIC #tea :boop");
        Assert.All(await _mai.Heard(), line => Assert.Contains(";bot ", line[..(line.IndexOf(' ', StringComparison.Ordinal) + 1)] is var tags && tags.StartsWith("@bot", StringComparison.Ordinal) ? $";{tags[1..].Replace(";", " ", StringComparison.Ordinal)}" : tags, StringComparison.Ordinal));
        Assert.Contains(":Bot!bot@guest PRIVMSG #tea :beep", await plain.Heard());
        await _bot.Ask("MODE Bot -B", "PRIVMSG #tea :quiet");
        Assert.DoesNotContain("bot", Assert.Single(await _mai.Heard()).Split(' ')[0], StringComparison.Ordinal);
    }

    /// <summary>"The server SHOULD send a RPL_WHOISBOT numeric in WHOIS", and "the flags of WHO contain the letter".</summary>
    [Fact]
    public async Task Whois_and_who_say_that_it_is_one()
    {
        Assert.Contains(":irc.test 335 Mai Bot :is a program", await _mai.Ask("WHOIS Bot"));
        Assert.Contains(":irc.test 352 Mai #tea bot guest irc.test Bot H@B :0 Bot himself", await _mai.Ask("WHO #tea"));
        Assert.Contains(await _bot.Ask("MODE Bot"), line => line.StartsWith(":irc.test 221 Bot +Bi", StringComparison.Ordinal));
        Assert.Contains(await _mai.Ask("VERSION"), line => line.Contains(" BOT=B ", StringComparison.Ordinal));
    }
}
