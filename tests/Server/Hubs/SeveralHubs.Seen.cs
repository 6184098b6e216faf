using ChatRoom.Journal.Tests;

namespace ChatRoom.Server.Tests.Hubs;

public abstract partial class SeveralHubs
{
    /// <summary>All are called the same here, so they are told apart by their numbers for as long as both are there.</summary>
    [ContractFact]
    public async Task Who_asks_learns_on_which_server_somebody_is_and_which_there_are()
    {
        var (one, two) = (Start(), Start());
        var (own, other) = ($"{one.Registry.Hub.Server.Number}.irc.test", $"{two.Registry.Hub.Server.Number}.irc.test");
        var tuan = await one.Connect("Tuan", "", "#lobby");
        await two.Connect("Duy", "", "#lobby");
        Assert.Equal(":Duy!duy@guest JOIN #lobby", await tuan.Next());

        Assert.Contains($":irc.test 312 Tuan Duy {other} :chatroom-test", await tuan.Ask("WHOIS Duy"));
        Assert.Contains($":irc.test 312 Tuan Tuan {own} :chatroom-test", await tuan.Ask("WHOIS Tuan"));
        Assert.Contains($":irc.test 352 Tuan #lobby duy guest {other} Duy H :0 Duy himself", await tuan.Ask("WHO #lobby"));
        Assert.Equal($":irc.test 354 Tuan {other} Duy", (await tuan.Ask("WHO Duy %sn"))[0]);
        Assert.Equal(
            [$":irc.test 364 Tuan {own} {own} :0 ChatRoom", $":irc.test 364 Tuan {other} {other} :0 ChatRoom", ":irc.test 365 Tuan * :End of LINKS"], await tuan.Ask("LINKS"));
        Assert.Equal([$":irc.test 364 Tuan {other} {other} :0 ChatRoom", $":irc.test 365 Tuan {other[..2]}* :End of LINKS"], await tuan.Ask($"LINKS {other[..2]}*"));
        Assert.Equal([$":irc.test 015 Tuan :{own}", $":irc.test 015 Tuan :- {other}", ":irc.test 017 Tuan :End of the map"], await tuan.Ask("MAP"));
        var counts = await tuan.Ask("LUSERS");
        Assert.Equal((":irc.test 251 Tuan :There are 0 users and 2 invisible on 2 servers", ":irc.test 255 Tuan :I have 1 clients and 1 servers"), (counts[0], counts[4]));
        Assert.Equal([$":irc.test 351 Tuan chatroom-test {other} :ChatRoom"], await tuan.Ask($"VERSION {other}"));
        Assert.StartsWith(":irc.test 242 Tuan :Server up 0 days ", (await tuan.Ask($"STATS u {other}"))[0], StringComparison.Ordinal);
        Assert.Equal([":irc.test 402 Tuan nowhere :No server is called that; LINKS lists those that there are"], await tuan.Ask("VERSION nowhere"));

        _servers.Remove(two);
        await two.Stop();
        Assert.StartsWith(":Duy!duy@guest QUIT :", await tuan.Next(), StringComparison.Ordinal);
        Assert.Equal([":irc.test 015 Tuan :irc.test", ":irc.test 017 Tuan :End of the map"], await tuan.Ask("MAP"));
        await two.DisposeAsync();
    }

    [ContractFact]
    public async Task Who_has_devices_on_two_servers_is_seen_on_both()
    {
        var (one, two) = (Start(), Start());
        var tuan = await one.Connect("Tuan");
        await tuan.Ask("NS REGISTER swordfish-7");
        await AssertOneWorld();
        var phone = two.Dial();
        await phone.Ask("PASS Tuan:swordfish-7", "NICK Tuan", "USER tuan 0 * :Tuan");

        var seen = (await phone.Ask("WHOIS Tuan")).Where(line => line.Contains(" 312 ", StringComparison.Ordinal));

        Assert.Equal([$":irc.test 312 Tuan Tuan {one.Registry.Hub.Server.Number}.irc.test :chatroom-test", $":irc.test 312 Tuan Tuan {two.Registry.Hub.Server.Number}.irc.test :chatroom-test"], seen);
    }
}
