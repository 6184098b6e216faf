using System.Globalization;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Codec;

/// <summary>Under which key it is stored up to when somebody has read something: "a7 r12", "g3 a7".</summary>
internal static class ReadMarkerKey
{
    public static string Format(Fact.ReadMarker marker) => $"{Name(marker.Of)} {Name(marker.Place)}";

    /// <summary>Null for what is none.</summary>
    public static (Party Of, ReadPlace Place)? Parse(string key) =>
        key.Split(' ') is [var of, var place] && PartyOf(of) is { } party && PlaceOf(place) is { } found ? (party, found) : null;

    private static string Name(Party party) => party switch
    {
        Party.Guest guest => $"g{guest.Person.Number}",
        Party.Member member => $"a{member.Account.Number}",
    };

    private static string Name(ReadPlace place) => place switch
    {
        ReadPlace.InRoom room => $"r{room.Room.Number}",
        ReadPlace.With with => Name(with.Other),
    };

    private static ReadPlace? PlaceOf(string word) => Number(word) is { } number && word[0] == 'r'
        ? new ReadPlace.InRoom(new RoomId(number))
        : PartyOf(word) is { } party ? new ReadPlace.With(party) : null;

    private static Party? PartyOf(string word) => (Number(word), word.FirstOrDefault()) switch
    {
        ({ } number, 'g') => new Party.Guest(new PersonId(number)),
        ({ } number, 'a') => new Party.Member(new AccountId(number)),
        _ => null,
    };

    private static long? Number(string word) =>
        word.Length > 1 && long.TryParse(word.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
