using System.Net.Sockets;
using System.Text;
using ChatRoom.Cli.Join;
using ChatRoom.Client.Text;
using ChatRoom.Journal;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Maintenance;
using ChatRoom.Journal.Postgres;
using ChatRoom.Journal.Postgres.Tools;
using ChatRoom.Server.Control;

namespace ChatRoom.Cli.Admin;

/// <summary>Runs what an operator does with what is kept: `verify`, `backup`, `restore`, `export`, `replay`, `forget`, `account`, `kill`, `ban` and the like, and `reload`.</summary>
/// <param name="password">Asks for a password, the name of its account at hand; null for none.</param>
public sealed class AdminActions(Stream output, TextWriter error, Func<string, string?> password)
{
    public async Task<int> Run(AdminRequest wish, CancellationToken interrupted)
    {
        var data = wish.Data ?? DataFolder.Default();
        string? noAddress = null;
        var shared = wish.Journal is { } address ? PostgresAddress.Parse(address, out noAddress) : null;
        if (noAddress is not null)
            return await Failed($"the journal's address '{wish.Journal}' {noAddress}");
        var place = shared is null ? JournalPlace.InFolder(data) : new PostgresPlace(shared);
        var orders = new Orders(data, shared);
        try
        {
            return await (wish switch
            {
                AdminRequest.Verify => Verify(place, interrupted),
                AdminRequest.Backup w => Backup(w, data, place, shared is not null, interrupted),
                AdminRequest.Restore w => Restore(w, data, place, shared is not null, interrupted),
                AdminRequest.Move w => Move(w, interrupted),
                AdminRequest.Export w => Export(w, place, interrupted),
                AdminRequest.Search w => Search(w, place, interrupted),
                AdminRequest.Replay w => Replay(w, place),
                AdminRequest.Forget w => Forget(w, place, orders, interrupted),
                AdminRequest.Account w => Account(w, place, orders, interrupted),
                AdminRequest.Order w => Order(w.What, orders, interrupted),
                AdminRequest.Reload => Reload(data, interrupted),
            });
        }
        catch (IOException fault) when (fault.HResult == StandardStreams.BrokenPipe)
        {
            // A closed pipe is how the reader says that it has enough (`| head -1`). There is nobody to tell.
            return ExitCode.Ok;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SocketException)
        {
            return await Failed($"it can't be finished: {fault.Message}; check the disk and the rights");
        }
        catch (Exception fault) when (fault is DataFolderException or JournalUnusableException or JournalLostException or JournalForkedException)
        {
            return await Failed(fault.Message);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
    }

    private async Task<int> Verify(JournalPlace place, CancellationToken interrupted)
    {
        var found = Verification.Of(place, interrupted);
        if (found.Wrong.IsSome)
            return await Failed($"the journal {place.Where} is damaged: {found.Wrong.IfNone("")}; restore a backup");
        return await Done(TerminalText.Sanitize($"the journal {place.Where} is sound: {Contents(found)}"));
    }

    private async Task<int> Backup(AdminRequest.Backup wish, string data, JournalPlace place, bool isShared, CancellationToken interrupted)
    {
        var found = isShared
            ? Journal.Maintenance.Backup.Write(place, wish.File, wish.Force, Progress(), interrupted)
            : Journal.Maintenance.Backup.Write(data, wish.File, wish.Force, interrupted);
        if (found.Wrong.IsSome)
            return await Failed($"no backup was made, because the journal {place.Where} is damaged: {found.Wrong.IfNone("")}; keep the backups that you have");
        return await Done(TerminalText.Sanitize($"backed up to {wish.File} and verified: {Contents(found)}"));
    }

    private async Task<int> Restore(AdminRequest.Restore wish, string data, JournalPlace place, bool isShared, CancellationToken interrupted)
    {
        var found = isShared ? Restoration.Run(wish.File, place, Progress(), interrupted) : Restoration.Run(wish.File, data, interrupted);
        if (found.Wrong.IsSome)
            return await Failed($"nothing was restored, because {wish.File} is damaged: {found.Wrong.IfNone("")}; take another backup");
        return await Done(TerminalText.Sanitize($"restored into {(isShared ? place.Name : data)}: {Contents(found)}"));
    }

    private async Task<int> Move(AdminRequest.Move wish, CancellationToken interrupted)
    {
        var (from, to) = (Place(wish.From ?? DataFolder.Default()), Place(wish.To));
        var (found, world) = Relocation.Run(from, to, Progress(), interrupted);
        if (found.Wrong.IsSome)
            return await Failed($"nothing was moved: {found.Wrong.IfNone("")}");
        return await Done(TerminalText.Sanitize(
            $"moved from {from.Name} to {to.Name} and compared, event by event: {Contents(found)}; the world is the same (SHA-256 {world[..16]}). " +
            "The old journal stays, marked, and nobody serves it any more; delete it when you need it no longer"));
    }

    private static JournalPlace Place(string text) =>
        PostgresAddress.IsOne(text) && PostgresAddress.Parse(text, out _) is { } address ? new PostgresPlace(address) : JournalPlace.InFolder(text);

    private CopyProgress Progress() => new(TimeProvider.System, line => error.WriteLine($"chatroom: {line}"));

    private Task<int> Export(AdminRequest.Export wish, JournalPlace place, CancellationToken interrupted)
    {
        // Never disposed: that would close a stream that is not ours.
        var buffered = new BufferedStream(output, 64 * 1024);
        Journal.Maintenance.Export.Write(place, wish.Query, buffered, interrupted);
        buffered.Flush();
        return Task.FromResult(ExitCode.Ok);
    }

    private async Task<int> Search(AdminRequest.Search wish, JournalPlace place, CancellationToken interrupted)
    {
        var found = WordSearch.Find(place, wish.Words, wish.Fits, wish.Most, interrupted);
        if (found.Count == 0)
            return await Failed("nothing was found");
        return await Done(string.Join('\n', found.Select(one => TerminalText.Sanitize($"{one.At} {one.Id} {one.Place} <{one.Nick}> {one.Text}"))));
    }

    private Task<int> Replay(AdminRequest.Replay wish, JournalPlace place) => Journal.Maintenance.Replay.At(place, wish.At).Match(
        moment => Done(wish.Json ? WorldReportText.Json(moment) : WorldReportText.Of(moment)),
        Failed);

    private async Task<int> Forget(AdminRequest.Forget wish, JournalPlace place, Orders orders, CancellationToken interrupted)
    {
        var (what, count, wrong) = wish.What.Find(place, interrupted);
        if (wrong is not null)
            return await Failed(wrong);
        if (count == 0)
            return await Done("there is nothing to forget");
        if (!wish.IsMeant)
            return await Done($"the words of {Count(count, "event")} would be forgotten for ever; nothing is done without --yes");
        foreach (var part in what)
        {
            var answer = await orders.Ask(new ControlRequest.Forget(part), interrupted);
            if (!answer.IsDone)
                return await Failed(answer.Says);
        }
        return await Done($"the words of {Count(count, "event")} are forgotten; backups and exports that were made before still have them");
    }

    private async Task<int> Account(AdminRequest.Account wish, JournalPlace place, Orders orders, CancellationToken interrupted)
    {
        if (wish.Deed == AccountDeed.Export)
        {
            var buffered = new BufferedStream(output, 64 * 1024);
            var isThere = Journal.Maintenance.Export.OfAccount(place, wish.Name, buffered, interrupted);
            buffered.Flush();
            return isThere ? ExitCode.Ok : await Failed($"there never was an account '{wish.Name}'");
        }
        if (wish is { Deed: AccountDeed.Erase, IsMeant: false })
            return await Done($"the account {wish.Name} would be removed, and all that it ever typed be forgotten for ever; nothing is done without --yes");
        var needsPassword = wish.Deed is AccountDeed.Add or AccountDeed.Passwd;
        var given = needsPassword ? password(wish.Name) : null;
        if (needsPassword && string.IsNullOrEmpty(given))
            return await Failed("there is no password: the first line of the input is read as it");
        var request = new ControlRequest.Account(wish.Deed, wish.Name, given, wish.Detail) { IsOperator = wish.IsOperator, IsForced = wish.IsForced };
        return await Order(request, orders, interrupted);
    }

    private async Task<int> Order(ControlRequest request, Orders orders, CancellationToken interrupted)
    {
        var answer = await orders.Ask(request, interrupted);
        return answer.IsDone
            ? await Done(string.Join('\n', answer.Says.Split('\n').Select(TerminalText.Sanitize)))
            : await Failed(answer.Says);
    }

    private async Task<int> Reload(string data, CancellationToken interrupted) =>
        await ControlSocket.Ask(data, new ControlRequest.Reload(), interrupted) switch
        {
            null => await Failed($"no server runs with {data}"),
            { IsDone: true } answer => await Done(TerminalText.Sanitize(answer.Says)),
            var answer => await Failed(answer.Says),
        };

    private static string Contents(VerifyReport found) => found.From.IsNone
        ? "nothing has happened yet"
        : $"{Count(found.Events, "event")} in {Count(found.Rooms, "room")}, from {found.From.Map(TimestampText.Format).IfNone("")} to {found.To.Map(TimestampText.Format).IfNone("")}";

    private static string Count(long number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";

    private async Task<int> Done(string line)
    {
        await output.WriteAsync(Encoding.UTF8.GetBytes($"{line}\n"));
        return ExitCode.Ok;
    }

    private async Task<int> Failed(string why)
    {
        await error.WriteLineAsync(TerminalText.Sanitize($"chatroom: {why}"));
        return ExitCode.Failure;
    }
}
