namespace ChatRoom.Journal.Tests.Doubles;

/// <summary>What a test makes of the next commit, to see how the hub takes it.</summary>
public enum JournalFault
{
    None = 0,

    /// <summary>The disk is full: nothing is kept, and everybody knows.</summary>
    Refuse,

    /// <summary>Nobody knows whether it is kept, and it is.</summary>
    LoseAfterKeeping,

    /// <summary>Nobody knows whether it is kept, and it is not.</summary>
    LoseBeforeKeeping,
}
