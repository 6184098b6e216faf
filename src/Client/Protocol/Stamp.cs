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
}
