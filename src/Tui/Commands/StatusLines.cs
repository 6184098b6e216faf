using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Client.Text;

namespace ChatRoom.Tui.Commands;

/// <summary>What /status says: how the connection stands, and what one has to do without on this server.</summary>
public static class StatusLines
{
    /// <summary>What a person misses where a server has not got a capability.</summary>
    private static readonly (string Capability, string Missed)[] Missed =
    [
        (Caps.Tags, "no replies, reactions and typing"),
        (Caps.Echo, "lines of yours are not confirmed one by one"),
        (Caps.History, "no messages from before you came"),
        (Caps.Once, "a line that was perhaps sent is not said again by itself"),
    ];

    /// <param name="server">Where we are connected to, as host and port.</param>
    /// <param name="encryption">In words: "TLS 1.3, pinned"; null for none.</param>
    /// <param name="account">Null when not logged in.</param>
    /// <param name="lag">The last round to the server; null when none was made.</param>
    public static IReadOnlyList<string> Of(ChatModel chat, string server, string? encryption, string? account, TimeSpan? lag)
    {
        var client = chat.Client;
        account = client.LoggedInAs ?? account;
        var missed = Missed.Where(row => !client.Has(row.Capability)).Select(row => $"{row.Missed} ({row.Capability})").ToList();
        var lacking = CommandTable.All.Where(command => command.IsLacking(client)).Select(command => "/" + command.Name).ToList();
        if (lacking.Count > 0)
            missed.Add($"nothing for {string.Join(' ', lacking)}");
        return
        [
            $"server      {server}{(client.Support.Network.Length > 0 ? $" ({TerminalText.Sanitize(client.Support.Network)})" : "")}, {Standing(chat)}",
            $"you         {TerminalText.Sanitize(client.Nick)}{(client.UserHost is { } at ? $" ({TerminalText.Sanitize(at)})" : "")}",
            $"account     {(account is null ? "not logged in" : TerminalText.Sanitize(account))}",
            $"encryption  {encryption ?? "none: everybody on the way can read along"}",
            $"lag         {(lag is { } round ? $"{round.TotalMilliseconds:0} ms" : "not measured yet")}",
            $"missing     {(missed.Count == 0 ? "nothing" : string.Join("; ", missed))}",
        ];
    }

    private static string Standing(ChatModel chat) => chat.Link switch
    {
        LinkState.Connecting => "connecting",
        LinkState.Online => "connected",
        LinkState.Waiting s => $"not connected: {TerminalText.Sanitize(s.Why)}; try {s.Attempt + 1} in {Math.Max(0, (s.Until - chat.Now).TotalSeconds):0} s",
        LinkState.Over s => $"not connected: {TerminalText.Sanitize(s.Why)}",
    };
}
