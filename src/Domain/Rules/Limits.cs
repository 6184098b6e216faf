namespace ChatRoom.Domain;

/// <summary>The bounds of the rules, each with the reason for its number.</summary>
public static class Limits
{
    /// <summary>More than a person can follow, and what bounds the work of a departure.</summary>
    public const int RoomsOfPerson = 100;

    /// <summary>In UTF-8 bytes: with the longest names around it, a topic still fits a line of 512 bytes and is never cut.</summary>
    public const int Topic = 340;

    /// <summary>In UTF-8 bytes, for the same reason.</summary>
    public const int Away = 340;

    /// <summary>
    /// More messages than a client could have under way, over minutes of a busy room. So many of the last are remembered
    /// for certain, and never more than twice as many.
    /// </summary>
    public const int RecentIds = 2048;

    /// <summary>Rooms that ended and whose history a later room of that name takes up. The longest ended is forgotten first.</summary>
    public const int PastRooms = 10_000;
}
