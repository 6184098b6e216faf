using ChatRoom.Client.Chat;

namespace ChatRoom.Client.Tests;

/// <summary>A room that is called otherwise (RENAME) stays the conversation that it was.</summary>
public sealed class RenamedRoomTests
{
    [Fact]
    public void The_conversation_goes_on_under_the_new_name_and_so_does_what_waits_for_it()
    {
        var chat = Chatting.InRoom(Chatting.Modern).Hear(":Duy!d@h PRIVMSG #lobby :hello");
        chat.Wish(new ChatWish.Look("#lobby"));

        chat.Hear(":Duy!d@h RENAME #lobby #hall :moved");

        Assert.Equal("#hall", chat.Model.Looking);
        Assert.Null(chat.Model.Find("#lobby"));
        Assert.Equal(["Duy", "Tuan"], chat.In("#hall").Members.Values.Select(member => member.Nick));
        Assert.Contains(chat.In("#hall").Entries, entry => entry.What is EntryWhat.Said { Text: "hello" });
        Assert.Equal(new EntryWhat.Info("Duy calls this room #hall now; it was #lobby: moved"), chat.In("#hall").Entries[^1].What);

        chat.Hear(":Duy!d@h PRIVMSG #hall :here?");
        Assert.Contains(chat.In("#hall").Entries, entry => entry.What is EntryWhat.Said { Text: "here?" });
        Assert.Equal("#hall", Assert.Single(chat.Model.Client.Rooms).Name);
    }

    [Fact]
    public void A_room_that_we_are_not_in_is_nothing_to_us()
    {
        var chat = Chatting.InRoom("draft/channel-rename");
        var before = chat.Model.Conversations;
        chat.Hear(":Duy!d@h RENAME #tea #cups", ":Duy!d@h RENAME #lobby nonsense", ":Duy!d@h RENAME");
        Assert.Equal(before, chat.Model.Conversations);
    }

    [Fact]
    public void What_is_said_to_NickServ_waits_for_no_echo_on_our_server()
    {
        var chat = Chatting.InRoom($"{Chatting.Modern} chatroom/once");
        chat.Wish(new ChatWish.Say("NickServ", "IDENTIFY tea", Protocol.Manner.Message, 7));
        Assert.Equal("PRIVMSG NickServ :IDENTIFY tea", chat.Sent.Last());
        Assert.Empty(chat.Model.Client.Lines);
    }
}
