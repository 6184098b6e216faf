using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>A guest who is here logs in to the account of somebody who is here: what each of those hears who notice.</summary>
public sealed class MergeTests
{
    [Fact]
    public async Task To_others_the_guest_goes_and_the_person_comes_and_both_are_one_person_in_all_rooms()
    {
        await using var server = TestServer.Start();
        var phone = await server.Connect("Mai", "", "#a", "#c");
        await phone.Ask("NS REGISTER tea");
        var guest = await server.Connect("Duy", "", "#a", "#b");
        var anh = await server.Connect("Anh", "extended-join", "#a", "#b");
        await guest.Heard();
        await phone.Heard();

        Assert.Equal(
            [
                ":irc.test 900 Mai Mai!mai@guest Mai :You are logged in as Mai", ":NickServ!NickServ@irc.test NOTICE Mai :You are logged in as Mai",
                ":Mai!mai@guest QUIT :you are one person now", ":Duy!duy@guest NICK Mai",
                ":irc.test 353 Mai = #a :@Mai Anh", ":irc.test 366 Mai #a :End of names",
                ":Mai!mai@guest JOIN #c", ":irc.test 353 Mai = #c :@Mai", ":irc.test 366 Mai #c :End of names",
                ":irc.test 353 Mai = #b :@Mai Anh", ":irc.test 366 Mai #b :End of names",
                ":irc.test MODE #b +o Mai",
            ], await guest.Ask("NS IDENTIFY Mai tea"));
        Assert.Equal(
            [
                ":Duy!duy@guest QUIT :logged in, and is Mai now", ":Mai!mai@guest JOIN #b", ":irc.test 353 Mai = #b :@Mai Anh", ":irc.test 366 Mai #b :End of names",
                ":irc.test MODE #b +o Mai",
            ], await phone.Heard());
        await anh.Hears(":Duy!duy@guest QUIT :logged in, and is Mai now", ":Mai!mai@guest JOIN #b Mai :Mai himself", ":irc.test MODE #b +o Mai");

        await guest.Ask("PRIVMSG #c :both hear it");
        await phone.Hears(":Mai!mai@guest PRIVMSG #c :both hear it");
        await anh.Ask("PRIVMSG Mai :hello");
        await guest.Hears(":Anh!anh@guest PRIVMSG Mai :hello");
        await phone.Hears(":Anh!anh@guest PRIVMSG Mai :hello");
        await guest.Send("QUIT");
        await guest.Rest();
        Assert.Empty(await anh.Heard());
    }

    [Fact]
    public async Task Where_the_person_is_banned_the_guest_leaves()
    {
        await using var server = TestServer.Start();
        var phone = await server.Connect("Mai");
        await phone.Ask("NS REGISTER tea");
        var guest = await server.Connect("Duy", "sasl", "#b");
        await guest.Ask("MODE #b +b a:Mai");
        Assert.Equal(
            [":Duy!duy@guest PART #b :Mai may not be there", ":Duy!duy@guest NICK Mai"], (await guest.Ask("NS IDENTIFY Mai tea")).TakeLast(2));
        Assert.Empty(server.World.Rooms);
        Assert.Empty(await phone.Heard());
    }
}
