namespace ChatRoom.Client.Chat;

/// <summary>What is known of what lies beyond one end of the entries that are loaded.</summary>
public enum Reach
{
    /// <summary>There may be more, and the server would tell.</summary>
    More,

    /// <summary>It was asked for and has not come.</summary>
    Loading,

    /// <summary>There is nothing more: the beginning on the one side, now on the other.</summary>
    End,

    /// <summary>There may be more, but this server tells nobody.</summary>
    Untold,
}
