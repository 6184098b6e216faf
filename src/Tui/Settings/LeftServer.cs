using System.Text.Json.Serialization;

namespace ChatRoom.Tui.Settings;

/// <summary>What somebody left on a server: the conversations, and the one that was looked at.</summary>
/// <param name="Who">The account, or a guest's nickname.</param>
/// <param name="Beside">The names of the networks that were open in the same window; null where there was none.</param>
public sealed record LeftServer(string Host, int Port, string Who, string Looking, LeftConversation[] Conversations, string[]? Beside = null)
{
    public bool IsSamePlace(string host, int port, string who) =>
        Port == port && Host.Equals(host, StringComparison.OrdinalIgnoreCase) && Who.Equals(who, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A room or a person, how far it was read, and what was written there and not said.</summary>
/// <param name="Notify">What calls there; null for what counts everywhere.</param>
public sealed record LeftConversation(
    string Name, bool IsRoom, DateTimeOffset? ReadUntil, string Draft, [property: JsonConverter(typeof(JsonStringEnumConverter<NotifyOf>))] NotifyOf? Notify = null);
