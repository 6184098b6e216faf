using ChatRoom.Server.Journal;
using ChatRoom.Server.Keeping;

namespace ChatRoom.Cli;

/// <summary>Runs what keeps a journal safe: `verify`, `backup` and `restore`.</summary>
public sealed class Keeping(TextWriter output, TextWriter error)
{
    public async Task<int> Run(KeepingWish wish, CancellationToken interrupted)
    {
        var data = wish.Data ?? DataFolder.Default();
        try
        {
            return await wish.Match(
                verify: _ => Verify(data, interrupted),
                backup: w => Backup(w, data, interrupted),
                restore: w => Restore(w, data, interrupted));
        }
        catch (DataFolderException wrong)
        {
            return await Failed(wrong.Message);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
    }

    private async Task<int> Verify(string data, CancellationToken interrupted)
    {
        var found = Verification.OfFolder(data, interrupted);
        if (found.Wrong.IsSome)
            return await Failed($"the journal in {data} is damaged: {found.Wrong.IfNone("")}; restore a backup");
        return await Done($"the journal in {data} is sound: {Contents(found)}");
    }

    private async Task<int> Backup(KeepingWish.Backup wish, string data, CancellationToken interrupted)
    {
        var found = Server.Keeping.Backup.Write(data, wish.File, wish.Force, interrupted);
        if (found.Wrong.IsSome)
            return await Failed($"no backup was made, because the journal in {data} is damaged: {found.Wrong.IfNone("")}; keep the backups that you have");
        return await Done($"backed up to {wish.File} and verified: {Contents(found)}");
    }

    private async Task<int> Restore(KeepingWish.Restore wish, string data, CancellationToken interrupted)
    {
        var found = Restoration.Run(wish.File, data, interrupted);
        if (found.Wrong.IsSome)
            return await Failed($"nothing was restored, because {wish.File} is damaged: {found.Wrong.IfNone("")}; take another backup");
        return await Done($"restored into {data}: {Contents(found)}");
    }

    private static string Contents(Findings found) => found.From.IsNone
        ? "nothing has happened yet"
        : $"{Count(found.Events, "event")} in {Count(found.Rooms, "room")}, from {found.From.Map(Moments.Format).IfNone("")} to {found.To.Map(Moments.Format).IfNone("")}";

    private static string Count(long number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";

    private async Task<int> Done(string what)
    {
        await output.WriteLineAsync(Harmless.Text(what));
        return ExitCode.Ok;
    }

    private async Task<int> Failed(string why)
    {
        await error.WriteLineAsync(Harmless.Text($"chatroom: {why}"));
        return ExitCode.Failure;
    }
}
