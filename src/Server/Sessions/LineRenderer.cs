using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;
using ChatRoom.Journal;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Sessions.Answers;

namespace ChatRoom.Server.Sessions;

/// <summary>Says in IRC what happened. Used by the hub's thread alone.</summary>
public sealed class LineRenderer(ServerInfo info, IHistory history, Welcome welcome) : ILineRenderer
{
    private readonly LineWriter _lines = new(64 * 1024);
    private readonly EventWriter _events = new(info);
    private int _batches;
    private readonly Recollection _lately = new();
    private readonly QuietRooms _quiet = new();

    /// <summary>The facts, which are newer than any world that something is asked of.</summary>
    public Func<Facts> Facts { get; set; } = () => Domain.Worlds.Facts.None;

    /// <summary>A connection that this server holds; null for another one's.</summary>
    public Func<ConnectionId, LocalConnection?> Local { get; set; } = _ => null;

    /// <summary>How many people are here over a connection of this server.</summary>
    public Func<int> Present { get; set; } = () => 0;

    public void Clear() => _lines.Clear();

    public ReadOnlySpan<byte> Read(Slice slice) => _lines.Span(slice.Start)[..slice.Length];

    public void Note(Recorded what, World before)
    {
        _lately.Note(what, before);
        _quiet.Note(what.Event, before);
    }

    public Slice Reply(LocalConnection connection, Question question, World world)
    {
        var start = _lines.Length;
        var reply = (IrcReply)question;
        reply.Write(From(connection, world), To(connection, world));
        return Since(start);
    }

    public Answer Answer(LocalConnection connection, Question question, World world)
    {
        var (asked, from) = ((IrcQuestion)question, From(connection, world));
        return new PagedAnswer(info, NickOf(connection, world), CapabilitiesOf(connection), to => asked.Write(from, to), history.IsFar) { Asker = connection.Client };
    }

    public ulong Cares(Event happened) => EventWriter.Cares(happened);

    public Slice Tell(Recorded what, ulong variant, World world)
    {
        var start = _lines.Length;
        _events.Write(_lines, what, variant, default, world);
        return Since(start);
    }

    public Slice TellOne(LocalConnection connection, Recorded what, World world)
    {
        var start = _lines.Length;
        if (what.Event is Event.MetadataSet or Event.MetadataCleared or Event.Joined)
            MetadataAnswers.Told(what.Event, world, connection.Subscribed, To(connection, world));
        else if (world.Person(connection.Id).TryGet(out var person))
            _events.WriteFor(_lines, what, connection.DeliveryOptions.Variant, person, world);
        return Since(start);
    }

    public Answer United(LocalConnection connection, World world, Effect.Unite unite, bool wasGuest) =>
        Answer(connection, world, lines => RoomAnswers.United(From(connection, world), unite, wasGuest, lines));

