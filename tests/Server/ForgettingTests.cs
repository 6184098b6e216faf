using System.Text;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal;
using ChatRoom.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using static ChatRoom.Journal.Tests.Sample;

namespace ChatRoom.Server.Tests;

/// <summary>What was forgotten is nowhere any more: not in the world, and not in any byte of any file.</summary>
public sealed class ForgettingTests : IDisposable
{
    private const string Secret = "xyzzy-secret";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void After_everything_was_forgotten_no_file_holds_a_word_and_the_world_is_the_same()
    {
        World world;
        using (var storage = Storage.Open(_folder.Path, TimeProvider.System, NullLogger.Instance))
        {
            Keep(storage, storage.World, Happened());
            // Some are moved into the file, and some are only in its log.
            using (var history = storage.Journal.OpenHistory())
                Assert.Equal(Happened().Count(), history.Read(default, 1000).Count);
        }
        Assert.True(Holds(Secret));
        using (var storage = Storage.Open(_folder.Path, TimeProvider.System, NullLogger.Instance))
        {
            Keep(storage, storage.World, Happened(person: 2, after: (int)storage.World.Last.Number));
            var all = new Forgetting([new SequenceRange(new Sequence(1), storage.World.Last)], Option<RoomId>.None);
            Keep(storage, storage.World, [new Event.Forgotten(all)], all);
            world = storage.World;
            Assert.False(Holds(Secret));
        }

        Assert.False(Holds(Secret));
        Assert.Single(world.Rooms);
        Assert.True(world.Rooms.Values.Single().Topic.IsNone);
        File.Delete(Path.Combine(_folder.Path, "snapshot"));
        using var again = Storage.Open(_folder.Path, TimeProvider.System, NullLogger.Instance);
        Assert.Equal(world, again.World);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5000)]
    public void What_was_taken_back_is_in_no_file_whether_the_index_had_it_or_not(int others)
    {
        using var storage = Storage.Open(_folder.Path, TimeProvider.System, NullLogger.Instance);
        var who = Guest(1, "n1");
        var place = new Conversation.InRoom(Lobby, Room("#lobby"), Audience.Everyone);
        Event.Said Say(string text) => new(
            who, place, SayKind.Message, Option<IdempotencyKey>.None, Option<About>.None, new Body([text], [new Domain.Events.Attribute("+note", text)]));
        Keep(storage, storage.World, [
            new Event.ServerStarted(Here, 1), new Event.Connected(Connection(1), who, "real name"), new Event.Joined(who, Lobby, Room("#lobby"), Rights.Operator), Say(Secret),
            .. Enumerable.Range(0, others).Select(i => Say($"line {i}"))]);
        Assert.True(Holds(Secret));
        var before = storage.World;

        Keep(storage, before, [new Event.Redacted(who, place, new Sequence(4), "why")]);

        Assert.False(Holds(Secret));
        Assert.Equal(before with { Last = storage.World.Last, Now = storage.World.Now }, storage.World);
        Assert.True(Journal.Maintenance.Verification.Of(Journal.Maintenance.JournalPlace.InFolder(_folder.Path), CancellationToken.None).Wrong.IsNone);
    }

    private static void Keep(Storage storage, World world, IEnumerable<Event> events, params Forgetting[] forget)
    {
        var now = storage.Journal.Begin().Now;
        var recorded = new List<Recorded>();
        foreach (var happened in events)
        {
            recorded.Add(StateMachine.Record(world, now, null, happened));
            world = StateMachine.Apply(world, recorded[^1]).World;
        }
        storage.Journal.Commit(new TurnToKeep(recorded, [], forget));
        storage.Keep(world);
    }

    /// <summary>Whatever somebody can type, and enough of it for several pages.</summary>
    private static IEnumerable<Event> Happened(int person = 1, int after = 0)
    {
        var who = Guest(person, $"n{person}");
        if (after == 0)
            yield return new Event.ServerStarted(Here, 1);
        yield return new Event.Connected(Connection(person), who, $"{Secret} real name");
        yield return new Event.Joined(who, Lobby, Room("#lobby"), Rights.Operator);
        yield return new Event.TopicSet(who, Lobby, Room("#lobby"), $"{Secret} topic");
        yield return new Event.AwaySet(who, true, $"{Secret} away");
        yield return new Event.RealNameSet(who, $"{Secret} other name");
        yield return new Event.MetadataSet(who, new MetadataOwner.Self(), Key("url"), $"{Secret} address");
        yield return new Event.MetadataSet(who, new MetadataOwner.OfRoom(Lobby, Room("#lobby")), Key("url"), $"{Secret} address of the room");
        for (var i = 0; i < 200; i++)
        {
            yield return new Event.Said(
                who, new Conversation.InRoom(Lobby, Room("#lobby"), Audience.Everyone), SayKind.Message, Option<IdempotencyKey>.None, Option<About>.None,
                new Body([$"{Secret} {i} {new string('x', 100)}"], [new Domain.Events.Attribute("+note", Secret)]));
        }
    }

    private bool Holds(string words) => Directory.GetFiles(_folder.Path).Where(file => Path.GetFileName(file) != "lock").Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0;
    });
}
