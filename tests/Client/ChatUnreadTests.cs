using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Tests;

public class ChatUnreadTests
{
    private static Chatting Elsewhere() => Chatting.InRoom(Chatting.Modern).Wish(new ChatWish.Look(""));

    [Fact]
    public void What_is_said_while_nobody_looks_is_counted_from_the_first()
    {
        var chat = Elsewhere().Hear(
            ":Duy!d@h PRIVMSG #lobby :one", ":Bob!b@h JOIN #lobby", ":Duy!d@h PRIVMSG #lobby :Tuan?", ":Tuan!t@h PRIVMSG #lobby :from elsewhere");

        var room = chat.In("#lobby");
        Assert.Equal((2, 1), (room.Unread, room.Mentions));
        Assert.Equal("Duy: one", Chatting.Text(room.Entries[room.Entries.IndexOfNumber(room.UnreadFrom!.Value)]));
    }

    [Fact]
    public void The_unread_line_stands_while_one_looks_and_goes_with_leaving()
    {
        var chat = Elsewhere().Hear(":Duy!d@h PRIVMSG #lobby :one").Wish(new ChatWish.Look("#lobby"));
        var from = chat.In("#lobby").UnreadFrom;
        Assert.NotNull(from);
        Assert.Equal(0, chat.In("#lobby").Unread);

        chat.Hear(":Duy!d@h PRIVMSG #lobby :two");
        Assert.Equal((0, from), (chat.In("#lobby").Unread, chat.In("#lobby").UnreadFrom));

        chat.Wish(new ChatWish.Look(""));
        Assert.Null(chat.In("#lobby").UnreadFrom);
    }

    [Fact]
    public void What_was_played_when_we_came_is_not_unread()
    {
        var chat = Chatting.Ready(Chatting.Modern, history: 10).Hear(
            ":Tuan!t@h JOIN #lobby",
            ":s BATCH +b chathistory #lobby",
            "@batch=b;msgid=m1;time=2026-11-20T10:00:00.000Z :Duy!d@h PRIVMSG #lobby :Tuan, are you there?",
            ":s BATCH -b");

        Assert.Equal(["!Duy: Tuan, are you there?", "-> Tuan"], chat.Read());
        Assert.Equal((0, 0, null), (chat.In("#lobby").Unread, chat.In("#lobby").Mentions, chat.Model.Alert));
    }

    [Fact]
    public void What_was_missed_while_the_connection_was_away_is_unread()
    {
        var chat = Elsewhere().Hear("@msgid=m1;time=2026-11-20T10:00:00.000Z :Duy!d@h PRIVMSG #lobby :one").Wish(new ChatWish.Look("#lobby"))
            .Wish(new ChatWish.Look(""));
        chat.Hear(
            ":s BATCH +b chathistory #lobby",
            "@batch=b;msgid=m1;time=2026-11-20T10:00:00.000Z :Duy!d@h PRIVMSG #lobby :one",
            "@batch=b;msgid=m2;time=2026-11-20T12:00:00.000Z :Duy!d@h PRIVMSG #lobby :Tuan?",
            ":s BATCH -b");

        Assert.Equal((1, 1), (chat.In("#lobby").Unread, chat.In("#lobby").Mentions));
        Assert.Equal("Tuan?", chat.Model.Alert?.Text);
    }

    [Fact]
    public void What_is_played_stands_where_it_was_said()
    {
        static string Said(string id, int minute, string text, string tags = "") =>
            $"@{tags}msgid={id};time=2026-11-20T10:{minute:00}:00.000Z :Duy!d@h PRIVMSG #lobby :{text}";
        var chat = Chatting.InRoom(Chatting.Modern).Hear(Said("m1", 10, "one"), Said("m5", 50, "five"), Said("m6", 20, "six, by a clock that jumped"));

        chat.Hear(
            ":s BATCH +b chathistory #lobby", Said("m0", 5, "zero", "batch=b;"), Said("m1", 10, "one", "batch=b;"),
            Said("m2", 15, "two", "batch=b;"), Said("m3", 16, "three", "batch=b;"), ":s BATCH -b");

        var said = chat.Read().Where(line => line.StartsWith("Duy", StringComparison.Ordinal));
        Assert.Equal(["Duy: zero", "Duy: one", "Duy: two", "Duy: three", "Duy: five", "Duy: six, by a clock that jumped"], said);
        var numbers = chat.In("#lobby").Entries.Select(entry => entry.Number).ToList();
        Assert.Equal(numbers.Distinct().Order(), numbers);
    }

