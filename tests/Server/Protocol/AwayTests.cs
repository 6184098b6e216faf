using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

public sealed class AwayTests
{
    private const string Now = ":irc.test 306 Tuan :You are away now; who writes to you is told so";
    private const string Back = ":irc.test 305 Tuan :You are here again";

    [Fact]
    public async Task Who_goes_and_comes_back_is_told_how_it_is_now()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "", "#lobby");

        Assert.Equal([Now, Now, Back, Back], await tuan.Ask("AWAY :out for lunch", "AWAY :out for lunch", "AWAY", "AWAY :"));
    }

    [Fact]
    public async Task Those_in_the_same_rooms_hear_it_where_they_asked_for_that()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "away-notify echo-message", "#lobby");
        var duy = await server.Connect("Duy", "away-notify", "#lobby");
        var mai = await server.Connect("Mai", "", "#lobby");
        await tuan.Heard();
        await duy.Heard();

        Assert.Equal([Now, Back], await tuan.Ask("AWAY :out for lunch", "AWAY"));

        await duy.Hears(":Tuan!tuan@guest AWAY :out for lunch", ":Tuan!tuan@guest AWAY");
        await mai.Hears();
    }

    [Fact]
    public async Task A_room_entered_while_away_hears_it_behind_the_arrival()
    {
        await using var server = TestServer.Start();
        var duy = await server.Connect("Duy", "away-notify", "#lobby");
        var tuan = await server.Connect("Tuan");

        await tuan.Ask("AWAY :out for lunch", "JOIN #lobby");

        await duy.Hears(":Tuan!tuan@guest JOIN #lobby", ":Tuan!tuan@guest AWAY :out for lunch");
    }

    [Fact]
    public async Task Whose_words_were_forgotten_is_away_all_the_same()
    {
        await using var server = TestServer.Start();
        var duy = await server.Connect("Duy", "away-notify", "#lobby");
        var tuan = await server.Connect("Tuan");
        await tuan.Ask("AWAY :out for lunch");
        server.Registry.Hub.Post(Server.Hubs.HubMessage.FromServer(new Command.Forget(new Forgetting([new SequenceRange(default, new Sequence(99))], LanguageExt.Option<RoomId>.None))));

        await tuan.Ask("JOIN #lobby");

        await duy.Hears(":Tuan!tuan@guest JOIN #lobby", ":Tuan!tuan@guest AWAY :away");
        Assert.Contains(":irc.test 301 Duy Tuan :away", await duy.Ask("WHOIS Tuan"));
    }

    [Fact]
    public async Task Other_rooms_hear_nothing_of_that_and_it_is_no_message_with_an_id()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "", "#lobby");
        var duy = await server.Connect("Duy", "away-notify", "#lobby");
        var mai = await server.Connect("Mai", "away-notify message-tags", "#music");
        await tuan.Ask("AWAY :out for lunch");
        await duy.Heard();

        await tuan.Ask("JOIN #music");

        await duy.Hears();
        var heard = await mai.Heard();
        Assert.EndsWith(" JOIN #music", heard[0], StringComparison.Ordinal);
        Assert.Equal([":Tuan!tuan@guest AWAY :out for lunch"], heard.Skip(1));
    }

    [Fact]
    public async Task Who_writes_to_somebody_who_is_away_is_told_and_a_notice_is_never_answered()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");
        var duy = await server.Connect("Duy");
        await tuan.Ask("AWAY :out for lunch");

        Assert.Equal([":irc.test 301 Duy Tuan :out for lunch"], await duy.Ask("PRIVMSG tuan :tea?", "NOTICE tuan :tea!"));
        await tuan.Hears(":Duy!duy@guest PRIVMSG Tuan :tea?", ":Duy!duy@guest NOTICE Tuan :tea!");
    }

    [Fact]
    public async Task Who_and_whois_tell_it()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");
        await tuan.Ask("AWAY :out for lunch");

        Assert.Equal(":irc.test 352 Tuan * tuan guest irc.test Tuan G :0 Tuan himself", (await tuan.Ask("WHO Tuan"))[0]);
        Assert.Contains(":irc.test 301 Tuan Tuan :out for lunch", await tuan.Ask("WHOIS Tuan"));
    }

    [Fact]
    public async Task Words_that_are_too_long_are_refused_and_not_cut()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");

        Assert.Equal(
            [":irc.test 417 Tuan :That message for being away has 341 bytes; 340 are the most"],
            await tuan.Ask($"AWAY :{new string('t', Domain.Events.RuleLimits.First.AwayBytes + 1)}"));
    }
}