    public Answer? FollowUp(LocalConnection connection, World world, Recorded what) => what.Event switch
    {
        Event.Connected => Answer(connection, world, lines => welcome.Write(From(connection, world), lines).Concat(Persistence(connection, world, lines)).Concat(Missed(connection, world, what, lines))),
        Event.Attached attached when world.People.Find(attached.Who.Id).TryGet(out var person) =>
            Answer(connection, world, lines => welcome.Write(From(connection, world), lines).Concat(Persistence(connection, world, lines)).Concat(RoomAnswers.Within(From(connection, world), person, what.At, lines))
                .Concat(Playback.CameBack(From(connection, world), person, what.Sequence, lines))),
        Event.Invited invited => Answer(connection, world, lines => RoomAnswers.Inviting(invited, lines)),
        Event.Knocked knocked => Answer(connection, world, lines => RoomAnswers.Knocked(knocked, lines)),
        Event.RoomDropped dropped => Answer(connection, world, lines => RoomAnswers.Dropped(dropped, lines)),
        Event.RoomRenamed renamed when !CapabilitiesOf(connection).HasFlag(Capability.ChannelRename) && world.Rooms.Find(renamed.Room).TryGet(out var room) =>
            Answer(connection, world, lines => RoomAnswers.Entered(From(connection, world), room, lines)),
        Event.Joined joined when world.Rooms.Find(joined.Room).TryGet(out var room) => Entered(connection, world, what, room),
        Event.LoggedIn when what.Origin == connection.Id => Answer(connection, world, lines => Missed(connection, world, what, lines)),
        Event.LoggedIn came => Answer(connection, world, lines => AccountAnswers.LoggedIn(came, lines)),
        Event.LoggedOut went => Answer(connection, world, lines => AccountAnswers.LoggedOut(went, lines)),
        Event.NickReclaimed taken => Answer(connection, world, lines => AccountAnswers.NickReclaimed(taken, lines)),
        Event.PasswordChanged changed => Answer(connection, world, lines => AccountAnswers.PasswordChanged(changed, lines)),
        Event.RecoveryGiven given => Answer(connection, world, lines => AccountAnswers.RecoveryGiven(given, lines)),
        Event.RegistrationAsked asked => Answer(connection, world, lines => OperatorAnswers.Asked(asked, lines)),
        Event.RegistrationDecided decided => Answer(connection, world, lines => AccountAnswers.Decided(decided, lines)),
        Event.CertificateChanged changed => Answer(connection, world, lines => AccountAnswers.CertificateChanged(changed, lines)),
        Event.MetadataSet or Event.MetadataCleared => Answer(connection, world, lines => MetadataAnswers.Changed(what.Event, lines)),
        Event.WentOnDuty => Answer(connection, world, lines => OperatorAnswers.Duty(true, lines)),
        Event.WentOffDuty => Answer(connection, world, lines => OperatorAnswers.Duty(false, lines)),
        Event.OwnModeSet set => Answer(connection, world, lines => OperatorAnswers.Mode(set, lines)),
        Event.AlarmSet alarm => Answer(connection, world, lines => OperatorAnswers.Alarm(alarm, lines)),
        Event.Departed { Connection: var gone } went when Origin(connection, gone, world) is { } from => Answer(connection, world, lines => OperatorAnswers.CameFrom(went.Who, from, lines)),
        Event.Detached { Connection: var gone } went when Origin(connection, gone, world) is { } from => Answer(connection, world, lines => OperatorAnswers.CameFrom(went.Who, from, lines)),
        Event.Killed killed => Answer(connection, world, lines => OperatorAnswers.Killed(killed, lines)),
        Event.BanSet ban => Answer(connection, world, lines => OperatorAnswers.BanSet(ban, lines)),
        Event.BanLifted lifted => Answer(connection, world, lines => OperatorAnswers.BanLifted(lifted, lines)),
        Event.OperatorSet set => Answer(connection, world, lines => OperatorAnswers.Set(set, lines)),
        _ => null,
    };

    public Slice Presence(LocalConnection connection, World world, Actor who, bool isHere)
    {
        var start = _lines.Length;
        var to = To(connection, world);
        PresenceAnswers.Write(who, isHere, to);
        if (isHere)
            MetadataAnswers.Watched(From(connection, world), [who.Nick], to);
        return Since(start);
    }

    public Slice Refuse(LocalConnection connection, World world, Command command, Refusal refusal)
    {
        var start = _lines.Length;
        Refusals.Write(To(connection, world), command, refusal);
        return Since(start);
    }

    public Slice NotKept(LocalConnection connection, World world, Command command, string why)
    {
        var start = _lines.Length;
        Refusals.WriteNotKept(To(connection, world), command, why);
        return Since(start);
    }

    public Answer Again(LocalConnection connection, Sequence first) =>
        new PagedAnswer(info, "*", CapabilitiesOf(connection), to => FromHistory(to.Writer, first, connection.DeliveryOptions.Variant), history.IsFar);

    public Slice Farewell(Ending end)
    {
        var start = _lines.Length;
        _lines.Command("ERROR"u8).LastFitting($"Closing link: {CloseReasons.Words(end, info.Live.Current)}").End();
        return Since(start);
    }

    /// <summary>One line carries the label itself; nothing becomes an ACK; anything else a batch that carries it (labeled-response).</summary>
    public void Label(string label, List<OutboxItem> items)
    {
        if (items.Count == 0)
        {
            items.Add(new OutboxItem(Line(() => _lines.Tag("label"u8, label).Source(info.Name).Command("ACK"u8).End()), null));
            return;
        }
        if (items.Count == 1 && items[0].Answer is null && LineTags.Count(Read(items[0].Lines)) == 1)
        {
            items[0] = new OutboxItem(Tagged(items[0].Lines, LineTags.Escaped("label", label)), null);
            return;
        }
        // The echo of several lines is a batch already: only its beginning carries the label (multiline, "Labeled response").
        if (items.Count == 1 && items[0].Answer is null && LineTags.IsBatch(Read(items[0].Lines)))
        {
            items[0] = new OutboxItem(FirstTagged(items[0].Lines, LineTags.Escaped("label", label)), null);
            return;
        }
        var batch = $"r{++_batches}";
        var tag = LineTags.Escaped("batch", batch);
        for (var i = 0; i < items.Count; i++)
            items[i] = items[i].Answer is { } answer ? new OutboxItem(default, new TaggedAnswer(answer, tag)) : new OutboxItem(Tagged(items[i].Lines, tag), null);
        items.Insert(0, new OutboxItem(Line(() =>
            _lines.Tag("label"u8, label).Source(info.Name).Command("BATCH"u8).Param($"+{batch}").Param("labeled-response").End()), null));
        items.Add(new OutboxItem(Line(() => _lines.Source(info.Name).Command("BATCH"u8).Param($"-{batch}").End()), null));
    }

