namespace ChatRoom.Irc;

/// <summary>How long a line and its parts may be. All numbers are bytes on the wire.</summary>
public static class LineLimits
{
    /// <summary>What follows the tags, CR LF included: "shall not exceed 512 characters" (RFC 1459 and 2812, section 2.3).</summary>
    public const int Body = 512;

    /// <summary>CR LF, which <see cref="Body"/> counts and a framed line no longer has.</summary>
    public const int End = 2;

    /// <summary>What a client may send as tags, with '@' and the space: 4094 bytes of data (IRCv3 message-tags, "Size limit").</summary>
    public const int ClientTags = 4096;

    /// <summary>What a server may add as tags, with '@' and the space: again 4094 bytes of data (same clause).</summary>
    public const int ServerTags = 4096;

    /// <summary>Both together, '@', the ';' between them and the space included (same clause: 4094 + 4094 + 3).</summary>
    public const int AllTags = 8191;

    /// <summary>"There may be up to 15 parameters" (RFC 1459 section 2.3); the fifteenth takes whatever follows.</summary>
    public const int Parameters = 15;

    /// <summary>What a server's <see cref="LineReader"/> accepts from a client: tags and body, without CR LF.</summary>
    public const int FromClient = ClientTags + Body - End;

    /// <summary>
    /// What a client's <see cref="LineReader"/> accepts from a server. A network may announce a larger body (LINELEN), and some
    /// exceed 512 without saying so; a client that dropped such lines would lose messages, so it allows eight times as much.
    /// </summary>
    public const int FromServer = AllTags + (8 * Body) - End;
}
