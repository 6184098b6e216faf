using ChatRoom.Server.Hubs;
using ChatRoom.Server.Monitoring;
using ChatRoom.Server.Transport.Tls;

namespace ChatRoom.Server.Hosting;

/// <summary>Finds out how a server is.</summary>
public sealed class HealthProbe(Hub hub, Certificates? certificates, TimeProvider clock)
{
    private volatile Phase _phase = Phase.Starting;

    /// <summary>Set by the code that starts and stops the server.</summary>
    public Phase Phase
    {
        get => _phase;
        set => _phase = value;
    }

    public async Task<HealthStatus> Look()
    {
        // Only a hub that serves has a loop that could come by.
        var turns = Phase != Phase.Serving || await Turns().ConfigureAwait(false);
        return new HealthStatus(Phase, turns, hub.Journal, clock.GetUtcNow(), certificates?.Current.Expires);
    }

    private async Task<bool> Turns()
    {
        try
        {
            await hub.Turned().WaitAsync(Limits.HubTurns, clock).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
