using ChatRoom.Client.Chat;

namespace ChatRoom.Client.Tests;

public class ChatReadingTests
{
    private const string ReadMarker = "server-time draft/read-marker";

    [Fact]
    public void What_comes_before_ones_eyes_is_read_and_not_told_for_each_message()
    {
        var chat = Chatting.InRoom(ReadMarker).Hear(Said(1));
        Assert.Equal([Mark(1)], chat.Sent);

        chat.Forget().Hear(Said(2), Said(3));
        Assert.Empty(chat.Sent);
        Assert.True(chat.Model.IsWaiting);

        chat.Pass(TimeSpan.FromSeconds(3));
        Assert.Equal([Mark(3)], chat.Sent);
        Assert.False(chat.Model.IsWaiting);
    }

    [Fact]
    public void Who_goes_elsewhere_tells_it_at_once()
    {
        var chat = Chatting.InRoom(ReadMarker).Hear(Said(1), Said(2)).Forget();

        chat.Wish(new ChatWish.Look(""));

        Assert.Equal([Mark(2)], chat.Sent);
    }

    [Fact]
    public void What_lies_below_where_one_reads_is_not_read()
    {
        var chat = Chatting.InRoom(ReadMarker).Hear(Said(1)).Wish(new ChatWish.ReadAt("#lobby", 0)).Forget();

        chat.Hear(Said(2)).Pass(TimeSpan.FromSeconds(30));
        Assert.Empty(chat.Sent);

        chat.Wish(new ChatWish.ReadAt("#lobby", null)).Pass(TimeSpan.FromSeconds(1));
        Assert.Equal([Mark(2)], chat.Sent);
    }

    [Fact]
    public void What_is_said_elsewhere_is_told_when_one_comes_there()
    {
        var chat = Chatting.InRoom(ReadMarker).Wish(new ChatWish.Look("")).Forget().Hear(Said(1), Said(2)).Pass(TimeSpan.FromSeconds(30));
        Assert.Empty(chat.Sent);

        chat.Wish(new ChatWish.Look("#lobby"));
        Assert.Equal([Mark(2)], chat.Sent);
    }

    [Fact]
    public void What_another_device_has_read_is_not_told_again()
    {
        var chat = Chatting.InRoom(ReadMarker).Wish(new ChatWish.Look("")).Hear(Said(1), $":s {Mark(1)}").Forget();

        chat.Wish(new ChatWish.Look("#lobby")).Pass(TimeSpan.FromSeconds(30));

        Assert.Empty(chat.Sent);
    }

    [Fact]
    public void A_server_without_markers_is_told_nothing()
    {
        var chat = Chatting.InRoom("server-time").Hear(Said(1)).Wish(new ChatWish.Look("")).Pass(TimeSpan.FromSeconds(30));

        Assert.Empty(chat.Sent);
        Assert.False(chat.Model.IsWaiting);
    }

    private static string Said(int minute) => $"@time=2026-11-20T11:0{minute}:00.000Z;msgid=m{minute} :Duy!d@h PRIVMSG #lobby :line {minute}";

    private static string Mark(int minute) => $"MARKREAD #lobby timestamp=2026-11-20T11:0{minute}:00.000Z";
}
