using ChatRoom.Domain;
using ChatRoom.Irc;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Journal;

namespace ChatRoom.Server.Sessions;

/// <summary>Says in IRC what happened. Used by the hub's thread alone.</summary>
public sealed class Voice(ServerInfo info, IHistory history, Welcome welcome) : IVoice
{
    private readonly LineWriter _lines = new(64 * 1024);
    private readonly EventWriter _events = new(info);
    private int _batches;

    public void Clear() => _lines.Clear();

    public ReadOnlySpan<byte> Read(Slice slice) => _lines.Span(slice.Start)[..slice.Length];

    public Slice Reply(Seat seat, Question question, World world)
    {
        var start = _lines.Length;
        var reply = (IrcReply)question;
        reply.Write(From(seat, world), new Numeric(_lines, info.Name, NickOf(seat, world)));
        return Since(start);
    }

    public Answer Answer(Seat seat, Question question, World world)
    {
        var (asked, from) = ((IrcQuestion)question, From(seat, world));
        return new PagedAnswer(info, NickOf(seat, world), to => asked.Write(from, to)) { Asker = seat.Client };
    }

    public ulong Cares(Event happened) => EventWriter.Cares(happened);

    public Slice Tell(Recorded what, ulong variant)
    {
        var start = _lines.Length;
        _events.Write(_lines, what, variant, "");
        return Since(start);
    }

    public Answer? Sequel(Seat seat, World world, Recorded what) => what.Event switch
    {
        Event.Connected => Answer(seat, world, lines => welcome.Write(world, lines)),
        Event.Attached attached when world.People.Find(attached.Who.Id).TryGet(out var person) =>
            Answer(seat, world, lines => welcome.Write(world, lines).Concat(RoomAnswers.Within(world, person, lines))),
        Event.Joined joined when world.Rooms.Find(joined.Room).TryGet(out var room) =>
            Answer(seat, world, lines => RoomAnswers.Entered(world, room, lines)),
        _ => null,
    };

    public Slice Refuse(Seat seat, World world, Command command, Refusal refusal)
    {
        var start = _lines.Length;
        Refusals.Write(new Numeric(_lines, info.Name, NickOf(seat, world)), command, refusal);
        return Since(start);
    }

    public Slice NotKept(Seat seat, World world, Command command, string why)
    {
        var start = _lines.Length;
        Refusals.WriteNotKept(new Numeric(_lines, info.Name, NickOf(seat, world)), command, why);
        return Since(start);
    }

    public Answer Again(Seat seat, Sequence first) =>
        new PagedAnswer(info, "*", to => FromHistory(to.Writer, first, seat.Hearing.Variant));

    public Slice Farewell(Ending end)
    {
        var start = _lines.Length;
        _lines.Command("ERROR"u8).LastFitting($"Closing link: {CloseReasons.Words(end, info.Live.Current)}").End();
        return Since(start);
    }

    /// <summary>One line carries the label itself; nothing becomes an ACK; anything else a batch that carries it (labeled-response).</summary>
    public void Label(string label, List<Note> notes)
    {
        if (notes.Count == 0)
        {
            notes.Add(new Note(Line(() => _lines.Tag("label"u8, label).Source(info.Name).Command("ACK"u8).End()), null));
            return;
        }
        if (notes.Count == 1 && notes[0].Answer is null && LineTags.Count(Read(notes[0].Lines)) == 1)
        {
            notes[0] = new Note(Tagged(notes[0].Lines, LineTags.Escaped("label", label)), null);
            return;
        }
        var batch = $"r{++_batches}";
        var tag = LineTags.Escaped("batch", batch);
        for (var i = 0; i < notes.Count; i++)
            notes[i] = notes[i].Answer is { } answer ? new Note(default, new TaggedAnswer(answer, tag)) : new Note(Tagged(notes[i].Lines, tag), null);
        notes.Insert(0, new Note(Line(() =>
            _lines.Tag("label"u8, label).Source(info.Name).Command("BATCH"u8).Param($"+{batch}").Param("labeled-response").End()), null));
        notes.Add(new Note(Line(() => _lines.Source(info.Name).Command("BATCH"u8).Param($"-{batch}").End()), null));
    }

    private IEnumerable<Written> FromHistory(LineWriter lines, Sequence first, ulong variant)
    {
        if (history.Find(first) is { } recorded)
            _events.Write(lines, recorded, variant, "");
        yield return default;
    }

    private Standpoint From(Seat seat, World world) => new(world, seat.Id, info, welcome, history);

    private PagedAnswer Answer(Seat seat, World world, Func<Numeric, IEnumerable<Written>> write) => new(info, NickOf(seat, world), write);

    private Slice Tagged(Slice lines, ReadOnlySpan<byte> tag)
    {
        var copy = Read(lines).ToArray();
        var start = _lines.Length;
        LineTags.AddToEach(copy, tag, line => _lines.Whole(line));
        return Since(start);
    }

    private Slice Line(Action write)
    {
        var start = _lines.Length;
        write();
        return Since(start);
    }

    private Slice Since(int start) => new(start, _lines.Length - start);

    private static string NickOf(Seat seat, World world) => world.Person(seat.Id).Match(person => person.Nick.Text, () => "*");
}
