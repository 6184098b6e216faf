using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

public sealed class TalkTests
{
    [Fact]
    public async Task What_is_said_in_a_room_is_heard_by_the_others_there_and_by_nobody_else()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "", "#lobby");
        var duy = await server.Connect("Duy", "", "#lobby");
        var mai = await server.Connect("Mai", "", "#kitchen");
        await tuan.Heard();

        await tuan.Hears();
        Assert.Empty(await tuan.Ask("PRIVMSG #Lobby :Hello, Duy!", "NOTICE #lobby :and a notice"));

        await duy.Hears(":Tuan!tuan@guest PRIVMSG #lobby :Hello, Duy!", ":Tuan!tuan@guest NOTICE #lobby :and a notice");
        await mai.Hears();
    }

    [Fact]
    public async Task What_is_said_to_a_person_is_heard_by_them_alone()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");
        var duy = await server.Connect("Duy");
        var mai = await server.Connect("Mai");

        Assert.Empty(await tuan.Ask("PRIVMSG duy :psst"));

        await duy.Hears(":Tuan!tuan@guest PRIVMSG Duy :psst");
        await mai.Hears();
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("labeled-response batch", "@label=a ")]
    public async Task What_one_says_to_oneself_is_heard_once(string capabilities, string label)
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", capabilities);

        Assert.Equal([$"{label}:Tuan!tuan@guest PRIVMSG Tuan :note"], await tuan.Ask($"{label}PRIVMSG Tuan :note"));
    }

    [Theory]
    [InlineData("PRIVMSG Tuan :note")]
    [InlineData("NOTICE Tuan :note")]
    [InlineData("TAGMSG Tuan")]
    public async Task What_one_says_to_oneself_is_echoed_beside_it_and_only_the_echo_is_labelled(string line)
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "echo-message labeled-response batch message-tags");

        var heard = await tuan.Ask($"@label=a;+typing=done {line}");

        Assert.Equal(2, heard.Count);
        Assert.DoesNotContain("label", heard[0], StringComparison.Ordinal);
        Assert.Equal($"@label=a;{heard[0][1..]}", heard[1]);
    }

    [Theory]
    [InlineData("NOTICE")]
    [InlineData("NOTICE #lobby")]
    [InlineData("NOTICE #nowhere :hi")]
    [InlineData("NOTICE nobody :hi")]
    [InlineData("NOTICE no!body,a,b,c,d,e :hi")]
    public async Task No_error_ever_comes_of_a_notice(string line)
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "labeled-response batch");

        Assert.Equal(["@label=a :irc.test ACK"], await tuan.Ask($"@label=a {line}"));
    }

    [Fact]
    public async Task Who_asked_for_echoes_hears_them_with_id_and_time()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "echo-message message-tags server-time", "#lobby");
        var duy = await server.Connect("Duy", "server-time", "#lobby");
        await tuan.Heard();

        var tags = $"@time=2026-01-01T12:00:00.000Z;msgid={server.Epoch}-6";
        Assert.Equal([$"{tags} :Tuan!tuan@guest PRIVMSG #lobby :hi"], await tuan.Ask("PRIVMSG #lobby :hi"));
        await duy.Hears("@time=2026-01-01T12:00:00.000Z :Tuan!tuan@guest PRIVMSG #lobby :hi");
    }

    [Fact]
    public async Task Tags_of_clients_reach_those_who_understand_tags()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "message-tags", "#lobby");
        var duy = await server.Connect("Duy", "message-tags", "#lobby");
        var mai = await server.Connect("Mai", "", "#lobby");
        await Settle(tuan, duy);

        await tuan.Ask("@+draft/reply=x\\s1;time=never;+a PRIVMSG #lobby :hi");

        await duy.Hears($"@msgid={server.Epoch}-8;+draft/reply=x\\s1;+a :Tuan!tuan@guest PRIVMSG #lobby :hi");
        await mai.Hears(":Tuan!tuan@guest PRIVMSG #lobby :hi");
    }

    [Fact]
    public async Task Tags_of_who_did_not_ask_for_tags_are_dropped()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "", "#lobby");
        var duy = await server.Connect("Duy", "message-tags", "#lobby");
        await Settle(tuan);

        Assert.Equal([":irc.test 421 Tuan TAGMSG :This command needs the capability message-tags"],
            await tuan.Ask("@+draft/reply=x PRIVMSG #lobby :hi", "@+typing=active TAGMSG #lobby"));

        await duy.Hears($"@msgid={server.Epoch}-6 :Tuan!tuan@guest PRIVMSG #lobby :hi");
    }

    [Fact]
    public async Task Typing_passes_and_a_reaction_stays()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "message-tags echo-message", "#lobby");
        var duy = await server.Connect("Duy", "message-tags batch draft/event-playback", "#lobby");
        var mai = await server.Connect("Mai", "", "#lobby");
        await Settle(tuan, duy);

        var reaction = $"@msgid={server.Epoch}-8;+draft/react=heart :Tuan!tuan@guest TAGMSG #lobby";
        Assert.Equal(
            ["@+typing=active :Tuan!tuan@guest TAGMSG #lobby", reaction],
            await tuan.Ask("@+typing=active TAGMSG #lobby", "@+draft/react=heart TAGMSG #lobby", "TAGMSG #lobby"));

        await duy.Hears("@+typing=active :Tuan!tuan@guest TAGMSG #lobby", reaction);
        await mai.Hears();
        Assert.Equal(
            [":irc.test BATCH +history chathistory #lobby", $"@batch=history;{reaction[1..]}", ":irc.test BATCH -history"],
            await duy.Ask("CHATHISTORY LATEST #lobby * 1"));
    }

    [Fact]
    public async Task What_is_said_to_the_operators_of_a_room_is_heard_and_read_by_them_and_its_sender()
    {
        await using var server = TestServer.Start();
        var founder = await server.Connect("Founder", "", "#lobby");
        var tuan = await server.Connect("Tuan", "echo-message", "#lobby");
        var duy = await server.Connect("Duy", "", "#lobby");
        await Settle(founder, tuan);

        const string told = ":Tuan!tuan@guest PRIVMSG @#lobby :help";
        Assert.Equal([told], await tuan.Ask("PRIVMSG @#lobby :help"));

        await founder.Hears(told);
        await duy.Hears();
        Assert.Equal([told], await founder.Ask("CHATHISTORY LATEST #lobby * 10"));
        Assert.Empty(await duy.Ask("CHATHISTORY LATEST #lobby * 10"));
    }

    [Fact]
    public async Task Several_targets_are_told_each_and_one_too_many_is_named()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "echo-message", "#a", "#b");
        await server.Connect("Duy");

        Assert.Equal(
            [
                ":Tuan!tuan@guest PRIVMSG #a :hi",
                ":irc.test 401 Tuan Nobody :Nobody of that nickname is here",
                ":Tuan!tuan@guest PRIVMSG #b :hi",
                ":Tuan!tuan@guest PRIVMSG Duy :hi",
            ],
            await tuan.Ask("PRIVMSG #a,Nobody,#b,duy :hi"));
        Assert.Equal(
            [
                ":irc.test 407 Tuan #e :4 targets at once are the most; nothing was sent to this one",
                ":Tuan!tuan@guest PRIVMSG #a :hi",
            ],
            (await tuan.Ask("PRIVMSG #a,x,y,z,#e,#f :hi")).Where(line => !line.Contains(" 401 ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("PRIVMSG", "411 Tuan :To whom? PRIVMSG needs a room or a nickname")]
    [InlineData("PRIVMSG #lobby", "412 Tuan :There is no text to send")]
    [InlineData("PRIVMSG #lobby :", "412 Tuan :There is no text to send")]
    [InlineData("PRIVMSG #other :hi", "404 Tuan #Other :You are not in that room, so you can't speak there; JOIN it first")]
    [InlineData("PRIVMSG #nowhere :hi", "401 Tuan #nowhere :There is no such room; JOIN opens it")]
    [InlineData("PRIVMSG nobody :hi", "401 Tuan nobody :Nobody of that nickname is here")]
    [InlineData("PRIVMSG no!body :hi", "401 Tuan no!body :Nobody of that nickname is here")]
    public async Task What_can_not_be_said_is_answered(string line, string answer)
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "echo-message message-tags", "#lobby");
        await server.Connect("Duy", "", "#Other");

        Assert.Equal([$":irc.test {answer}"], await tuan.Ask(line));
    }

    internal static async Task Settle(params Client[] clients)
    {
        foreach (var client in clients)
            await client.Heard();
    }

    [Fact]
    public async Task Of_tags_with_one_name_the_last_one_is_passed_on()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "message-tags", "#lobby");
        var duy = await server.Connect("Duy", "message-tags", "#lobby");

        await tuan.Ask("@+a=1;+b=x;+a=2;+b;+a=3 PRIVMSG #lobby :hi");

        var line = Assert.Single(await duy.Heard());
        Assert.EndsWith(";+b;+a=3 :Tuan!tuan@guest PRIVMSG #lobby :hi", line, StringComparison.Ordinal);
        Assert.DoesNotContain("+a=1", line, StringComparison.Ordinal);
        Assert.DoesNotContain("+b=x", line, StringComparison.Ordinal);
    }
}
