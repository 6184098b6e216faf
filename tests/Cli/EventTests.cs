using System.Text;
using System.Text.Json;
using ChatRoom.Cli.Join;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Cli.Tests;

/// <summary>One list of events, as a person reads them and as a script does.</summary>
public class EventTests
{
    private static readonly Stamp At = new(new DateTimeOffset(2026, 11, 20, 11, 5, 7, 123, TimeSpan.Zero));

    private static readonly Stamp Past = At with { MessageId = "e-1", History = true };

    private const string Hostile = "\u001b[2J\u202Egpj.exe \u0002bold\u0002 \"q\" ấ😀";

    private static readonly ChatEvent[] Events =
    [
        new ChatEvent.Said(Past, "#lobby", "Duy", "#lobby", "before you came", Manner.Message, Own: false),
        new ChatEvent.Said(Past, "#lobby", "Duy", "#lobby", "yawns", Manner.Action, Own: false),
        new ChatEvent.Welcomed(At, "irc.test", "Tuan"),
        new ChatEvent.Joined(At, "#lobby", "Tuan", Own: true),
        new ChatEvent.Present(At, "#lobby", ["Duy", "Tuan"], 0),
        new ChatEvent.Present(At, "#big", [.. Enumerable.Range(1, 21).Select(i => $"p{i}")], 5),
        new ChatEvent.TopicSet(At, "#lobby", null, "Tea"),
        new ChatEvent.TopicSet(At, "#lobby", "Duy", "Coffee"),
        new ChatEvent.TopicSet(At, "#lobby", "Duy", ""),
        new ChatEvent.Said(At with { MessageId = "e-2" }, "#lobby", "Tuan", "#lobby", "Hello, Duy!", Manner.Message, Own: true),
        new ChatEvent.Said(At, "#lobby", "Tuan", "#lobby", "waves", Manner.Action, Own: true),
        new ChatEvent.Said(At, null, "Duy", "Tuan", "psst", Manner.Message, Own: false),
        new ChatEvent.Said(At, null, "Tuan", "Duy", "what?", Manner.Message, Own: true),
        new ChatEvent.Noticed(At, "#lobby", "bot", "#lobby", "ding", Own: false),
        new ChatEvent.Renamed(At, "Duy", "Duy2", Own: false),
        new ChatEvent.RoomRenamed(At, "#lobby", "#hall", "Duy", "moved"),
        new ChatEvent.Said(At, "#lobby", "Mal", "#lobby", Hostile, Manner.Message, Own: false),
        new ChatEvent.Kicked(At, "#lobby", "Mal", "Duy2", "spam", Own: false),
        new ChatEvent.Kicked(At, "#lobby", "Bob", "Duy2", "", Own: false),
        new ChatEvent.Left(At, "#lobby", "Duy2", "bye", Own: false),
        new ChatEvent.Quit(At, "Ann", ""),
        new ChatEvent.Failed(At, "#lobby", "hello?", "It is moderated"),
        new ChatEvent.RoomRefused(At, "#vip", "It is full"),
        new ChatEvent.Refused(At, "no\u0007"),
        new ChatEvent.Info(At, "restart in 5 min"),
        new ChatEvent.PerhapsSent(At, "#lobby", "are you there?"),
        new ChatEvent.Gap(At, "#lobby"),
        new ChatEvent.ReadUntil(At, "#lobby", At.Time),
        new ChatEvent.Reacted(At, "#lobby", "Duy", "#lobby", "e-2", "👍", Undone: false, Own: false),
        new ChatEvent.Reacted(At, null, "Duy", "Tuan", "e-3", "👍", Undone: true, Own: false),
        new ChatEvent.Typing(At, "#lobby", "Duy", IsWriting: true),
        new ChatEvent.Redacted(At, "#lobby", "Duy", "#lobby", "e-2", "rude", Own: false),
        new ChatEvent.Members(At, "#lobby", [new Member("Duy", "@"), new Member("Tuan")], 0),
        new ChatEvent.ModesChanged(At, "#lobby", "Duy", ["+o", "Tuan"]),
        new ChatEvent.AwayChanged(At, "Duy", "at lunch", Own: false),
        new ChatEvent.AwayChanged(At, "Duy", null, Own: false),
        new ChatEvent.Invited(At, "#tea", "Tuan", "Duy", Own: true),
        new ChatEvent.Page(At, "#lobby", PageWay.Before, [], IsEnd: true, null),
        new ChatEvent.Found(At, "#lobby", "tea", []),
        new ChatEvent.OwnRecord(At, "{}"),
        new ChatEvent.OwnRecordsEnd(At, "That was all"),
    ];

    [Fact]
    public void A_person_reads_chat_on_stdout_and_what_is_about_it_on_stderr()
    {
        var plain = new PlainText(TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(7), "test", "test"));

        var lines = Events.Select(plain.Of).ToList();

