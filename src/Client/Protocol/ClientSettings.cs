using System.Collections.Immutable;

namespace ChatRoom.Client.Protocol;

/// <summary>What a person decided before connecting. It does not change while the connection stands.</summary>
/// <param name="Nick">The nickname to ask for.</param>
/// <param name="Rooms">Joined as soon as the server has greeted us.</param>
/// <param name="History">How many earlier messages of each room to ask for; 0 asks for none.</param>
/// <param name="Password">The server's password, if it has one.</param>
public sealed record ClientSettings(Nickname Nick, ImmutableList<RoomName> Rooms, int History = 50, string? Password = null)
{
    /// <summary>What it wants to be told besides what is said and who comes and goes. The line client does without.</summary>
    public ClientFeatures Features { get; init; }

    /// <summary>The account that has to be proved; null for a guest.</summary>
    public Account? Account { get; init; }

    /// <summary>What our program is called, for others' programs that ask (CTCP VERSION).</summary>
    public string Program { get; init; } = "ChatRoom";

    /// <summary>In whose time the moments in the server's answers are written; null for universal time, which then is said.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>
    /// With this secret of ours, made anew for each start, a server with <see cref="Caps.Resume"/> gives us our own nickname back from a
    /// connection that is dead and not yet found to be. Null for a client that does not reconnect.
    /// </summary>
    public string? Token { get; init; }

    /// <summary>
    /// USER's first parameter. It is shown to strangers, so it is made from the nickname and never from the login name; nine
    /// letters because ngIRCd cuts there.
    /// </summary>
    public string UserName
    {
        get
        {
            string letters = string.Concat(Nick.Text.Where(char.IsAsciiLetterOrDigit).Take(9)).ToLowerInvariant();
            return letters.Length == 0 ? "guest" : letters;
        }
    }
}

/// <summary>What a client can do with more than words. Each asks the server for more, or tells more of what the server says.</summary>
[Flags]
public enum ClientFeatures
{
    None = 0,

    /// <summary>Reactions, who is writing, what was taken back, who is away, modes and invitations.</summary>
    Activity = 1,

    /// <summary>What people may do in a room, by the signs before their names.</summary>
    Ranks = 2,

    /// <summary>Answers to commands that a person types, and refusals in words that help.</summary>
    Replies = 4,

    /// <summary>Answers to what other people's programs ask (CTCP). A person can do without.</summary>
    Ctcp = 8,

    /// <summary>All that a screen can show.</summary>
    Screen = Activity | Ranks | Replies,
}
