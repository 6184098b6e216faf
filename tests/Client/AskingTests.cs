using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Irc;

namespace ChatRoom.Client.Tests;

/// <summary>What programs ask each other (CTCP), and notices.</summary>
public class AskingTests
{
    [Theory]
    [InlineData("VERSION", "VERSION ChatRoom")]
    [InlineData("version", "VERSION ChatRoom")]
    [InlineData("PING 1234", "PING 1234")]
    [InlineData("CLIENTINFO", "CLIENTINFO ACTION CLIENTINFO PING TIME VERSION")]
    [InlineData("TIME", "TIME 2026-11-20 11:05:00 UTC")]
    public void Others_programs_are_answered(string question, string answer)
    {
        var chat = Asked(ClientFeatures.Ctcp, $":Duy!d@h PRIVMSG Tuan :\u0001{question}\u0001");

        Assert.Equal($"NOTICE Duy :\u0001{answer}\u0001", Assert.Single(chat.Sent).Replace("NOTICE Duy \u0001", "NOTICE Duy :\u0001"));
        Assert.EndsWith("it was answered", chat.Read("").Last());
    }

    [Theory]
    [InlineData(":Duy!d@h PRIVMSG #lobby :\u0001VERSION\u0001")]
    [InlineData(":irc.test PRIVMSG Tuan :\u0001VERSION\u0001")]
    [InlineData(":Duy!d@h PRIVMSG Tuan :\u0001DCC SEND virus 1 2 3\u0001")]
    [InlineData(":Duy!d@h NOTICE Tuan :\u0001VERSION\u0001")]
    public void What_is_not_for_us_alone_or_is_no_question_is_not_answered(string line) =>
        Assert.Empty(Asked(ClientFeatures.Ctcp, line).Sent);

    [Fact]
    public void A_person_may_turn_the_answers_off()
    {
        var chat = Asked(ClientFeatures.None, ":Duy!d@h PRIVMSG Tuan :\u0001VERSION\u0001");

        Assert.Empty(chat.Sent);
        Assert.Equal("info: Duy asks for CTCP VERSION; it was not answered", chat.Read("").Last());
    }

    [Fact]
    public void A_text_that_is_too_long_is_not_sent_back() =>
        Assert.Empty(Asked(ClientFeatures.Ctcp, $":Duy!d@h PRIVMSG Tuan :\u0001PING {new string('x', 65)}\u0001").Sent);

    [Fact]
    public void A_flood_of_questions_is_answered_four_times_and_again_after_a_while()
    {
        var chat = Asked(ClientFeatures.Ctcp, Enumerable.Repeat(":Duy!d@h PRIVMSG Tuan :\u0001VERSION\u0001", 50));
        Assert.Equal(4, chat.Sent.Count());

        chat.Pass(TimeSpan.FromSeconds(31)).Hear(":Duy!d@h PRIVMSG Tuan :\u0001VERSION\u0001");

        Assert.Equal(5, chat.Sent.Count());
    }

    [Fact]
    public void What_came_back_is_said_where_it_was_asked()
    {
        var chat = Chatting.InRoom().Wish(new ChatWish.Command("#lobby", Message.Of("PRIVMSG", "Duy", Ctcp.Of("VERSION", ""))));
        Assert.Equal("PRIVMSG Duy \u0001VERSION\u0001", Assert.Single(chat.Sent).Replace(" :", " "));

        chat.Hear(":Duy!d@h NOTICE Tuan :\u0001VERSION irssi v1.4\u0001", $":Duy!d@h NOTICE Tuan :\u0001PING {chat.Now.ToUnixTimeMilliseconds() - 34}\u0001");

        Assert.Equal(["info: Duy answers CTCP VERSION: irssi v1.4", "info: Duy answers after 34 ms"], chat.Read().TakeLast(2));
    }

    [Fact]
    public void The_echo_of_a_question_is_no_message()
    {
        var chat = Chatting.InRoom("echo-message").Wish(new ChatWish.Command("#lobby", Message.Of("PRIVMSG", "Duy", Ctcp.Of("TIME", ""))));

        chat.Hear(":Tuan!t@h PRIVMSG Duy :\u0001TIME\u0001");

        Assert.Equal("info: you asked Duy for CTCP TIME", chat.Read().Last());
    }

    [Fact]
    public void A_notice_of_ours_is_seen_once_whether_the_server_repeats_it_or_not()
    {
        var order = new ChatWish.Command("#lobby", Message.Of("NOTICE", "#lobby", "the build is green"));

        Assert.Equal(["-me- the build is green"], Chatting.InRoom().Wish(order).Read().TakeLast(1));
        var echoed = Chatting.InRoom("echo-message").Wish(order).Hear(":Tuan!t@h NOTICE #lobby :the build is green");
        Assert.Single(echoed.Read(), "-me- the build is green");
    }

    [Fact]
    public void Moments_in_answers_are_in_the_time_of_the_person()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("Hanoi", TimeSpan.FromHours(7), "Hanoi", "Hanoi");
        var chat = Chatting.Ready(change: settings => settings with { Zone = zone }).Hear(":s 367 Tuan #lobby *!*@bad.test Duy!d@h 1767225600");

        Assert.Equal("info: *!*@bad.test is banned, by Duy, 2026-01-01 07:00", chat.Read("").Last());
    }

    [Fact]
    public void A_word_of_ones_own_calls_as_the_nickname_does()
    {
        var chat = Chatting.InRoom().Wish(new ChatWish.Highlight(["release", "tea time"]));

        chat.Hear(":Duy!d@h PRIVMSG #lobby :Tea time?", ":Duy!d@h PRIVMSG #lobby :releases", ":Duy!d@h PRIVMSG #lobby :the release!");

        Assert.Equal(["!Duy: Tea time?", "Duy: releases", "!Duy: the release!"], chat.Read().TakeLast(3));
        Assert.Equal(2, chat.Model.Alert!.Number);
    }

    private static Chatting Asked(ClientFeatures more, params IEnumerable<string> lines) =>
        Chatting.Ready(change: settings => settings with { Features = ClientFeatures.Screen | more }).Hear(lines);
}
