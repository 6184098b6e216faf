namespace ChatRoom.Tui.Settings;

/// <summary>How nicknames get their colours.</summary>
public enum Palette
{
    /// <summary>The same one for a nickname, always.</summary>
    Steady,

    /// <summary>Drawn anew at each start.</summary>
    Random,
}
