namespace ChatRoom.Tui.Settings;

/// <summary>What a person is called for (bell, notification of the desktop) when they look elsewhere.</summary>
public enum NotifyOf
{
    /// <summary>Messages that name them, and what is said to them alone.</summary>
    Mentions,

    All,

    Nothing,
}
