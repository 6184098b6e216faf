using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Tests;

public class RoomTests
{
    private static readonly Stamp At = Conversation.At;

    public static TheoryData<string, ChatEvent> Events => new()
    {
        { ":Duy!d@h JOIN #lobby", new ChatEvent.Joined(At, "#lobby", "Duy", Own: false) },
        { ":Duy!d@h PART #lobby :bye", new ChatEvent.Left(At, "#lobby", "Duy", "bye", Own: false) },
        { ":Duy!d@h PART #lobby", new ChatEvent.Left(At, "#lobby", "Duy", "", Own: false) },
        { ":Duy!d@h QUIT :gone", new ChatEvent.Quit(At, "Duy", "gone") },
        { ":Duy!d@h KICK #lobby Bob :spam", new ChatEvent.Kicked(At, "#lobby", "Bob", "Duy", "spam", Own: false) },
        { ":Duy!d@h NICK Duy2", new ChatEvent.Renamed(At, "Duy", "Duy2", Own: false) },
        { ":Duy!d@h TOPIC #lobby :Tea", new ChatEvent.TopicSet(At, "#lobby", "Duy", "Tea") },
        { ":s 332 Tuan #lobby :Tea", new ChatEvent.TopicSet(At, "#lobby", null, "Tea") },
        { ":Duy!d@h PRIVMSG #lobby :Hello, Tuan!", Conversation.Duy("Hello, Tuan!") },
        { ":Duy!d@h PRIVMSG Tuan :psst", new ChatEvent.Said(At, null, "Duy", "Tuan", "psst", Manner.Message, Own: false) },
        {
            ":Duy!d@h PRIVMSG #lobby :\u0001ACTION waves\u0001",
            new ChatEvent.Said(At, "#lobby", "Duy", "#lobby", "waves", Manner.Action, Own: false)
        },
        { ":Duy!d@h PRIVMSG Tuan :\u0001VERSION\u0001", new ChatEvent.Info(At, "Duy asks for CTCP VERSION; it was not answered") },
        { ":Duy!d@h NOTICE #lobby :ding", new ChatEvent.Noticed(At, "#lobby", "Duy", "#lobby", "ding", Own: false) },
        { ":irc.test NOTICE Tuan :back in 5 min", new ChatEvent.Info(At, "back in 5 min") },
        { ":s 301 Tuan Duy :at lunch", new ChatEvent.Info(At, "Duy is away: at lunch") },
        { ":s NOTE * X :listen", new ChatEvent.Info(At, "listen") },
        { ":s 481 Tuan :Permission denied", new ChatEvent.Refused(At, "Permission denied") },
        { ":s FAIL TOPIC X #lobby :No", new ChatEvent.Refused(At, "No") },
        {
            "@time=2026-11-20T10:00:00.500Z;msgid=m1 :Duy!d@h PRIVMSG #lobby :hi",
            Conversation.Duy("hi", new Stamp(new DateTimeOffset(2026, 11, 20, 10, 0, 0, 500, TimeSpan.Zero), "m1"))
        },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public void What_happens_in_the_room_is_told(string heard, ChatEvent told)
    {
        var client = Conversation.InRoom().Hear(heard);

        Assert.Equal([told], client.Told);
        Assert.Empty(client.Sent);
        Assert.Null(client.Ending);
    }

    [Fact]
    public void A_message_to_the_operators_of_a_room_belongs_to_the_room()
    {
        var client = Conversation.InRoom().Hear(":s 005 Tuan STATUSMSG=@+ :are supported", ":Duy!d@h PRIVMSG @#lobby :hi");

        Assert.Equal([new ChatEvent.Said(At, "#lobby", "Duy", "@#lobby", "hi", Manner.Message, Own: false)], client.Told);
    }

    [Fact]
    public void Who_is_there_is_told_once_without_signs_of_rank()
    {
        var client = Conversation.InRoom().Hear(
            ":s 353 Tuan = #lobby :@+Duy Tuan", ":s 353 Tuan = #lobby :+Bob ", ":s 366 Tuan #lobby :End", ":s 366 Tuan #lobby :End");

        Assert.Equal([new ChatEvent.Present(At, "#lobby", ["Duy", "Tuan", "Bob"], 0)], client.Told);
    }

    [Theory]
    [InlineData(":s 471 Tuan #lobby :It is full", "It is full")]
    [InlineData(":s 475 Tuan #LOBBY :Bad key", "Bad key")]
    [InlineData(":s FAIL JOIN CHANNEL_LOCKED #lobby :Locked", "Locked")]
    public void A_refused_room_is_told_and_what_waits_for_it_fails(string heard, string reason)
    {
        var client = Conversation.Ready().Say("hello").Hear(heard);

        Assert.Equal(
            [new ChatEvent.RoomRefused(At, "#lobby", reason), Conversation.Failed("hello", "you are not in #lobby")],
            client.Told);
    }

    [Fact]
    public void Who_is_removed_is_told_and_can_say_nothing_more()
    {
        var client = Conversation.InRoom().Hear(":Duy!d@h KICK #lobby Tuan :enough").Say("but");

        Assert.Equal(
            [
                new ChatEvent.Kicked(At, "#lobby", "Tuan", "Duy", "enough", Own: true),
                Conversation.Failed("but", "you are not in #lobby"),
            ],
            client.Told);
        Assert.Empty(client.Sent);
    }

    [Fact]
    public void A_new_nickname_holds_when_the_server_says_so()
    {
        Assert.True(Nickname.TryParse("Tran", out var nick, out _));
        var client = Conversation.InRoom().When(new ClientMessage.Rename(nick));
        Assert.Equal(["NICK Tran"], client.Sent);
        Assert.Equal("Tuan", client.Model.Nick);

        client.Hear(":Tuan!tuan@host.test NICK :Tran");

        Assert.Equal([new ChatEvent.Renamed(At, "Tuan", "Tran", Own: true)], client.Told);
        Assert.Equal("Tran", client.Model.Nick);
    }

    [Fact]
    public void A_refused_nickname_is_told_and_nothing_ends()
    {
        Assert.True(Nickname.TryParse("Duy", out var nick, out _));
        var client = Conversation.InRoom().When(new ClientMessage.Rename(nick)).Hear(":s 433 Tuan Duy :It is taken");

        Assert.Equal([new ChatEvent.Refused(At, "'Duy': It is taken")], client.Told);
        Assert.Null(client.Ending);
        Assert.Null(client.Model.AskedNick);
    }

    [Fact]
    public void An_error_from_the_server_ends_it()
    {
        var client = Conversation.InRoom().Hear("ERROR :Closing link: flood");

        Assert.Equal(new Ending.ServerClosed("Closing link: flood"), client.Ending);
    }

    [Fact]
    public void Who_leaves_says_goodbye_and_has_left_however_the_connection_ends()
    {
        var client = Conversation.InRoom().When(new ClientMessage.Leave("bye all"));
        Assert.Equal(["QUIT :bye all"], client.Sent);

        client.When(new ClientMessage.Lost("reset"));

        Assert.Equal(new Ending.Left(), client.Ending);
    }

    [Fact]
    public void What_the_server_says_it_does_not_know_is_remembered()
    {
        var client = Conversation.InRoom().Hear(":s 004 Tuan s v i nov", ":s 421 Tuan KICK :Unknown command");

        Assert.Equal((false, true), (client.Model.Offers("KICK", 'o'), client.Model.Offers("MODE", 'o')));
        Assert.False(client.Model.Offers("MODE", 'b'));
    }
}
