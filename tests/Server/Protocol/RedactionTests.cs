using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>REDACT (draft/message-redaction): who may take what back, who hears of it, and what history tells then.</summary>
public sealed class RedactionTests
{
    private const string Caps = "message-tags echo-message batch draft/chathistory draft/message-redaction";

    [Fact]
    public async Task Ones_own_message_is_taken_back_for_all_who_know_redact_and_others_are_told_in_words()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", Caps, "#a");
        var duy = await server.Connect("Duy", "draft/message-redaction message-tags", "#a");
        var mai = await server.Connect("Mai", "", "#a");
        var id = await Say(tuan, "#a");
        await TalkTests.Settle(duy, mai);

        Assert.Equal([$":Tuan!tuan@guest REDACT #a {id} :spam"], Untagged(await tuan.Ask($"REDACT #A {id} :spam")));

        Assert.Equal([$":Tuan!tuan@guest REDACT #a {id} :spam"], Untagged(await duy.Heard()));
        await mai.Hears(":irc.test NOTICE #a :Tuan has taken a message back: spam");
    }

    [Fact]
    public async Task Without_a_reason_none_is_given_and_in_private_only_the_two_hear()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", Caps);
        var duy = await server.Connect("Duy", Caps);
        var mai = await server.Connect("Mai", Caps);
        var id = await Say(tuan, "Duy");
        await duy.Heard();

        Assert.Equal([$":Tuan!tuan@guest REDACT Duy {id}"], Untagged(await tuan.Ask($"REDACT duy {id}")));

        Assert.Equal([$":Tuan!tuan@guest REDACT Duy {id}"], Untagged(await duy.Heard()));
        await mai.Hears();
        Assert.Equal([$":irc.test FAIL REDACT UNKNOWN_MSGID Duy {id} :No such message was said there, or it is gone"], await tuan.Ask($"REDACT Duy {id}"));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("+v", false)]
    [InlineData("+h", true)]
    [InlineData("+o", true)]
    [InlineData("+q", true)]
    public async Task What_others_said_is_taken_back_by_who_tends_the_room(string right, bool may)
    {
        await using var server = TestServer.Start();
        var mai = await server.Connect("Mai", Caps, "#a");
        var duy = await server.Connect("Duy", Caps, "#a");
        await duy.Ask("REGISTER * * tea");
        var tuan = await server.Connect("Tuan", Caps, "#a");
        if (right.Length > 0)
            await mai.Ask($"MODE #a {right} Duy");
        var id = await Say(tuan, "#a");
        await TalkTests.Settle(duy, tuan);

        var answer = Assert.Single(Untagged(await duy.Ask($"REDACT #a {id}")));

        Assert.Equal(may ? $":Duy!duy@guest REDACT #a {id}" : $":irc.test FAIL REDACT REDACT_FORBIDDEN #a {id} :You may take back what you said yourself; who tends a room may do more there", answer);
        Assert.Equal(may ? 1 : 0, (await tuan.Heard()).Count);
    }

    [Fact]
    public async Task Half_operators_do_not_take_back_what_operators_said_and_operators_of_the_server_do()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", Caps, "#a");
        var duy = await server.Connect("Duy", Caps, "#a");
        await server.AddAccount("Root", Powers.Rooms);
        var root = await server.Connect("Mai", Caps, "#a");
        await tuan.Ask("MODE #a +h Duy");
        var id = await Say(tuan, "#a");
        await TalkTests.Settle(duy, root);

        Assert.Contains("REDACT_FORBIDDEN", Assert.Single(await duy.Ask($"REDACT #a {id}")), StringComparison.Ordinal);
        Assert.Contains("REDACT_FORBIDDEN", Assert.Single(await root.Ask($"REDACT #a {id}")), StringComparison.Ordinal);
        await root.Ask("OPER Root tea");
        Assert.Equal([$":Mai!mai@guest REDACT #a {id}"], Untagged(await root.Ask($"REDACT #a {id}")));
    }

    [Fact]
    public async Task Who_could_not_read_it_learns_nothing_of_it()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", Caps, "#a", "#b");
        var duy = await server.Connect("Duy", Caps, "#b");
        var mai = await server.Connect("Mai", Caps, "#a");
        string[] hidden = [await Say(tuan, "@#a"), await Say(tuan, "Duy")];
        var said = await Say(tuan, "#a");
        await TalkTests.Settle(duy, mai);

        foreach (var id in (string[])[.. hidden, $"{server.Epoch}-999999", "nonexistent", "#x"])
            Assert.Equal([$":irc.test FAIL REDACT UNKNOWN_MSGID #a {id} :No such message was said there, or it is gone"], await mai.Ask($"REDACT #a {id}"));
        Assert.Equal([$":irc.test FAIL REDACT INVALID_TARGET #a :You are not in such a room, and nobody of that nickname is here"], await duy.Ask($"REDACT #a {said}"));
        Assert.Equal([$":irc.test FAIL REDACT INVALID_TARGET #nowhere :You are not in such a room, and nobody of that nickname is here"], await duy.Ask($"REDACT #nowhere {said}"));
        Assert.Contains("UNKNOWN_MSGID #b", Assert.Single(await duy.Ask($"REDACT #b {said}")), StringComparison.Ordinal);
        Assert.Contains("UNKNOWN_MSGID Tuan", Assert.Single(await mai.Ask($"REDACT Tuan {hidden[1]}")), StringComparison.Ordinal);
        Assert.Contains("INVALID_TARGET nobody", Assert.Single(await mai.Ask($"REDACT nobody {said}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_while_it_stays_said_but_for_who_tends_the_room()
    {
        await using var server = TestServer.Start();
        var mai = await server.Connect("Mai", Caps, "#a");
        var tuan = await server.Connect("Tuan", Caps, "#a");
        var id = await Say(tuan, "#a");
        await server.Registry.Hub.Order(new Command.ChangeLimits(new RuleLimitsChange { RedactMinutes = 1 })).WaitAsync(Client.Deadline);
        server.Clock.Move(TimeSpan.FromMinutes(1));

        Assert.Equal([$":irc.test FAIL REDACT REDACT_WINDOW_EXPIRED #a {id} 60 :That was said more than 1 minutes ago"], await tuan.Ask($"REDACT #a {id}"));
        await mai.Heard();
        Assert.Single(await mai.Ask($"REDACT #a {id}"));
    }

    [Fact]
    public async Task History_tells_who_knows_redact_that_something_was_taken_back_and_others_nothing()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", Caps, "#a");
        var (one, two) = (await Say(tuan, "#a"), await Say(tuan, "#a"));
        await tuan.Ask($"REDACT #a {one} :oops");
        var mai = await server.Connect("Mai", "batch draft/chathistory", "#a");
        var duy = await server.Connect("Duy", $"{Caps} chatroom/context", "#a");

        Assert.Equal(
            [
                $"@batch=history;msgid={one} :Tuan!tuan@guest PRIVMSG #a :(taken back)",
                $"@batch=history;draft/chathistory-context;msgid={server.Epoch}-6 :Tuan!tuan@guest REDACT #a {one} :oops",
                $"@batch=history;msgid={two} :Tuan!tuan@guest PRIVMSG #a :words",
            ],
            (await duy.Ask("CHATHISTORY LATEST #a * 2")).Where(line => line.Contains("batch=", StringComparison.Ordinal)));
        Assert.Equal(
            [$"@batch=history;msgid={two} :Tuan!tuan@guest PRIVMSG #a :words", $"@batch=history;msgid={server.Epoch}-6 :Tuan!tuan@guest REDACT #a {one} :oops"],
            (await tuan.Ask("CHATHISTORY LATEST #a * 2")).Where(line => line.Contains("batch=", StringComparison.Ordinal)));
        Assert.Equal([$"@batch=history;msgid={server.Epoch}-6 :Tuan!tuan@guest REDACT #a {one} :oops"],
            (await tuan.Ask($"CHATHISTORY AFTER #a msgid={two} 2")).Where(line => !line.Contains(" BATCH ", StringComparison.Ordinal)));
        Assert.Equal(["@batch=history :Tuan!tuan@guest PRIVMSG #a :words"], (await mai.Ask("CHATHISTORY LATEST #a * 2")).Where(line => line.Contains("batch=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_reaction_is_taken_back_like_a_message()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", $"{Caps} chatroom/context", "#a");
        var one = await Say(tuan, "#a");
        var yes = Id(Assert.Single(await tuan.Ask($"@+draft/reply={one};+draft/react=yes TAGMSG #a")));

        Assert.Single(await tuan.Ask($"REDACT #a {yes}"));

        Assert.DoesNotContain(await tuan.Ask("CHATHISTORY LATEST #a * 2"), line => line.Contains("+draft/react", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_speak_takes_back_without_a_word()
    {
        await using var server = TestServer.Start();
        var mai = await server.Connect("Mai", "", "#a");
        var tuan = await server.Connect("Tuan", Caps, "#a");
        var id = await Say(tuan, "#a");
        await mai.Ask("MODE #a +m");
        await tuan.Heard();

        Assert.Contains("REDACT_FORBIDDEN", Assert.Single(await tuan.Ask($"REDACT #a {id} :but listen")), StringComparison.Ordinal);
        Assert.Equal([$":Tuan!tuan@guest REDACT #a {id}"], Untagged(await tuan.Ask($"REDACT #a {id}")));
    }

    [Fact]
    public async Task The_capability_is_needed()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "message-tags echo-message", "#a");
        var id = await Say(tuan, "#a");

        Assert.Equal([":irc.test 421 Tuan REDACT :This command needs the capability draft/message-redaction"], await tuan.Ask($"REDACT #a {id}"));
    }

    private static async Task<string> Say(Client who, string where) => Id(Assert.Single(await who.Ask($"PRIVMSG {where} :words"), line => line.Contains(" PRIVMSG ", StringComparison.Ordinal)));

    private static string Id(string line) => line.Split("msgid=")[1].Split(' ', ';')[0];

    private static IEnumerable<string> Untagged(IEnumerable<string> lines) => lines.Select(line => line.StartsWith('@') ? line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..] : line);
}
