namespace ChatRoom.Journal;

/// <summary>Whether the journal takes what happens.</summary>
public enum JournalState
{
    Open = 0,

    /// <summary>The disk is full, for example: what is said is not kept, and who says it hears so.</summary>
    Refuses,

    /// <summary>It broke in the middle of a turn and is being opened again; everybody waits.</summary>
    Lost,
}
