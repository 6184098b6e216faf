using System.Text.Json;
using ChatRoom.Client.Protocol;
using ChatRoom.Journal.Maintenance;

namespace ChatRoom.Cli.Join;

/// <summary>
/// `--json`: one object a line for each event. The names of fields and the values of `type` are for scripts and never change; new ones
/// may come. Every object has `type` and `time` (UTC, milliseconds); the others stand where they mean something:
/// <list type="bullet">
/// <item>`welcomed`: server, nick</item>
/// <item>`joined`: room, nick, own</item>
/// <item>`left`: room, nick, text (the reason), own</item>
/// <item>`quit`: nick, text (the reason)</item>
/// <item>`kicked`: room, nick, by, text (the reason), own</item>
/// <item>`said`: room (null in private), nick, to, text, action, own, msgid (where the server gives one), history</item>
/// <item>`noticed`: the same without action</item>
/// <item>`renamed`: nick, newNick, own</item>
/// <item>`topic`: room, nick (null: as it was found), text</item>
/// <item>`present`: room, nicks, more (how many are not named)</item>
/// <item>`failed`: to, text, reason: this own line was not kept</item>
/// <item>`perhapsSent`: to, text: the connection broke before this own line was confirmed</item>
/// <item>`gap`: to: something is missing here that was said while the connection was away</item>
/// <item>`roomRefused`: room, reason</item>
/// <item>`refused`: reason</item>
/// <item>`info`: text</item>
/// </list>
/// What only a screen asks the server for (see <see cref="ClientFeatures"/>) does not come here yet, but has its names: `reacted`,
/// `typing`, `redacted`, `members`, `modes`, `away`, `invited`, `page`, `found`.
/// What `chatroom export` tells too has the same name there: `said`, `joined`, `left`, `renamed`, `topic`, `away`.
/// The texts are exactly what was said; JSON escapes what could harm a terminal.
/// </summary>
public static class JsonEvents
{
    private static readonly JsonWriterOptions Options = new() { Encoder = ReadableJson.Encoder };

