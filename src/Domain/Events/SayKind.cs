namespace ChatRoom.Domain.Events;

/// <summary>What kind of thing is said.</summary>
public enum SayKind
{
    /// <summary>From somebody, to be read.</summary>
    Message = 0,

    /// <summary>To be read, and never to be answered by a program.</summary>
    Notice = 1,

    /// <summary>No text: something about an earlier message, a reaction for example.</summary>
    Annotation = 2,
}
