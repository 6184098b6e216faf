using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Tests;

/// <summary>What was said while the connection was away, and the lines that nobody confirmed.</summary>
public class GapTests
{
    private const string Ours = "message-tags server-time echo-message batch labeled-response draft/chathistory chatroom/once chatroom/resume";

    [Fact]
    public void What_is_missing_is_asked_for_page_by_page_and_what_happens_meanwhile_waits()
    {
        var client = Back(Talked()).Hear(":Tuan!t@h JOIN #lobby");
        Assert.Equal("CHATHISTORY AFTER #lobby msgid=m1 200", Assert.Single(client.Sent, line => line.StartsWith("CHATHISTORY", StringComparison.Ordinal)));

        client.Forget().Hear(Duy("m9", "live")).Hear("BATCH +1 chathistory #lobby", Played("m2", "two"), Played("m3", "three"), "BATCH -1");
        Assert.Equal(["two", "three"], Texts(client));
        Assert.Equal("CHATHISTORY AFTER #lobby msgid=m3 200", client.Sent.First());

        client.Forget().Hear("BATCH +1 chathistory #lobby", "BATCH -1");
        Assert.Equal(["live"], Texts(client));
        Assert.Empty(client.Model.Gaps);
    }

    [Fact]
    public void What_only_comes_with_a_message_is_no_place_to_go_on_from()
    {
        var client = Back(Talked()).Hear(":Tuan!t@h JOIN #lobby").Forget();

        client.Hear(
            "BATCH +1 chathistory #lobby", Played("m2", "two"), "@batch=1;draft/chathistory-context;msgid=m900;+draft/reply=m2;+draft/react=yes :Duy!d@h TAGMSG #lobby",
            "BATCH -1");

        Assert.Equal("CHATHISTORY AFTER #lobby msgid=m2 200", client.Sent.First());
    }

