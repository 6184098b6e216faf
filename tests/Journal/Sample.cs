using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Tests;

/// <summary>People, rooms and events for the tests of the journal.</summary>
internal static class Sample
{
    public static readonly ServerId Here = new(1);
    public static readonly RoomId Lobby = new(1);
    public static readonly RoomId Kitchen = new(2);
    public static readonly Actor Tuan = Guest(1, "Tuan");
    public static readonly Actor Duy = Guest(2, "Duy");
    public static readonly Actor Mai = new(new PersonId(3), Nick("Mai"), "mai", "members.example", new AccountRef(new AccountId(7), Account("mai")), false);

    public static Nick Nick(string text) => Domain.Names.Nick.Parse(text).IfFault(_ => throw new ArgumentException(text));

    public static AccountName Account(string text) => AccountName.Parse(text).IfFault(_ => throw new ArgumentException(text));

    public static MetadataKey Key(string text) => MetadataKey.Parse(text).IfNone(() => throw new ArgumentException(text));

    public static Mask Mask(string text) => Domain.Names.Mask.Parse(text).IfFault(fault => throw new ArgumentException($"{text}: {fault}"));

    public static RoomName Room(string text) => RoomName.Parse(text).IfFault(_ => throw new ArgumentException(text));

    public static Actor Guest(long id, string nick) => new(new PersonId(id), Nick(nick), "user", "guest", Option<AccountRef>.None, false);

    public static ConnectionId Connection(long number) => new(Here, number);

    public static Event.Said InRoom(RoomId room, string text, Audience audience = Audience.Everyone) => new(
        Tuan, new Conversation.InRoom(room, Room("#lobby"), audience), SayKind.Message, Option<IdempotencyKey>.None, Option<About>.None, Body.Text(text));

    public static Event.Said Private(Actor from, Actor to, string text) =>
        new(from, Conversation.Private(from, to), SayKind.Message, Option<IdempotencyKey>.None, Option<About>.None, Body.Text(text));

    /// <summary>Ten milliseconds apart, so that a moment names an event.</summary>
    public static Recorded At(long sequence, Event happened) =>
        new(new Sequence(sequence), new Timestamp(1000 + (sequence * 10)), Connection(sequence), happened);

    public static Recorded[] Lines(long after, int count) =>
        [.. Enumerable.Range(1, count).Select(i => At(after + i, InRoom(Lobby, $"line {after + i}")))];

    public static void Append(this IJournal journal, params IEnumerable<Event> events)
    {
        journal.Begin();
        journal.Commit([.. events.Select((happened, i) => At(journal.Last.Number + 1 + i, happened))]);
    }

    public static void Commit(this IJournal journal, IReadOnlyList<Recorded> events) => journal.Commit(TurnToKeep.Of(events));

    public static long[] Numbers(this Given given) => given.Events.Numbers();

    public static long[] Numbers(this IReadOnlyList<Recorded> page) => [.. page.Select(recorded => recorded.Sequence.Number)];
}