        Assert.Equal(
            """
            [2026-11-20 18:05] Duy: before you came
            [2026-11-20 18:05] * Duy yawns
            Tuan has connected to the chat room
            the topic of #lobby is: Tea
            Duy has set the topic of #lobby to: Coffee
            Duy has cleared the topic of #lobby
            Tuan: Hello, Duy!
            * Tuan waves
            [private] Duy: psst
            [private to Duy] Tuan: what?
            -bot- ding
            Duy is now known as Duy2
            Duy calls #lobby #hall now: moved
            Mal: �[2J�gpj.exe bold "q" ấ😀
            Mal was removed from #lobby by Duy2: spam
            Bob was removed from #lobby by Duy2
            Duy2 has left the chat room!
            Ann has left the chat room!
            Duy answers with 👍
            [private] Duy takes back 👍
            Duy has taken a message back: rude
            Duy has changed the modes of #lobby: +o Tuan
            Duy has invited Tuan to #tea
            {}
            """,
            string.Join('\n', lines.Where(line => line.IsChat).Select(line => line.Text)));
        Assert.Equal(
            """
            connected to irc.test as Tuan
            in #lobby: Duy, Tuan
            in #big: p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15, p16, p17, p18, p19, p20 and 6 others
            not sent to #lobby: hello?: It is moderated
            cannot join #vip: It is full
            no�
            restart in 5 min
            perhaps sent to #lobby: are you there?
            something is missing here: what was said in #lobby while the connection was away
            #lobby was read on another device
            Duy is writing
            in #lobby: @Duy, Tuan
            Duy is away: at lunch
            Duy is back
            0 earlier messages of #lobby
            0 messages found in #lobby
            That was all
            """,
            string.Join('\n', lines.Where(line => !line.IsChat).Select(line => line.Text)));
    }

    [Fact]
    public void A_script_reads_one_object_a_line_with_exact_texts()
    {
        const string time = "\"time\":\"2026-11-20T11:05:07.123Z\"";
        var lines = Json();

        Assert.Equal(Events.Length, lines.Length);
        string[] expected =
        [
            $$"""{"type":"said",{{time}},"room":"#lobby","nick":"Duy","to":"#lobby","text":"before you came","""
                + "\"own\":false,\"msgid\":\"e-1\",\"history\":true,\"action\":false}",
            $$"""{"type":"welcomed",{{time}},"server":"irc.test","nick":"Tuan"}""",
            $$"""{"type":"joined",{{time}},"room":"#lobby","nick":"Tuan","own":true}""",
            $$"""{"type":"present",{{time}},"room":"#lobby","nicks":["Duy","Tuan"],"more":0}""",
            $$"""{"type":"topic",{{time}},"room":"#lobby","nick":null,"text":"Tea"}""",
            $$"""{"type":"said",{{time}},"room":null,"nick":"Duy","to":"Tuan","text":"psst","own":false,"history":false,"action":false}""",
            $$"""{"type":"noticed",{{time}},"room":"#lobby","nick":"bot","to":"#lobby","text":"ding","own":false,"history":false}""",
            $$"""{"type":"renamed",{{time}},"nick":"Duy","newNick":"Duy2","own":false}""",
            $$"""{"type":"kicked",{{time}},"room":"#lobby","nick":"Mal","by":"Duy2","text":"spam","own":false}""",
            $$"""{"type":"left",{{time}},"room":"#lobby","nick":"Duy2","text":"bye","own":false}""",
            $$"""{"type":"quit",{{time}},"nick":"Ann","text":""}""",
            $$"""{"type":"failed",{{time}},"to":"#lobby","text":"hello?","reason":"It is moderated"}""",
            $$"""{"type":"roomRefused",{{time}},"room":"#vip","reason":"It is full"}""",
            $$"""{"type":"refused",{{time}},"reason":"no\u0007"}""",
            $$"""{"type":"info",{{time}},"text":"restart in 5 min"}""",
            $$"""{"type":"readUntil",{{time}},"to":"#lobby","until":"2026-11-20T11:05:07.123Z"}""",
            $$"""{"type":"typing",{{time}},"room":"#lobby","nick":"Duy","writing":true}""",
            $$"""{"type":"redacted",{{time}},"room":"#lobby","by":"Duy","to":"#lobby","msgid":"e-2","text":"rude","own":false}""",
            $$"""{"type":"members",{{time}},"room":"#lobby","nicks":["@Duy","Tuan"],"more":0}""",
            $$"""{"type":"modes",{{time}},"room":"#lobby","nick":"Duy","text":"\u002Bo Tuan"}""",
            $$"""{"type":"away",{{time}},"nick":"Duy","text":null,"own":false}""",
            $$"""{"type":"invited",{{time}},"room":"#tea","nick":"Tuan","by":"Duy","own":true}""",
            $$"""{"type":"page",{{time}},"to":"#lobby","count":0,"reason":null}""",
            $$"""{"type":"found",{{time}},"to":"#lobby","text":"tea","count":0}""",
            $$"""{"type":"ownRecord",{{time}},"text":"{}"}""",
            $$"""{"type":"ownRecordsEnd",{{time}},"text":"That was all"}""",
        ];
        Assert.All(expected, line => Assert.Contains(line, lines));
    }

    [Fact]
    public void In_json_strangers_characters_are_escaped_and_come_back_exactly()
    {
        var line = Assert.Single(Json(), line => line.Contains("\"said\"") && line.Contains("Mal"));

        Assert.DoesNotContain(line, c => char.IsControl(c) || c == '\u202E');
        Assert.Contains("ấ", line);
        Assert.Equal(Hostile, JsonDocument.Parse(line).RootElement.GetProperty("text").GetString());
    }

    [Fact]
    public void The_list_above_has_every_case() =>
        Assert.Equal(
            typeof(ChatEvent).GetNestedTypes().Where(nested => nested.IsSubclassOf(typeof(ChatEvent))).ToHashSet(),
            Events.Select(happened => happened.GetType()).ToHashSet());

    private static string[] Json()
    {
        using var output = new MemoryStream();
        foreach (var happened in Events)
            JsonEvents.Write(happened, output);
        return Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
