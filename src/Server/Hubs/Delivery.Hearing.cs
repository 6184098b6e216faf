using ChatRoom.Domain;

namespace ChatRoom.Server.Hubs;

/// <summary>Who hears what, in which rendering, and under which label.</summary>
public sealed partial class Delivery
{
    private void TellRoom(Effect.TellRoom tell, World world)
    {
        var members = tell.Audience == Audience.Everyone
            ? Map<Ascending<PersonId>, PersonId, Rights>.Empty
            : world.Rooms.Find(tell.Room).Map(room => room.Members).IfNone(Map<Ascending<PersonId>, PersonId, Rights>.Empty);
        foreach (var seat in roster.In(tell.Room))
        {
            if (tell.Audience == Audience.Everyone || IsAddressed(seat, tell, members))
                Hear(seat, tell.What);
        }
    }

    /// <summary>Who said it hears it too, whatever their rights.</summary>
    private static bool IsAddressed(Seat seat, Effect.TellRoom tell, Map<Ascending<PersonId>, PersonId, Rights> members) =>
        seat.Id == tell.What.Origin || (seat.Person is { } person && members.Find(person).Exists(rights => Audiences.Hears(rights, tell.Audience)));

    private void TellPeers(Effect.TellPeers tell)
    {
        _tour++;
        foreach (var room in tell.Rooms)
        {
            foreach (var seat in roster.In(room))
                HearOnce(seat, tell.What);
        }
        foreach (var seat in roster.Of(tell.Of.Id))
            HearOnce(seat, tell.What);
    }

    private void HearOnce(Seat seat, Recorded what)
    {
        if (seat.LastTour == _tour)
            return;
        seat.LastTour = _tour;
        Hear(seat, what);
    }

    private void Hear(Seat seat, Recorded what)
    {
        if (seat.Id == what.Origin && !HearsOwn(seat, what.Event))
            return;
        var lines = _renderings.Of(what, seat.Hearing.Variant);
        if (lines.IsEmpty || seat.Outbox.IsClosed)
            return;
        _told++;
        Add(seat, lines);
    }

    /// <summary>What one says to oneself is delivered, and where echoes are wanted it is echoed too; only the echo is the answer to a label.</summary>
    private void HearInPrivate(Seat seat, Recorded what)
    {
        if (seat.Id == what.Origin && seat.Hearing.OwnWords && !seat.Outbox.IsClosed && IsToOneself(what.Event))
        {
            _told++;
            Deliver(seat, _renderings.Of(what, seat.Hearing.Variant));
        }
        Hear(seat, what);
    }

    /// <summary>
    /// A client hears its own words only if it asked for that. What is said to oneself is heard by who it is said to. That it is away
    /// it is answered in words of its own.
    /// </summary>
    private static bool HearsOwn(Seat seat, Event happened) =>
        happened is not Event.AwaySet && (seat.Hearing.OwnWords || happened is not (Event.Said or Event.Signalled) || IsToOneself(happened));

    private static bool IsToOneself(Event happened) => happened switch
    {
        Event.Said { In: Conversation.Between between } said => between.To.Id == said.Who.Id,
        Event.Signalled { In: Conversation.Between between } signalled => between.To.Id == signalled.Who.Id,
        _ => false,
    };

    private void FinishLabel()
    {
        if (_labelling is not { } seat)
            return;
        _labelling = null;
        voice.Label(_label, _labelled);
        foreach (var note in _labelled)
        {
            if (note.Answer is null)
                Add(seat, note.Lines);
            else
                Add(seat, note.Answer);
        }
        _labelled.Clear();
    }

    private void Add(Seat seat, Slice lines)
    {
        if (lines.IsEmpty)
            return;
        if (ReferenceEquals(seat, _labelling))
        {
            _labelled.Add(new Note(lines, null));
            return;
        }
        Deliver(seat, lines);
    }

    /// <summary>Under no label, whatever is being answered.</summary>
    private void Deliver(Seat seat, Slice lines)
    {
        if (lines.IsEmpty)
            return;
        seat.Outbox.Add(lines);
        Note(seat);
    }

    private void Add(Seat seat, Answer answer)
    {
        if (ReferenceEquals(seat, _labelling))
        {
            _labelled.Add(new Note(default, answer));
            return;
        }
        seat.Outbox.Add(answer);
        Note(seat);
    }

    private void Note(Seat seat)
    {
        if (seat.Outbox.IsNoted)
            return;
        seat.Outbox.IsNoted = true;
        _noted.Add(seat);
    }
}
