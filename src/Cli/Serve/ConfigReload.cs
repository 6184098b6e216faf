using ChatRoom.Cli.Config;
using ChatRoom.Server.Settings;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Cli.Serve;

/// <summary>
/// Reads the settings of a running server again. Flags and environment are those of its start; the files are read anew. All of it is right, or
/// nothing changes.
/// </summary>
public sealed class ConfigReload
{
    private readonly Configuration _started;
    private readonly Action<LogLevel> _level;
    private Configuration _read;
    private LiveSettings _live;

    /// <param name="started">What the server was started with.</param>
    /// <param name="live">The part of it that can change.</param>
    /// <param name="level">Takes a new level of the log, which is not the server's.</param>
    public ConfigReload(Configuration started, LiveSettings live, Action<LogLevel> level) => (_started, _read, _live, _level) = (started, started, live, level);

    public Task<Rereading> Run(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(Read());
    }

    private Rereading Read()
    {
        if (Configuration.Read(_started.Sources, out var wrong) is not { } next)
            return new Rereading.Wrong(wrong);
        if (ServingSettings.ReadLive(next, out var live) is { } fault)
            return new Rereading.Wrong([fault]);
        var changed = next.DifferencesFrom(_read).Where(key => key.Reloads).Concat(NewContents(live)).Distinct().ToList();
        var needRestart = next.DifferencesFrom(_started).Where(key => !key.Reloads).ToList();
        // The server's own certificate is made at a start; until then the operator's one stays.
        if (live.Certificate is null && changed.RemoveAll(IsCertificate) > 0)
            needRestart.Add(ConfigTable.TlsCert);
        (_read, _live) = (next, live);
        _level(next.Get(ConfigTable.LogLevel));
        return new Rereading.Read(live, [.. changed.Select(key => key.Name)], [.. needRestart.Select(key => key.Name)]);
    }

    /// <summary>Files that lie where they lay, and say something else.</summary>
    private IEnumerable<ConfigKey> NewContents(LiveSettings next)
    {
        if (next.Password != _live.Password)
            yield return ConfigTable.PasswordFile;
        if (!next.Motd.SequenceEqual(_live.Motd))
            yield return ConfigTable.MotdFile;
    }

    private static bool IsCertificate(ConfigKey key) => key == ConfigTable.TlsCert || key == ConfigTable.TlsKey;
}
