using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Tests;

public class MultilineTests
{
    private const string Capabilities = Chatting.Modern + " draft/multiline=max-bytes=600,max-lines=4";

    [Fact]
    public void A_text_of_several_lines_is_one_message_and_confirmed_as_one()
    {
        var chat = InRoom().Say("one\n\ntwo", replyTo: "m0");
        Assert.Equal(
            [
                "@label=1;+draft/reply=m0 BATCH +m1 draft/multiline #lobby", "@batch=m1 PRIVMSG #lobby one", "@batch=m1 PRIVMSG #lobby :",
                "@batch=m1 PRIVMSG #lobby two", "BATCH -m1",
            ],
            chat.Sent);
        Assert.Equal("one\n\ntwo", Assert.Single(chat.Model.Pending(chat.In("#lobby"))).Text);

        chat.Hear(
            "@label=1;msgid=m1 :Tuan!t@h BATCH +x draft/multiline #lobby", "@batch=x :Tuan!t@h PRIVMSG #lobby :one",
            "@batch=x :Tuan!t@h PRIVMSG #lobby :", "@batch=x :Tuan!t@h PRIVMSG #lobby :two", ":s BATCH -x");

        Assert.Equal("(m0) me: one\n\ntwo", chat.Read().Last());
        Assert.Equal("m1", chat.In("#lobby").Entries[^1].At.MessageId);
        Assert.Empty(chat.Model.Pending(chat.In("#lobby")));
    }

    [Fact]
    public void A_long_line_goes_on_where_it_was_cut()
    {
        var chat = InRoom().Say(new string('a', 500));

        Assert.Contains(chat.Sent, line => line.StartsWith("@batch=m1;draft/multiline-concat PRIVMSG #lobby a", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1\n2\n3\n4\n5", 5)]
    [InlineData("one line", 1)]
    [InlineData("\none line\n", 1)]
    public void What_is_too_much_or_one_line_is_said_line_by_line(string text, int lines) =>
        Assert.Equal(lines, InRoom().Say(text).Sent.Count(line => line.Contains(" PRIVMSG ")));

    [Fact]
    public void Lines_of_one_message_are_heard_as_one_with_what_is_said_about_all_of_them()
    {
        var chat = InRoom().Hear(
            "@msgid=m1;time=2026-11-20T10:00:00.000Z;+draft/reply=m0 :Duy!d@h BATCH +x draft/multiline #lobby", "@batch=x :Duy!d@h PRIVMSG #lobby :one ",
            ":Bob!b@h PRIVMSG #lobby :between", "@batch=x;draft/multiline-concat :Duy!d@h PRIVMSG #lobby :line", "@batch=x :Duy!d@h PRIVMSG #lobby :two",
            ":s BATCH -x");

        Assert.Equal(["Bob: between", "(m0) Duy: one line\ntwo"], chat.Read().TakeLast(2));
        Assert.Equal(10, chat.In("#lobby").Entries[^1].At.Time.Hour);
    }

    [Fact]
    public void Inside_a_page_of_history_it_belongs_to_the_page()
    {
        var chat = InRoom().Hear("@msgid=m9 :Duy!d@h PRIVMSG #lobby :nine").Wish(new ChatWish.LoadOlder("#lobby")).Hear(
            "@label=p1 :s BATCH +h chathistory #lobby", "@batch=h;msgid=m1;time=2026-11-20T10:00:00.000Z :Duy!d@h BATCH +x draft/multiline #lobby",
            "@batch=x :Duy!d@h PRIVMSG #lobby :one", "@batch=x :Duy!d@h PRIVMSG #lobby :two", "@batch=h :s BATCH -x", ":s BATCH -h");

        Assert.Equal("Duy: one\ntwo", chat.Read().First());
    }

    [Fact]
    public void One_without_end_is_heard_in_parts_and_does_not_fill_the_memory()
    {
        var chat = InRoom().Hear("@msgid=m1 :Duy!d@h BATCH +x draft/multiline #lobby", "@batch=x;msgid=y :Duy!d@h BATCH +x draft/multiline #lobby");
        chat.Hear("@batch=x :Duy!d@h BATCH +y draft/multiline #lobby");

        chat.Hear(Enumerable.Range(0, 1_000).Select(i => $"@batch={(i % 2 == 0 ? "x" : "y")} :Duy!d@h PRIVMSG #lobby :{new string('a', 400)}"));

        Assert.All(chat.Model.Client.Batches.Values, batch => Assert.True((batch.Gathered?.Parameter(1).Length ?? 0) <= ClientLimits.Gathered));
        Assert.True(chat.In("#lobby").Entries.Count > 3);
    }

    private static Chatting InRoom() => Chatting.InRoom(Capabilities);
}
