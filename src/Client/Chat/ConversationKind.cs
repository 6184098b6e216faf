namespace ChatRoom.Client.Chat;

public enum ConversationKind
{
    /// <summary>What the server itself says. There is one, and it is the first.</summary>
    Server,

    Room,

    /// <summary>A private conversation with one person.</summary>
    Person,
}
