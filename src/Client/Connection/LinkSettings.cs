using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Connection;

/// <summary>How a link behaves: who comes, and how patient it is.</summary>
public sealed record LinkSettings(ClientSettings Client)
{
    /// <summary>We were let in there at an earlier start, so a server that is not there now will be again.</summary>
    public bool WasThereBefore { get; init; }

    /// <summary>Before the first new try. A server that was restarted is back by then, and a person hardly notices.</summary>
    public TimeSpan Shortest { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Between tries when it lasts. A server that comes back is not run down by all who wait for it.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A connection that stood that long was a good one: what comes after it begins again with the shortest wait.</summary>
    public TimeSpan Steady { get; init; } = TimeSpan.FromSeconds(60);
}
