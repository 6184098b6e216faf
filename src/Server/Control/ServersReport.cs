using System.Globalization;
using System.Text;
using System.Text.Json;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Maintenance;
using ChatRoom.Journal.Postgres;

namespace ChatRoom.Server.Control;

/// <summary>Which servers are one chat, for operators: since when, of which version, how far behind, and who has the turn.</summary>
public static class ServersReport
{
    private static readonly string[] Heads = ["NUMBER", "NAME", "VERSION", "SINCE", "BEHIND", "BEAT", "TURN"];

    /// <summary>On a journal of its own there is one.</summary>
    public static string Alone(World world, ServerId own, bool isJson)
    {
        ArgumentNullException.ThrowIfNull(world);
        var life = world.Servers.Find(own).IfNone(new ServerLife(0, false));
        return Of([new FleetMember(own, world.NameOf(own), life.Version, DateTimeOffset.FromUnixTimeMilliseconds(life.Since.Milliseconds), 0, TimeSpan.Zero, IsConnected: true, null, TimeSpan.Zero)], own, isJson);
    }

    /// <param name="own">The server that was asked; null where the database was.</param>
    public static string Of(IReadOnlyList<FleetMember> members, ServerId? own, bool isJson)
    {
        ArgumentNullException.ThrowIfNull(members);
        return isJson ? Json(members, own) : Table(members, own);
    }

    private static string Table(IReadOnlyList<FleetMember> members, ServerId? own)
    {
        var rows = members.Select(member => Row(member, own)).Prepend(Heads).ToArray();
        var widths = Heads.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        return string.Join('\n', rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }

    private static string[] Row(FleetMember member, ServerId? own) =>
    [
        member.Server is { } server ? $"{server.Number}{(server == own ? "*" : "")}" : "-",
        member.Name,
        member.Version.Length == 0 ? "-" : member.Version,
        TimestampText.Format(new Timestamp(member.Opened.ToUnixTimeMilliseconds())),
        member.Behind.ToString(CultureInfo.InvariantCulture),
        $"{Seconds(member.SinceBeat)} ago",
        Turn(member),
    ];

    private static string Turn(FleetMember member) => member switch
    {
        { Server: null } => "starts, or is a tool",
        { IsConnected: false } => "is not connected",
        { HasTurn: true } => $"has it, begun {Seconds(member.TurnFor)} ago",
        { HasTurn: false } => $"waits for it, for {Seconds(member.TurnFor)}",
        _ => "-",
    };

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.000} s");

    private static string Json(IReadOnlyList<FleetMember> members, ServerId? own)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            foreach (var member in members)
                Write(json, member, own);
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Write(Utf8JsonWriter json, FleetMember member, ServerId? own)
    {
        json.WriteStartObject();
        if (member.Server is { } server)
            json.WriteNumber("number", server.Number);
        json.WriteString("name", member.Name);
        json.WriteString("version", member.Version);
        json.WriteString("since", TimestampText.Format(new Timestamp(member.Opened.ToUnixTimeMilliseconds())));
        json.WriteNumber("behind", member.Behind);
        json.WriteNumber("secondsSinceBeat", Math.Round(member.SinceBeat.TotalSeconds, 3));
        json.WriteBoolean("connected", member.IsConnected);
        json.WriteBoolean("hasTurn", member.HasTurn is true);
        json.WriteBoolean("waitsForTurn", member.HasTurn is false);
        if (member.HasTurn is not null)
            json.WriteNumber("turnSeconds", Math.Round(member.TurnFor.TotalSeconds, 3));
        json.WriteBoolean("asked", own is { } me && member.Server == me);
        json.WriteEndObject();
    }
}
