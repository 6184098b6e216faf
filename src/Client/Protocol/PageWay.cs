namespace ChatRoom.Client.Protocol;

/// <summary>Which of a conversation's messages are wanted from the server's history.</summary>
public enum PageWay
{
    /// <summary>Those before a message.</summary>
    Before,

    /// <summary>Those after a message.</summary>
    After,

    /// <summary>Those on both sides of a message or a moment.</summary>
    Around,

    /// <summary>The newest.</summary>
    Latest,
}
