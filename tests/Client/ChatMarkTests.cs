using ChatRoom.Client.Chat;

namespace ChatRoom.Client.Tests;

public class ChatMarkTests
{
    private static Chatting Said() => Chatting.InRoom(Chatting.Modern).Hear("@msgid=m1 :Duy!d@h PRIVMSG #lobby :tea?").Forget();

    [Fact]
    public void Reactions_stand_with_their_message_once_for_each_who_gave_them()
    {
        var chat = Said().Hear(
            "@+draft/react=👍;+draft/reply=m1 :Bob!b@h TAGMSG #lobby",
            "@+draft/react=👍;+draft/reply=m1 :Bob!b@h TAGMSG #lobby",
            "@+draft/react=👍;+draft/reply=m1 :Tuan!t@h TAGMSG #lobby",
            "@+draft/react=🍵;+draft/reply=m1 :Zoe!z@h TAGMSG #lobby",
            "@+draft/react=x;+draft/reply=unknown :Zoe!z@h TAGMSG #lobby",
            "@+draft/react=;+draft/reply=m1 :Zoe!z@h TAGMSG #lobby");
        Assert.Equal("Duy: tea? [👍 Bob Tuan] [🍵 Zoe]", chat.Read().Last());

        chat.Hear("@+draft/unreact=👍;+draft/reply=m1 :Bob!b@h TAGMSG #lobby", "@+draft/unreact=🍵;+draft/reply=m1 :Zoe!z@h TAGMSG #lobby");

        Assert.Equal("Duy: tea? [👍 Tuan]", chat.Read().Last());
    }

    [Fact]
    public void Reactions_are_sent_where_they_are_passed_on()
    {
        var chat = Said().Wish(new ChatWish.React("#lobby", "m1", "👍", Undo: false)).Wish(new ChatWish.React("#lobby", "m1", "👍", Undo: true));
        Assert.Equal(["@+draft/react=👍;+draft/reply=m1 TAGMSG #lobby", "@+draft/unreact=👍;+draft/reply=m1 TAGMSG #lobby"], chat.Sent);

        var old = Chatting.InRoom().Wish(new ChatWish.React("#lobby", "m1", "👍", Undo: false));
        Assert.Empty(old.Sent);
        Assert.Equal("wrong: this server does not pass reactions on", old.Read().Last());
    }

    [Fact]
    public void Who_writes_is_believed_for_six_seconds_or_until_they_have_said_it()
    {
        var chat = Said().Hear("@+typing=active :Duy!d@h TAGMSG #lobby", "@+typing=active :Bob!b@h TAGMSG #lobby", "@+typing=active :Tuan!t@h TAGMSG #lobby");
        Assert.Equal(["Duy", "Bob"], chat.In("#lobby").Typing.Select(typist => typist.Nick));

        chat.Hear(":Bob!b@h PRIVMSG #lobby :there");
        Assert.Equal(["Duy"], chat.In("#lobby").Typing.Select(typist => typist.Nick));

        chat.Pass(TimeSpan.FromSeconds(5.9));
        Assert.Single(chat.In("#lobby").Typing);
        chat.Pass(TimeSpan.FromSeconds(0.2));
        Assert.Empty(chat.In("#lobby").Typing);
    }

    [Theory]
    [InlineData("@+typing=done :Duy!d@h TAGMSG #lobby")]
    [InlineData("@+typing=paused :Duy!d@h TAGMSG #lobby")]
    [InlineData(":Duy!d@h PART #lobby")]
    [InlineData(":Duy!d@h QUIT")]
    public void Who_stops_or_leaves_is_not_writing(string heard) =>
        Assert.Empty(Said().Hear("@+typing=active :Duy!d@h TAGMSG #lobby", heard).In("#lobby").Typing);

    [Fact]
    public void A_clock_that_jumps_back_leaves_nobody_writing_for_ever() =>
        Assert.Empty(Said().Hear("@+typing=active :Duy!d@h TAGMSG #lobby").Pass(TimeSpan.FromHours(-1)).In("#lobby").Typing);

    [Fact]
    public void Others_hear_that_we_write_every_three_seconds_at_most_and_that_we_stopped()
    {
        var chat = Said();
        for (var i = 0; i < 5; i++)
            chat.Wish(new ChatWish.Type("#lobby", true, Conversation.Now + TimeSpan.FromSeconds(i)));
        chat.Wish(new ChatWish.Type("#lobby", false, Conversation.Now + TimeSpan.FromSeconds(5)));
        chat.Wish(new ChatWish.Type("#lobby", false, Conversation.Now + TimeSpan.FromSeconds(6)));

        Assert.Equal(["@+typing=active TAGMSG #lobby", "@+typing=active TAGMSG #lobby", "@+typing=done TAGMSG #lobby"], chat.Sent);
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("message-tags", "CLIENTTAGDENY=*", 0)]
    [InlineData("message-tags", "CLIENTTAGDENY=typing", 0)]
    [InlineData("message-tags", "CLIENTTAGDENY=*,-typing", 1)]
    [InlineData("message-tags", "CLIENTTAGDENY=draft/react", 1)]
    public void That_we_write_is_told_only_where_the_server_passes_it_on(string capabilities, string support, int told) =>
        Assert.Equal(told, Chatting.InRoom(capabilities, support).Wish(new ChatWish.Type("#lobby", true, Conversation.Now)).Sent.Count());

    [Fact]
    public void What_is_said_ends_the_writing_without_a_word()
    {
        var chat = Said().Wish(new ChatWish.Type("#lobby", true, Conversation.Now)).Say("hi").Wish(new ChatWish.Type("#lobby", false, Conversation.Now));

        Assert.Equal(["@+typing=active TAGMSG #lobby", "@label=1 PRIVMSG #lobby hi"], chat.Sent);
    }

    [Fact]
    public void What_is_taken_back_is_forgotten_here_too()
    {
        var chat = Said().Hear("@+draft/react=👍;+draft/reply=m1 :Bob!b@h TAGMSG #lobby", ":Op!o@h REDACT #lobby m1 :rude");

        Assert.Equal("Duy: (taken back by Op)", chat.Read().Last());
        Assert.Equal("rude", Assert.IsType<EntryWhat.Said>(chat.In("#lobby").Entries[^1].What).Why);
        Assert.Equal("", Assert.IsType<EntryWhat.Said>(chat.In("#lobby").Entries[^1].What).Text);
    }
}
