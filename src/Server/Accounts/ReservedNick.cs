namespace ChatRoom.Server.Accounts;

/// <summary>The nickname that nobody has, because clients speak to it about accounts.</summary>
public static class ReservedNick
{
    public const string Text = "NickServ";

    public static bool Is(string nick) => string.Equals(nick, Text, StringComparison.OrdinalIgnoreCase);
}
