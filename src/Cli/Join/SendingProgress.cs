using System.Globalization;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Cli.Join;

/// <summary>
/// A long input is said as fast as the server takes it, which may be ten lines a second: then a line on stderr says so, and how far it has
/// come, so that nobody takes it for a hang.
/// </summary>
public sealed class SendingProgress(Func<DateTimeOffset> now)
{
    /// <summary>Below that nobody wonders.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private (DateTimeOffset At, long Line)? _since;
    private DateTimeOffset _told;

    /// <summary>Null while there is nothing to say.</summary>
    public string? Of(ClientModel model)
    {
        if (model.TakesMore || model.Phase != ClientPhase.Ready || model.Farewell is not null)
        {
            _since = null;
            return null;
        }
        var sent = model.LastLine - model.Lines.Count;
        var (at, first) = _since ??= (now(), sent);
        var passed = now() - at;
        if (passed < Patience || now() - _told < Pause)
            return null;
        _told = now();
        var rate = ((sent - first) / passed.TotalSeconds).ToString("0.#", CultureInfo.InvariantCulture);
        return $"the server takes {rate} lines a second; {sent} were sent so far, and the rest waits";
    }
}
