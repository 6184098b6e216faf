using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Irc;

namespace ChatRoom.Client.Tests;

public class ChatWishTests
{
    [Fact]
    public void What_is_said_waits_below_until_the_server_has_it()
    {
        var chat = Chatting.InRoom(Chatting.Modern).Say("hello");
        Assert.Equal(["@label=1 PRIVMSG #lobby hello"], chat.Sent);
        var pending = Assert.Single(chat.Model.Pending(chat.In("#lobby")));
        Assert.Equal(("hello", DeliveryState.Sent), (pending.Text, pending.Fate));
        Assert.DoesNotContain(chat.Read(), line => line.Contains("hello"));

        chat.Hear("@label=1;msgid=m1 :Tuan!t@h PRIVMSG #lobby :hello");

        Assert.Empty(chat.Model.Pending(chat.In("#lobby")));
        Assert.Equal("me: hello", chat.Read().Last());
        Assert.Equal((0, null), (chat.In("#lobby").Unread, chat.Model.Alert));
    }

    [Fact]
    public void A_refused_line_can_be_said_again_and_stands_once()
    {
        var chat = Chatting.InRoom(Chatting.Modern).Say("hello", replyTo: "m0").Hear("@label=1 :s 404 Tuan #lobby :It is moderated").Forget();
        Assert.Equal("(m0) me: hello (Failed: you can't speak in #lobby: It is moderated)", chat.Read().Last());
        var failed = Assert.IsType<EntryWhat.Said>(chat.In("#lobby").Entries[^1].What);

        chat.Wish(new ChatWish.Retry("#lobby", failed.Id!.Value, 7));
        chat.Wish(new ChatWish.Retry("#lobby", failed.Id!.Value, 8));

        Assert.Equal(["@label=2;+draft/reply=m0 PRIVMSG #lobby hello"], chat.Sent);
        Assert.DoesNotContain(chat.Read(), line => line.Contains("hello"));
        Assert.Equal((UInt128)7, Assert.Single(chat.Model.Pending(chat.In("#lobby"))).Id);
    }

    [Fact]
    public void What_failed_in_a_conversation_that_was_closed_is_tried_again_there()
    {
        var chat = Chatting.InRoom(Chatting.Modern).Say("hello").Wish(new ChatWish.Close("#lobby", "")).Forget().Hear("@label=1 :s 404 Tuan #lobby :You are not there");
        var failed = chat.In("").Entries.Select(entry => entry.What).OfType<EntryWhat.Said>().Single();

        chat.Wish(new ChatWish.Retry("", failed.Id!.Value, 7));

        var again = chat.In("").Entries.Select(entry => entry.What).OfType<EntryWhat.Said>().Single();
        Assert.Equal(("#lobby", "hello", (UInt128?)7), (again.To, again.Text, again.Id));
    }

    [Fact]
    public void A_line_for_the_operators_is_said_again_to_them_only()
    {
        var chat = Chatting.InRoom(Chatting.Modern).Say("psst", to: "@#lobby").Hear("@label=1 :s 404 Tuan @#lobby :No").Forget();
        var failed = Assert.IsType<EntryWhat.Said>(chat.In("#lobby").Entries[^1].What);

        chat.Wish(new ChatWish.Retry("#lobby", failed.Id!.Value, 7));

        Assert.Equal(["@label=2 PRIVMSG @#lobby psst"], chat.Sent);
    }

    [Fact]
    public void What_failed_or_waits_can_be_taken_back()
    {
        var chat = Chatting.InRoom(Chatting.Modern).Say("one").Hear("@label=1 :s 404 Tuan #lobby :No");
        chat.Wish(new ChatWish.Discard("#lobby", Conversation.Id));
        Assert.DoesNotContain(chat.Read(), line => line.Contains("one"));

        for (var i = 0; i <= ClientLimits.UnderWayElsewhere; i++)
            chat.Say($"line {i}");
        var waiting = chat.Model.Pending(chat.In("#lobby"))[^1];
        Assert.Equal(DeliveryState.Waiting, waiting.Fate);
        chat.Wish(new ChatWish.Discard("#lobby", waiting.Id!.Value));

        Assert.All(chat.Model.Pending(chat.In("#lobby")), line => Assert.Equal(DeliveryState.Sent, line.Fate));
    }

