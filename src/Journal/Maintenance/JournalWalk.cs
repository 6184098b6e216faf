using System.Text.Unicode;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Codec;

namespace ChatRoom.Journal.Maintenance;

/// <summary>
/// Goes through a journal from its first event and makes the world anew on the way. It stops at the first thing that is
/// wrong. Each page is a transaction of its own, so that a server which writes meanwhile is not held up.
/// </summary>
internal sealed class JournalWalk(KeptJournal journal, Option<World> snapshot)
{
    /// <summary>The invariants look at the whole world, which is much dearer than one event.</summary>
    private const int Stretch = 10_000;

    private Sequence _sound;
    private Sequence _passed;
    private Timestamp _time;

    /// <summary>The world of the last event that was sound.</summary>
    public World World { get; private set; } = World.Empty;

    public Option<Timestamp> From { get; private set; }

    /// <summary>Is shown each row that is sound, and says what is wrong with it all the same.</summary>
    public Func<StoredRow, string?> Also { get; init; } = _ => null;

    /// <summary>What is wrong and where; null for a sound journal.</summary>
    public string? Run(CancellationToken cancel)
    {
        if (journal.Base.TryGet(out var made) && PassTrimmed(made, cancel) is { } unsound)
            return unsound;
        if (Pass(journal.Last, Check, cancel) is { } wrong)
            return wrong;
        return World.Last.CompareTo(journal.Last) < 0 ? $"event {World.Last.Next} is missing" : AgainstInvariants();
    }

    /// <summary>
    /// Up to the base of a trimmed journal rows of comings and goings may be missing. Those that are there have to be readable, and the
    /// world goes on from the base.
    /// </summary>
    private string? PassTrimmed(Base made, CancellationToken cancel)
    {
        if (Pass(made.At, row => Check(row, _ => null), cancel) is { } wrong)
            return wrong;
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

    private string? Pass(Sequence last, Func<StoredRow, string?> check, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        try
        {
            foreach (var row in journal.Rows(_passed, last, cancel))
            {
                if ((check(row) ?? Also(row)) is { } wrong)
                    return wrong;
                (_passed, _time) = (row.Sequence, row.At);
            }
            return null;
        }
        catch (Exception failed) when (journal.Damage(failed) is { } damage)
        {
            return $"behind event {_passed}, {damage}";
        }
    }

    private string? Check(StoredRow row) =>
        row.Sequence == World.Last.Next ? Check(row, Apply) : $"event {World.Last.Next} is missing, and event {row.Sequence} follows";

    private string? Check(StoredRow row, Func<Recorded, string?> then)
    {
        if (!Utf8.IsValid(row.Body))
            return $"event {row.Sequence}: its text is no UTF-8";
        try
        {
            var recorded = row.Decode();
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
    private static string? AgainstPlace(Recorded recorded, StoredRow row)
    {
        var isNowhere = row.Conversation is null && row.Found is null;
        var right = HistoryPlaces.Of(recorded.Event) is not var (conversation, number) ? isNowhere
            : isNowhere ? HistoryPlaces.IsForgotten(recorded.Event)
            : row.Conversation == conversation.Text && (row.Found == number || (row.Found == (number | (int)HistoryKind.TakenBack) && HistoryPlaces.IsForgotten(recorded.Event)));
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
            return $"the snapshot of event {World.Last} is not the world of that event; delete it, it only saves time";
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
