using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Irc;

namespace ChatRoom.Client.Tests;

public class ChatAnswerTests
{
    public static TheoryData<string, string> Replies => new()
    {
        { ":s 311 Tuan Duy d host * :Duy Nguyen", "info: Duy is Duy Nguyen (d@host)" },
        { ":s 312 Tuan Duy irc.test :A server", "info: Duy is on irc.test: A server" },
        { ":s 313 Tuan Duy :is an IRC operator", "info: Duy is an IRC operator" },
        { ":s 317 Tuan Duy 125 1767225600 :seconds idle, signon time", "info: Duy has been silent for 2 min, here since 2026-01-01 00:00 UTC" },
        { ":s 319 Tuan Duy :@#lobby #tea ", "info: Duy is in @#lobby #tea" },
        { ":s 330 Tuan Duy duy :is logged in as", "info: Duy has the account duy" },
        { ":s 671 Tuan Duy :is using a secure connection", "info: Duy is using a secure connection" },
        { ":s 301 Tuan Duy :at lunch", "info: Duy is away: at lunch" },
        { ":s 352 Tuan #lobby d host irc.test Duy G@ :0 Duy Nguyen", "info: Duy (d@host) in #lobby, away: Duy Nguyen" },
        { ":s 322 Tuan #tea 12 :All about tea", "info: #tea: 12 people: All about tea" },
        { ":s 324 Tuan #lobby +nt", "info: modes of #lobby: +nt" },
        { ":s 329 Tuan #lobby 1767225600", "info: #lobby was made 2026-01-01 00:00 UTC" },
        { ":s 329 Tuan #lobby 99999999999999999999", "info: #lobby was made 99999999999999999999" },
        { ":s 333 Tuan #lobby Duy!d@h 1767225600", "info: the topic was set by Duy, 2026-01-01 00:00 UTC" },
        { ":s 341 Tuan Bob #lobby", "info: Bob is invited to #lobby" },
        { ":s 367 Tuan #lobby *!*@bad.test Duy!d@h 1767225600", "info: *!*@bad.test is banned, by Duy, 2026-01-01 00:00 UTC" },
        { ":s 367 Tuan #lobby *!*@bad.test Duy 1767225600 0 Bob", "info: *!*@bad.test (Bob) is banned, by Duy, 2026-01-01 00:00 UTC" },
        { ":s 367 Tuan #lobby *!*@bad.test", "info: *!*@bad.test is banned" },
        { ":s 728 Tuan #lobby q *!*@bad.test Duy 1767225600", "info: *!*@bad.test is muted, by Duy, 2026-01-01 00:00 UTC" },
        { ":s 351 Tuan v1 irc.test :comments", "info: the server runs v1 irc.test comments" },
        { ":s 991 Tuan what ever :nobody knows", "info: what ever nobody knows" },
        { ":s 353 Tuan = #other :@Duy Bob", "info: in #other: @Duy Bob" },
        { ":s FROBNICATE x :nobody knows", "info: FROBNICATE x nobody knows" },
        { ":s NOTE * X :listen", "info: listen" },
        { ":s 401 Tuan Bob :No such nick", "wrong: there is nobody called Bob here" },
        { ":s 403 Tuan #x :No such channel", "wrong: there is no room #x" },
        { ":s 482 Tuan #lobby :You're not channel operator", "wrong: only operators of #lobby may do this" },
        { ":s 499 Tuan #lobby x :Strange", "wrong: #lobby x: Strange" },
        { ":s FAIL TOPIC X #lobby :No", "wrong: No" },
    };

    [Theory]
    [MemberData(nameof(Replies))]
    public void Answers_are_sentences_where_they_were_asked_for(string heard, string shown)
    {
        var command = heard.Contains(" 353 ") ? Message.Of("NAMES", "#other") : Message.Of("WHOIS", "Duy");
        var labelled = Chatting.InRoom(Chatting.Modern).Wish(new ChatWish.Command("#lobby", command)).Wish(new ChatWish.Look(""));
        Assert.Equal(shown, labelled.Hear($"@label=o1 {heard}").Read().Last());

        var plain = Chatting.InRoom().Wish(new ChatWish.Command("#lobby", command)).Wish(new ChatWish.Look(""));
        Assert.Equal(shown, plain.Hear(heard).Read().Last());
    }

    [Fact]
    public void The_answers_of_several_lines_keep_their_conversation_by_the_batch_of_the_label()
    {
        var chat = Chatting.InRoom(Chatting.Modern).Hear(":Duy!d@h PRIVMSG Tuan :psst")
            .Wish(new ChatWish.Command("Duy", Message.Of("WHOIS", "Duy"))).Wish(new ChatWish.Command("#lobby", Message.Of("MODE", "#lobby", "b")));
        Assert.Equal(["@label=o1 WHOIS Duy", "@label=o2 MODE #lobby b"], chat.Sent);

        chat.Hear(
            "@label=o1 :s BATCH +x labeled-response", "@batch=x :s 313 Tuan Duy :is an operator", "@batch=x :s 318 Tuan Duy :End of WHOIS", ":s BATCH -x",
            "@label=o2 :s 368 Tuan #lobby :End of Channel Ban List", ":s PONG s 1", ":s PONG s 2");

        Assert.Equal("info: Duy is an operator", chat.Read("Duy").Last());
        Assert.Equal("info: End of Channel Ban List", chat.Read().Last());
        Assert.Empty(chat.Model.Client.Orders);
    }