    [Fact]
    public void Several_lines_are_several_messages_in_their_order()
    {
        var chat = Chatting.InRoom().Say("one\r\ntwo\n\nthree");

        Assert.Equal(["PRIVMSG #lobby one", "PRIVMSG #lobby two", "PRIVMSG #lobby three"], chat.Sent);
        Assert.Equal(3, chat.Model.Pending(chat.In("#lobby")).Select(line => line.Id).Distinct().Count());
    }

    [Fact]
    public void Talking_to_somebody_new_opens_a_conversation_and_looks_nowhere_else()
    {
        var chat = Chatting.InRoom().Say("psst", to: "Bob");

        Assert.Single(chat.Model.Pending(chat.In("Bob")));
        Assert.Equal("#lobby", chat.Model.Looking);
    }

    [Fact]
    public void Nothing_can_be_said_to_the_server()
    {
        var chat = Chatting.InRoom().Say("hello?", to: "");

        Assert.StartsWith("wrong: nobody hears what is said here", chat.Read("").Last());
        Assert.Empty(chat.Sent);
    }

    [Fact]
    public void A_room_is_opened_looked_at_and_closed()
    {
        var chat = Chatting.InRoom().Wish(new ChatWish.Open("#tea", "sesame"));
        Assert.Equal(("#tea", false), (chat.Model.Looking, chat.In("#tea").Inside));
        chat.Hear(":Tuan!t@h JOIN #Tea");
        Assert.True(chat.In("#tea").Inside);

        chat.Wish(new ChatWish.Close("#tea", "bye"));

        Assert.Equal(["JOIN #tea sesame", "PART #Tea bye"], chat.Sent);
        Assert.Equal("#lobby", chat.Model.Looking);
        chat.Hear(":Duy!d@h PRIVMSG #tea :still talking", ":Tuan!t@h PART #tea");
        Assert.Null(chat.Model.Find("#tea"));
        Assert.Empty(chat.Model.Leaving);
        Assert.True(chat.Wish(new ChatWish.Open("#tea")).Hear(":Tuan!t@h JOIN #tea").In("#tea").Inside);
    }

    [Fact]
    public void A_room_that_does_not_let_us_in_says_why()
    {
        var chat = Chatting.InRoom().Wish(new ChatWish.Open("#tea")).Hear(":s 475 Tuan #tea :Cannot join channel (+k)");

        Assert.Equal(["wrong: cannot join #tea: #tea is locked: it needs the right key"], chat.Read("#tea"));
        Assert.Equal(["JOIN #tea", "JOIN #tea key"], chat.Wish(new ChatWish.Open("#tea", "key")).Sent);
    }

    [Fact]
    public void A_name_that_can_not_be_sent_is_refused_in_words()
    {
        var chat = Chatting.InRoom().Wish(new ChatWish.Open("#two words", "key"));
        chat.Wish(new ChatWish.Command("#lobby", Message.Of("MODE", "#lobby", "", "x"))).Say("hi", to: "a b");

        Assert.Empty(chat.Sent);
        Assert.Equal(3, chat.Read().Count(line => line.StartsWith("wrong: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_server_stays_and_what_is_not_there_can_not_be_looked_at()
    {
        var chat = Chatting.InRoom().Wish(new ChatWish.Close("", "")).Wish(new ChatWish.Look("#nowhere")).Wish(new ChatWish.Close("#nowhere", ""));

        Assert.Equal("#lobby", chat.Model.Looking);
        Assert.StartsWith("wrong: the server's own conversation can't be closed", chat.Read("").Last());
    }

    [Fact]
    public void Being_away_is_said_and_shown()
    {
        var chat = Chatting.InRoom().Wish(new ChatWish.Away("at lunch")).Hear(":s 306 Tuan :You are away").Wish(new ChatWish.Away(null)).Hear(":s 305 Tuan :x");

        Assert.Equal(["AWAY :at lunch", "AWAY"], chat.Sent);
        Assert.Equal(["info: you are away now", "info: you are no longer away"], chat.Read().TakeLast(2));
    }
}
