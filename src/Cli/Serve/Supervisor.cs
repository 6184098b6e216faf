using System.Globalization;
using System.Net.Sockets;
using ChatRoom.Client.Text;

namespace ChatRoom.Cli.Serve;

/// <summary>
/// The program that started the server and watches over it, as systemd does for a unit of Type=notify: it is told when the server is ready,
/// reloads and stops, and now and then that it is alive. Where nobody asked for that, nothing is said.
/// </summary>
public sealed class Supervisor : IDisposable
{
    /// <summary>A day: what comes less often watches over nothing, and no timer is set beyond 49 days.</summary>
    private const long Longest = 86_400_000_000;

    private readonly CancellationTokenSource _done = new();
    private readonly TimeSpan? _watchdog;
    private readonly TimeProvider _clock;
    private readonly TextWriter _errors;
    private NotifySocket? _socket;
    private CancellationTokenSource? _life;

    /// <param name="variable">The environment: NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID.</param>
    /// <param name="process">This process's number: a watchdog may be meant for another one.</param>
    /// <param name="clock">When it is time to be alive.</param>
    /// <param name="errors">Where a person reads that the supervisor can't be told.</param>
    public Supervisor(Func<string, string?> variable, int process, TimeProvider clock, TextWriter errors)
    {
        (_clock, _errors) = (clock, errors);
        if (variable("NOTIFY_SOCKET") is not { Length: > 0 } name)
            return;
        try
        {
            _socket = new NotifySocket(name);
        }
        catch (ArgumentException wrong)
        {
            errors.WriteLine($"warning: NOTIFY_SOCKET '{TerminalText.Sanitize(name)}' can't be used: {wrong.Message}");
        }
        var isMeant = variable("WATCHDOG_PID") is not { Length: > 0 } other || other == process.ToString(CultureInfo.InvariantCulture);
        if (isMeant && variable("WATCHDOG_USEC") is { Length: > 0 } given)
            _watchdog = Watchdog(given);
    }

    /// <summary>
    /// Says that the server can be reached, and from then on that it lives: as often as is asked for, and only after a sign of it. Of one that began anew
    /// it is the new one's signs that count.
    /// </summary>
    public void Ready(string status, Func<Task> signOfLife)
    {
        Tell($"READY=1\nSTATUS={status}");
        if (_socket is not null && _watchdog is { } watchdog)
        {
            _life?.Cancel();
            _life = CancellationTokenSource.CreateLinkedTokenSource(_done.Token);
            _ = Watch(signOfLife, watchdog / 2, _life.Token);
        }
    }

    /// <summary>Says that it reloads, and when that is done.</summary>
    public async Task Reload(Func<Task> reload)
    {
        // The system's monotonic clock, which Stopwatch reads on Linux: so the supervisor knows which of several reloads this is.
        var now = _clock.GetElapsedTime(0).Ticks / TimeSpan.TicksPerMicrosecond;
        Tell($"RELOADING=1\nMONOTONIC_USEC={now.ToString(CultureInfo.InvariantCulture)}");
        await reload();
        Tell("READY=1");
    }

    public void Stopping()
    {
        Tell("STOPPING=1\nSTATUS=stopping: everybody is told");
        _done.Cancel();
    }

    /// <summary>Says why it does not start, for those who ask the supervisor.</summary>
    public void Failed(string why) => Tell($"STATUS={TerminalText.Sanitize(why)}");

    public void Dispose()
    {
        _done.Cancel();
        _life?.Dispose();
        _socket?.Dispose();
        _socket = null;
    }

    private async Task Watch(Func<Task> signOfLife, TimeSpan every, CancellationToken over)
    {
        try
        {
            using var timer = new PeriodicTimer(every, _clock);
            while (await timer.WaitForNextTickAsync(over))
            {
                var sign = signOfLife();
                if (!await Comes(sign, every))
                    await _errors.WriteLineAsync($"error: no sign of life for {every.TotalSeconds:0.#} s; the supervisor will end this server if none comes");
                await sign.WaitAsync(over);
                Tell("WATCHDOG=1");
            }
        }
        catch (OperationCanceledException)
        {
            // It stops, and nobody waits for a sign of life any more.
        }
    }

    private TimeSpan? Watchdog(string given)
    {
        if (long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds is >= 2000 and <= Longest)
            return TimeSpan.FromMicroseconds(microseconds);
        _errors.WriteLine($"warning: WATCHDOG_USEC '{TerminalText.Sanitize(given)}' is no number of microseconds from 2000 to {Longest}; nobody is told that the server lives");
        return null;
    }

    private async Task<bool> Comes(Task sign, TimeSpan within)
    {
        try
        {
            await sign.WaitAsync(within, _clock, _done.Token);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private void Tell(string message)
    {
        try
        {
            _socket?.Send(message);
        }
        catch (ObjectDisposedException)
        {
            // All was over while this was to be said.
        }
        catch (SocketException unheard)
        {
            // The server does not depend on being heard. Said once: what follows would be unheard as well.
            _errors.WriteLine($"warning: the supervisor can't be told anything: {unheard.Message}");
            _socket?.Dispose();
            _socket = null;
        }
    }
}
