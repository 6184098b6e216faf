using System.Globalization;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Transport.Tls;

/// <summary>
/// The certificate that handshakes use, renewed while the server runs. The files are read again every few seconds instead of
/// being watched: that also sees a link that was turned to another file, which is how most tools renew, and costs two small reads.
/// </summary>
public sealed class Certificates : IDisposable
{
    private volatile PemFiles? _files;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly ITimer _timer;
    private (string, string) _seen;
    private string? _wrong;
    private DateTimeOffset _warned = DateTimeOffset.MinValue;
    private int _isLooking;
    private TaskCompletionSource? _asked;
    private volatile ServerCertificate _current;

    private Certificates(ServerCertificate first, (string, string) seen, PemFiles? files, TimeProvider clock, ILogger log)
    {
        (_current, _seen, _files, _clock, _log) = (first, seen, files, clock, log);
        WarnOfExpiry();
        _timer = clock.CreateTimer(_ => LookAlone(), null, Limits.CertificateLook, Limits.CertificateLook);
    }

    public ServerCertificate Current => _current;

    /// <exception cref="CertificateException">The server can't be started with it.</exception>
    public static Certificates Open(PemFiles files, TimeProvider clock, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(clock);
        var seen = files.Read();
        return new Certificates(ServerCertificate.Parse(seen.Certificate, seen.Key, files, clock.GetUtcNow()), seen, files, clock, log);
    }

    /// <summary>One of which nothing is kept, for a server that keeps nothing.</summary>
    public static Certificates InMemory(string name, TimeProvider clock, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var made = SelfSigned.Make(name, clock.GetUtcNow());
        var first = ServerCertificate.Parse(made.Certificate, made.Key, new PemFiles("memory", "memory"), clock.GetUtcNow());
        return new Certificates(first, made, null, clock, log);
    }

    /// <summary>The certificate lies elsewhere from now on. What lies there is used as soon as it is right; until then the one before stays.</summary>
    public void Use(PemFiles files) => _files = files;

    /// <summary>Looks soon, says what came of it also where nothing changed, and ends then. From any thread.</summary>
    public Task Reload()
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = Interlocked.CompareExchange(ref _asked, mine, null) ?? mine;
        _timer.Change(TimeSpan.Zero, Limits.CertificateLook);
        return asked.Task;
    }

    public void Dispose() => _timer.Dispose();

    /// <summary>A look that takes longer than the time between two is not overtaken by the next.</summary>
    private void LookAlone()
    {
        if (Interlocked.Exchange(ref _isLooking, 1) == 1)
            return;
        var asked = Interlocked.Exchange(ref _asked, null);
        try
        {
            Look(asked is not null);
            WarnOfExpiry();
        }
        finally
        {
            Volatile.Write(ref _isLooking, 0);
            asked?.SetResult();
        }
    }

    private void Look(bool isAsked)
    {
        try
        {
            if (_files is { } files && files.Read() is var found && found != _seen)
            {
                // Remembered also where it is wrong, so that the same fault is said once and not every few seconds.
                _seen = found;
                _wrong = null;
                Use(ServerCertificate.Parse(found.Certificate, found.Key, files, _clock.GetUtcNow()));
            }
            else if (isAsked)
            {
                _log.LogInformation("The certificate has not changed{But}", _wrong is null ? "" : $"; what is in the files is still not used: {_wrong}");
            }
        }
        catch (CertificateException wrong)
        {
            if (wrong.Message == _wrong && !isAsked)
                return;
            _wrong = wrong.Message;
            _log.LogWarning("The new certificate is not used, and the one before stays: {Why}", wrong.Message);
        }
    }

    private void Use(ServerCertificate found)
    {
        _warned = DateTimeOffset.MinValue;
        _current = found;
        _log.LogInformation("New connections get the new certificate {Fingerprint}, valid until {Expires}", found.Fingerprint, Day(found.Expires));
    }

    /// <summary>Once a day, and once more in the moment of the end.</summary>
    private void WarnOfExpiry()
    {
        var (now, end) = (_clock.GetUtcNow(), _current.Expires);
        if (end - now > Limits.CertificateWarning || (now - _warned < TimeSpan.FromDays(1) && !(now >= end && _warned < end)))
            return;
        _warned = now;
        if (now >= end)
            _log.LogError(LogEvents.CertificateExpiry, "The certificate expired on {Expires}: clients refuse it; renew it", Day(end));
        else
            _log.LogWarning(LogEvents.CertificateExpiry, "The certificate expires on {Expires}, {Left}; renew it", Day(end), In(end - now));
    }

    private static string In(TimeSpan left) => left.TotalDays switch
    {
        < 1 => "in less than a day",
        < 2 => "in a day",
        var days => $"in {(int)days} days",
    };

    private static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A certificate that can't be served with. The message is for an operator: what is wrong, in which file, and what to do.</summary>
public sealed class CertificateException(string message, Exception? why = null) : Exception(message, why);
