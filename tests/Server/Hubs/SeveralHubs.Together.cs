using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Journal.Tests;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Hubs;

/// <summary>What one person does on one server, as people and their own devices see it on another.</summary>
public abstract partial class SeveralHubs
{
    [ContractFact]
    public async Task That_somebody_types_is_heard_on_other_servers_and_is_kept_nowhere()
    {
        var (one, two) = (Start(), Start());
        var tuan = await one.Connect("Tuan", "message-tags", "#lobby");
        var duy = await two.Connect("Duy", "message-tags", "#lobby");
        var mai = await two.Connect("Mai", "", "#lobby");
        await AssertOneWorld();
        var last = one.World.Last;

        await tuan.Send("@+typing=active TAGMSG #lobby");
        Assert.Equal("@+typing=active :Tuan!tuan@guest TAGMSG #lobby", await NextOf(duy, "TAGMSG"));
        await tuan.Send("@+typing=active TAGMSG Duy");
        Assert.Equal("@+typing=active :Tuan!tuan@guest TAGMSG Duy", await NextOf(duy, "TAGMSG"));

        await mai.Hears();
        await AssertOneWorld();
        Assert.Equal(last, one.World.Last);
    }

    [ContractFact]
    public async Task Private_words_reach_each_device_of_both_on_whatever_server_and_only_the_asker_has_the_label()
    {
        var (one, two) = (Start(), Start());
        var (laptop, phone) = await OnBoth(one, two, "echo-message message-tags batch labeled-response");
        var duy = await two.Connect("Duy", "message-tags");
        await AssertOneWorld();

        await laptop.Send("@label=7 PRIVMSG Duy :tea at four?");
        var echo = await NextOf(laptop, "PRIVMSG");
        var (other, heard) = (await NextOf(phone, "PRIVMSG"), await NextOf(duy, "PRIVMSG"));
        Assert.StartsWith("@label=7;", echo, StringComparison.Ordinal);
        Assert.Equal(echo.Replace("label=7;", "", StringComparison.Ordinal), other);
        Assert.Equal(other, heard);
        await duy.Send("PRIVMSG Mai :yes");
        Assert.Equal(await NextOf(phone, "PRIVMSG"), await NextOf(laptop, "PRIVMSG"));
    }

