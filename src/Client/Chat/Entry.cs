using ChatRoom.Client.Protocol;
using ChatRoom.Irc;

namespace ChatRoom.Client.Chat;

/// <summary>One thing that happened in a conversation and is shown there.</summary>
/// <param name="Number">Grows within a conversation from older to newer and never changes; what is loaded from before the first is negative.</param>
public sealed record Entry(long Number, Stamp At, EntryWhat What)
{
    public ValueList<Reaction> Reactions { get; init; } = [];

    /// <summary>Only what the server knows too can say where a page goes on; without ids, a message's time does.</summary>
    internal bool IsReference => At.MessageId is not null || What is EntryWhat.Said { Fate: DeliveryState.Kept };

    /// <summary>A line without an id, the second of a message of several for example, is known by what it says and when.</summary>
    internal bool IsSameLine(Stamp at, EntryWhat what) => At.MessageId is null && At.Time == at.Time
        && What is EntryWhat.Said one && what is EntryWhat.Said other && one.Nick == other.Nick && one.Text == other.Text;

    /// <summary>A line of ours that can still be said again.</summary>
    internal bool IsUnkept => What is EntryWhat.Said { Fate: DeliveryState.Failed or DeliveryState.PerhapsSent };
}

/// <summary>What several people answered a message with, mostly an emoji (IRCv3 +draft/react).</summary>
public sealed record Reaction(string Text, ValueList<string> Nicks);
