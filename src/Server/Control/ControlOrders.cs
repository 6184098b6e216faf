using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal;
using ChatRoom.Journal.Postgres;
using ChatRoom.Journal.Snapshots;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Retention;
using ChatRoom.Server.Settings;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Control;

/// <summary>What operators' tools may ask: by a running server over its socket, or without one in its folder.</summary>
public static class ControlOrders
{
    /// <summary>In a running server.</summary>
    public static async Task<ControlAnswer> Run(ControlRequest request, Reloads reloads, Hub hub, OrderTools tools, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(reloads);
        ArgumentNullException.ThrowIfNull(hub);
        if (request is ControlRequest.Reload)
            return await Reload(reloads).ConfigureAwait(false);
        if (request is ControlRequest.Servers servers)
            return await Task.Run(() => Servers(servers, hub, tools)).ConfigureAwait(false);
        if (request is ControlRequest.Account { Deed: AccountDeed.Erase } erase)
        {
            var erased = await Erase(erase, tools.History, hub.World, hub.Order).ConfigureAwait(false);
            log.LogInformation("An operator's tool: {What}: {Outcome}", request.Words, erased.Says);
            return erased;
        }
        if (Order(request, hub.World, hub.Facts, tools, out var answer) is not { } order)
            return answer;
        var verdict = await hub.Order(order).ConfigureAwait(false);
        var said = Answer(verdict, answer);
        log.LogInformation("An operator's tool: {What}: {Outcome}", request.Words, said.IsDone ? "done" : said.Says);
        return said;
    }

    /// <summary>Without a server: a turn of the journal, and nobody to tell.</summary>
    /// <exception cref="DataFolderException">The folder can't be used, or a server has it.</exception>
    public static ControlAnswer RunAlone(string folder, ControlRequest request, OrderTools tools, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(tools);
        if (request is ControlRequest.Kill or ControlRequest.Announce or ControlRequest.Servers)
            return new ControlAnswer(false, request is ControlRequest.Servers ? "no server runs there" : "no server runs there, so nobody is there");
        using var storage = Storage.Open(folder, tools.Clock, log);
        var turns = new ToolTurns(storage.Journal, storage.World, storage.Facts);
        var answer = Take(request, storage.Journal, turns, tools);
        storage.Keep(turns.World);
        return answer;
    }

