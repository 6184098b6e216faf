using ChatRoom.Domain.Names;
using ChatRoom.Journal;

namespace ChatRoom.Server.Sessions;

/// <summary>A place in history as a client names it: a message, a moment, or none in particular.</summary>
public readonly record struct HistoryPlace(Sequence? Message, Timestamp? Moment)
{
    public static HistoryPlace Any => default;

    public bool IsAny => Message is null && Moment is null;

    public static HistoryPlace Of(Sequence message) => new(message, null);

    public static HistoryPlace Of(Timestamp moment) => new(null, moment);

    /// <summary>The first and the last event at this place: many events can share a moment, and none may have happened at it.</summary>
    public (Sequence First, Sequence Last) In(IHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (Message is { } message)
            return (message, message);
        if (Moment is not { } moment)
            return default;
        var next = history.At(new Timestamp(moment.Milliseconds + 1));
        return (history.At(moment), new Sequence(next.Number - 1));
    }
}

/// <summary>A page of history: what of a conversation, and how much. <paramref name="Sub"/> is the subcommand that asked for it.</summary>
public sealed record HistoryPage(string Sub, string Target, HistoryPlace First, HistoryPlace Second, int Most);
