using System.IO.Pipelines;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Codec;

namespace ChatRoom.Server.Hubs;

/// <summary>
/// Servers that share a journal compare what they make of it. At an event with a round number each takes the digest of its world, beside
/// everything else; the first one's is kept as a fact, and every other finds the same or ends: it has a defect, or the other has, and
/// who goes on would tell people what is not so.
/// </summary>
public sealed partial class Hub
{
    private readonly long _comparesEach;
    private HubEndedException? _differs;

    /// <summary>Where digests are computed, beside everything else.</summary>
    public PipeScheduler Workers { get; init; } = PipeScheduler.ThreadPool;

    /// <summary>The worlds within a turn of our own that is kept, from the one before it.</summary>
    private void CompareWithin(World before)
    {
        if (_events.Count == 0 || before.Last.Number / _comparesEach == _events[^1].Sequence.Number / _comparesEach)
            return;
        foreach (var recorded in _events)
        {
            before = StateMachine.Apply(before, recorded).World;
            CompareAt(before);
        }
    }

    private void CompareAt(World world)
    {
        if (world.Last.Number % _comparesEach != 0 || Server == default || world.Servers.Values.Count(life => !life.HasEnded) < 2)
            return;
        var server = Server;
        Workers.Schedule(_ => Post(HubMessage.FromServer(new Command.CompareWorld(WorldFormat.Digest(world, server)))), null);
    }

    private void Differs(WorldDigest other) => _differs = new HubEndedException(
        CloseReason.ServerFailed,
        $"at event {other.At.Number} this server has another world than server {other.By.Number}, which shares its journal; one of the two has a defect: "
        + "compare their versions, see what chatroom verify says, and start the right one again");

    /// <summary>Nothing of a turn is kept that was decided on a world which is not that of the others.</summary>
    private void EndIfDifferent()
    {
        if (_differs is null)
            return;
        _committer.Abandon();
        throw _differs;
    }
}
