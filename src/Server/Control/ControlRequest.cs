using System.Buffers;
using System.Text.Json;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Maintenance;

namespace ChatRoom.Server.Control;

/// <summary>What a tool asks of a running server: one line of JSON, `{"version":1,"do":"reload"}`. docs/operations.md has them all.</summary>
public abstract record ControlRequest
{
    /// <summary>Raised when an old tool would be misunderstood; a new request is none.</summary>
    public const int Version = 1;

    private ControlRequest() { }

    /// <summary>For the log: what it is, and of whom; nothing that must not be read there.</summary>
    public string Words => this switch
    {
        Reload => "reload",
        Forget => "forget",
        Kill kill => $"kill {kill.Nick}",
        Ban ban => $"ban {ban.Target}",
        Unban unban => $"unban {unban.Target}",
        Bans => "bans",
        Servers => "servers",
        Announce => "announce",
        Alarm alarm => $"alarm {(alarm.IsOn ? "on" : "off")}",
        Room room => $"room {room.Deed.ToString().ToLowerInvariant()} {room.Name}",
        Account { Name.Length: > 0 } account => $"account {account.Deed.ToString().ToLowerInvariant()} {account.Name}",
        Account account => $"account {account.Deed.ToString().ToLowerInvariant()}",
    };

    public sealed record Reload : ControlRequest;

    public sealed record Forget(Forgetting What) : ControlRequest;

    /// <summary>About accounts. The password is on its way to be hashed, and printed nowhere.</summary>
    public sealed record Account(AccountDeed Deed, string Name, string? Password, string Detail = "") : ControlRequest
    {
        /// <summary>Whether it begins as an operator's, with every right.</summary>
        public bool IsOperator { get; init; }

        /// <summary>Also if nobody is left who could make operators.</summary>
        public bool IsForced { get; init; }

        public override string ToString() => $"Account {Deed} {Name}";
    }

    /// <summary>Ends somebody's connections.</summary>
    public sealed record Kill(string Nick, string Reason) : ControlRequest;

    /// <summary>Keeps somebody out of the server; 0 seconds are for good.</summary>
    public sealed record Ban(string Target, int Seconds, string Reason) : ControlRequest;

    public sealed record Unban(string Target) : ControlRequest;

    public sealed record Bans : ControlRequest;

    /// <summary>Which servers share the journal.</summary>
    public sealed record Servers(bool IsJson) : ControlRequest;

    /// <summary>Says something to all who want to hear operators.</summary>
    public sealed record Announce(string What) : ControlRequest;

    /// <summary>Lets only accounts in, or everybody again.</summary>
    public sealed record Alarm(bool IsOn, string Reason) : ControlRequest;

    /// <summary>Acts in a room as its founder may.</summary>
    /// <param name="Detail">Whom, what rank, or which words.</param>
    public sealed record Room(RoomDeed Deed, string Name, string Detail) : ControlRequest;

