using System.Text;
using ChatRoom.Client.Protocol;
using ChatRoom.Irc;

namespace ChatRoom.Client.Tests;

public class SpeakingTests
{
    private const string Labels = "message-tags batch echo-message labeled-response";

    private static readonly Stamp At = Conversation.At;

    [Fact]
    public void With_labels_a_line_is_kept_when_its_label_comes_back()
    {
        var client = Conversation.InRoom(Labels).Say("one").Say("two");
        Assert.Equal(["@label=1 PRIVMSG #lobby one", "@label=2 PRIVMSG #lobby two"], client.Sent);
        Assert.Empty(client.Told);
        Assert.Equal(["one", "two"], client.Model.Unconfirmed);

        client.Hear("@label=1;msgid=m1 :Tuan!tuan@host.test PRIVMSG #lobby :one");

        Assert.Equal([Conversation.Own("one", new Stamp(Conversation.Now, "m1"))], client.Told);
        Assert.Equal(["two"], client.Model.Unconfirmed);
    }

    [Fact]
    public void Our_own_server_gets_an_id_for_each_line()
    {
        var client = Conversation.InRoom(Labels + " chatroom/once").Say("hi");

        Assert.Equal(["@label=1;+chatroom/once=0123456789abcdeffedcba9876543210 PRIVMSG #lobby hi"], client.Sent);
    }

    [Fact]
    public void The_label_of_a_batch_is_the_label_of_what_is_in_it()
    {
        var client = Conversation.InRoom(Labels).Say("hi").Hear(
            "@label=1 :s BATCH +b labeled-response", "@batch=b :Tuan!tuan@host.test PRIVMSG #lobby :hi", ":s BATCH -b");

        Assert.Equal([Conversation.Own("hi")], client.Told);
    }

    [Fact]
    public void A_label_answered_with_nothing_else_is_kept()
    {
        var client = Conversation.InRoom("labeled-response batch").Say("hi").Hear("@label=1 :s ACK");

        Assert.Equal([Conversation.Own("hi")], client.Told);
    }

    [Fact]
    public void What_the_same_person_says_elsewhere_is_told_and_confirms_nothing()
    {
        var client = Conversation.InRoom(Labels).Say("hi").Hear(":Tuan!tuan@host.test PRIVMSG #lobby :hi");

        Assert.Equal([Conversation.Own("hi")], client.Told);
        Assert.Equal(["hi"], client.Model.Unconfirmed);
    }

    public static TheoryData<string, string> LabelledRefusals => new()
    {
        { "@label=1 :s 404 Tuan #lobby :It is moderated", "It is moderated" },
        { "@label=1 :s FAIL * NOT_KEPT :The disk is full", "The disk is full" },
        { "@label=1 :s FAIL PRIVMSG NOT_KEPT #lobby :The disk is full", "The disk is full" },
    };

    [Theory]
    [MemberData(nameof(LabelledRefusals))]
    public void A_labelled_refusal_is_of_its_line_and_no_other(string heard, string reason)
    {
        var client = Conversation.InRoom(Labels).Say("one").Say("two").Hear(heard);

        Assert.Equal([Conversation.Failed("one", reason)], client.Told);
        Assert.Equal(["two"], client.Model.Unconfirmed);
    }

    [Fact]
    public void Where_the_server_repeats_lines_the_repetition_confirms_and_one_ping_at_a_time_follows()
    {
        var client = Conversation.InRoom("echo-message").Say("one").Say("two");
        Assert.Equal(["PRIVMSG #lobby one", "PING 1", "PRIVMSG #lobby two"], client.Sent);

        client.Forget().Hear(":Tuan!tuan@host.test PRIVMSG #lobby :one", ":s PONG s 1");
        Assert.Equal([Conversation.Own("one")], client.Told);
        Assert.Equal(["PING 2"], client.Sent);

        client.Forget().Hear(":s PONG s :2");
        Assert.Equal(
            [Conversation.Failed("two", "the server did not repeat it, so nobody may have received it")],
            client.Told);
    }

    [Fact]
    public void A_repeated_line_that_the_server_has_changed_confirms_the_oldest()
    {
        var client = Conversation.InRoom("echo-message").Say("damn").Say("nice").Hear(":Tuan!tuan@host.test PRIVMSG #lobby :****");

        Assert.Equal([Conversation.Own("damn")], client.Told);
        Assert.Equal(["nice"], client.Model.Unconfirmed);
    }

