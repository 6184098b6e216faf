using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Tests;

public class ChatPeopleTests
{
    public static TheoryData<string[], string[]> Changes => new()
    {
        { [], ["@Duy", "Tuan"] },
        { [":Bob!b@h JOIN #lobby"], ["Bob", "@Duy", "Tuan"] },
        { [":Duy!d@h PART #lobby"], ["Tuan"] },
        { [":Duy!d@h QUIT"], ["Tuan"] },
        { [":Tuan!t@h KICK #LOBBY duy"], ["Tuan"] },
        { [":Duy!d@h NICK Zoe"], ["Tuan", "@Zoe"] },
        { [":Duy!d@h NICK DUY"], ["@DUY", "Tuan"] },
        { [":Duy!d@h MODE #lobby +vo Tuan Tuan"], ["@Duy", "@+Tuan"] },
        { [":Duy!d@h MODE #lobby -o+v Duy Duy"], ["+Duy", "Tuan"] },
        { [":Duy!d@h MODE #lobby +bklo *!*@* key 5 Tuan"], ["@Duy", "@Tuan"] },
        { [":Duy!d@h MODE #lobby -l+o Tuan"], ["@Duy", "@Tuan"] },
        { [":Duy!d@h MODE #lobby +mo-o Tuan Duy"], ["Duy", "@Tuan"] },
        { [":Duy!d@h MODE #lobby +o"], ["@Duy", "Tuan"] },
        { [":Duy!d@h MODE #lobby +o Nobody"], ["@Duy", "Tuan"] },
        { [":s 353 Tuan = #lobby :@+Tuan", ":s 353 Tuan = #lobby :Bob!b@host", ":s 366 Tuan #lobby :End"], ["Bob", "@+Tuan"] },
        { [":s 353 Tuan = #lobby :Half"], ["@Duy", "Tuan"] },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void The_people_of_a_room_are_kept_right(string[] heard, string[] people)
    {
        var chat = Chatting.InRoom().Hear(heard);

        Assert.Equal(people, chat.People());
    }

    [Fact]
    public void A_room_that_was_left_without_a_connection_or_does_not_let_us_in_again_is_one_that_we_are_not_in()
    {
        var left = Chatting.InRoom();
        left.Break();
        left.Wish(new ChatWish.Close("#lobby", "")).Break();
        Assert.True(left.Model.Find("#lobby") is null or { Inside: false, Members.IsEmpty: true });

        var refused = Chatting.InRoom();
        refused.Break();
        Assert.True(refused.In("#lobby").Inside);
        refused.Greet().Hear(":s 405 Tuan #lobby :You are in too many rooms");
        Assert.False(refused.In("#lobby").Inside);
        Assert.Empty(refused.People());
    }

    [Fact]
    public void Who_goes_away_is_shown_so_in_every_room_and_stays_so_over_a_new_list()
    {
        var chat = Chatting.InRoom("away-notify").Hear(":Duy!d@h AWAY :at lunch", ":s 353 Tuan = #lobby :Tuan Duy", ":s 366 Tuan #lobby :End");
        Assert.Equal("at lunch", chat.In("#lobby").Members["duy"].Away);

        chat.Hear(":Duy!d@h AWAY");

        Assert.False(chat.In("#lobby").Members["duy"].IsAway);
    }

    [Fact]
    public void Who_is_away_when_we_come_is_asked_for_and_not_shown()
    {
        var chat = Chatting.Ready("away-notify").Hear(":Tuan!t@h JOIN #lobby", ":s 353 Tuan = #lobby :Tuan @Duy", ":s 366 Tuan #lobby :End");
        Assert.Equal("WHO #lobby", chat.Sent.Last());
        var before = chat.Read().ToList();

        chat.Hear(":s 352 Tuan #lobby d h s Duy G@ :0 Duy", ":s 352 Tuan #lobby t h s Tuan H :0 Tuan", ":s 315 Tuan #lobby :End of WHO", ":s PONG s 1");

        Assert.True(chat.In("#lobby").Members["duy"].IsAway);
        Assert.False(chat.In("#lobby").Members["tuan"].IsAway);
        Assert.Equal(before, chat.Read());
        Assert.Empty(chat.Model.Client.Orders);
    }

    [Fact]
    public void More_people_than_are_remembered_are_counted()
    {
        var names = Enumerable.Range(0, ClientLimits.Names + 10).Select(i => $":s 353 Tuan = #lobby :Nick{i}");
        var chat = Chatting.InRoom().Hear(names).Hear(":s 366 Tuan #lobby :End");
        Assert.Equal((ClientLimits.Names, 10), (chat.In("#lobby").Members.Count, chat.In("#lobby").MoreMembers));

        chat.Hear(":One!o@h JOIN #lobby", ":Nick10005!n@h PART #lobby");

        Assert.Equal((ClientLimits.Names, 10), (chat.In("#lobby").Members.Count, chat.In("#lobby").MoreMembers));
    }

    [Fact]
    public void A_nickname_of_wide_characters_is_one_as_any_other()
    {
        var nick = string.Concat(Enumerable.Repeat("龍", 200));
        var chat = Chatting.InRoom().Hear($":{nick}!n@h JOIN #lobby", $":{nick}!n@h PRIVMSG #lobby :hi");

        Assert.Equal([$"-> {nick}", $"{nick}: hi"], chat.Read().TakeLast(2));
    }

    [Fact]
    public void A_topic_that_is_not_told_when_we_come_back_is_gone()
    {
        var chat = Chatting.InRoom().Hear(":Duy!d@h TOPIC #lobby :Evening plans");
        Assert.Equal("Evening plans", chat.In("#lobby").Topic);

        chat.Hear(":Tuan!t@h JOIN #lobby", ":s 332 Tuan #lobby :Evening plans", ":s 353 Tuan = #lobby :Tuan @Duy", ":s 366 Tuan #lobby :End");
        Assert.Equal("Evening plans", chat.In("#lobby").Topic);

        chat.Hear(":Tuan!t@h JOIN #lobby", ":s 353 Tuan = #lobby :@Tuan", ":s 366 Tuan #lobby :End");
        Assert.Equal("", chat.In("#lobby").Topic);
    }
}