    [Fact]
    public void A_nickname_that_can_not_be_had_is_refused_where_the_person_looks()
    {
        Assert.True(Nickname.TryParse("Duy", out var nick, out _));
        var chat = Chatting.InRoom().Wish(new ChatWish.Rename(nick)).Hear(":s 433 Tuan Duy :In use");

        Assert.Equal("wrong: the nickname Duy is taken", chat.Read().Last());
    }

    [Fact]
    public void Answers_that_come_late_are_shown_where_the_last_command_was_given()
    {
        var chat = Chatting.InRoom().Wish(new ChatWish.Command("#lobby", Message.Of("LIST"))).Hear(":s PONG s 1", ":s 322 Tuan #tea 12 :");

        Assert.Equal("info: #tea: 12 people", chat.Read().Last());
    }

    [Fact]
    public void The_greeting_is_shown_by_the_server_and_5_is_not()
    {
        var chat = Chatting.Ready();
        chat.Hear(":s 375 Tuan :- s Message of the day -", ":s 372 Tuan :- Welcome, drink tea", ":s 376 Tuan :End of MOTD");

        Assert.Equal(["info: connected to s as Tuan", "info: - Welcome, drink tea"], chat.Read(""));
    }

    [Fact]
    public void The_topic_of_a_room_that_we_come_into_says_who_set_it()
    {
        var chat = Chatting.Ready().Hear(
            ":Tuan!t@h JOIN #lobby", ":s 332 Tuan #lobby :Tea", ":s 333 Tuan #lobby Duy 1767225600", ":s 353 Tuan = #lobby :Tuan", ":s 366 Tuan #lobby :End");

        Assert.Equal(["-> Tuan", "topic : Tea", "info: the topic was set by Duy, 2026-01-01 00:00 UTC"], chat.Read());
        Assert.Equal("Tea", chat.In("#lobby").Topic);
    }

    [Fact]
    public void That_somebody_is_away_is_not_said_again_to_each_message_for_them()
    {
        var chat = Chatting.InRoom().Say("hi", to: "Duy").Hear(":s 301 Tuan Duy :at lunch", ":s PONG s 1").Say("hm", to: "Duy").Hear(":s 301 Tuan Duy :at lunch", ":s PONG s 2");

        Assert.Equal(["info: Duy is away: at lunch", "me: hi", "me: hm"], chat.Read("Duy"));
    }

    [Fact]
    public void After_a_refusal_the_end_of_the_answer_says_nothing_more()
    {
        var chat = Chatting.InRoom().Wish(new ChatWish.Command("#lobby", Message.Of("WHOIS", "Bob")));
        chat.Hear(":s 401 Tuan Bob :No such nick", ":s 318 Tuan Bob :End of WHOIS");

        Assert.Equal("wrong: there is nobody called Bob here", chat.Read().Last());
    }

    [Fact]
    public void A_server_that_answers_nothing_does_not_gather_commands_without_end()
    {
        var chat = Chatting.InRoom();
        for (var i = 0; i <= ClientLimits.Orders; i++)
            chat.Wish(new ChatWish.Command("#lobby", Message.Of("WHOIS", "Duy")));

        Assert.Equal(ClientLimits.Orders, chat.Sent.Count());
        Assert.StartsWith("wrong: the server has not answered", chat.Read().Last());
    }

    [Fact]
    public void Without_a_connection_a_command_is_refused_in_words()
    {
        var settings = Chatting.InRoom().Model.Client.Settings;
        var step = ClientUpdate.Update(new ClientModel(settings), new ClientMessage.Order(Message.Of("WHO", "*"), "#lobby"));

        var told = Assert.IsType<ClientEffect.Tell>(Assert.Single(step.Effects));
        Assert.StartsWith("there is no connection", Assert.IsType<ChatEvent.Refused>(told.Event).Reason);
    }

    [Fact]
    public void What_every_server_says_in_its_greeting_is_not_shown()
    {
        var chat = Chatting.Ready();
        chat.Hear(":s 253 Tuan 3 :unknown connections", ":s 322 Tuan #music 1 :songs", ":s 322 Tuan #tea 2 :");
        Assert.Equal(["info: 3 unknown connections", "info: #music: 1 person: songs", "info: #tea: 2 people"], chat.Read("").TakeLast(3));

        var other = Chatting.Greeted(":s 002 Tuan :Your host", ":s 251 Tuan :There are 2 users", ":s 253 Tuan 0 :unknown connections", ":s 255 Tuan :I have 2 clients");
        Assert.Equal(["info: There are 2 users"], other.Read("").Skip(1));
    }
}
