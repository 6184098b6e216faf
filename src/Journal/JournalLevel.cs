namespace ChatRoom.Journal;

/// <summary>Which events can be read here: those up to the newest level. A journal of a newer one is not for this version.</summary>
public static class JournalLevel
{
    public const int Newest = 1;
}