    [ContractFact]
    public async Task What_one_device_reads_the_other_knows_and_a_device_is_ended_from_the_other_server()
    {
        var (one, two) = (Start(), Start());
        var (laptop, phone) = await OnBoth(one, two, "draft/read-marker");
        await laptop.Ask("JOIN #tea");
        Assert.Equal(":Mai!mai@guest JOIN #tea", await NextOf(phone, "JOIN"));
        await two.Connect("Duy");
        await AssertOneWorld();

        await laptop.Ask("MARKREAD #tea timestamp=2025-12-01T10:00:00.000Z", "MARKREAD Duy timestamp=2025-12-01T11:00:00.000Z");
        // What came with the room, and then what was read.
        while (await NextOf(phone, "MARKREAD #tea") is var told && told != ":irc.test MARKREAD #tea timestamp=2025-12-01T10:00:00.000Z")
            Assert.Equal(":irc.test MARKREAD #tea *", told);
        Assert.Equal(":irc.test MARKREAD Duy timestamp=2025-12-01T11:00:00.000Z", await NextOf(phone, "MARKREAD"));

        var devices = await phone.Ask("DEVICES LIST");
        var laptops = Assert.Single(devices, line => line.Contains($"DEVICES LIST {one.Registry.Hub.Server.Number}.", StringComparison.Ordinal)).Split(' ')[3];
        await phone.Send($"DEVICES END {laptops}");
        Assert.StartsWith("ERROR :Closing link: ", (await laptop.Rest())[^1], StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task What_operators_do_on_one_server_holds_on_all()
    {
        var (one, two) = (Start(), Start());
        var root = await one.ConnectOperator("Root", Powers.All);
        var (duy, anh, mai) = (await two.Connect("Duy", "", "#tea"), await two.Connect("Anh", "", "#tea"), await two.Connect("Mai"));
        await mai.Ask("MODE Mai +w");
        await AssertOneWorld();

        await root.Ask("WALLOPS :a short break at noon");
        Assert.Equal(":Root!root@guest WALLOPS :a short break at noon", await NextOf(mai, "WALLOPS"));
        Assert.IsType<Verdict.Done>(await one.Registry.Hub.Order(new Command.Announce("from the shell")).WaitAsync(Client.Deadline));
        Assert.EndsWith(":from the shell", await NextOf(mai, "WALLOPS"), StringComparison.Ordinal);
        await root.Ask("SAMODE #tea +m");
        Assert.Contains("+m", await NextOf(duy, "MODE #tea"), StringComparison.Ordinal);
        await root.Ask("KILL Duy :spam");
        Assert.Contains("spam", (await duy.Rest())[^1], StringComparison.Ordinal);
        await root.Ask("BAN Anh*!*@* :spam");
        Assert.Contains("spam", (await anh.Rest())[^1], StringComparison.Ordinal);
        await AssertOneWorld();
        Assert.Contains(await Rejected(two, "Anh2"), line => line.Contains(" 465 ", StringComparison.Ordinal));
        await root.Ask("ALARM ON :a flood");
        await AssertOneWorld();
        Assert.Contains(await Rejected(two, "Bo"), line => line.Contains("ACCOUNT_REQUIRED", StringComparison.Ordinal));
    }

    [ContractFact]
    public async Task Rules_that_one_servers_settings_change_are_those_of_all()
    {
        var (one, two) = (Start(), Start());
        var duy = await two.Connect("Duy", "", "#tea");

        Assert.IsType<Verdict.Done>(await one.Registry.Hub.Order(new Command.ChangeLimits(new RuleLimitsChange { TopicBytes = 20 })).WaitAsync(Client.Deadline));
        await AssertOneWorld();

        Assert.Contains("TOPICLEN=20", string.Join(' ', await duy.Ask("ISUPPORT")), StringComparison.Ordinal);
        Assert.DoesNotContain(await duy.Ask($"TOPIC #tea :{new string('x', 30)}"), line => line.Contains("TOPIC #tea :xxx", StringComparison.Ordinal));
    }

    /// <summary>Each server has a clock of its own here, minutes from the other's; the turns have the journal's, and their times never go back.</summary>
    [ContractFact]
    public async Task Clocks_that_differ_by_minutes_bring_no_line_out_of_its_order()
    {
        var (one, two) = (Start(), Start());
        two.Clock.Move(TimeSpan.FromMinutes(7));
        var tuan = await one.Connect("Tuan", "server-time echo-message", "#tea");
        var duy = await two.Connect("Duy", "server-time echo-message", "#tea");
        await NextOf(tuan, "JOIN");
        var seen = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            await tuan.Send($"PRIVMSG #tea :{i} by Tuan");
            seen.Add(await NextOf(duy, "PRIVMSG"));
            await duy.Send($"PRIVMSG #tea :{i} by Duy");
            seen.Add(await NextOf(duy, "PRIVMSG"));
            Assert.Equal(seen[^2..], [await NextOf(tuan, "PRIVMSG"), await NextOf(tuan, "PRIVMSG")]);
        }

        Assert.Equal(seen, seen.OrderBy(line => line.Split(' ')[0], StringComparer.Ordinal));
        await AssertOneWorld();
    }

    /// <summary>Two devices of Mai's account.</summary>
    private async Task<(Client OnOne, Client OnTwo)> OnBoth(TestServer one, TestServer two, string capabilities)
    {
        await one.AddAccount("Mai");
        await AssertOneWorld();
        var devices = new List<Client>();
        foreach (var server in (TestServer[])[one, two])
        {
            var device = server.Dial();
            Assert.Contains(await device.Ask($"CAP REQ :{capabilities}", "PASS Mai:tea", "NICK Mai", "USER mai 0 * :Mai", "CAP END"), line => line.Contains(" 001 Mai ", StringComparison.Ordinal));
            devices.Add(device);
        }
        return (devices[0], devices[1]);
    }

    private static async Task<IReadOnlyList<string>> Rejected(TestServer server, string nick)
    {
        var client = server.Dial();
        await client.Send($"NICK {nick}", "USER anh 0 * :Anh");
        return await client.Rest();
    }

    /// <summary>The next line that has these words, whatever comes before it.</summary>
    private static async Task<string> NextOf(Client client, string words)
    {
        while (await client.Next() is { } line)
        {
            if (line.Contains($" {words}", StringComparison.Ordinal))
                return line;
        }
        throw new InvalidOperationException($"The connection ended before '{words}'.");
    }
}
