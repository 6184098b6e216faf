namespace ChatRoom.Tui.Settings;

/// <summary>How much one reads of people who come and go.</summary>
public enum JoinsShown
{
    /// <summary>Several in a row on one line.</summary>
    Condensed,

    /// <summary>A line each.</summary>
    All,

    None,
}
