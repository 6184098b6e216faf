using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Connection;

/// <summary>Who is told what happens: the plain printer, JSON lines, later the screen. Called from the session's loop alone.</summary>
public interface IEventSink
{
    void Show(ChatEvent happened);

    /// <summary>So much was shown that it has to settle before there is more.</summary>
    bool IsFull => false;

    /// <summary>Nothing more is there to show for now. A slow reader makes the session wait here, and so the server.</summary>
    ValueTask Settle();
}
