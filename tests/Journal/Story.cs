using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using static ChatRoom.Journal.Tests.Sample;

namespace ChatRoom.Journal.Tests;

/// <summary>A history that makes sense, so that it can be applied, and that leaves something in every corner of the world.</summary>
internal static class Story
{
    private static readonly Conversation.InRoom InLobby = new(Lobby, Room("#Lobby"), Audience.Everyone);

    public static IReadOnlyList<Recorded> Events { get; } = [.. Happened.Select((happened, i) => At(i + 1, happened))];

    public static World End => Of(Events);

    private static IEnumerable<Event> Happened =>
    [
        new Event.ServerStarted(Here, 1),
        new Event.Connected(Connection(1), Tuan, "Tuấn"),
        new Event.Connected(Connection(2), Duy, ""),
        new Event.Connected(Connection(3), Mai, "Mai"),
        new Event.Attached(Connection(4), Mai),
        new Event.Joined(Tuan, Lobby, Room("#Lobby"), Rights.Operator),
        new Event.Joined(Mai, Lobby, Room("#Lobby"), Rights.None),
        new Event.Joined(Duy, Kitchen, Room("#kitchen"), Rights.Operator),
        new Event.Said(Tuan, InLobby, SayKind.Message, new IdempotencyKey(11), Option<About>.None, Body.Text("one")),
        new Event.Said(Mai, InLobby, SayKind.Notice, new IdempotencyKey(UInt128.MaxValue), new About(new Sequence(9), AboutKind.Reply), Body.Text("two")),
        new Event.Said(Duy, new Conversation.InRoom(Kitchen, Room("#kitchen"), Audience.Operators), SayKind.Message, new IdempotencyKey(3), Option<About>.None, Body.Text("three")),
        Private(Duy, Mai, "four") with { Id = new IdempotencyKey(4) },
        new Event.TopicSet(Mai, Lobby, Room("#Lobby"), "tea"),
        new Event.Renamed(Tuan, Nick("Tuan2")),
        new Event.Left(Duy, Kitchen, Room("#kitchen"), "lunch"),
        new Event.Detached(Connection(4), Mai, CloseReason.Quit, Option<Timestamp>.None),
        new Event.Attached(Connection(5), Mai),
    ];

    public static World Of(IEnumerable<Recorded> events) =>
        events.Aggregate(World.Empty, (world, recorded) => StateMachine.Apply(world, recorded).World);
}
