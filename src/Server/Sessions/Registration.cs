using ChatRoom.Domain;

namespace ChatRoom.Server.Sessions;

/// <summary>
/// The handshake as a value: what a connection has said of itself so far. It is complete when a nickname and a user are
/// known and no negotiation of capabilities is open; the order in which they come does not matter.
/// </summary>
public sealed record Registration(Nick? Nick, string? User, string RealName, string? Password, bool IsNegotiating)
{
    public static readonly Registration Begun = new(null, null, "", null, false);

    public bool IsComplete => Nick is not null && User is not null && !IsNegotiating;

    /// <summary>What to ask of the rules once it is complete.</summary>
    public Command.Connect Wish => new(
        Nick ?? throw new InvalidOperationException("No nickname is known yet."),
        User ?? throw new InvalidOperationException("No user is known yet."),
        ServerInfo.Host,
        RealName)
    {
        Token = Token,
    };

    /// <summary>A token was given: who comes may take over from a connection that was made with the same.</summary>
    public Option<TokenHash> Token { get; init; }

    /// <summary>Whether the password is right, in a time that does not tell how much of it is.</summary>
    public bool Knows(string? password) => password is null || System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(
        System.Text.Encoding.UTF8.GetBytes(Password ?? ""), System.Text.Encoding.UTF8.GetBytes(password));

    /// <summary>A user name for the middle of nick!user@host: what could not stand there is left out.</summary>
    public Registration WithUser(string user, string realName)
    {
        ArgumentNullException.ThrowIfNull(user);
        var kept = new string([.. user.Where(c => c is > ' ' and < '\u007f' and not ('!' or '@' or ':' or ',')).Take(Server.Limits.UserLength)]);
        return this with { User = kept.Length == 0 ? "user" : kept, RealName = Fitting.Cut(realName, Server.Limits.RealNameBytes) };
    }
}
