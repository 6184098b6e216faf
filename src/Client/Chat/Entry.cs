using ChatRoom.Client.Protocol;
using ChatRoom.Irc;

namespace ChatRoom.Client.Chat;

/// <summary>One thing that happened in a conversation and is shown there.</summary>
/// <param name="Number">Grows within a conversation from older to newer and never changes; what is loaded from before the first is negative.</param>
public sealed record Entry(long Number, Stamp At, EntryWhat What)
{
    public ValueList<Reaction> Reactions { get; init; } = [];
}
