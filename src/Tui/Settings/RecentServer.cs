namespace ChatRoom.Tui.Settings;

/// <summary>A server that one was at, with all that is needed to go there again but the passwords, which are never kept.</summary>
/// <param name="Rooms">With commas between them; may be empty.</param>
/// <param name="Account">Empty for none.</param>
public sealed record RecentServer(string Host, int Port, bool Tls, string Nick, string Rooms, string Account)
{
    /// <summary>As a list shows it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Title => $"{Nick} at {Host}:{Port}{(Rooms.Length > 0 ? " " + Rooms : "")}";

    public bool IsSamePlace(RecentServer other) =>
        Port == other.Port && Host.Equals(other.Host, StringComparison.OrdinalIgnoreCase) && Nick.Equals(other.Nick, StringComparison.OrdinalIgnoreCase);
}
