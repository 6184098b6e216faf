using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Tests;

public class ChatHearingTests
{
    public static TheoryData<string[], string[]> InTheRoom => new()
    {
        { [":Duy!d@h PRIVMSG #lobby :hello"], ["Duy: hello"] },
        { [":Duy!d@h PRIVMSG #LOBBY :hello"], ["Duy: hello"] },
        { [":Duy!d@h PRIVMSG #lobby :\u0001ACTION waves\u0001"], ["* Duy waves"] },
        { [":Duy!d@h PRIVMSG @#lobby :for us"], ["Duy to @#lobby: for us"] },
        { [":Duy!d@h NOTICE #lobby :ding"], ["-Duy- ding"] },
        { [":Duy!d@h PRIVMSG #lobby :hi TUAN, tea?"], ["!Duy: hi TUAN, tea?"] },
        { [":Duy!d@h PRIVMSG #lobby :Tuan's cup"], ["!Duy: Tuan's cup"] },
        { [":Duy!d@h PRIVMSG #lobby :Tuan_ and Tuan2 and Tuan-x"], ["Duy: Tuan_ and Tuan2 and Tuan-x"] },
        { [":Duy!d@h PRIVMSG #lobby :Tuanx or Tuan?"], ["!Duy: Tuanx or Tuan?"] },
        { [":Duy!d@h NOTICE #lobby :Tuan"], ["-Duy- Tuan"] },
        { [":Bob!b@h JOIN #lobby", ":Bob!b@h PART #lobby :bye"], ["-> Bob", "<- Bob bye"] },
        { [":Duy!d@h QUIT :gone", ":Bob!b@h QUIT :never was here"], ["<< Duy gone"] },
        { [":Duy!d@h NICK Duy2", ":Bob!b@h NICK Bob2"], ["Duy is Duy2"] },
        { [":Duy!d@h TOPIC #lobby :Tea", ":s 332 Tuan #lobby :Tea"], ["topic Duy: Tea"] },
        { [":s 332 Tuan #lobby :Tea"], ["topic : Tea"] },
        { [":Duy!d@h MODE #lobby +o Tuan"], ["Duy made Tuan an operator"] },
        { [":Duy!d@h MODE #lobby +b-o+X *!*@spam Tuan"], ["Duy banned *!*@spam, made Tuan an operator no more, set +X"] },
        { [":Duy!d@h MODE #lobby +b-b Bob!*@* m:Ann!*@*"], ["Duy banned Bob, lets Ann speak again"] },
        { [":Tuan!t@h INVITE Bob #lobby"], [] },
        { [":Duy!d@h MODE #lobby -l+kt secret"], ["Duy lifted the limit of people, set a key, which those who join have to know, lets only operators change the topic"] },
        { [":Duy!d@h KICK #lobby Bob :spam"], ["Duy removes Bob spam"] },
        { [":Duy!d@h INVITE Bob #lobby"], ["info: Duy has invited Bob"] },
        { ["@msgid=1 :Duy!d@h PRIVMSG #lobby :once", "@msgid=1 :Duy!d@h PRIVMSG #lobby :once"], ["Duy: once"] },
        { [":Duy!d@h PRIVMSG #lobby :twice", ":Duy!d@h PRIVMSG #lobby :twice"], ["Duy: twice", "Duy: twice"] },
        { [":Duy!d@h PRIVMSG #other :in a room that we are not in"], [] },
        { [":Tuan!t@h PRIVMSG #lobby :from my telephone"], ["me: from my telephone"] },
        { ["@+draft/reply=1 :Duy!d@h PRIVMSG #lobby :yes"], ["(1) Duy: yes"] },
        { ["@+reply=1 :Duy!d@h PRIVMSG #lobby :yes"], ["(1) Duy: yes"] },
    };

    [Theory]
    [MemberData(nameof(InTheRoom))]
    public void What_happens_in_a_room_is_shown_there(string[] heard, string[] shown)
    {
        var chat = Chatting.InRoom(Chatting.Modern);
        var before = chat.In("#lobby").Entries.Count;

        chat.Hear(heard);

        Assert.Equal(shown, chat.Read().Skip(before));
        Assert.Empty(chat.Sent);
    }

