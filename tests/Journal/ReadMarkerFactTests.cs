using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Codec;

namespace ChatRoom.Journal.Tests;

/// <summary>How it is stored up to when somebody has read something.</summary>
public sealed class ReadMarkerFactTests
{
    public static TheoryData<Party, ReadPlace, string> Markers { get; } = new()
    {
        { new Party.Member(new AccountId(7)), new ReadPlace.InRoom(new RoomId(12)), "a7 r12" },
        { new Party.Member(new AccountId(7)), new ReadPlace.With(new Party.Member(new AccountId(8))), "a7 a8" },
        { new Party.Guest(new PersonId(3)), new ReadPlace.With(new Party.Guest(new PersonId(long.MaxValue))), "g3 g9223372036854775807" },
    };

    [Theory]
    [MemberData(nameof(Markers))]
    public void A_marker_is_read_as_it_was_stored(Party of, ReadPlace place, string key)
    {
        foreach (var until in (Option<Timestamp>[])[new Timestamp(1_767_268_800_123), Option<Timestamp>.None])
        {
            var stored = FactKinds.Store(new Fact.ReadMarker(of, place, until));

            Assert.Equal((12, key), (stored.Kind, stored.Key));
            Assert.Equal(new Fact.ReadMarker(of, place, until), FactKinds.Read(stored));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a7")]
    [InlineData("a7 ")]
    [InlineData("a7 x1")]
    [InlineData("r1 a7")]
    [InlineData("a-7 r1")]
    [InlineData("a7 r1 r2")]
    public void What_is_damaged_is_refused(string key) =>
        Assert.Throws<UnreadableEventException>(() => FactKinds.Read(new StoredFact(12, key, new byte[8])));
}