    /// <summary>Null, and what is wrong, for a line that is no request.</summary>
    public static ControlRequest? Parse(ReadOnlyMemory<byte> line, out string wrong)
    {
        wrong = "";
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (!root.TryGetProperty("version", out var version) || !version.TryGetInt32(out var number) || number != Version)
                wrong = $"this server speaks version {Version} of the control socket";
            else if (!root.TryGetProperty("do", out var word) || word.ValueKind != JsonValueKind.String)
                wrong = "'do' is missing";
            else
                return Parse(word.GetString()!, root, out wrong);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            wrong = $"this is no request: {fault.Message}";
        }
        return null;
    }

    public byte[] ToLine()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            switch (this)
            {
                case Reload:
                    json.WriteString("do", "reload");
                    break;
                case Forget { What: var what }:
                    json.WriteString("do", "forget");
                    Write(json, what);
                    break;
                case Kill kill:
                    json.WriteString("do", "kill");
                    json.WriteString("nick", kill.Nick);
                    json.WriteString("reason", kill.Reason);
                    break;
                case Ban ban:
                    json.WriteString("do", "ban");
                    json.WriteString("target", ban.Target);
                    json.WriteNumber("seconds", ban.Seconds);
                    json.WriteString("reason", ban.Reason);
                    break;
                case Unban unban:
                    json.WriteString("do", "unban");
                    json.WriteString("target", unban.Target);
                    break;
                case Announce announce:
                    json.WriteString("do", "announce");
                    json.WriteString("text", announce.What);
                    break;
                case Alarm alarm:
                    json.WriteString("do", "alarm");
                    json.WriteBoolean("on", alarm.IsOn);
                    json.WriteString("reason", alarm.Reason);
                    break;
                case Servers servers:
                    json.WriteString("do", "servers");
                    json.WriteBoolean("json", servers.IsJson);
                    break;
                case Bans:
                    json.WriteString("do", "bans");
                    break;
                case Room room:
                    json.WriteString("do", Word(room.Deed));
                    json.WriteString("room", room.Name);
                    json.WriteString("detail", room.Detail);
                    break;
                case Account account:
                    json.WriteString("do", Word(account.Deed));
                    Write(json, account);
                    break;
            }
            json.WriteEndObject();
        }
        return [.. bytes.WrittenSpan, (byte)'\n'];
    }

    private static ControlRequest? Parse(string word, JsonElement root, out string wrong)
    {
        wrong = "";
        if (Simple(word, root) is { } simple)
            return simple;
        if (Array.Find(Enum.GetValues<AccountDeed>(), deed => Word(deed) == word) is not 0 and var deed)
            return ReadAccount(deed, root);
        if (Array.Find(Enum.GetValues<RoomDeed>(), deed => Word(deed) == word) is not 0 and var inRoom)
            return new Room(inRoom, Text(root, "room") ?? "", Text(root, "detail") ?? "");
        if (word != "forget")
        {
            wrong = $"there is no '{word}'; there are: reload, forget, kill, ban, unban, bans, announce, alarm, servers, {string.Join(", ", [.. Enum.GetValues<AccountDeed>().Select(Word), .. Enum.GetValues<RoomDeed>().Select(Word)])}";
            return null;
        }
        var ranges = root.GetProperty("ranges").EnumerateArray().Select(Range).ToArray();
        if (ranges.Length is 0 or > ForgetQuery.MostRanges || Array.Exists(ranges, range => range.First.Number < 1 || range.Last.CompareTo(range.First) < 0))
        {
            wrong = $"'ranges' are 1 to {ForgetQuery.MostRanges} pairs of the first and the last event";
            return null;
        }
        return new Forget(new Forgetting([.. ranges], root.TryGetProperty("room", out var room) ? new RoomId(room.GetInt64()) : Option<RoomId>.None));
    }

    private static string Word(AccountDeed deed) => $"account-{deed.ToString().ToLowerInvariant()}";

    private static string Word(RoomDeed deed) => $"room-{deed.ToString().ToLowerInvariant()}";

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static ControlRequest? Simple(string word, JsonElement root) => word switch
    {
        "reload" => new Reload(),
        "kill" => new Kill(Text(root, "nick") ?? "", Text(root, "reason") ?? ""),
        "ban" => new Ban(Text(root, "target") ?? "", root.TryGetProperty("seconds", out var seconds) ? seconds.GetInt32() : 0, Text(root, "reason") ?? ""),
        "unban" => new Unban(Text(root, "target") ?? ""),
        "bans" => new Bans(),
        "servers" => new Servers(IsSaid(root, "json")),
        "announce" => new Announce(Text(root, "text") ?? ""),
        "alarm" => new Alarm(IsSaid(root, "on"), Text(root, "reason") ?? ""),
        _ => null,
    };

    private static Account ReadAccount(AccountDeed deed, JsonElement root) => new(deed, Text(root, "account") ?? "", Text(root, "password"), Text(root, "detail") ?? "")
    {
        IsOperator = IsSaid(root, "operator"),
        IsForced = IsSaid(root, "force"),
    };

    private static bool IsSaid(JsonElement root, string name) => root.TryGetProperty(name, out var said) && said.GetBoolean();

    private static void Write(Utf8JsonWriter json, Account account)
    {
        if (account.IsOperator)
            json.WriteBoolean("operator", true);
        if (account.IsForced)
            json.WriteBoolean("force", true);
        if (account.Name.Length > 0)
            json.WriteString("account", account.Name);
        if (account.Detail.Length > 0)
            json.WriteString("detail", account.Detail);
        if (account.Password is { } password)
            json.WriteString("password", password);
    }

    private static SequenceRange Range(JsonElement pair) => pair.GetArrayLength() == 2
        ? new SequenceRange(new Sequence(pair[0].GetInt64()), new Sequence(pair[1].GetInt64()))
        : default;

    private static void Write(Utf8JsonWriter json, Forgetting what)
    {
        json.WriteStartArray("ranges");
        foreach (var range in what.Ranges)
        {
            json.WriteStartArray();
            json.WriteNumberValue(range.First.Number);
            json.WriteNumberValue(range.Last.Number);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        if (what.Room.TryGet(out var room))
            json.WriteNumber("room", room.Number);
    }
}
