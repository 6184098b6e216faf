using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Journal;
using ChatRoom.Journal.Codec;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Settings;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Control;

/// <summary>What operators' tools may ask: by a running server over its socket, or without one in its folder.</summary>
public static class ControlOrders
{
    /// <summary>In a running server.</summary>
    public static async Task<ControlAnswer> Run(ControlRequest request, Reloads reloads, Hub hub, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(reloads);
        ArgumentNullException.ThrowIfNull(hub);
        ArgumentNullException.ThrowIfNull(request);
        return request switch
        {
            ControlRequest.Reload => await Reload(reloads).ConfigureAwait(false),
            ControlRequest.Forget { What: var what } => Beyond(what, hub.World.Last) ?? await Forget(what, hub, log).ConfigureAwait(false),
        };
    }

    /// <summary>Without a server: a turn of the journal, and nobody to tell.</summary>
    /// <exception cref="DataFolderException">The folder can't be used, or a server has it.</exception>
    public static ControlAnswer RunAlone(string folder, Forgetting what, TimeProvider clock, ILogger log)
    {
        using var storage = Storage.Open(folder, clock, log);
        if (Beyond(what, storage.World.Last) is { } wrong)
            return wrong;
        var given = storage.Journal.Begin();
        var step = StateMachine.Take(storage.World, storage.Facts, new Request(Origin.Nobody, given.Now, new Command.Forget(what)));
        try
        {
            storage.Journal.Commit(new TurnToKeep([.. step.Events], [.. step.Changed.Select(FactKinds.Store)], [what]));
        }
        catch (JournalRefusedException refused)
        {
            return Answer(new Verdict.NotKept(refused.Message));
        }
        storage.Keep(step.World);
        return Answer(new Verdict.Done());
    }

    private static async Task<ControlAnswer> Reload(Reloads reloads)
    {
        var read = await reloads.Run().ConfigureAwait(false);
        return new ControlAnswer(read is Rereading.Read, read.ToSentence());
    }

    private static async Task<ControlAnswer> Forget(Forgetting what, Hub hub, ILogger log)
    {
        var verdict = await hub.Order(new Command.Forget(what)).ConfigureAwait(false);
        log.LogInformation("An operator has words forgotten, in {Count} ranges of events: {Verdict}", what.Ranges.Count, verdict.GetType().Name);
        return Answer(verdict);
    }

    private static ControlAnswer? Beyond(Forgetting what, Sequence last) =>
        what.Ranges.FirstOrDefault(range => range.Last.CompareTo(last) > 0) is { Last.Number: > 0 and var number }
            ? new ControlAnswer(false, $"there is no event {number} yet: the last one is {last.Number}")
            : null;

    private static ControlAnswer Answer(Verdict verdict) => verdict switch
    {
        Verdict.Done => new ControlAnswer(true, "forgotten"),
        Verdict.Refused refused => new ControlAnswer(false, $"the rules refuse it: {refused.Why}"),
        Verdict.NotKept notKept => new ControlAnswer(false, $"the journal did not take it, so nothing happened: {notKept.Why}"),
    };
}
