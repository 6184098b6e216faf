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
        Account { Name.Length: > 0 } account => $"account {account.Deed.ToString().ToLowerInvariant()} {account.Name}",
        Account account => $"account {account.Deed.ToString().ToLowerInvariant()}",
    };

    public sealed record Reload : ControlRequest;

    public sealed record Forget(Forgetting What) : ControlRequest;

    /// <summary>About accounts. The password is on its way to be hashed, and printed nowhere.</summary>
    public sealed record Account(AccountDeed Deed, string Name, string? Password, string Detail = "") : ControlRequest
    {
        public override string ToString() => $"Account {Deed} {Name}";
    }

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
        if (word == "reload")
            return new Reload();
        if (Array.Find(Enum.GetValues<AccountDeed>(), deed => Word(deed) == word) is not 0 and var deed)
            return new Account(deed, Text(root, "account") ?? "", Text(root, "password"), Text(root, "detail") ?? "");
        if (word != "forget")
        {
            wrong = $"there is no '{word}'; there are: reload, forget, {string.Join(", ", Enum.GetValues<AccountDeed>().Select(Word))}";
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

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static void Write(Utf8JsonWriter json, Account account)
    {
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
