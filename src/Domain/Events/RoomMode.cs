namespace ChatRoom.Domain.Events;

/// <summary>
/// What the operators of a room can set, each to a number; 0 is as it was before anybody set it, and what is only on or off is 1 while it
/// is on. The numbers are stored; a new mode takes the next one.
/// </summary>
public enum RoomMode
{
    /// <summary>Only who has a right there may speak.</summary>
    Moderated = 0,

    /// <summary>Only its operators may change the topic.</summary>
    TopicLocked = 1,

    /// <summary>So many may be there.</summary>
    Limit = 2,

    /// <summary>Who is no operator speaks once in so many seconds (slow mode).</summary>
    Slow = 3,

    /// <summary>Only who is invited comes in.</summary>
    InviteOnly = 4,

    /// <summary>Who is not there can speak there too.</summary>
    HearsOutside = 5,

    /// <summary>Who is not there does not learn of it.</summary>
    Secret = 6,

    /// <summary>Nobody asks other people's programs there (CTCP).</summary>
    NoCtcp = 7,

    /// <summary>Only who has an account comes in.</summary>
    MembersOnly = 8,

    /// <summary>So many of its last messages are told to who comes in and can't ask for them, and one more: 1 is none of them.</summary>
    Playback = 9,
}
