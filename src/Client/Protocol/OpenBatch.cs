using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>A batch that the server has begun and not ended (IRCv3 batch).</summary>
/// <param name="Target">The first parameter behind the type; the room, if it is one of history.</param>
/// <param name="Label">The label of the request that it answers, which its lines don't repeat.</param>
public sealed record OpenBatch(string Type, string Target, string? Label)
{
    public bool IsHistory => Type is "chathistory" or "draft/chathistory";

    /// <summary>It, or the batch around it, plays what was said earlier.</summary>
    public bool IsPlayed { get; init; }

    /// <summary>The line that began it; what its tags say is about the whole. Only of a message of several lines.</summary>
    public Message? Beginning { get; init; }

    /// <summary>The message of several lines so far, as if it was one.</summary>
    public Message? Gathered { get; init; }

    /// <summary>What it has brought so far.</summary>
    public int Count { get; init; }

    /// <summary>The last of it.</summary>
    public Stamp? Last { get; init; }

    /// <summary>The label of the page that it brings: see <see cref="PageAsked"/>. Null if it brings none.</summary>
    public string? Page { get; init; }
}
