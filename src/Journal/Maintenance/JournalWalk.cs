using System.Text.Unicode;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Codec;
using ChatRoom.Journal.Sqlite;

namespace ChatRoom.Journal.Maintenance;

/// <summary>
/// Goes through a journal from its first event and makes the world anew on the way. It stops at the first thing that is
/// wrong. Each page is a transaction of its own, so that a server which writes meanwhile is not held up.
/// </summary>
internal sealed class JournalWalk(ReadOnlyJournal journal, Option<World> snapshot)
{
    private const int Page = 1000;

    /// <summary>The invariants look at the whole world, which is much dearer than one event.</summary>
    private const int Stretch = 10_000;

    private const string Rows =
        $"SELECT {EventRow.Columns}, conversation, audience FROM events WHERE seq > ?1 AND seq <= ?2 ORDER BY seq LIMIT ?3";

    private Sequence _sound;
    private Sequence _passed;
    private Timestamp _time;

    /// <summary>The world of the last event that was sound.</summary>
    public World World { get; private set; } = World.Empty;

    public Option<Timestamp> From { get; private set; }

    /// <summary>What is wrong and where; null for a sound journal.</summary>
    public string? Run(CancellationToken cancel)
    {
        if (journal.History.Base.TryGet(out var made) && PassTrimmed(made, cancel) is { } unsound)
            return unsound;
        while (World.Last.CompareTo(journal.Last) < 0)
        {
            cancel.ThrowIfCancellationRequested();
            var before = World.Last;
            if (journal.Ask(database => Pass(database, journal.Last, Check), cancel) is { } wrong)
                return wrong;
            if (World.Last == before)
                return $"event {before.Next} is missing";
        }
        return AgainstInvariants();
    }

    /// <summary>
    /// Up to the base of a trimmed journal rows of comings and goings may be missing. Those that are there have to be readable, and the
    /// world goes on from the base.
    /// </summary>
    private string? PassTrimmed(Base made, CancellationToken cancel)
    {
        Sequence before;
        do
        {
            cancel.ThrowIfCancellationRequested();
            before = _passed;
            if (journal.Ask(database => Pass(database, made.At, row => Check(row, _ => null)), cancel) is { } wrong)
                return wrong;
        }
        while (before != _passed);
        try
        {
            World = made.World();
            _passed = World.Last;
            return AgainstInvariants();
        }
        catch (InvalidDataException damaged)
        {
            return damaged.Message;
        }
    }

    private string? Pass(Database database, Sequence last, Func<Statement, string?> check)
    {
        try
        {
            using var rows = database.Prepare(Rows);
            rows.Bind(1, _passed.Number);
            rows.Bind(2, last.Number);
            rows.Bind(3, Page);
            while (rows.Step())
            {
                if (check(rows) is { } wrong)
                    return wrong;
                (_passed, _time) = (new Sequence(rows.Number(0)), new Timestamp(rows.Number(1)));
            }
            return null;
        }
        catch (DatabaseException damaged) when (ReadOnlyJournal.IsDamage(damaged))
        {
            return $"behind event {_passed}, the file can't be read: {damaged.Message}";
        }
    }

    private string? Check(Statement row)
    {
        var sequence = new Sequence(row.Number(0));
        return sequence == World.Last.Next ? Check(row, Apply) : $"event {World.Last.Next} is missing, and event {sequence} follows";
    }

    private string? Check(Statement row, Func<Recorded, string?> then)
    {
        var sequence = new Sequence(row.Number(0));
        if (!Utf8.IsValid(row.Utf8(7)))
            return $"event {sequence}: its text is no UTF-8";
        try
        {
            var recorded = EventRow.Read(row, withAttributes: true);
            return AgainstTime(recorded) ?? AgainstPlace(recorded, row) ?? then(recorded);
        }
        catch (UnreadableEventException unreadable)
        {
            return unreadable.Message;
        }
    }

    private string? AgainstTime(Recorded recorded) => recorded.At.CompareTo(_time) < 0
        ? $"event {recorded.Sequence}: its time {TimestampText.Format(recorded.At)} is before that of the event before it, {TimestampText.Format(_time)}"
        : null;

    /// <summary>What history finds it by has to say the same as the event itself.</summary>
    private static string? AgainstPlace(Recorded recorded, Statement row)
    {
        var isNowhere = row.IsNull(9) && row.IsNull(10);
        var right = HistoryPlaces.Of(recorded.Event) is not var (conversation, number) ? isNowhere
            : isNowhere ? HistoryPlaces.IsForgotten(recorded.Event)
            : row.Text(9) == conversation.Text && (row.Number(10) == number || (row.Number(10) == (number | (int)HistoryKind.TakenBack) && HistoryPlaces.IsForgotten(recorded.Event)));
        return right ? null : $"event {recorded.Sequence}: its conversation is not the one that history would find it by";
    }

    private string? Apply(Recorded recorded)
    {
        try
        {
            World = StateMachine.Apply(World, recorded).World;
        }
        catch (Exception impossible)
        {
            // The rules never wrote this event in this place, so whatever they throw is about the event.
            return $"event {recorded.Sequence} can't have happened there: {impossible.Message}";
        }
        if (recorded.Sequence.Number == 1)
            From = recorded.At;
        if (snapshot.TryGet(out var saved) && saved.Last == World.Last && saved != World)
            return $"the snapshot of event {World.Last} is not the world of that event; delete the file, it only saves time";
        return World.Last.Number % Stretch == 0 ? AgainstInvariants() : null;
    }

    private string? AgainstInvariants()
    {
        foreach (var broken in Invariants.Broken(World))
            return $"by event {World.Last} the world is broken, and at event {_sound} it was sound: {broken.TrimEnd('.')}";
        _sound = World.Last;
        return null;
    }
}
