using ChatRoom.Journal.Codec;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Snapshots;
using ChatRoom.Journal.Tests;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Hubs;

public abstract partial class SeveralHubs
{
    [ContractFact]
    public async Task Servers_compare_what_they_make_of_the_journal()
    {
        var (one, two) = (Start(), Start());
        var tuan = await one.Connect("Tuan", "", "#lobby");
        var duy = await two.Connect("Duy", "", "#lobby");
        for (var i = 0; i < 6; i++)
        {
            await tuan.Ask($"PRIVMSG #lobby :{i}");
            await duy.Ask($"PRIVMSG #lobby :{i}");
        }

        while (Kept().Digest.Map(digest => digest.At.Number).IfNone(0) < 8)
            await two.Registry.SignOfLife().WaitAsync(Client.Deadline);

        Assert.False(one.Registry.Hub.Failed.IsCompleted || two.Registry.Hub.Failed.IsCompleted);
        await AssertOneWorld();
    }

    [ContractFact]
    public async Task A_server_that_has_another_world_ends_and_says_so()
    {
        var (one, two) = (Start(), Start());
        var tuan = await one.Connect("Tuan", "", "#lobby");
        var next = new Sequence((one.World.Last.Number / 4 * 4) + 8);
        two.Registry.Hub.Post(Server.Hubs.HubMessage.FromServer(new Command.CompareWorld(new WorldDigest(next, two.Registry.Hub.Server, WorldFormat.Newest, 1, 2))));
        while (Kept().Digest.IsNone)
            await two.Registry.SignOfLife().WaitAsync(Client.Deadline);

        // Up to that event and not behind it: the digest of a later one could be kept before this one is compared.
        for (var left = next.Number - one.World.Last.Number; left > 0; left--)
            await tuan.Send($"PRIVMSG #lobby :{left}");

        Assert.Contains("another world than server", await one.Registry.Hub.Failed.WaitAsync(Client.Deadline), StringComparison.Ordinal);
        Assert.StartsWith("ERROR :Closing link: ", (await tuan.Rest())[^1], StringComparison.Ordinal);
    }

    private Facts Kept()
    {
        using var journal = Open(TimeProvider.System);
        return Recovery.Run(journal, Option<SnapshotFile>.None).Facts;
    }
}
