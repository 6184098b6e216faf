using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Tests;

/// <summary>What was open at the end of a start is open at the next, and what came meanwhile is new.</summary>
public class ChatBookmarkTests
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    private static string Said(string id, int minute, string text, string tags = "") =>
        $"@{tags}msgid={id};time=2026-11-20T10:{minute:00}:00.000Z :Duy!d@h PRIVMSG #lobby :{text}";

    private static Chatting BackInRoom(string looking = "#lobby") => Chatting
        .Ready(Chatting.Modern, history: 10, left: [new("#lobby", true, Ten.AddMinutes(5)), new("Mai", false, Ten), new("#tea", true, null)], looking: looking)
        .Hear(":Tuan!t@h JOIN #lobby", ":s BATCH +b chathistory #lobby", Said("m1", 5, "read", "batch=b;"), Said("m2", 6, "Tuan?", "batch=b;"), Said("m3", 7, "gone", "batch=b;"), ":s BATCH -b");

    [Fact]
    public void Conversations_are_there_again_in_their_order() =>
        Assert.Equal(["", "#lobby", "Mai", "#tea"], BackInRoom().Model.Conversations.Select(known => known.Name));

    [Fact]
    public void What_was_said_meanwhile_is_new_where_one_looks()
    {
        var room = BackInRoom().In("#lobby");

        Assert.Equal("!Duy: Tuan?", Chatting.Text(room.Entries[room.Entries.IndexOfNumber(room.UnreadFrom!.Value)]));
        Assert.Equal((0, 0), (room.Unread, room.Mentions));
    }

    [Fact]
    public void And_it_is_counted_where_one_does_not_look()
    {
        var chat = BackInRoom(looking: "Mai");

        Assert.Equal((2, 1), (chat.In("#lobby").Unread, chat.In("#lobby").Mentions));
        Assert.Equal("Tuan?", chat.Model.Alert?.Text);
    }

    [Fact]
    public void What_was_written_to_us_alone_is_counted_when_it_is_loaded()
    {
        var chat = BackInRoom().Stand(new LinkState.Connecting()).Stand(new LinkState.Online()).Forget().Wish(new ChatWish.LoadLatest("Mai"));
        var label = chat.Sent.Single().Split(' ')[0].Split('=')[1];
        chat.Hear(
            $"@label={label} :s BATCH +c chathistory Mai", "@batch=c;msgid=p1;time=2026-11-20T09:00:00.000Z :Mai!m@h PRIVMSG Tuan :old",
            "@batch=c;msgid=p2;time=2026-11-20T11:00:00.000Z :Mai!m@h PRIVMSG Tuan :secret", ":s BATCH -c");

        Assert.Equal((1, 1), (chat.In("Mai").Unread, chat.In("Mai").Mentions));
    }

    [Fact]
    public void What_is_kept_is_how_far_one_has_read()
    {
        var chat = BackInRoom(looking: "Mai");
        Assert.Equal(
            [new("#lobby", true, Ten.AddMinutes(5)), new("Mai", false, Ten)],
            Bookmarks.Of(chat.Model));

        chat.Wish(new ChatWish.Look("#lobby"));
        Assert.Equal(Ten.AddMinutes(7), Bookmarks.Of(chat.Model)[0].ReadUntil);
    }

    [Fact]
    public void A_room_that_one_left_is_not_come_back_to()
    {
        var chat = BackInRoom().Hear(":Tuan!t@h PART #lobby");
        Assert.DoesNotContain(Bookmarks.Of(chat.Model), bookmark => bookmark.Name == "#lobby");
    }

    [Fact]
    public void A_private_line_that_nobody_gets_is_told_where_one_is_and_its_place_is_marked()
    {
        var chat = Chatting.InRoom().Wish(new ChatWish.Say("Nobody", "hi", Manner.Message, Conversation.Id)).Hear(":s 401 Tuan Nobody :No such nick");

        Assert.StartsWith("wrong: not sent to Nobody: hi: ", chat.Read().Last(), StringComparison.Ordinal);
        Assert.Equal(1, chat.In("Nobody").Failures);
        Assert.Equal(0, chat.Wish(new ChatWish.Look("Nobody")).In("Nobody").Failures);
    }
}
