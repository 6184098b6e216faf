using System.Globalization;
using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>Where an event belongs in time.</summary>
/// <param name="Time">When it happened, by the server's clock where the server says so, else when we heard of it.</param>
/// <param name="MessageId">The server's id for a message, where it gives one.</param>
/// <param name="History">It happened before we came and is played back to us.</param>
public sealed record Stamp(DateTimeOffset Time, string? MessageId = null, bool History = false)
{
    /// <summary>In the form of IRCv3 server-time, for programs: 2026-11-20T11:05:13.123Z.</summary>
    public string UtcText => ServerTime.Format(Time.ToUnixTimeMilliseconds());

    /// <summary>Whether it happened later. Within a millisecond only the ids can say it: our server counts them, behind the name of an epoch.</summary>
    public bool IsAfter(Stamp other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Time != other.Time ? Time > other.Time : Counted(MessageId) is { } own && Counted(other.MessageId) is { } others && own.Epoch == others.Epoch && own.Number > others.Number;
    }

    private static (string Epoch, long Number)? Counted(string? id) =>
        id?.IndexOf('-', StringComparison.Ordinal) is { } dash and >= 0 && long.TryParse(id.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (id[..dash], number)
            : null;
}
