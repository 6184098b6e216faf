using ChatRoom.Domain.Names;
using ChatRoom.Journal;
using ChatRoom.Journal.Tests;
using ChatRoom.Server.Control;
using ChatRoom.Server.Retention;
using ChatRoom.Server.Settings;
using ChatRoom.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatRoom.Server.Tests.Hubs;

/// <summary>What one of several servers does for all of them, and what becomes of people where the journal loses something.</summary>
public abstract partial class SeveralHubs
{
    [ContractFact]
    public async Task Of_several_servers_the_first_prints_the_code_for_the_first_operator()
    {
        var (one, two) = (Start(), Start());

        Assert.NotNull(await FirstOperator.Offer(one.Registry.Hub));
        await AssertOneWorld();
        Assert.Null(await FirstOperator.Offer(two.Registry.Hub));
    }

    [ContractFact]
    public async Task What_is_too_old_is_forgotten_by_the_first_of_those_that_live()
    {
        var (one, two) = (Start(), Start());
        var tuan = await one.Connect("Tuan", "", "#tea");
        await tuan.Ask("PRIVMSG #tea :words");
        await AssertOneWorld();
        var settings = new PublishedSettings(new LiveSettings { Retention = new RetentionSettings { RoomDays = 1 } });
        var clock = new HeldClock();
        clock.Move(TimeSpan.FromDays(3650));
        var forgotten = new List<long>();
        foreach (var server in (Dialect.TestServer[])[two, one])
        {
            using var sweep = new RetentionSweep(server.Journal.OpenHistory(), server.Registry.Hub, settings, clock, NullLogger.Instance);
            await sweep.Sweep();
            forgotten.Add(sweep.Forgotten);
        }

        Assert.Equal([0, 1], forgotten);
    }

    [ContractFact]
    public async Task Who_was_told_what_the_journal_lost_hears_how_much_it_was()
    {
        var one = Start();
        var tuan = await one.Connect("Tuan", "", "#tea");
        await tuan.Ask("PRIVMSG #tea :kept");
        var agreed = one.World.Last;
        await tuan.Ask("PRIVMSG #tea :lost", "TOPIC #tea :lost", "PRIVMSG #tea :lost too");
        one.Journal.NextFate = new Fate.Forked(agreed);
        LoseNext(one, isKept: false, () => { });

        await tuan.Send("PRIVMSG #tea :and this");

        Assert.Equal("ERROR :Closing link: the journal lost 2 lines that had been said here, the last of 3 events; connect again", (await tuan.Rest())[^1]);
        _servers.Remove(one);
        await one.DisposeAsync();
    }
}
