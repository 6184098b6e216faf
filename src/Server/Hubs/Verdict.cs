using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Rules;

namespace ChatRoom.Server.Hubs;

/// <summary>What became of a command that came from nobody.</summary>
public abstract record Verdict
{
    private Verdict() { }

    /// <summary>It happened and is durable, or it was so already.</summary>
    public sealed record Done : Verdict
    {
        /// <summary>What came of it.</summary>
        public ValueList<Event> Events { get; init; } = [];
    }

    public sealed record Refused(Refusal Why) : Verdict;

    /// <summary>The journal did not take it, so it did not happen.</summary>
    public sealed record NotKept(string Why) : Verdict;
}