    [Fact]
    public void A_line_that_nobody_confirmed_is_said_again_under_its_id_behind_the_gap_and_before_newer_ones()
    {
        var client = Back(Talked().Say("unconfirmed")).When(new ClientMessage.Say("#lobby", "newer", Manner.Message, 99));
        Assert.DoesNotContain(client.Sent, line => line.Contains("PRIVMSG"));

        client.Hear(":Tuan!t@h JOIN #lobby", "BATCH +1 chathistory #lobby", "BATCH -1");

        var said = client.Sent.Where(line => line.Contains("PRIVMSG")).ToList();
        Assert.Equal(2, said.Count);
        Assert.Contains($"+chatroom/once={Conversation.Id:x32}", said[0], StringComparison.Ordinal);
        Assert.EndsWith(" unconfirmed", said[0], StringComparison.Ordinal);
        Assert.EndsWith(" newer", said[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_was_kept_is_told_where_history_has_it_and_not_again_when_it_is_echoed()
    {
        var client = Back(Talked().Say("kept")).Hear(
            ":Tuan!t@h JOIN #lobby", "BATCH +1 chathistory #lobby", "@batch=1;msgid=m2 :Tuan!t@h PRIVMSG #lobby :kept", Played("m3", "later"), "BATCH -1",
            "BATCH +1 chathistory #lobby", "BATCH -1");
        var label = Assert.Single(client.Model.Lines).Label;

        client.Hear($"@label={label};msgid=m2 :Tuan!t@h PRIVMSG #lobby :kept");

        Assert.Equal(["kept", "later"], Texts(client));
        Assert.Empty(client.Model.Unconfirmed);
    }

    [Fact]
    public void A_line_that_was_kept_and_forgotten_meanwhile_is_told_as_of_its_time_and_a_new_one_as_of_now()
    {
        var client = Back(Talked().Say("kept").Say("lost")).Hear(
            ":Tuan!t@h JOIN #lobby", "BATCH +1 chathistory #lobby", $"@time=2026-11-20T11:05:05.000Z;{Played("m3", "later")[1..]}", "BATCH -1",
            "BATCH +1 chathistory #lobby", "BATCH -1");
        var labels = client.Model.Lines.Select(line => line.Label).ToList();

        client.Hear(
            $"@label={labels[0]};time=2026-11-20T11:05:02.000Z;msgid=m2 :Tuan!t@h PRIVMSG #lobby :",
            $"@label={labels[1]};time=2026-11-20T11:05:09.000Z;msgid=m4 :Tuan!t@h PRIVMSG #lobby :lost");

        Assert.Equal([("later", true), ("kept", true), ("lost", false)], client.Told.OfType<ChatEvent.Said>().Select(said => (said.Text, said.At.History)));
        Assert.Empty(client.Model.Unconfirmed);
    }

    [Fact]
    public void A_message_is_where_to_go_on_from_even_if_our_clock_said_that_we_came_later()
    {
        // JOIN came without a time, so it has ours, which is some seconds ahead of the server's.
        var entered = Greet(Conversation.Of(Conversation.New().Model.Settings with { Token = "00112233445566778899aabbccddeeff" })).Hear(":Tuan!t@h JOIN #lobby");

        var client = Back(entered.Hear($"@time=2026-11-20T11:04:55.000Z;{Duy("m1", "one")[1..]}")).Hear(":Tuan!t@h JOIN #lobby");

        Assert.Contains("CHATHISTORY AFTER #lobby msgid=m1 200", client.Sent);
    }

    [Fact]
    public void What_was_heard_while_history_was_played_and_is_not_in_it_any_more_is_told_as_of_its_time()
    {
        var client = Greet(Conversation.Of(Conversation.New(history: 50).Model.Settings with { Token = "00112233445566778899aabbccddeeff" }))
            .Hear(":Tuan!t@h JOIN #lobby", $"@time=2026-11-20T11:05:01.000Z;{Duy("m1", "forgotten")[1..]}", $"@time=2026-11-20T11:05:02.000Z;{Duy("m2", "two")[1..]}")
            .Hear("BATCH +1 chathistory #lobby", $"@time=2026-11-20T11:05:02.000Z;{Played("m2", "two")[1..]}", "BATCH -1");

        Assert.Equal([("two", true), ("forgotten", true)], client.Told.OfType<ChatEvent.Said>().Select(said => (said.Text, said.At.History)));
    }

    [Fact]
    public void Where_the_server_does_not_know_the_message_there_is_a_hole_and_its_time_is_tried_and_then_the_newest()
    {
        var client = Back(Talked()).Hear(":Tuan!t@h JOIN #lobby").Forget();

        client.Hear(":irc.test FAIL CHATHISTORY INVALID_PARAMS AFTER :No such message");
        Assert.StartsWith("CHATHISTORY AFTER #lobby timestamp=", client.Sent.First(), StringComparison.Ordinal);
        Assert.Single(client.Told.OfType<ChatEvent.Gap>());
        client.Forget().Hear(":irc.test FAIL CHATHISTORY INVALID_PARAMS AFTER :No such time");

        Assert.Equal("CHATHISTORY LATEST #lobby * 200", client.Sent.First());
        Assert.Empty(client.Told.OfType<ChatEvent.Gap>());
    }

    [Fact]
    public void A_gap_that_is_too_long_ends_in_a_hole_and_its_lines_are_in_doubt()
    {
        var client = Back(Talked().Say("unconfirmed")).Hear(":Tuan!t@h JOIN #lobby");
        for (var page = 0; page < ClientLimits.GapPages; page++)
        {
            var first = 1_000 + (page * ClientLimits.GapPage);
            client.Hear(["BATCH +1 chathistory #lobby", .. Enumerable.Range(first, ClientLimits.GapPage).Select(n => Played($"m{n}", $"{n}")), "BATCH -1"]);
        }

        Assert.Equal("unconfirmed", Assert.Single(client.Told.OfType<ChatEvent.PerhapsSent>()).Text);
        Assert.Single(client.Told.OfType<ChatEvent.Gap>());
        Assert.Contains("CHATHISTORY LATEST #lobby * 200", client.Sent);
        Assert.Empty(client.Model.Unconfirmed);
    }

    [Fact]
    public void Absence_and_keys_outlive_a_connection()
    {
        var talked = Talked()
            .When(new ClientMessage.Join("#vip", "secret")).Hear(":Tuan!t@h JOIN #vip", ":irc.test 366 Tuan #vip :End")
            .When(new ClientMessage.Order(ChatRoom.Irc.Message.Of("AWAY", "at lunch"), "#lobby"));

        var client = Back(talked);

        Assert.Contains("JOIN #vip secret", client.Sent);
        Assert.Contains("AWAY :at lunch", client.Sent);
    }

    /// <summary>In the room, where m1 is the last that was heard.</summary>
    [Fact]
    public void A_private_line_survives_a_connection_that_broke_before_its_greeting()
    {
        var broken = Conversation.Going(ClientUpdate.Suspend(Talked().Say("unconfirmed", "Duy").Model).Model).When(new ClientMessage.Opened(Conversation.Now));

        var client = Back(broken);

        Assert.StartsWith("CHATHISTORY AFTER Duy timestamp=2", Assert.Single(client.Sent, line => line.StartsWith("CHATHISTORY", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void History_that_had_not_come_when_the_connection_broke_is_asked_for_again()
    {
        var entering = Greet(Conversation.Of(Conversation.New(history: 50).Model.Settings with { Token = "00112233445566778899aabbccddeeff" }))
            .Hear(":Tuan!t@h JOIN #lobby");
        Assert.Contains("CHATHISTORY LATEST #lobby * 50", entering.Sent);

        var client = Back(entering).Hear(":Tuan!t@h JOIN #lobby");

        Assert.Contains("CHATHISTORY LATEST #lobby * 50", client.Sent);
        Assert.DoesNotContain(client.Sent, line => line.StartsWith("CHATHISTORY AFTER", StringComparison.Ordinal));
    }

    private static Conversation Talked() => Greet(Conversation.Of(
            Conversation.New().Model.Settings with { Token = "00112233445566778899aabbccddeeff", Features = ClientFeatures.Screen }))
        .Hear(":Tuan!t@h JOIN #lobby", Duy("m1", "one")).Forget();

    /// <summary>The same after the connection broke and a new one was let in.</summary>
    private static Conversation Back(Conversation talked) => Greet(Conversation.Going(ClientUpdate.Suspend(talked.Model).Model));

    private static Conversation Greet(Conversation client) => client.When(new ClientMessage.Opened(Conversation.Now)).Hear(
        $":irc.test CAP * LS :{Ours}", $":irc.test CAP * ACK :{Ours}", ":irc.test 001 Tuan :Welcome",
        ":irc.test 005 Tuan CASEMAPPING=ascii CHANTYPES=# CHATHISTORY=1000 :are supported", ":irc.test 376 Tuan :End");

    private static string Duy(string id, string text) => $"@msgid={id} :Duy!d@h PRIVMSG #lobby :{text}";

    private static string Played(string id, string text) => $"@batch=1;msgid={id} :Duy!d@h PRIVMSG #lobby :{text}";

    private static List<string> Texts(Conversation client) => [.. client.Told.OfType<ChatEvent.Said>().Select(said => said.Text)];
}
