using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal;

/// <summary>
/// A page of one conversation: of what lies between <paramref name="After"/> and <paramref name="Before"/> (both
/// exclusive), the first or the last <paramref name="Most"/> that was said to one of <paramref name="Audiences"/>.
/// </summary>
public sealed record HistoryQuery(ConversationKey Conversation, ValueList<Audience> Audiences, Sequence After, Sequence Before, int Most, bool FromEnd)
{
    /// <summary>Of what kinds.</summary>
    public ValueList<HistoryKind> Kinds { get; init; } = [HistoryKind.Words];

    /// <summary>What belongs to one of these messages counts, and is left out: who asks has it already (<see cref="IHistory.About"/>).</summary>
    public ValueList<Sequence> Known { get; init; } = [];

    public static Sequence Beginning => default;
    public static readonly Sequence End = new(long.MaxValue);

    /// <summary>Who may read it later. What a pair says has no other readers, so it needs no audience.</summary>
    public static Audience AudienceOf(Conversation conversation) =>
        conversation is Conversation.InRoom room ? room.Audience : Audience.Everyone;
}
