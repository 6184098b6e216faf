using System.Globalization;
using System.Text.Json;
using System.Text;
using ChatRoom.Journal;

namespace ChatRoom.Server.Monitoring;

/// <summary>How a server is at a moment: whether it lives, which is asked by who would start it again, and whether people should be sent to it.</summary>
/// <param name="HubTurns">Whether the hub's loop came by in time.</param>
/// <param name="CertificateExpires">Null without TLS.</param>
public sealed record HealthStatus(Phase Phase, bool HubTurns, JournalState Journal, DateTimeOffset Now, DateTimeOffset? CertificateExpires)
{
    /// <summary>A hub that waits for its disk lives: it tries every second, and to start it again would bring nothing back.</summary>
    public bool IsAlive => HubTurns || Journal == JournalState.Lost || Phase != Phase.Serving;

    public bool IsReady => Why is null;

    /// <summary>Why nobody should be sent here now; null if people may come.</summary>
    public string? Why => (Phase, Journal, HubTurns) switch
    {
        (Phase.Starting, _, _) => "the server is starting",
        (Phase.Stopping, _, _) => "the server is stopping",
        (_, JournalState.Refuses, _) => "the journal takes nothing; the log says why",
        (_, JournalState.Lost, _) => "the journal is being opened again; the log says why",
        (_, _, false) => "the hub does not answer",
        _ => null,
    };

    /// <summary>The answer to /health.</summary>
    public string HealthJson() => Json(IsAlive ? "alive" : "stuck", IsAlive ? null : Why);

    /// <summary>The answer to /ready.</summary>
    public string ReadyJson() => Json(IsReady ? "ready" : "not ready", Why);

    private string Json(string status, string? why)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("status", status);
            if (why is not null)
                json.WriteString("why", why);
            json.WriteString("version", BuildVersion.Text);
            json.WriteString("journal", Journal.ToString().ToLowerInvariant());
            if (CertificateExpires is { } expires)
            {
                json.WriteString("certificateExpires", expires.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                json.WriteNumber("certificateExpiresInSeconds", (long)(expires - Now).TotalSeconds);
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}

/// <summary>Where in its life a server is.</summary>
public enum Phase
{
    Starting = 0,
    Serving,
    Stopping,
}