    [Fact]
    public void On_an_old_server_a_line_counts_as_sent_when_its_own_ping_came_back()
    {
        var client = Conversation.InRoom().Say("one").Say("two").Say("three");
        Assert.Equal(
            ["PRIVMSG #lobby one", "PING 1", "PRIVMSG #lobby two", "PING 2", "PRIVMSG #lobby three", "PING 3"], client.Sent);

        client.Hear(":s PONG s 1", ":s 404 Tuan #lobby :Cannot send", ":s PONG s 2", ":s PONG s 3");

        Assert.Equal(
            [Conversation.Own("one"), Conversation.Failed("two", "Cannot send"), Conversation.Own("three")], client.Told);
        Assert.Empty(client.Model.Unconfirmed);
    }

    [Theory]
    [InlineData("PONG s 2")]
    [InlineData("PONG s 0")]
    [InlineData("PONG s tea")]
    [InlineData("PONG")]
    public void A_pong_that_nobody_asked_for_confirms_nothing(string pong)
    {
        var client = Conversation.InRoom().Say("one").Hear(pong);

        Assert.Empty(client.Told);
        Assert.Equal(["one"], client.Model.Unconfirmed);
    }

    [Fact]
    public void A_private_message_to_nobody_fails()
    {
        var client = Conversation.InRoom().Say("hi", "Bob").Hear(":s 401 Tuan bob :No such nick", ":s PONG s 1");

        Assert.Equal([Conversation.Failed("hi", "No such nick", "Bob")], client.Told);
    }

    [Fact]
    public void An_action_is_wrapped_on_the_wire_and_told_as_one()
    {
        var client = Conversation.InRoom(Labels).Say("waves", manner: Manner.Action);
        Assert.Equal(["@label=1 PRIVMSG #lobby :\u0001ACTION waves\u0001"], client.Sent);

        client.Hear("@label=1 :Tuan!tuan@host.test PRIVMSG #lobby :\u0001ACTION waves\u0001");

        Assert.Equal([Conversation.Own("waves", manner: Manner.Action)], client.Told);
    }

    [Fact]
    public void Lines_wait_for_the_room_and_keep_their_order()
    {
        var client = Conversation.Ready(Labels).Say("one").Say("two");
        Assert.Empty(client.Sent);
        Assert.False(client.Model.TakesMore);

        client.Hear(":Tuan!tuan@host.test JOIN #lobby");

        Assert.Equal(["@label=1 PRIVMSG #lobby one", "@label=2 PRIVMSG #lobby two"], client.Sent);
        Assert.True(client.Model.TakesMore);
    }

    [Theory]
    [InlineData("chatroom/once", 31, true)]
    [InlineData("chatroom/once", 32, false)]
    [InlineData("batch", 7, true)]
    [InlineData("batch", 8, false)]
    public void Only_so_many_lines_are_under_way_and_fewer_on_servers_that_are_not_ours(string capability, int said, bool takesMore)
    {
        var client = Conversation.InRoom($"{Labels} {capability}");
        for (var i = 0; i < said; i++)
            client.Say($"line {i}");

        Assert.Equal(takesMore, client.Model.TakesMore);
        Assert.Equal(said, client.Sent.Count());
        Assert.Equal(takesMore ? said + 1 : said, client.Say("more").Say("and more").Sent.Count());
    }

    [Fact]
    public void The_pieces_of_a_long_text_wait_their_turn_and_later_lines_behind_them()
    {
        var text = string.Concat(Enumerable.Range(1, 900).Select(i => $"{i:0000} "));
        var client = Conversation.InRoom(Labels).Say(text).Say("after");
        Assert.Equal(8, client.Sent.Count());

        var said = new List<string>();
        for (var i = 0; i < client.Sent.Count(); i++)
        {
            var line = Message.Parse(client.Sent.ElementAt(i));
            said.Add(line.Parameter(1));
            client.Hear($"@label={line.Tag("label")} :Tuan!tuan@host.test PRIVMSG #lobby :{line.Parameter(1)}");
        }

        Assert.Equal("after", said[^1]);
        Assert.Equal(text, string.Concat(said.SkipLast(1)));
        Assert.Empty(client.Model.Unconfirmed);
    }

