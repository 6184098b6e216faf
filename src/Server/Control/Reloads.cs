using ChatRoom.Domain.Commands;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Settings;
using ChatRoom.Server.Transport.Tls;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Control;

/// <summary>
/// Reads the settings again when somebody asks for it: a signal, the shell, an operator. Right ones are published as a whole, wrong ones change
/// nothing. Those who ask at the same moment wait for each other, so that the last one to ask sees the newest file.
/// </summary>
public sealed class Reloads(ServerSettings settings, PublishedSettings published, Hub hub, Certificates? certificates, ILogger log) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private long _taken;
    private long _failed;

    /// <summary>How often new settings were taken.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>How often they were wrong, and those before stayed.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    public async Task<Rereading> Run()
    {
        await _oneAtATime.WaitAsync().ConfigureAwait(false);
        try
        {
            var read = settings.Reread is { } reread
                ? await reread(CancellationToken.None).ConfigureAwait(false)
                : new Rereading.Read(published.Current, [], []);
            await Take(read).ConfigureAwait(false);
            return read;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>
    /// The limits of the rules are the journal's: what this server's operator wishes becomes an event, and from then on all servers of the
    /// journal decide by it.
    /// </summary>
    public void WishOfRules(RuleSettings rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (rules != new RuleSettings())
            _ = Order(new Command.ChangeLimits(rules.ToChange()));
        if (rules.ToPolicy() is { } policy)
            _ = Order(new Command.SetRegistration(policy));
        if (rules.IsAlarmed is { } isAlarmed)
            _ = Order(new Command.SetAlarm(isAlarmed, "the settings say so"));
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task Order(Command command)
    {
        if (await hub.Order(command).ConfigureAwait(false) is Verdict.NotKept notKept)
            log.LogError(LogEvents.Reloaded, "The rules stay as they were, because the journal did not take the change: {Why}", notKept.Why);
    }

    private async Task Take(Rereading read)
    {
        if (read is Rereading.Read { Live: var live })
        {
            Interlocked.Increment(ref _taken);
            if (live.Certificate is { } files)
                certificates?.Use(files);
            published.Publish(live);
            WishOfRules(live.Rules);
            log.LogInformation(LogEvents.Reloaded, "{What}", read.ToSentence());
        }
        else
        {
            Interlocked.Increment(ref _failed);
            log.LogError(LogEvents.Reloaded, "{What}", read.ToSentence());
        }
        // Its files may be new also where nothing else is.
        if (certificates is not null)
            await certificates.Reload().ConfigureAwait(false);
    }
}
