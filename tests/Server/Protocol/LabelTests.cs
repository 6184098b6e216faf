using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

public sealed class LabelTests
{
    private const string All = "labeled-response batch message-tags echo-message";

    [Fact]
    public async Task An_answer_of_one_line_carries_the_label()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", All, "#lobby");

        Assert.Equal(
            [
                ":irc.test CAP Tuan LIST :message-tags echo-message batch labeled-response",
                "@label=a :irc.test PONG irc.test :x",
                $"@label=b\\:;msgid={server.Epoch}-4 :Tuan!tuan@guest PRIVMSG #lobby :hi",
                "@label=c :irc.test 421 Tuan FROB :This server has no such command",
                "@label=d :irc.test 403 Tuan #nowhere :There is no such room; JOIN opens it",
                "@label=e :irc.test 221 Tuan +i",
                "@label=f :irc.test 422 Tuan :This server has no message of the day",
            ],
            await tuan.Ask(
                "CAP LIST", "@label=a PING x", "@label=b\\: PRIVMSG #lobby :hi", "@label=c FROB", "@label=d MODE #nowhere", "@label=e MODE Tuan", "@label=f MOTD"));
    }

    [Fact]
    public async Task Where_nothing_is_answered_it_is_acknowledged()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "labeled-response batch", "#lobby");

        Assert.Equal(
            ["@label=a :irc.test ACK", "@label=b :irc.test ACK", "@label=c :irc.test ACK"],
            await tuan.Ask("@label=a PONG x", "@label=b PRIVMSG #lobby :hi", "@label=c JOIN #lobby"));
    }

    [Fact]
    public async Task More_than_a_line_becomes_a_batch_that_carries_the_label()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "labeled-response batch echo-message");

        Assert.Equal(
            [
                "@label=a :irc.test BATCH +r1 labeled-response",
                "@batch=r1 :Tuan!tuan@guest JOIN #lobby",
                "@batch=r1 :irc.test 353 Tuan = #lobby :@Tuan",
                "@batch=r1 :irc.test 366 Tuan #lobby :End of names",
                ":irc.test BATCH -r1",
                ":irc.test PONG irc.test :between",
                "@label=b :irc.test BATCH +r2 labeled-response",
                "@batch=r2 :Tuan!tuan@guest PRIVMSG #lobby :hi",
                "@batch=r2 :irc.test 401 Tuan nobody :Nobody of that nickname is here",
                ":irc.test BATCH -r2",
            ],
            await tuan.Ask("@label=a JOIN #lobby", "PING between", "@label=b PRIVMSG #lobby,nobody :hi"));
    }

    [Fact]
    public async Task A_batch_within_keeps_its_own_lines()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "labeled-response batch", "#lobby");
        await tuan.Ask("PRIVMSG #lobby :hi");

        Assert.Equal(
            [
                "@label=a :irc.test BATCH +r1 labeled-response",
                "@batch=r1 :irc.test BATCH +history chathistory #lobby",
                "@batch=history :Tuan!tuan@guest PRIVMSG #lobby :hi",
                "@batch=r1 :irc.test BATCH -history",
                ":irc.test BATCH -r1",
            ],
            await tuan.Ask("@label=a CHATHISTORY LATEST #lobby * 10"));
    }

    [Fact]
    public async Task Only_the_sender_sees_a_label_and_only_what_came_of_their_line_carries_it()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "labeled-response batch echo-message", "#lobby");
        var duy = await server.Connect("Duy", "labeled-response batch", "#lobby");
        await tuan.Heard();
        server.Journal.Hold();
        await duy.Send("PRIVMSG #lobby :held");
        await server.Journal.WhenHeld();
        await tuan.Post("@label=a PRIVMSG #lobby :one");
        await duy.Post("@label=b PRIVMSG #lobby :two");

        server.Journal.Release();

        Assert.Equal(
            [
                ":Duy!duy@guest PRIVMSG #lobby :held",
                "@label=a :Tuan!tuan@guest PRIVMSG #lobby :one",
                ":Duy!duy@guest PRIVMSG #lobby :two",
            ],
            await tuan.Heard());
        await duy.Hears(":Tuan!tuan@guest PRIVMSG #lobby :one", "@label=b :irc.test ACK");
    }

    [Fact]
    public async Task Without_the_capability_or_beyond_its_length_a_label_is_none()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", All);
        var duy = await server.Connect("Duy");

        Assert.Equal([":irc.test PONG irc.test :x"], await duy.Ask("@label=a PING x"));
        Assert.Equal([":irc.test PONG irc.test :x"], await tuan.Ask($"@label={new string('l', Limits.LabelBytes + 1)} PING x"));
    }

    [Fact]
    public async Task Without_batches_there_are_no_labels()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "labeled-response");

        Assert.Equal(
            [":Tuan!tuan@guest JOIN #lobby", ":irc.test 353 Tuan = #lobby :@Tuan", ":irc.test 366 Tuan #lobby :End of names", ":irc.test PONG irc.test :x"],
            await tuan.Ask("@label=a JOIN #lobby", "@label=b PING x", "@label=c PONG x"));
    }

    [Fact]
    public async Task A_line_that_can_not_be_read_is_answered_under_its_label_too()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", All);

        Assert.Equal(
            ["@label=a :irc.test 417 Tuan :That line is too long: 512 bytes are the most, with its end"],
            await tuan.Ask($"@label=a PRIVMSG Tuan :{new string('x', 500)}"));
    }

    [Fact]
    public async Task A_farewell_is_within_the_batch_of_the_line_that_asked_for_it()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", All);

        await tuan.Send("@label=a QUIT :bye");

        var heard = await tuan.Rest();
        Assert.Equal("@label=a :irc.test BATCH +r1 labeled-response", heard[0]);
        Assert.EndsWith("ERROR :Closing link: Quit: bye", heard[^2], StringComparison.Ordinal);
        Assert.Equal(":irc.test BATCH -r1", heard[^1]);
    }
}
