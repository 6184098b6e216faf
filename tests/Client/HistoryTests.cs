using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Tests;

public class HistoryTests
{
    private const string Capabilities = "message-tags server-time batch echo-message labeled-response draft/chathistory";

    private static Stamp Then(int minute, string? id = null, bool history = true) =>
        new(new DateTimeOffset(2026, 11, 20, 10, minute, 0, TimeSpan.Zero), id, history);

    private static string Line(int minute, string id, string text, string batch = "b") =>
        $"@batch={batch};time=2026-11-20T10:{minute:00}:00.000Z;msgid={id} :Duy!d@h PRIVMSG #lobby :{text}";

    [Theory]
    [InlineData(Capabilities, "", 50, "CHATHISTORY LATEST #lobby * 50")]
    [InlineData(Capabilities, "CHATHISTORY=20", 50, "CHATHISTORY LATEST #lobby * 20")]
    [InlineData(Capabilities, "CHATHISTORY=0", 50, "CHATHISTORY LATEST #lobby * 50")]
    [InlineData(Capabilities, "", 0, null)]
    [InlineData("batch", "", 50, null)]
    [InlineData("draft/chathistory", "", 50, null)]
    public void History_is_asked_for_where_it_is_wanted_and_offered(string capabilities, string support, int history, string? asked)
    {
        var client = Conversation.Ready(capabilities, history)
            .Hear($":s 005 Tuan {support} :are supported", ":Tuan!tuan@host.test JOIN #lobby");

        Assert.Equal(asked is null ? [] : [asked, "PING 1"], client.Sent);
    }

    [Fact]
    public void History_comes_first_and_what_happened_meanwhile_after_it_once()
    {
        var client = Conversation.Ready(Capabilities, history: 50).Say("mine").Hear(
            ":Tuan!tuan@host.test JOIN #lobby",
            "@time=2026-11-20T10:03:00.000Z;msgid=m3 :Duy!d@h PRIVMSG #lobby :three",
            ":s BATCH +b chathistory #lobby",
            Line(1, "m1", "one"),
            "@time=2026-11-20T10:04:00.000Z;msgid=m4 :Duy!d@h PRIVMSG #lobby :four",
            Line(2, "m2", "two"),
            Line(3, "m3", "three"));
        Assert.Equal(
            [Conversation.Duy("one", Then(1, "m1")), Conversation.Duy("two", Then(2, "m2")), Conversation.Duy("three", Then(3, "m3"))],
            client.Told);
        Assert.DoesNotContain(client.Sent, line => line.Contains("PRIVMSG"));

        client.Forget().Hear(":s BATCH -b");

        Assert.Equal(
            [
                new ChatEvent.Joined(Conversation.At, "#lobby", "Tuan", Own: true),
                Conversation.Duy("four", Then(4, "m4", history: false)),
            ],
            client.Told);
        Assert.Equal(["@label=1 PRIVMSG #lobby mine"], client.Sent);
    }

    [Fact]
    public void History_inside_the_batch_of_a_label_is_still_history()
    {
        var client = Conversation.InRoom(Capabilities, history: 5).Hear(
            "@label=x :s BATCH +outer labeled-response",
            "@batch=outer :s BATCH +b chathistory #lobby",
            Line(1, "m1", "one"),
            ":s BATCH -b",
            ":s BATCH -outer");

        Assert.Equal(Conversation.Duy("one", Then(1, "m1")), client.Told.First());
        Assert.False(client.Model.IsLoading);
        Assert.Empty(client.Model.Batches);
    }

    [Theory]
    [InlineData(":s PONG s 1")]
    [InlineData(":s FAIL CHATHISTORY MESSAGE_ERROR LATEST #lobby :Not now")]
    public void A_server_without_an_answer_does_not_hold_anybody_up(string answer)
    {
        var client = Conversation.InRoom(Capabilities, history: 5).Hear(":Duy!d@h PRIVMSG #lobby :hi");
        Assert.Empty(client.Told);

        client.Hear(answer);

        Assert.Contains(Conversation.Duy("hi"), client.Told);
        Assert.False(client.Model.IsLoading);
    }

    [Fact]
    public void A_pong_in_the_middle_of_the_history_does_not_end_it()
    {
        var client = Conversation.InRoom(Capabilities, history: 5).Hear(":s BATCH +b chathistory #lobby", ":s PONG s 1");

        Assert.True(client.Model.IsLoading);
    }

    [Fact]
    public void A_history_without_end_is_not_waited_for()
    {
        var client = Conversation.InRoom(Capabilities, history: 5).Hear(":s BATCH +b chathistory #lobby");
        for (var i = 0; i < ClientLimits.Held; i++)
            client.Hear($":Duy!d@h PRIVMSG #lobby :{i}");

        Assert.False(client.Model.IsLoading);
        Assert.Empty(client.Model.Held);
        Assert.Equal(ClientLimits.Held, client.Told.Count(told => told is ChatEvent.Said));
    }

    [Fact]
    public void Without_ids_the_same_time_speaker_and_text_are_the_same_message()
    {
        var client = Conversation.InRoom(Capabilities, history: 5).Hear(
            "@time=2026-11-20T10:01:00.000Z :Duy!d@h PRIVMSG #lobby :one",
            ":s BATCH +b chathistory #lobby",
            "@batch=b;time=2026-11-20T10:01:00.000Z :Duy!d@h PRIVMSG #lobby :one",
            ":s BATCH -b");

        Assert.Single(client.Told.OfType<ChatEvent.Said>());
    }

    [Fact]
    public void Own_lines_in_history_confirm_nothing()
    {
        var client = Conversation.InRoom("batch echo-message").Say("hi").Hear(
            ":s BATCH +b chathistory #lobby", "@batch=b :Tuan!tuan@host.test PRIVMSG #lobby :hi", ":s BATCH -b");

        Assert.Equal(["hi"], client.Model.Unconfirmed);
        Assert.True(Assert.Single(client.Told).At.History);
    }
}
