using System.Collections.Immutable;
using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>What outlives a connection, so that the next one goes on where it broke; above all the last message known of each conversation.</summary>
internal static class Remembering
{
    /// <summary>This was told, and so it is where the next connection goes on.</summary>
    public static ClientModel Remember(ClientModel model, ChatEvent happened)
    {
        var known = model.Known;
        if (happened is ChatEvent.Renamed renamed)
            return known.TryGetValue(KeyOf(model, renamed.Nick), out var same)
                ? model with { Known = known.Remove(KeyOf(model, renamed.Nick)).SetItem(KeyOf(model, renamed.NewNick), same) }
                : model;
        if (model.Settings.Token is null || PlaceOf(happened) is not { Length: > 0 } place)
            return model;
        var key = KeyOf(model, place);
        // What has an id is the server's word; a time without one may be by our own clock, which can be ahead of the server's.
        if (known.TryGetValue(key, out var before)
            ? happened.At.Time < before.Time && (before.MessageId is not null || happened.At.MessageId is null)
            : model.RoomOf(place) is not null || known.Count >= ClientLimits.Conversations)
        {
            return model;
        }
        // A message that became several lines has its id on the first; what follows it tells less.
        return happened.At.MessageId is null && before is { MessageId: not null } && before.Time == happened.At.Time
            ? model
            : model with { Known = known.SetItem(key, happened.At) };
    }

    /// <summary>From its beginning we know all of it, whatever is said first.</summary>
    public static ClientModel Enter(ClientModel model, string room, Stamp at) => model.Settings.Token is null || model.Known.ContainsKey(KeyOf(model, room))
        ? model
        : model with { Known = model.Known.SetItem(KeyOf(model, room), at with { MessageId = null }) };

    /// <summary>
    /// What comes late: something later is known of its conversation already. It stands where it was said, as what is played does; else it
    /// would stand behind what came after it.
    /// </summary>
    public static ChatEvent InItsPlace(ClientModel model, ChatEvent late) =>
        late.At.MessageId is not null && PlaceOf(late) is { Length: > 0 } place && model.Known.TryGetValue(KeyOf(model, place), out var last) && late.At.Time < last.Time
            ? late with { At = late.At with { History = true } }
            : late;

    /// <summary>A conversation is called otherwise.</summary>
    public static ClientModel Move(ClientModel model, string target, string next) => model with
    {
        Known = model.Known.TryGetValue(KeyOf(model, target), out var last) ? model.Known.Remove(KeyOf(model, target)).SetItem(KeyOf(model, next), last) : model.Known,
        Gaps = model.Gaps.ConvertAll(gap => model.Same(gap.Target, target) ? gap with { Target = next } : gap),
    };

    public static ClientModel Forget(ClientModel model, string target) => model with
    {
        Known = model.Known.Remove(KeyOf(model, target)),
        Gaps = model.Gaps.RemoveAll(gap => model.Same(gap.Target, target)),
    };

    /// <summary>What is known when a connection has ended and the next is wanted.</summary>
    public static ClientModel Next(ClientModel model)
    {
        if (model.ReadyAt is null && !model.HasBeenHere)
            return new ClientModel(model.Settings) { Nick = model.Nick, Waiting = model.Waiting, Rooms = model.Rooms };
        // The history of a room that was being played, and of which nothing came: it is asked for again, as for one who enters.
        var known = model.Known.RemoveRange(model.Rooms.Where(room => room.Phase == RoomPhase.Loading).Select(room => KeyOf(model, room.Name))
            .Where(key => model.Known.TryGetValue(key, out var last) && last.MessageId is null));
        var rooms = model.Rooms.FindAll(room => room.Phase != RoomPhase.Closed)
            .ConvertAll(room => new RoomState(room.Name, RoomPhase.Asked) { Key = room.Key });
        return new ClientModel(model.Settings)
        {
            HasBeenHere = true,
            Nick = model.Nick,
            UserHost = model.UserHost,
            Support = model.Support,
            RoomModes = model.RoomModes,
            Unknown = model.Unknown,
            Rooms = rooms,
            Waiting = model.Waiting,
            Lines = model.Lines,
            LastLine = model.LastLine,
            LastRound = model.LastRound,
            LastRoundBack = model.LastRound,
            LastAsked = model.LastAsked,
            Away = model.Away,
            Known = known,
            Gaps = [.. Missing(model with { Known = known }, rooms)],
            HeardAt = model.HeardAt,
            ServerReadyAt = model.ServerReadyAt,
        };
    }

    /// <summary>The rooms, the private conversations, and those with whom we have only begun to talk.</summary>
    private static IEnumerable<GapFill> Missing(ClientModel model, ImmutableList<RoomState> rooms)
    {
        foreach (var room in rooms.Where(room => model.Known.ContainsKey(KeyOf(model, room.Name))))
            yield return new GapFill(room.Name, model.Known[KeyOf(model, room.Name)]);
        foreach (var (name, last) in model.Known.Where(pair => model.RoomOf(pair.Key) is null))
            yield return new GapFill(name, last);
        var begun = model.Lines.Select(line => line.Target).Where(target => model.RoomOf(target) is null && !model.Known.ContainsKey(KeyOf(model, target)));
        foreach (var name in begun.Distinct(StringComparer.Ordinal))
            yield return new GapFill(name, new Stamp(model.ServerReadyAt));
    }

    private static string KeyOf(ClientModel model, string name) => model.Support.CaseMapping.Fold(name);

    private static string? PlaceOf(ChatEvent happened) => happened switch
    {
        ChatEvent.Said e => e.Conversation,
        ChatEvent.Noticed e => e.Room,
        _ => null,
    };
}
