using System.Buffers;
using ChatRoom.Domain;
using ChatRoom.Server.Seeing;

namespace ChatRoom.Server.Hubs;

/// <summary>
/// Carries out effects: from the kept events of a turn to bytes in outboxes, and from there to the clients. All of it
/// happens on the hub's thread and none of it waits for anybody.
/// </summary>
public sealed partial class Delivery(IVoice voice, Roster roster, Tally tally)
{
    private readonly List<Seat> _noted = [];
    private readonly List<Note> _labelled = [];
    private readonly ArrayBufferWriter<byte> _scratch = new();
    private readonly Renderings _renderings = new(voice);
    private Seat? _labelling;
    private string _label = "";
    private long _tour;

    /// <summary>How many connections heard of the event that is being told.</summary>
    private int _told;

    public void Begin()
    {
        voice.Clear();
        _renderings.Clear();
    }

    public void Deliver(in Outcome outcome)
    {
        var letter = outcome.Letter;
        if (letter is { Label: { } label })
            (_labelling, _label) = (letter.Value.Seat, label);
        foreach (var effect in outcome.Effects)
            Carry(effect, outcome.World);
        foreach (var what in outcome.Events)
        {
            tally.Count(what.Event);
            TellSequel(what, outcome.World);
        }
        if (letter is { } answered)
            Answer(answered, outcome);
        if (letter is { IsLast: true })
            FinishLabel();
    }

    /// <summary>Sends everything that was noted. Returns the seats whose clients are too far behind.</summary>
    public List<Seat> Flush()
    {
        var behind = new List<Seat>();
        foreach (var seat in _noted)
        {
            seat.Outbox.IsNoted = false;
            if (!seat.Outbox.Flush(voice, _scratch))
                behind.Add(seat);
        }
        _noted.Clear();
        return behind;
    }

    public void CutOff(Seat seat, Ending end)
    {
        tally.SlowReaders++;
        seat.Outbox.CutOff(voice.Read(voice.Farewell(end)));
        seat.Client.Hurry(end);
    }

    /// <summary>The seat is told why, and ends when that is sent.</summary>
    public void Close(Seat seat, IEnumerable<RoomId> rooms, Ending end)
    {
        Add(seat, voice.Farewell(end));
        if (ReferenceEquals(seat, _labelling))
            FinishLabel();
        Note(seat);
        seat.Outbox.Close();
        seat.Client.Hurry(end);
        roster.Close(seat, rooms);
    }

    private void Carry(Effect effect, World world)
    {
        switch (effect)
        {
            case Effect.TellRoom tell:
                TellRoom(tell, world);
                CountTold(tell.What);
                break;
            case Effect.Tell tell:
                foreach (var seat in roster.Of(tell.Person))
                    HearInPrivate(seat, tell.What);
                CountTold(tell.What);
                break;
            case Effect.TellPeers tell:
                TellPeers(tell);
                CountTold(tell.What);
                break;
            case Effect.Enter enter:
                roster.Enter(enter.Person, enter.Room);
                break;
            case Effect.Exit exit:
                roster.Exit(exit.Person, exit.Room);
                break;
            case Effect.Admit admit:
                Admit(admit, world);
                break;
            case Effect.Close close:
                if (roster.Find(close.Connection) is { } closed)
                    Close(closed, RoomsOf(closed, world), close.End);
                break;
            default:
                throw new InvalidOperationException($"{effect.GetType().Name} is missing in Carry.");
        }
    }

    private void CountTold(Recorded what)
    {
        tally.CountTold(what.Event, _told);
        _told = 0;
    }

    private void Admit(Effect.Admit admit, World world)
    {
        if (roster.Find(admit.Connection) is not { } seat || !world.People.Find(admit.Person).TryGet(out var person))
            return;
        roster.Admit(seat, person);
        seat.Client.Admitted(true);
    }

    /// <summary>A newcomer is welcomed, and who enters a room hears who is there.</summary>
    private void TellSequel(Recorded what, World world)
    {
        if (what.Event is Event.Attached attached)
        {
            if (roster.Find(attached.Connection) is { } newcomer)
                TellSequel(newcomer, what, world);
            return;
        }
        var who = what.Event switch
        {
            Event.Connected connected => connected.Who,
            Event.Joined joined => joined.Who,
            _ => null,
        };
        if (who is null)
            return;
        foreach (var seat in roster.Of(who.Id))
            TellSequel(seat, what, world);
    }

    private void TellSequel(Seat seat, Recorded what, World world)
    {
        if (voice.Sequel(seat, world, what) is { } sequel)
            Add(seat, sequel);
    }

    private void Answer(Letter letter, in Outcome outcome)
    {
        var seat = letter.Seat!;
        switch (letter.Wish)
        {
            case Wish.Nothing:
                break;
            case Wish.Render render:
                Add(seat, voice.Reply(seat, render.Question, outcome.World));
                break;
            case Wish.Listen listen:
                seat.Hearing = listen.Hearing;
                Add(seat, voice.Reply(seat, listen.Question, outcome.World));
                break;
            case Wish.Ask ask:
                // It says by itself when it is answered: when its last page is read.
                Add(seat, voice.Answer(seat, ask.Question, outcome.World));
                return;
            case Wish.HangUp hangUp:
                // Undecided: nobody was let in here, or the journal takes the departure later. The wire ends now, and
                // the seat is given up even if its client was gone before.
                if (outcome.Decision is null && roster.Find(seat.Id) is not null)
                    Close(seat, RoomsOf(seat, outcome.World), hangUp.End);
                break;
            case Wish.Act act:
                Answer(seat, act.Command, outcome);
                break;
            default:
                throw new InvalidOperationException($"{letter.Wish?.GetType().Name} is missing in Answer.");
        }
        Answered(seat);
    }

    /// <summary>Around the label, because it is no part of the answer.</summary>
    private void Answered(Seat seat)
    {
        if (!seat.Outbox.IsBehind)
        {
            seat.Client.Answered();
            return;
        }
        seat.Outbox.Add(new Receipt { Asker = seat.Client });
        Note(seat);
    }

    private void Answer(Seat seat, Command command, in Outcome outcome)
    {
        if (outcome.Fault is not null)
            Close(seat, RoomsOf(seat, outcome.World), new Ending(CloseReason.ServerFailed));
        else if (outcome.NotKept is { } why)
            NotKept(seat, command, outcome.World, why);
        else if (outcome.Decision is Decision.Refused refused)
            Refuse(seat, command, outcome.World, refused.Why);
        else if (outcome.Decision is Decision.AlreadySaid said && seat.Hearing.OwnWords)
            Add(seat, voice.Again(seat, said.First));
        if (command is Command.Connect && seat.Person is null)
            seat.Client.Admitted(false);
    }

    private void NotKept(Seat seat, Command command, World world, string why)
    {
        tally.CountNotKept();
        Add(seat, voice.NotKept(seat, world, command, why));
    }

    private void Refuse(Seat seat, Command command, World world, Refusal why)
    {
        tally.Count(why);
        Add(seat, voice.Refuse(seat, world, command, why));
    }

    private static IEnumerable<RoomId> RoomsOf(Seat seat, World world) => seat.Person is { } person
        ? world.People.Find(person).Map(found => found.Rooms.AsEnumerable()).IfNone([])
        : [];
}
