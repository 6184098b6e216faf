using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal;
using ChatRoom.Journal.Maintenance;
using ChatRoom.Server.Hubs;

namespace ChatRoom.Server.Retention;

/// <summary>
/// Erases an account: first it is no more, with its password, certificates, markers and all that it said of itself, so that nothing is added any more; then everything that it ever
/// typed is forgotten, step by step. What it was called stays, because the words of others name it. It can be done again where it was interrupted.
/// </summary>
public static class AccountErasure
{
    /// <summary>How many events have lost their words, or why it can't be.</summary>
    public static async Task<(Verdict Verdict, int Count)> Run(IHistory history, World world, Func<Command, Task<Verdict>> order, AccountName name, bool isForced)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(order);
        var isThere = world.Account(name).Map(account => account.Id);
        if (!(isThere.IsSome ? isThere : AccountWords.Find(history, name)).TryGet(out var erased))
            return (new Verdict.Refused(new Refusal.NoSuchAccount(name)), 0);
        // What it said of itself as a guest came with it.
        SequenceRange[] brought = [.. world.Accounts.Find(erased).Map(account => account.Metadata.Select(entry => new SequenceRange(entry.Value.At, entry.Value.At))).IfNone([])];
        if (isThere.IsSome && await order(new Command.RemoveAccount(name) { IsForced = isForced }).ConfigureAwait(false) is not Verdict.Done and var refused)
            return (refused, 0);
        var count = 0;
        foreach (var (what, some) in AccountWords.Of(history, erased))
        {
            if (await order(new Command.Forget(what)).ConfigureAwait(false) is not Verdict.Done and var failed)
                return (failed, count);
            count += some;
        }
        // The log of the file is cut with what is forgotten, also where the account had said nothing: its facts were in it.
        var end = history.End;
        return (await order(new Command.Forget(new Forgetting([.. brought, new SequenceRange(end, end)], Option<RoomId>.None))).ConfigureAwait(false), count);
    }
}
