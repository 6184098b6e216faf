using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Irc;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.ConnectForm;

/// <summary>A form that was filled in rightly. Passwords are null where none is given.</summary>
public sealed record FormValues(string Host, int Port, bool Tls, Nickname Nick, ValueList<RoomName> Rooms)
{
    public string? ServerPassword { get; init; }

    public string? Account { get; init; }

    public string? AccountPassword { get; init; }

    /// <summary>The nickname becomes an account with this password, once the server has let us in; null where it does not.</summary>
    public string? NewPassword { get; init; }

    /// <summary>Whose places these are: the account's, or those of a guest of this nickname.</summary>
    public string Who => Account is { Length: > 0 } account ? account : Nick.Text;

    /// <summary>The rooms were named, and not only offered: one of them is where the person wants to be.</summary>
    public bool HasRooms { get; init; }

    public string Place => ServerPlace.Of(Host, Port);

    /// <summary>What its network is called among those of the screen: nobody is at a place twice.</summary>
    public string Network => $"{Who}@{Place}";

    /// <summary>As it was before; null where a password is missing, which is never kept, or the file says nothing right.</summary>
    public static FormValues? Of(RecentServer server) => server.Account.Length == 0 && Nickname.TryParse(server.Nick, out var nick, out _)
        ? new FormValues(server.Host, server.Port, server.Tls, nick, [])
        : null;

    public RecentServer ToRecent() => new(Host, Port, Tls, Nick.Text, string.Join(',', Rooms.Select(room => room.Text)), Account ?? "");
}
