using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Events;

/// <summary>Which earlier message something is about, and in what way. The numbers are stored.</summary>
public sealed record About(Sequence What, AboutKind Kind);

public enum AboutKind
{
    Reply = 1,
    Reaction = 2,
    ReactionTakenBack = 3,
    Redaction = 4,
}
