namespace ChatRoom.Domain.Events;

/// <summary>The lists of masks that a room has. The numbers are stored; a new list takes the next one.</summary>
public enum MaskList
{
    /// <summary>Whom it means does not come in, and does not speak without a right there.</summary>
    Ban = 1,

    /// <summary>Bans and mutes do not mean them.</summary>
    Exception = 2,

    /// <summary>They come in as if they were invited, where only who is invited comes in.</summary>
    Invitation = 3,

    /// <summary>Whom it means does not speak without a right there.</summary>
    Mute = 4,

    /// <summary>Mutes do not mean them; bans do.</summary>
    MuteException = 5,
}
