using System.Collections.Immutable;
using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>What outlives a connection, so that the next one goes on where it broke.</summary>
public sealed partial record ClientModel
{
    /// <summary>A connection before this one was let in, so there are things to go on with.</summary>
    public bool HasBeenHere { get; init; }

    /// <summary>When the greeting was over, by our clock; null before that.</summary>
    public DateTimeOffset? ReadyAt { get; init; }

    /// <summary>The same by the server's clock.</summary>
    public DateTimeOffset ServerReadyAt { get; init; }

    /// <summary>The words with which the person is away; null when they are here.</summary>
    public string? Away { get; init; }

    /// <summary>The last that was told of each conversation, by its name in the server's small letters.</summary>
    public ImmutableSortedDictionary<string, Stamp> Known { get; init; } = ImmutableSortedDictionary.Create<string, Stamp>(StringComparer.Ordinal);

    /// <summary>What is still missing. Until it is told, what happens now waits behind it.</summary>
    public ImmutableList<GapFill> Gaps { get; init; } = [];

    /// <summary>Own messages that gaps contained: lines of ours that were kept, and their echo lost. Said again, they are echoed, and not told again.</summary>
    public ImmutableHashSet<string> OwnPlayed { get; init; } = [];

    public GapFill? Gap(string target) => Gaps.Find(gap => Same(gap.Target, RoomOf(target) ?? target));

    /// <summary>What is known when a connection has ended and the next is wanted.</summary>
    public ClientModel Next()
    {
        if (ReadyAt is null && !HasBeenHere)
            return new ClientModel(Settings) { Nick = Nick, Waiting = Waiting, Rooms = Rooms };
        // The history of a room that was being played, and of which nothing came: it is asked for again, as for one who enters.
        var known = Known.RemoveRange(Rooms.Where(room => room.Phase == RoomPhase.Loading).Select(room => KeyOf(room.Name))
            .Where(key => Known.TryGetValue(key, out var last) && last.MessageId is null));
        var rooms = Rooms.FindAll(room => room.Phase != RoomPhase.Closed)
            .ConvertAll(room => new RoomState(room.Name, RoomPhase.Asked) { Key = room.Key });
        return new ClientModel(Settings)
        {
            HasBeenHere = true,
            Nick = Nick,
            UserHost = UserHost,
            Support = Support,
            RoomModes = RoomModes,
            Unknown = Unknown,
            Rooms = rooms,
            Waiting = Waiting,
            Lines = Lines,
            LastLine = LastLine,
            LastRound = LastRound,
            LastRoundBack = LastRound,
            LastAsked = LastAsked,
            Away = Away,
            Known = known,
            Gaps = [.. (this with { Known = known }).Missing(rooms)],
            HeardAt = HeardAt,
            ServerReadyAt = ServerReadyAt,
        };
    }

    /// <summary>This was told, and so it is where the next connection goes on.</summary>
    internal ClientModel Remembering(ChatEvent happened)
    {
        if (happened is ChatEvent.Renamed renamed)
            return Known.TryGetValue(KeyOf(renamed.Nick), out var same)
                ? this with { Known = Known.Remove(KeyOf(renamed.Nick)).SetItem(KeyOf(renamed.NewNick), same) }
                : this;
        if (Settings.Token is null || PlaceOf(happened) is not { Length: > 0 } place)
            return this;
        var key = KeyOf(place);
        if (Known.TryGetValue(key, out var before) ? happened.At.Time < before.Time : RoomOf(place) is not null || Known.Count >= ClientLimits.Conversations)
            return this;
        // A message that became several lines has its id on the first; what follows it tells less.
        return happened.At.MessageId is null && before is { MessageId: not null } && before.Time == happened.At.Time
            ? this
            : this with { Known = Known.SetItem(key, happened.At) };
    }

    /// <summary>From its beginning we know all of it, whatever is said first.</summary>
    internal ClientModel Entered(string room, Stamp at) =>
        Settings.Token is null || Known.ContainsKey(KeyOf(room)) ? this : this with { Known = Known.SetItem(KeyOf(room), at with { MessageId = null }) };

    internal ClientModel Forgetting(string target) => this with
    {
        Known = Known.Remove(KeyOf(target)),
        Gaps = Gaps.RemoveAll(gap => Same(gap.Target, target)),
    };

    private string KeyOf(string name) => Support.CaseMapping.Fold(name);

    private static string? PlaceOf(ChatEvent happened) => happened switch
    {
        ChatEvent.Said e => e.Room ?? (e.Own ? e.To : e.Nick),
        ChatEvent.Noticed e => e.Room,
        _ => null,
    };

    /// <summary>The rooms, the private conversations, and those with whom we have only begun to talk.</summary>
    private IEnumerable<GapFill> Missing(ImmutableList<RoomState> rooms)
    {
        foreach (var room in rooms.Where(room => Known.ContainsKey(KeyOf(room.Name))))
            yield return new GapFill(room.Name, Known[KeyOf(room.Name)]);
        foreach (var (name, last) in Known.Where(pair => RoomOf(pair.Key) is null))
            yield return new GapFill(name, last);
        var begun = Lines.Select(line => line.Target).Where(target => RoomOf(target) is null && !Known.ContainsKey(KeyOf(target)));
        foreach (var name in begun.Distinct(StringComparer.Ordinal))
            yield return new GapFill(name, new Stamp(ServerReadyAt));
    }
}