    [Theory]
    [InlineData(Manner.Message)]
    [InlineData(Manner.Action)]
    public void A_long_text_is_split_so_that_what_others_receive_fits_512_bytes(Manner manner)
    {
        var text = string.Concat(Enumerable.Repeat("wörter und 😀 ", 120));
        var client = Conversation.InRoom(Labels + " chatroom/once").Say(text, manner: manner);

        var lines = client.Sent.Select(Message.Parse).ToList();
        Assert.True(lines.Count > 1);
        Assert.All(lines, line => Assert.True(BytesOthersReceive(line, "Tuan!tuan@host.test") <= 512));
        Assert.True(lines.SkipLast(1).All(line => BytesOthersReceive(line, "Tuan!tuan@host.test") > 512 - 170));
        Assert.Equal(text, string.Concat(client.Model.Unconfirmed));
        Assert.Equal(lines.Count, lines.Select(line => line.Tag("+chatroom/once")).Distinct().Count());
    }

    [Theory]
    [InlineData(Manner.Message)]
    [InlineData(Manner.Action)]
    public void Every_piece_but_the_last_of_a_long_word_is_512_bytes_for_others(Manner manner)
    {
        var client = Conversation.InRoom(Labels).Say(new string('x', 1400), manner: manner);

        var bytes = client.Sent.Select(line => BytesOthersReceive(Message.Parse(line), "Tuan!tuan@host.test")).ToList();
        Assert.True(bytes.Count > 2);
        Assert.All(bytes.SkipLast(1), piece => Assert.Equal(LineLimits.Body, piece));
    }

    [Fact]
    public void The_server_may_change_our_host_and_the_longer_one_counts()
    {
        var host = new string('h', 60);
        var client = Conversation.InRoom(Labels)
            .Hear($":s 396 Tuan {host} :is now your displayed host")
            .Say(new string('x', 600));

        Assert.All(client.Sent, line => Assert.True(BytesOthersReceive(Message.Parse(line), $"Tuan!tuan@{host}") <= 512));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Who_has_nothing_more_to_say_leaves_when_everything_is_confirmed(int lines)
    {
        var client = Conversation.InRoom(Labels);
        for (var i = 0; i < lines; i++)
            client.Say("x");
        client.When(new ClientMessage.Finish("")).Forget();
        for (var i = 1; i <= lines; i++)
        {
            Assert.Empty(client.Sent);
            client.Hear($"@label={i} :Tuan!tuan@host.test PRIVMSG #lobby :x");
        }

        Assert.Equal(["QUIT"], client.Sent);
        Assert.False(client.Model.TakesMore);
    }

    [Fact]
    public void Who_has_nothing_to_say_at_all_stays_until_the_room_is_open()
    {
        var client = Conversation.Ready().When(new ClientMessage.Finish("bye"));
        Assert.Empty(client.Sent);

        client.Hear(":Tuan!tuan@host.test JOIN #lobby");

        Assert.Equal(["QUIT bye"], client.Sent);
    }

    private static int BytesOthersReceive(Message line, string prefix) =>
        Encoding.UTF8.GetByteCount($":{prefix} PRIVMSG {line.Parameter(0)} :{line.Parameter(1)}\r\n");

    [Fact]
    public void A_labelled_refusal_is_of_its_line_also_where_we_have_just_asked_to_get_into_the_room()
    {
        var client = Conversation.Ready(Labels).Hear(":s 403 Tuan #lobby :No such room").Say("too early", "#hall")
            .When(new ClientMessage.Join("#hall", null)).Hear("@label=1 :s 404 Tuan #hall :You are not in that room");

        Assert.Equal("too early", Assert.Single(client.Told.OfType<ChatEvent.Failed>()).Text);
        Assert.Empty(client.Model.Lines);
        Assert.Equal(RoomPhase.Asked, client.Model.Room("#hall")!.Phase);
    }

    [Fact]
    public void What_comes_back_under_our_label_is_ours_whatever_we_were_called_when_we_said_it_first()
    {
        var client = Conversation.InRoom(Labels).Say("hi").Hear(
            ":Tuan!t@h NICK Tuan_", ":s BATCH +r1 labeled-response", "@label=1 :s BATCH +r2 labeled-response",
            "@batch=r2;msgid=m1 :Tuan!t@h PRIVMSG #lobby :hi", ":s BATCH -r2");

        Assert.True(Assert.Single(client.Told.OfType<ChatEvent.Said>()).Own);
        Assert.Empty(client.Model.Lines);
    }
}
