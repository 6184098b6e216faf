using System.Text;
using ChatRoom.Domain.Commands;
using ChatRoom.Server.Accounts;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Server.Tests.Journals;
using static ChatRoom.Journal.Tests.Sample;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>The devices of an account, and who stays without any.</summary>
public sealed class DeviceTests
{
    [Fact]
    public async Task Who_asked_for_it_stays_is_away_and_finds_their_rooms_again()
    {
        await using var server = await WithMai();
        var mai = await Come(server);
        Assert.Equal([":irc.test PERSISTENCE STATUS DEFAULT OFF"], await mai.Ask("PERSISTENCE GET"));
        Assert.Equal([":irc.test PERSISTENCE STATUS ON ON"], await mai.Ask("PERSISTENCE SET ON"));
        await mai.Ask("JOIN #tea");
        var duy = await server.Connect("Duy", "away-notify", "#tea");
        await duy.Heard();
        await mai.Send("QUIT :later");
        await mai.Rest();
        await duy.Hears(":Mai!mai@guest AWAY :away");
        Assert.Equal([":irc.test 301 Duy Mai :away"], await duy.Ask("PRIVMSG Mai :are you there?"));
        Assert.Contains(":irc.test 353 Duy = #tea :~Mai Duy", await duy.Ask("NAMES #tea"));

        var (again, welcome) = await Come(server, "draft/persistence draft/chathistory batch");
        Assert.Contains(":irc.test PERSISTENCE STATUS ON ON", welcome);
        Assert.Contains(":Mai!mai@guest JOIN #tea", welcome);
        await duy.Hears(":Mai!mai@guest AWAY");
        Assert.Contains(await again.Ask("CHATHISTORY LATEST Duy * 5"), line => line.EndsWith(" PRIVMSG Mai :are you there?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task They_are_there_after_the_server_died()
    {
        using var store = TestStore.New();
        await using (var server = TestServer.Start(store))
        {
            await Add(server);
            var mai = await Come(server);
            await mai.Ask("NS SET PERSISTENCE on", "JOIN #tea");
            // Nothing is told to anybody, as by a kill.
            server.Journal.Dispose();
        }
        await using var next = TestServer.Start(store);
        var duy = await next.Connect("Duy", "", "#tea");
        Assert.Contains(":irc.test 353 Duy = #tea :~Mai Duy", await duy.Ask("NAMES #tea"));
        next.Clock.Move(TimeSpan.FromDays(31));
        var anh = await next.Connect("Anh", "", "#tea");
        Assert.DoesNotContain(await anh.Ask("NAMES #tea"), line => line.Contains("Mai", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Devices_are_listed_and_ended_one_by_one()
    {
        await using var server = await WithMai();
        var (one, other) = (await Come(server), await Come(server));
        var list = await one.Ask("DEVICES");
        Assert.Equal(3, list.Count);
        Assert.Matches(@"^:irc.test DEVICES LIST 1\.1 :since .*, from .*, this one$", list[0]);
        Assert.Matches(@"^:irc.test DEVICES LIST 1\.2 :since .*, from [^,]*$", list[1]);
        Assert.Equal(":irc.test DEVICES END Mai :DEVICES END ends one of them", list[2]);
        await one.Ask("NS DEVICES END 1.2");
        Assert.Contains("ERROR :Closing link: ended from another device of your account, or by who tends this server", await other.Rest());
        Assert.Matches(@"^:NickServ!NickServ@irc.test NOTICE Mai :1\.1: since .*, this one$", (await one.Ask("NS DEVICES"))[0]);
        Assert.Equal([":NickServ!NickServ@irc.test NOTICE Mai :You stay in your rooms while nobody is connected"], await one.Ask("NS SET PERSISTENCE ON"));
        Assert.Equal([":irc.test FAIL DEVICES DEVICE_UNKNOWN 1.2 :Your account has no such device; DEVICES lists them"], await one.Ask("DEVICES END 1.2"));
    }

    [Theory]
    [InlineData("DEVICES", "FAIL DEVICES ACCOUNT_REQUIRED")]
    [InlineData("DEVICES END 1.1", "FAIL DEVICES ACCOUNT_REQUIRED")]
    [InlineData("DEVICES END x", "FAIL DEVICES INVALID_PARAMS")]
    [InlineData("DEVICES FROB", "FAIL DEVICES INVALID_PARAMS")]
    [InlineData("PERSISTENCE GET", "FAIL PERSISTENCE ACCOUNT_REQUIRED")]
    [InlineData("PERSISTENCE SET", "FAIL PERSISTENCE INVALID_PARAMS")]
    [InlineData("PERSISTENCE ON", "FAIL PERSISTENCE INVALID_PARAMS")]
    public async Task What_a_guest_can_not_do_is_said(string line, string answer)
    {
        await using var server = TestServer.Start();
        var duy = await server.Connect("Duy");
        Assert.StartsWith($":irc.test {answer} ", Assert.Single(await duy.Ask(line)), StringComparison.Ordinal);
    }

    private static async Task<TestServer> WithMai()
    {
        var server = TestServer.Start();
        await Add(server);
        return server;
    }

    private static async Task Add(TestServer server) =>
        Assert.IsType<Verdict.Done>(await server.Registry.Hub.Order(new Command.AddAccount(Account("Mai"), PasswordProof.Make("tea", 7, 2))));

    private static async Task<Client> Come(TestServer server) => (await Come(server, "batch")).Client;

    private static async Task<(Client Client, IReadOnlyList<string> Welcome)> Come(TestServer server, string capabilities)
    {
        var client = server.Dial();
        var proof = Convert.ToBase64String(Encoding.UTF8.GetBytes("\0Mai\0tea"));
        await client.Send($"CAP REQ :sasl {capabilities}", "AUTHENTICATE PLAIN", $"AUTHENTICATE {proof}", "NICK Mai", "USER mai 0 * :Mai", "CAP END");
        return (client, await client.Heard());
    }
}
