using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;
using ChatRoom.Journal;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>
/// What was said before somebody came, for those whose programs can't ask for it (CHATHISTORY, znc.in/playback): what they missed since their account was last here, or
/// the newest few. Programs (+B) are told nothing: they would answer.
/// </summary>
public static class Playback
{
    /// <summary>So many of the last comings and goings are looked through for one's own: who leaves and comes again hears nothing twice.</summary>
    private const int Happenings = 50;

    /// <summary>Who it is played to.</summary>
    private sealed record Listener(Standpoint From, Person Person, Sequence Before, Numeric To)
    {
        public Party Own => Party.Of(Person.Who);

        public Facts Facts { get; } = From.Facts();

        /// <summary>What the account wants, if it said so.</summary>
        public Option<int> Wish => Person.Who.Account.Bind(account => Facts.Playback.Find(account.Id));

        /// <summary>Up to when they know what was said: what they have read on any device, and all that was said while they were here. None where nobody can tell.</summary>
        public Option<Timestamp> Knows(ReadPlace place)
        {
            var read = Facts.MarkersOf(Own).Find(place);
            // While another device is here, it is not known when this one was.
            var here = Person.Connections.Count > 1 ? Option<Timestamp>.None : Person.Who.Account.Bind(account => Facts.LastHere.Find(account.Id));
            return read.TryGet(out var one) && here.TryGet(out var other) ? (one.CompareTo(other) > 0 ? one : other) : read.IsSome ? read : here;
        }
    }

    /// <summary>Behind the names of a room that somebody has entered.</summary>
    public static IEnumerable<Written> Entered(Standpoint from, Person person, Room room, Sequence before, Numeric to) =>
        IsFor(person, to.Capabilities) ? Room(new Listener(from, person, before, to), room) : [];

    /// <summary>In all rooms in which somebody is who came back, and what others said to them alone.</summary>
    public static IEnumerable<Written> CameBack(Standpoint from, Person person, Sequence before, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (!IsFor(person, to.Capabilities))
            return [];
        var listener = new Listener(from, person, before, to);
        return person.Rooms.SelectMany(id => from.World.Rooms.Find(id).AsEnumerable()).SelectMany(room => Room(listener, room)).Concat(Private(listener));
    }

    /// <summary>What others said to an account alone while nobody of it was here.</summary>
    public static IEnumerable<Written> Private(Standpoint from, Person person, Sequence before, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(person);
        return IsFor(person, to.Capabilities) ? Private(new Listener(from, person, before, to)) : [];
    }

    private static bool IsFor(Person person, Capability capabilities) =>
        (capabilities & (Capability.ChatHistory | Capability.ZncPlayback)) == 0 && !person.Modes.HasFlag(PersonModes.Bot);

    private static IEnumerable<Written> Room(Listener listener, Room room)
    {
        var settings = listener.From.Info.Live.Current;
        var most = listener.Wish.IfNone(room.Modes.Has(RoomMode.Playback) ? ModeTable.Row(RoomMode.Playback).Shown(room.Modes[RoomMode.Playback]) : settings.PlaybackMost);
        var since = listener.Knows(new ReadPlace.InRoom(room.Id));
        if (since.IsNone)
            most = Math.Min(most, settings.PlaybackNewest);
        if (most <= 0)
            return [];
        var target = HistoryTarget.Of(room, room.RightsOf(listener.Person.Id));
        var after = After(listener, since);
        var left = LastLeft(listener, target);
        return Play(listener, target, left.CompareTo(after) > 0 ? left : after, most, ofOthers: false);
    }

    private static IEnumerable<Written> Private(Listener listener)
    {
        if (listener.Person.Who.Account.IsNone)
            yield break;
        var most = listener.Wish.IfNone(listener.From.Info.Live.Current.PlaybackMost);
        foreach (var (other, target) in most > 0 ? TargetAnswers.Pairs(listener.From, listener.Person) : [])
        {
            if (listener.Knows(new ReadPlace.With(other)) is not { IsSome: true } since)
                continue;
            // Their own words show as said to themselves where no echo is known.
            foreach (var written in Play(listener, target, After(listener, since), most, ofOthers: !listener.To.Capabilities.HasFlag(Capability.EchoMessage)))
                yield return written;
        }
    }

    private static Sequence After(Listener listener, Option<Timestamp> since) =>
        since.Map(moment => new Sequence(listener.From.History.At(new Timestamp(moment.Milliseconds + 1)).Number - 1)).IfNone(HistoryQuery.Beginning);

    private static Sequence LastLeft(Listener listener, HistoryTarget target)
    {
        var happened = new HistoryQuery(target.Key, target.Audiences, HistoryQuery.Beginning, listener.Before, Happenings, FromEnd: true) { Kinds = [HistoryKind.Happening] };
        return listener.From.History.Said(happened).LastOrDefault(what => what.Event is Event.Left left && left.Who.Id == listener.Person.Id || what.Event is Event.Kicked kicked && kicked.Of.Id == listener.Person.Id)?.Sequence
            ?? HistoryQuery.Beginning;
    }

    private static IEnumerable<Written> Play(Listener listener, HistoryTarget target, Sequence after, int most, bool ofOthers)
    {
        var said = listener.From.History.Said(new HistoryQuery(target.Key, target.Audiences, after, listener.Before, most, FromEnd: true));
        var played = said.Where(what => what.Event is Event.Said one && !(ofOthers && Party.Of(one.Who) == listener.Own)).Select(target.Under).ToList();
        if (played.Count == 0)
            return [];
        return listener.To.Capabilities.HasFlag(Capability.ServerTime)
            ? HistoryAnswers.Batch(listener.From.Info, listener.To.Capabilities, [.. played.Select(what => (what, false))], isEnd: false, target.Name, listener.To)
            : PlayedNotices.Write(played, target.Name.StartsWith('#') ? target.Name : listener.Person.Nick.Text, listener.To);
    }
}
