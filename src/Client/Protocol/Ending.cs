namespace ChatRoom.Client.Protocol;

/// <summary>Why a connection is over. What was not confirmed by then stands in <see cref="ClientModel.Lines"/>.</summary>
public abstract record Ending
{
    private Ending()
    {
    }

    /// <summary>We said goodbye.</summary>
    public sealed record Left : Ending;

    /// <summary>Somebody else holds the nickname.</summary>
    public sealed record NicknameTaken(string Nick, string Reason) : Ending;

    /// <summary>The server does not take such a nickname.</summary>
    public sealed record NicknameRefused(string Nick, string Reason) : Ending;

    /// <summary>The server has a password, and ours is missing or wrong.</summary>
    public sealed record PasswordRefused(string Reason) : Ending;

    /// <summary>The account could not be proved: it or its password is wrong, or the server has no accounts.</summary>
    public sealed record AccountRefused(string Account, string Reason) : Ending;

    /// <summary>The server does not let us in for another reason: banned, full, and the like.</summary>
    public sealed record NotAdmitted(string Reason) : Ending;

    /// <summary>The server closed the connection and said why.</summary>
    public sealed record ServerClosed(string Reason) : Ending;

    /// <summary>The connection broke, or the server fell silent.</summary>
    public sealed record Lost(string Reason) : Ending;
}