    /// <summary>On a journal that servers share, whether one runs or not: a turn among theirs, and they tell their people.</summary>
    /// <exception cref="JournalUnusableException">There is no journal that can be used; the message says why.</exception>
    /// <exception cref="JournalLostException">It can't be reached; the message says whether something is unknown.</exception>
    public static ControlAnswer RunAmong(PostgresAddress address, ControlRequest request, OrderTools tools)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(tools);
        if (request is ControlRequest.Servers servers)
            return new ControlAnswer(true, ServersReport.Of(PostgresFleet.Look(address), null, servers.IsJson));
        using var journal = PostgresJournal.OpenThere(address, "chatroom tool");
        var recovered = Recovery.Run(journal, journal.Snapshots.TryLoad);
        return Take(request, journal, new ToolTurns(journal, recovered.World, recovered.Facts), tools);
    }

    private static ControlAnswer Take(ControlRequest request, IJournal journal, ToolTurns turns, OrderTools tools)
    {
        if (request is ControlRequest.Account { Deed: AccountDeed.Erase } erase)
        {
            using var history = journal.OpenHistory();
            // A turn is over when it returns, so it is done when it is ordered.
            return Erase(erase, history, turns.World, command => Task.FromResult(turns.Take(command))).GetAwaiter().GetResult();
        }
        return Order(request, turns.World, turns.Facts, tools, out var answer) is { } order ? Answer(turns.Take(order), answer) : answer;
    }

    private static async Task<ControlAnswer> Erase(ControlRequest.Account wish, IHistory? history, World world, Func<Command, Task<Verdict>> order)
    {
        if (!AccountName.Parse(wish.Name).TryGet(out var name, out _))
            return new ControlAnswer(false, $"'{wish.Name}' is no account's name");
        if (history is null)
            return new ControlAnswer(false, "this server has no history to erase");
        var (verdict, count) = await AccountErasure.Run(history, world, order, name, wish.IsForced).ConfigureAwait(false);
        return Answer(verdict, new ControlAnswer(true, $"the account {name} is erased, and the words of {count} events with it; backups and exports that were made before still have them"));
    }

    /// <summary>The command that does it, and the answer when it is done; or the answer alone, where there is nothing to do.</summary>
    private static Command? Order(ControlRequest request, World world, Facts facts, OrderTools tools, out ControlAnswer answer)
    {
        switch (request)
        {
            case ControlRequest.Forget { What: var what }:
                answer = Beyond(what, world.Last) ?? new ControlAnswer(true, "forgotten");
                return answer.IsDone ? new Command.Forget(what) : null;
            case ControlRequest.Account account:
                return AccountOrders.Order(account, world, facts, tools, out answer);
            case ControlRequest.Kill kill:
                return ExpulsionOrders.Kill(kill, world, out answer);
            case ControlRequest.Ban ban:
                return ExpulsionOrders.Ban(ban, world, out answer);
            case ControlRequest.Unban unban:
                return ExpulsionOrders.Unban(unban, world, out answer);
            case ControlRequest.Announce announce:
                return ExpulsionOrders.Announce(announce, out answer);
            case ControlRequest.Alarm alarm:
                return ExpulsionOrders.Alarm(alarm, out answer);
            case ControlRequest.Room room:
                return RoomOrders.Order(room, world, out answer);
            case ControlRequest.Bans:
                answer = new ControlAnswer(true, ExpulsionOrders.List(world));
                return null;
            case ControlRequest.Servers:
                throw new InvalidOperationException("Nothing is ordered by asking who is there.");
            case ControlRequest.Reload:
                answer = new ControlAnswer(false, "there is no server that could read its settings again");
                return null;
        }
        throw new InvalidOperationException($"{request.GetType().Name} is missing in Order.");
    }

    private static ControlAnswer Servers(ControlRequest.Servers request, Hub hub, OrderTools tools)
    {
        if (tools.Fleet is not { } fleet)
            return new ControlAnswer(true, ServersReport.Alone(hub.World, hub.Server, request.IsJson));
        try
        {
            return new ControlAnswer(true, ServersReport.Of([.. fleet.Look().Where(member => IsThere(member, hub.World))], hub.Server, request.IsJson));
        }
        catch (JournalLostException lost)
        {
            return new ControlAnswer(false, lost.Message);
        }
    }

    /// <summary>What ended servers leave in the database is taken away later. One with a higher number than any has just begun.</summary>
    private static bool IsThere(FleetMember member, World world) =>
        member.Server is { } server ? world.IsAlive(server) || server.CompareTo(world.LastServer) > 0 : member.IsConnected;

    private static async Task<ControlAnswer> Reload(Reloads reloads)
    {
        var read = await reloads.Run().ConfigureAwait(false);
        return new ControlAnswer(read is Rereading.Read, read.ToSentence());
    }

    private static ControlAnswer? Beyond(Forgetting what, Sequence last) =>
        what.Ranges.FirstOrDefault(range => range.Last.CompareTo(last) > 0) is { Last.Number: > 0 and var number }
            ? new ControlAnswer(false, $"there is no event {number} yet: the last one is {last.Number}")
            : null;

    private static ControlAnswer Answer(Verdict verdict, ControlAnswer done) => verdict switch
    {
        Verdict.Done all => ExpulsionOrders.Done(done, all.Events),
        Verdict.Refused { Why: Refusal.AccountExists no } => new ControlAnswer(false, $"there is an account {no.Account} already"),
        Verdict.Refused { Why: Refusal.NoSuchAccount no } => new ControlAnswer(false, $"there is no account {no.Account}"),
        Verdict.Refused { Why: Refusal.NobodyWaits no } => new ControlAnswer(false, $"nobody waits for the account {no.Account}; 'account waiting' lists who does"),
        Verdict.Refused { Why: Refusal.NoSuchDevice } => new ControlAnswer(false, "the account has no such device; 'account devices' lists them"),
        Verdict.Refused { Why: Refusal.NoSuchCertificate } => new ControlAnswer(false, "the account has no such certificate; 'account certs' lists them"),
        Verdict.Refused { Why: Refusal.LastOperator no } => new ControlAnswer(
            false, $"{no.Account} is the last who can make operators; make another one first, or say --force: the shell can always make one"),
        Verdict.Refused { Why: Refusal.NoSuchBan } => new ControlAnswer(false, "there is no such ban; 'bans' lists those that there are"),
        Verdict.Refused { Why: Refusal.TooManyBans no } => new ControlAnswer(false, $"there are {no.Most} bans, which is the most; lift some first"),
        Verdict.Refused { Why: Refusal.NoSuchPerson no } => new ControlAnswer(false, $"nobody called '{no.Nick}' is here"),
        Verdict.Refused { Why: Refusal.NotThere no } => new ControlAnswer(false, $"{no.Nick} is not in {no.Room}"),
        Verdict.Refused { Why: Refusal.NotOnList no } => new ControlAnswer(false, $"{no.Mask} is not on the list of bans of {no.Room}"),
        Verdict.Refused { Why: Refusal.FounderNeedsAccount no } => new ControlAnswer(false, $"{no.Nick} has no account, and founders are accounts"),
        Verdict.Refused refused => new ControlAnswer(false, $"the rules refuse it: {refused.Why}"),
        Verdict.NotKept notKept => new ControlAnswer(false, $"the journal did not take it, so nothing happened: {notKept.Why}"),
    };
}