    [Fact]
    public void Entries_are_bounded_and_say_that_there_is_more()
    {
        var chat = Chatting.InRoom(Chatting.Modern);
        chat.Hear(Enumerable.Range(0, 3_000).Select(i => $"@msgid=m{i} :Duy!d@h PRIVMSG #lobby :{i}"));
        Assert.InRange(chat.In("#lobby").Entries.Count, ClientLimits.Entries - 64, ClientLimits.Entries);
        Assert.Equal((Reach.More, Reach.End), (chat.In("#lobby").Older, chat.In("#lobby").Newer));
        Assert.Equal("Duy: 2999", chat.Read().Last());

        chat.Wish(new ChatWish.Look(""));

        Assert.InRange(chat.In("#lobby").Entries.Count, ClientLimits.EntriesElsewhere - 64, ClientLimits.EntriesElsewhere);
    }

    [Fact]
    public void Where_the_server_tells_nothing_again_more_is_kept_and_what_is_gone_is_gone()
    {
        var chat = Chatting.InRoom().Wish(new ChatWish.Look(""));
        chat.Hear(Enumerable.Range(0, 3_000).Select(i => $":Duy!d@h PRIVMSG #lobby :{i}"));

        Assert.InRange(chat.In("#lobby").Entries.Count, ClientLimits.Entries - 64, ClientLimits.Entries);
        Assert.Equal(Reach.Untold, chat.In("#lobby").Older);
    }

    [Fact]
    public void Who_reads_far_back_keeps_their_place_and_what_is_new_is_only_counted()
    {
        var chat = Chatting.InRoom(Chatting.Modern);
        chat.Hear(Enumerable.Range(0, 1_900).Select(i => $"@msgid=m{i} :Duy!d@h PRIVMSG #lobby :{i}"));
        var place = chat.In("#lobby").Entries[10];
        chat.Wish(new ChatWish.ReadAt("#lobby", place.Number));

        chat.Hear(Enumerable.Range(1_900, 1_000).Select(i => $"@msgid=m{i} :Duy!d@h PRIVMSG #lobby :{i}"));

        var room = chat.In("#lobby");
        Assert.Contains(place, room.Entries);
        Assert.Equal(Reach.More, room.Newer);
        Assert.Equal(1_000 - (ClientLimits.Entries - 1_901), room.Unread);
        Assert.Equal("CHATHISTORY LATEST #lobby * 100", Plain(chat.Wish(new ChatWish.LoadLatest("#lobby")).Sent.Last()));
    }

    private static string Plain(string line) => line[(line.IndexOf(' ') + 1)..];

    [Fact]
    public void Who_answers_has_read_what_stands_above()
    {
        var chat = Elsewhere().Hear(":Duy!d@h PRIVMSG #lobby :one").Wish(new ChatWish.Look("#lobby"));
        Assert.NotNull(chat.In("#lobby").UnreadFrom);

        chat.Hear(":Tuan!t@h PRIVMSG #lobby :two");

        Assert.Null(chat.In("#lobby").UnreadFrom);
    }

    [Fact]
    public void What_was_read_on_another_device_is_not_new_here()
    {
        var chat = Chatting.InRoom("server-time draft/read-marker").Wish(new ChatWish.Look(""));
        chat.Hear(
            "@time=2026-11-20T11:06:00.000Z :Duy!d@h PRIVMSG #lobby :Tuan: one", "@time=2026-11-20T11:07:00.000Z :Duy!d@h PRIVMSG #lobby :two",
            "@time=2026-11-20T11:08:00.000Z :Duy!d@h PRIVMSG #lobby :three");
        Assert.Equal((3, 1), (chat.In("#lobby").Unread, chat.In("#lobby").Mentions));

        chat.Hear(":s MARKREAD #lobby timestamp=2026-11-20T11:07:00.000Z");
        Assert.Equal((1, 0), (chat.In("#lobby").Unread, chat.In("#lobby").Mentions));
        Assert.Equal("Duy: three", Chatting.Text(chat.In("#lobby").Entries.First(entry => entry.Number == chat.In("#lobby").UnreadFrom)));

        chat.Hear(":s MARKREAD #lobby *", ":s MARKREAD #lobby timestamp=2026-11-20T11:06:00.000Z", ":s MARKREAD #lobby timestamp=2026-11-20T11:08:00.000Z");
        Assert.Equal((0, null), (chat.In("#lobby").Unread, chat.In("#lobby").UnreadFrom));
    }
}
