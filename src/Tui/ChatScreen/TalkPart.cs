namespace ChatRoom.Tui.ChatScreen;

/// <summary>The parts of the chat's screen that can be longer than their place.</summary>
public enum TalkPart
{
    Conversations,
    Messages,
    People,
}