    public static void Write(ChatEvent happened, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            Begin(json, happened.At, TypeOf(happened));
            WriteFields(json, happened);
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static void Begin(Utf8JsonWriter json, Stamp at, string type)
    {
        json.WriteString("type", type);
        json.WriteString("time", at.UtcText);
    }

    private static string TypeOf(ChatEvent happened) => happened switch
    {
        ChatEvent.Welcomed => "welcomed",
        ChatEvent.Joined => "joined",
        ChatEvent.Left => "left",
        ChatEvent.Quit => "quit",
        ChatEvent.Kicked => "kicked",
        ChatEvent.Said => "said",
        ChatEvent.Noticed => "noticed",
        ChatEvent.Reacted => "reacted",
        ChatEvent.Typing => "typing",
        ChatEvent.Redacted => "redacted",
        ChatEvent.Renamed => "renamed",
        ChatEvent.RoomRenamed => "roomRenamed",
        ChatEvent.TopicSet => "topic",
        ChatEvent.Present => "present",
        ChatEvent.Members => "members",
        ChatEvent.ModesChanged => "modes",
        ChatEvent.AwayChanged => "away",
        ChatEvent.Invited => "invited",
        ChatEvent.Failed => "failed",
        ChatEvent.PerhapsSent => "perhapsSent",
        ChatEvent.ReadUntil => "readUntil",
        ChatEvent.Gap => "gap",
        ChatEvent.RoomRefused => "roomRefused",
        ChatEvent.Refused => "refused",
        ChatEvent.Info => "info",
        ChatEvent.OwnRecord => "ownRecord",
        ChatEvent.OwnRecordsEnd => "ownRecordsEnd",
        ChatEvent.Page => "page",
        ChatEvent.Found => "found",
    };

    private static Utf8JsonWriter WriteFields(Utf8JsonWriter json, ChatEvent happened) => happened switch
    {
        ChatEvent.Welcomed e => json.With("server", e.Server).With("nick", e.Nick),
        ChatEvent.Joined e => json.With("room", e.Room).With("nick", e.Nick).With("own", e.Own),
        ChatEvent.Left e => json.With("room", e.Room).With("nick", e.Nick).With("text", e.Reason).With("own", e.Own),
        ChatEvent.Quit e => json.With("nick", e.Nick).With("text", e.Reason),
        ChatEvent.Kicked e => json.With("room", e.Room).With("nick", e.Nick).With("by", e.By).With("text", e.Reason).With("own", e.Own),
        ChatEvent.Said e => Spoken(json, e.At, e.Room, e.Nick, e.To, e.Text, e.Own).With("action", e.Manner == Manner.Action),
        ChatEvent.Noticed e => Spoken(json, e.At, e.Room, e.Nick, e.To, e.Text, e.Own),
        ChatEvent.Reacted e => json.With("room", e.Room).With("nick", e.Nick).With("to", e.To).With("msgid", e.MessageId).With("text", e.Text)
            .With("undone", e.Undone).With("own", e.Own),
        ChatEvent.Typing e => json.With("room", e.Room).With("nick", e.Nick).With("writing", e.IsWriting),
        ChatEvent.Redacted e => json.With("room", e.Room).With("by", e.By).With("to", e.To).With("msgid", e.MessageId).With("text", e.Reason)
            .With("own", e.Own),
        ChatEvent.Renamed e => json.With("nick", e.Nick).With("newNick", e.NewNick).With("own", e.Own),
        ChatEvent.RoomRenamed e => json.With("room", e.Room).With("newRoom", e.NewRoom).With("by", e.By).With("reason", e.Reason),
        ChatEvent.TopicSet e => json.With("room", e.Room).With("nick", e.Nick).With("text", e.Topic),
        ChatEvent.Present e => json.With("room", e.Room).With("nicks", e.Nicks).With("more", e.More),
        ChatEvent.Members e => json.With("room", e.Room).With("nicks", e.People.Select(member => member.Rank + member.Nick)).With("more", e.More),
        ChatEvent.ModesChanged e => json.With("room", e.Room).With("nick", e.Nick).With("text", string.Join(' ', e.Words)),
        ChatEvent.AwayChanged e => json.With("nick", e.Nick).With("text", e.Words).With("own", e.Own),
        ChatEvent.Invited e => json.With("room", e.Room).With("nick", e.Nick).With("by", e.By).With("own", e.Own),
        ChatEvent.Failed e => json.With("to", e.To).With("text", e.Text).With("reason", e.Reason),
        ChatEvent.PerhapsSent e => json.With("to", e.To).With("text", e.Text),
        ChatEvent.ReadUntil e => json.With("to", e.Target).With("until", new Stamp(e.Until).UtcText),
        ChatEvent.Gap e => json.With("to", e.Target),
        ChatEvent.RoomRefused e => json.With("room", e.Room).With("reason", e.Reason),
        ChatEvent.Refused e => json.With("reason", e.Reason),
        ChatEvent.Info e => json.With("text", e.Text),
        ChatEvent.OwnRecord e => json.With("text", e.Json),
        ChatEvent.OwnRecordsEnd e => json.With("text", e.Text),
        ChatEvent.Page e => json.With("to", e.Target).With("count", e.Events.Count).With("reason", e.Fault),
        ChatEvent.Found e => json.With("to", e.Target).With("text", e.Words).With("count", e.Events.Count),
    };

    private static Utf8JsonWriter Spoken(Utf8JsonWriter json, Stamp at, string? room, string nick, string to, string text, bool own)
    {
        json.With("room", room).With("nick", nick).With("to", to).With("text", text).With("own", own);
        if (at.MessageId is { } id)
            json.With("msgid", id);
        return json.With("history", at.History);
    }

    private static Utf8JsonWriter With(this Utf8JsonWriter json, string name, string? value)
    {
        json.WriteString(name, value);
        return json;
    }

    private static Utf8JsonWriter With(this Utf8JsonWriter json, string name, bool value)
    {
        json.WriteBoolean(name, value);
        return json;
    }

    private static Utf8JsonWriter With(this Utf8JsonWriter json, string name, int value)
    {
        json.WriteNumber(name, value);
        return json;
    }

    private static Utf8JsonWriter With(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
        return json;
    }
}