    private IEnumerable<Written> FromHistory(LineWriter lines, Sequence first, ulong variant)
    {
        if (history.Find(first) is { } recorded)
            _events.Write(lines, Heard(recorded), variant);
        yield return default;
    }

    /// <summary>What was forgotten meanwhile is said without a word, for its sender still waits to hear that it was kept.</summary>
    private static Recorded Heard(Recorded recorded) => recorded.Event is Event.Said { Kind: not SayKind.Annotation, Body.Lines.IsEmpty: true } said
        ? recorded with { Event = said with { Body = said.Body with { Lines = [""] } } }
        : recorded;

    /// <summary>From where a connection came, for operators who may know it; null for others, and where another server held it.</summary>
    private NetworkAddress? Origin(LocalConnection connection, Option<ConnectionId> of, World world) =>
        of.TryGet(out var gone) && world.Person(connection.Id).Exists(person => world.PowersOf(person).HasFlag(Powers.Addresses)) ? Local(gone)?.Address : null;

    private PagedAnswer Entered(LocalConnection connection, World world, Recorded what, Room room)
    {
        // Asked now: what is said from now on is heard as it is said.
        var person = _quiet.IsQuiet(room.Id) ? Option<Person>.None : world.Person(connection.Id);
        return Answer(connection, world, lines => RoomAnswers.Entered(From(connection, world), room, lines)
            .Concat(person.TryGet(out var self) ? Playback.Entered(From(connection, world), self, room, what.Sequence, lines) : []));
    }

    /// <summary>What others said to an account while nobody of it was here.</summary>
    private IEnumerable<Written> Missed(LocalConnection connection, World world, Recorded what, Numeric to) =>
        world.Person(connection.Id).TryGet(out var person) && person.Who.Account.IsSome ? Playback.Private(From(connection, world), person, what.Sequence, to) : [];

    /// <summary>Who asked for it is told without asking whether they stay (draft/persistence).</summary>
    private IEnumerable<Written> Persistence(LocalConnection connection, World world, Numeric to)
    {
        if (to.Capabilities.HasFlag(Capability.Persistence))
            DeviceAnswers.Persistence(From(connection, world), to, isAsked: false, isSpoken: false);
        yield return default;
    }

    private Standpoint From(LocalConnection connection, World world) => new(world, connection.Id, info, welcome, history) { Facts = Facts, Local = Local, Present = Present, Lately = _lately, Subscribed = connection.Subscribed, Certificate = connection.Client.Certificate };

    private PagedAnswer Answer(LocalConnection connection, World world, Func<Numeric, IEnumerable<Written>> write) => new(info, NickOf(connection, world), CapabilitiesOf(connection), write, history.IsFar);

    private Slice Tagged(Slice lines, ReadOnlySpan<byte> tag)
    {
        var copy = Read(lines).ToArray();
        var start = _lines.Length;
        LineTags.AddToEach(copy, tag, line => _lines.Whole(line));
        return Since(start);
    }

    private Slice FirstTagged(Slice lines, ReadOnlySpan<byte> tag)
    {
        var copy = Read(lines).ToArray();
        var first = copy.AsSpan().IndexOf((byte)'\n') + 1;
        var start = _lines.Length;
        LineTags.AddToEach(copy.AsSpan(0, first), tag, line => _lines.Whole(line));
        _lines.Whole(copy.AsSpan(first));
        return Since(start);
    }

    private Slice Line(Action write)
    {
        var start = _lines.Length;
        write();
        return Since(start);
    }

    private Slice Since(int start) => new(start, _lines.Length - start);

    private Numeric To(LocalConnection connection, World world) => new(_lines, info.Name, NickOf(connection, world), CapabilitiesOf(connection));

    private static Capability CapabilitiesOf(LocalConnection connection) => (Capability)connection.DeliveryOptions.Variant;

    private static string NickOf(LocalConnection connection, World world) => world.Person(connection.Id).Match(person => person.Nick.Text, () => "*");
}

/// <summary>What an answer yields when it has written some lines, so that the sender can pause it there.</summary>
public readonly record struct Written;
