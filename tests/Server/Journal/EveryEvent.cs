using ChatRoom.Domain;
using LanguageExt;
using static ChatRoom.Server.Tests.Journal.Sample;

namespace ChatRoom.Server.Tests.Journal;

/// <summary>Events of every case that is kept, with ordinary and with awkward contents.</summary>
internal static class EveryEvent
{
    private static readonly Conversation.InRoom Place = new(Lobby, Room("#café"), Audience.Operators);
    private static readonly Domain.Attribute Reaction = new("+draft/react", "👍");

    public static IReadOnlyList<Event> Kept { get; } =
    [
        new Event.ServerStarted(new ServerId(int.MaxValue)),
        new Event.Connected(Connection(1), Tuan, "Tuần \"the\" <first> \\ \u0001"),
        new Event.Connected(Connection(long.MaxValue), Mai, ""),
        new Event.Attached(Connection(2), Mai.Id),
        new Event.Detached(Connection(2), Mai.Id),
        new Event.Joined(Mai, Lobby, Room("#Lobby"), Role.Operator),
        new Event.Joined(Tuan, new RoomId(long.MaxValue), Room("#日本"), Role.Member),
        new Event.TopicSet(Tuan, Lobby, Room("#Lobby"), "mind the \"gap\""),
        new Event.TopicSet(Tuan, Lobby, Room("#Lobby"), ""),
        new Event.Renamed(Tuan, Nick("Tuan`[]\\^{}|_2")),
        new Event.AwaySet(Tuan, "out for \"phở\" 🍜"),
        new Event.AwaySet(Tuan, ""),
        new Event.Said(Tuan, Place, SayKind.Message, Option<SendId>.None, Body.Text("")),
        new Event.Said(Tuan, Place, SayKind.Notice, new SendId(UInt128.MaxValue), new Body(Texts("", "", "x", ""), Attributes())),
        new Event.Said(Mai, Place with { Audience = Audience.Everyone }, SayKind.Annotation, new SendId(0), new Body(Texts(), Attributes(Reaction))),
        new Event.Said(Mai, Place, SayKind.Message, new SendId(5), new Body(Texts("a\rb\0c\t\u2028 👋"), Attributes(Reaction, new("x", ""), Reaction))),
        new Event.Said(Mai, Place, SayKind.Message, Option<SendId>.None, Body.Forgotten),
        Private(Tuan, Duy, "words"),
        Private(Duy, Tuan, "words"),
        Private(Mai, Tuan, "words"),
        Private(Tuan, Mai, "words"),
        Private(Mai, Mai, "words"),
        new Event.Left(Tuan, Lobby, Room("#Lobby"), "lunch"),
        new Event.Departed(Connection(1), Tuan, "Connection reset by peer"),
    ];

    private static ValueList<string> Texts(params string[] lines) => [.. lines];

    private static ValueList<Domain.Attribute> Attributes(params Domain.Attribute[] attributes) => [.. attributes];
}
