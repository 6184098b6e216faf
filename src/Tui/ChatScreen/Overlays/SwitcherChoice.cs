namespace ChatRoom.Tui.ChatScreen.Overlays;

/// <summary>Somewhere to go.</summary>
/// <param name="Name">A conversation, a person, or a room that is not joined yet.</param>
/// <param name="About">What it is.</param>
public sealed record SwitcherChoice(string Name, string About, bool IsOpen);
