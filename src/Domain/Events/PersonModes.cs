namespace ChatRoom.Domain.Events;

/// <summary>What somebody sets for themself. The numbers are a snapshot's and the names the journal's; a new one takes the next free bit.</summary>
[Flags]
public enum PersonModes
{
    None = 0,

    /// <summary>They hear what operators of the server say to everybody who wants to hear it.</summary>
    HearsAnnouncements = 1,

    /// <summary>They are a program.</summary>
    Bot = 2,
}
