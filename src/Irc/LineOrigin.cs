namespace ChatRoom.Irc;

/// <summary>Who sent a line, which decides how strictly it is read.</summary>
public enum LineOrigin
{
    /// <summary>A client: the limits of the specifications hold to the byte, and its text must be UTF-8.</summary>
    Client,

    /// <summary>
    /// A server, perhaps an old one of another network: a client that refused its long or Latin-1 lines would only lose messages, so the
    /// bound is that of the <see cref="LineReader"/>, and what is not UTF-8 is shown with replacement characters.
    /// </summary>
    Server,
}