    /// <summary>Where a message of several lines was not asked for as one, only the first has an id.</summary>
    [Fact]
    public void The_lines_of_a_message_are_shown_once_when_they_are_played_and_heard()
    {
        const string early = "time=2026-01-01T12:00:00.000Z", late = "time=2026-01-01T12:00:01.000Z";
        var chat = Chatting.InRoom("batch server-time message-tags draft/chathistory").Hear(
            ":s BATCH +h chathistory #lobby", $"@batch=h;{early};msgid=1 :Duy!d@h PRIVMSG #lobby :one", $"@batch=h;{early} :Duy!d@h PRIVMSG #lobby :two", ":s BATCH -h",
            $"@{early};msgid=1 :Duy!d@h PRIVMSG #lobby :one", $"@{early} :Duy!d@h PRIVMSG #lobby :two", $"@{late} :Duy!d@h PRIVMSG #lobby :two");

        Assert.Equal(["Duy: one", "Duy: two", "Duy: two"], chat.Read().Where(line => line.StartsWith("Duy: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_private_message_opens_a_conversation_and_calls()
    {
        var chat = Chatting.InRoom().Hear(":Duy!d@h PRIVMSG Tuan :psst");

        Assert.Equal(["!Duy: psst"], chat.Read("Duy"));
        Assert.Equal(ConversationKind.Person, chat.In("duy").Kind);
        Assert.Equal(new Alert(1, "Duy", "Duy", "psst"), chat.Model.Alert);
        Assert.Equal("#lobby", chat.Model.Looking);
    }

    [Fact]
    public void What_we_say_to_a_person_from_elsewhere_stands_in_their_conversation()
    {
        var chat = Chatting.InRoom().Hear(":Tuan!t@h PRIVMSG Duy :from my telephone");

        Assert.Equal(["me: from my telephone"], chat.Read("Duy"));
        Assert.Null(chat.Model.Alert);
        Assert.Equal(0, chat.In("Duy").Unread);
    }

    [Fact]
    public void A_notice_for_us_alone_opens_nothing()
    {
        var chat = Chatting.InRoom().Hear(":NickServ!n@services NOTICE Tuan :Identify yourself");

        Assert.Equal("-NickServ- Identify yourself", chat.Read("").Last());
        Assert.Equal(2, chat.Model.Conversations.Count);
    }

    [Fact]
    public void A_private_conversation_goes_on_under_a_new_nickname()
    {
        var chat = Chatting.InRoom().Hear(":Duy!d@h PRIVMSG Tuan :psst").Wish(new ChatWish.Look("Duy")).Hear(":Duy!d@h NICK Tran");

        Assert.Equal(["!Duy: psst", "Duy is Tran"], chat.Read("Tran"));
        Assert.Equal("Tran", chat.Model.Looking);
        Assert.Null(chat.Model.Find("Duy"));
    }

    [Fact]
    public void Somebody_who_leaves_is_told_wherever_they_were()
    {
        var chat = Chatting.InRoom()
            .Hear(":Duy!d@h PRIVMSG Tuan :psst", ":Tuan!t@h JOIN #tea", ":s 353 Tuan = #tea :Tuan", ":s 366 Tuan #tea :End")
            .Hear(":Duy!d@h QUIT :gone");

        Assert.Equal("<< Duy gone", chat.Read().Last());
        Assert.Equal("<< Duy gone", chat.Read("Duy").Last());
        Assert.DoesNotContain("<< Duy gone", chat.Read("#tea"));
    }

    [Fact]
    public void Nothing_is_heard_of_who_is_ignored_but_that_they_are_there()
    {
        var chat = Chatting.InRoom(Chatting.Modern).Wish(new ChatWish.Ignore("DUY", On: true));
        var before = chat.In("#lobby").Entries.Count;

        chat.Hear(
            ":Duy!d@h PRIVMSG #lobby :Tuan!", ":Duy!d@h PRIVMSG Tuan :psst", ":Duy!d@h NOTICE Tuan :psst", "@+typing=active :Duy!d@h TAGMSG #lobby",
            ":Duy!d@h INVITE Tuan #bad", ":Duy!d@h MODE #lobby +m", ":Duy!d@h PART #lobby", ":Duy!d@h JOIN #lobby");

        Assert.Equal(before, chat.In("#lobby").Entries.Count);
        Assert.Equal(2, chat.Model.Conversations.Count);
        Assert.Null(chat.Model.Alert);
        Assert.Empty(chat.In("#lobby").Typing);
        Assert.Equal(["Duy", "Tuan"], chat.People());
        Assert.Equal("Duy: again", chat.Wish(new ChatWish.Ignore("Duy", On: false)).Hear(":Duy!d@h PRIVMSG #lobby :again").Read().Last());
    }

    [Fact]
    public void An_invitation_calls_and_stands_with_the_server()
    {
        var chat = Chatting.InRoom().Hear(":Duy!d@h INVITE Tuan #tea");

        Assert.Equal("info: Duy invites you to #tea", chat.Read("").Last());
        Assert.Equal(new Alert(1, "", "Duy", "Duy invites you to #tea"), chat.Model.Alert);
    }

    [Fact]
    public void Who_is_removed_sees_why_and_the_room_stays_to_be_read()
    {
        var chat = Chatting.InRoom().Hear(":Duy!d@h KICK #lobby Tuan :enough");

        Assert.Equal("Duy removes Tuan enough", chat.Read().Last());
        Assert.False(chat.In("#lobby").Inside);
        Assert.Empty(chat.People());
    }

    [Fact]
    public void Strangers_beyond_the_bound_of_conversations_are_heard_with_the_server()
    {
        var chat = Chatting.InRoom();

        chat.Hear(Enumerable.Range(0, ClientLimits.Conversations + 5).Select(i => $":Nick{i}!n@h PRIVMSG Tuan :{i}"));

        Assert.Equal(ClientLimits.Conversations, chat.Model.Conversations.Count);
        Assert.Equal($"!Nick{ClientLimits.Conversations + 4}: {ClientLimits.Conversations + 4}", chat.Read("").Last());
    }

    [Fact]
    public void A_time_without_a_connection_stands_where_it_was_with_what_was_said_meanwhile_below()
    {
        var chat = Chatting.InRoom(Chatting.Modern).Hear("@msgid=m1;time=2026-11-20T11:00:00.000Z :Duy!d@h PRIVMSG #lobby :before");
        chat.Stand(new LinkState.Waiting("gone", Conversation.Now, 1));
        Assert.Equal("offline 05:00 to ", chat.Read().Last());

        chat.Stand(new LinkState.Online()).Hear(
            ":s BATCH +b chathistory #lobby", "@batch=b;msgid=m2;time=2026-11-20T11:01:00.000Z :Duy!d@h PRIVMSG #lobby :meanwhile", ":s BATCH -b");

        Assert.Equal(["Duy: before", "offline 05:00 to 05:00", "Duy: meanwhile"], chat.Read().Skip(1));
    }
}
