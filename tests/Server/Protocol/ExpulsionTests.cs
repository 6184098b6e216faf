using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Server.Tests.Journals;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>KILL and bans from the server, as who does it, who suffers it and everybody else hears them.</summary>
public sealed class ExpulsionTests
{
    [Fact]
    public async Task Who_is_killed_hears_why_and_so_do_all_who_shared_a_room()
    {
        await using var server = TestServer.Start();
        var tuan = await server.ConnectOperator("Tuan", Powers.Kill);
        var duy = await server.Connect("Duy", "", "#a");
        var anh = await server.Connect("Anh", "", "#a");
        Assert.Equal([":irc.test NOTICE Tuan :Duy had to go, and may come back; BAN keeps somebody out"], await tuan.Ask("KILL duy :spam"));
        Assert.Contains("ERROR :Closing link: Killed (Tuan (spam))", await duy.Rest());
        Assert.Equal([":Duy!duy@guest QUIT :Killed (Tuan (spam))"], await anh.Heard());
        Assert.Equal([":irc.test 401 Tuan duy :Nobody of that nickname is here"], await tuan.Ask("KILL duy :spam"));
        await server.Connect("Duy");
    }

    [Fact]
    public async Task Who_is_banned_goes_and_is_told_why_and_until_when_on_return()
    {
        await using var server = TestServer.Start();
        var tuan = await server.ConnectOperator("Tuan", Powers.Ban);
        var duy = await server.Connect("Duy", "", "#a");
        var anh = await server.Connect("Anh", "", "#a");
        Assert.Equal(
            [":irc.test NOTICE Tuan :duy!*@* is banned until 2026-01-01T12:01:00.000Z; 1 person was here and had to go"], await tuan.Ask("BAN 1m duy :too loud"));
        Assert.Contains("ERROR :Closing link: banned from this server: too loud", await duy.Rest());
        Assert.Equal([":Duy!duy@guest QUIT :banned from this server: too loud"], await anh.Heard());
        var again = server.Dial();
        await again.Send("NICK Duy", "USER duy 0 * :Duy");
        Assert.Equal(
            [":irc.test 465 * :You are banned from this server until 2026-01-01T12:01:00.000Z: too loud", "ERROR :Closing link: banned from this server: too loud"],
            await again.Rest());
        Assert.Equal([":irc.test 432 Anh Duy :Who is called so is banned from this server; choose another nickname"], await anh.Ask("NICK Duy"));
        Assert.Equal(
            [":irc.test NOTICE Tuan :duy!*@*, by Tuan at 2026-01-01T12:00:00.000Z until 2026-01-01T12:01:00.000Z: too loud", ":irc.test NOTICE Tuan :End of the bans"],
            await tuan.Ask("BANS"));
        server.Clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal([":irc.test NOTICE Tuan :Nobody is banned from this server"], await tuan.Ask("BANS"));
    }

    [Fact]
    public async Task From_a_range_nobody_stays_and_nobody_is_heard()
    {
        await using var server = TestServer.Start();
        var tuan = await server.ConnectOperator("Tuan", Powers.Ban);
        var duy = await server.Connect("Duy");
        var newcomer = server.Dial();
        await newcomer.Post("NICK Mai");
        Assert.Equal([":irc.test NOTICE Tuan :203.0.113.0/24 is banned; 1 person was here and had to go"], await tuan.Ask("DLINE 203.0.113.7/24 :spam"));
        Assert.Contains("ERROR :Closing link: banned from this server: spam", await duy.Rest());
        await newcomer.Send("USER mai 0 * :Mai");
        Assert.Equal([":irc.test 465 * :You are banned from this server: spam", "ERROR :Closing link: banned from this server: spam"], await newcomer.Rest());
        Assert.Equal([":irc.test 465 * :You are banned from this server: spam", "ERROR :Closing link: banned from this server: spam"], await server.Dial().Rest());
        Assert.Equal([":irc.test NOTICE Tuan :203.0.113.0/24 is banned no longer"], await tuan.Ask("UNDLINE 203.0.113.0/24"));
        await server.Connect("Duy");
    }

    [Fact]
    public async Task An_account_that_is_banned_ends_where_it_logs_in()
    {
        await using var server = TestServer.Start();
        var tuan = await server.ConnectOperator("Tuan", Powers.Ban);
        await server.AddAccount("Mai");
        var duy = await server.Connect("Duy");
        Assert.Equal([":irc.test NOTICE Tuan :a:Mai is banned; 0 people were here and had to go"], await tuan.Ask("BAN a:mai"));
        await duy.Send("NS IDENTIFY Mai tea");
        var heard = await duy.Rest();
        Assert.Contains(":irc.test 465 Duy :You are banned from this server", heard);
        Assert.Contains("ERROR :Closing link: banned from this server", heard);
    }

    [Theory]
    [InlineData("BAN a:Nobody", ":irc.test FAIL BAN INVALID_PARAMS a:Nobody :There is no such account")]
    [InlineData("BAN 5 Duy", ":irc.test FAIL BAN INVALID_PARAMS 5 :How long? a number with s, m, h or d behind it, such as 30m or 7d; ten years are the most: BAN 7d WHOM :why")]
    [InlineData("BAN 0d Duy", ":irc.test FAIL BAN INVALID_PARAMS 0d :How long? a number with s, m, h or d behind it, such as 30m or 7d; ten years are the most: BAN 7d WHOM :why")]
    [InlineData("BAN 203.0.113.0/33", ":irc.test FAIL BAN INVALID_PARAMS 203.0.113.0/33 :That is nobody who can be banned: it has to be a:ACCOUNT, an address or a range such as 203.0.113.0/24, or a mask nick!user@host")]
    [InlineData("UNBAN Duy", ":irc.test FAIL UNBAN NO_SUCH_BAN * :There is no such ban; BANS lists those that there are")]
    public async Task What_is_no_ban_is_said(string line, string answer)
    {
        await using var server = TestServer.Start();
        var tuan = await server.ConnectOperator("Tuan", Powers.Ban);
        Assert.Equal([answer], await tuan.Ask(line));
    }

    /// <summary>Of people elsewhere the address is not known here; of a network that cloaks don't show, only their own server ends them.</summary>
    [Fact]
    public async Task A_range_holds_on_every_server_of_a_journal()
    {
        using var store = TestStore.ForSeveral();
        await using var one = TestServer.StartAmongOthers(store.Open);
        await using var other = TestServer.StartAmongOthers(store.Open);
        var tuan = await one.ConnectOperator("Tuan", Powers.Ban);
        var duy = await other.Connect("Duy");
        await tuan.Ask("BAN 203.0.0.0/9 :spam");
        Assert.Contains("ERROR :Closing link: banned from this server: spam", await duy.Rest());
    }
}
