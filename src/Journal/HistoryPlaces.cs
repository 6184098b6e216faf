using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;

namespace ChatRoom.Journal;

/// <summary>Where in history an event has its place.</summary>
public static class HistoryPlaces
{
    /// <summary>The conversation, and under which number it is found there: its audience and its kind. Null for what is nobody's history.</summary>
    public static (ConversationKey Conversation, int Found)? Of(Event happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return happened switch
        {
            Event.Said said => (ConversationKey.Of(said.In), Number(HistoryQuery.AudienceOf(said.In), KindOf(said))),
            Event.Redacted redacted => (ConversationKey.Of(redacted.In), Number(HistoryQuery.AudienceOf(redacted.In), HistoryKind.Redaction)),
            // Keys, invitations and who knocks are not for everybody in the room.
            Event.KeySet or Event.Invited or Event.Knocked => null,
            IInRoom inside => (ConversationKey.Of(inside.Room), Number(Audience.Everyone, HistoryKind.Happening)),
            Event.MaskEnded ended => (ConversationKey.Of(ended.Room), Number(Audience.Everyone, HistoryKind.Happening)),
            _ => null,
        };
    }

    /// <summary>Which earlier message it belongs to, if it does.</summary>
    public static Option<About> AboutOf(Event happened) => happened switch
    {
        Event.Said said => said.About,
        Event.Redacted redacted => new About(redacted.What, AboutKind.Redaction),
        _ => Option<About>.None,
    };

    /// <summary>Nothing is left of it to tell, so it has no place in history any more.</summary>
    public static bool IsForgotten(Event happened) => happened is Event.Said { Body: { Lines.IsEmpty: true, Attributes.IsEmpty: true } } or Event.TopicSet { Text: "" };

    public static int Number(Audience audience, HistoryKind kind) => (int)audience | (int)kind;

    /// <summary>All numbers under which a page finds something.</summary>
    public static IEnumerable<int> Numbers(HistoryQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Kinds.SelectMany(kind => (kind == HistoryKind.Happening ? [Audience.Everyone] : query.Audiences).Select(audience => Number(audience, kind)));
    }

    /// <summary>A reaction to nothing in particular is a sign like any other.</summary>
    private static HistoryKind KindOf(Event.Said said) =>
        said.Kind != SayKind.Annotation ? HistoryKind.Words : said.About.IsSome ? HistoryKind.Remark : HistoryKind.Sign;
}
