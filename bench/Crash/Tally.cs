using System.Globalization;

namespace ChatRoom.Bench.Crash;

/// <summary>
/// What was found, in one round or in all of them. Everything from <see cref="Lost"/> to <see cref="Invented"/> has to be zero.
/// </summary>
public sealed record Tally
{
    /// <summary>A promise of the server's: its write-ahead log stays under 64 MB.</summary>
    private const long MostLog = 64 * 1024 * 1024;

    public int Rounds { get; init; }

    public int Sent { get; init; }

    public int Echoed { get; init; }

    public int Heard { get; init; }

    public int Kept { get; init; }

    /// <summary>Its echo came, and it is not in the history.</summary>
    public int Lost { get; init; }

    /// <summary>It is in the history more than once, or its id is.</summary>
    public int Doubled { get; init; }

    /// <summary>It stands elsewhere than where its sender said it, or than where somebody heard it.</summary>
    public int Reordered { get; init; }

    /// <summary>Somebody heard it, and it is not in the history.</summary>
    public int HeardNotKept { get; init; }

    /// <summary>It is in the history, and nobody sent it.</summary>
    public int Invented { get; init; }

    /// <summary>The most bytes that a killed server left in its write-ahead log.</summary>
    public long LargestLog { get; init; }

    /// <summary>From the command to "listening", on what a kill left behind.</summary>
    public TimeSpan SlowestStart { get; init; }

    public bool IsGood => Lost == 0 && Doubled == 0 && Reordered == 0 && HeardNotKept == 0 && Invented == 0 && LargestLog < MostLog;

    public static Tally operator +(Tally one, Tally other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return new Tally
        {
            Rounds = one.Rounds + other.Rounds,
            Sent = one.Sent + other.Sent,
            Echoed = one.Echoed + other.Echoed,
            Heard = one.Heard + other.Heard,
            Kept = one.Kept + other.Kept,
            Lost = one.Lost + other.Lost,
            Doubled = one.Doubled + other.Doubled,
            Reordered = one.Reordered + other.Reordered,
            HeardNotKept = one.HeardNotKept + other.HeardNotKept,
            Invented = one.Invented + other.Invented,
            LargestLog = Math.Max(one.LargestLog, other.LargestLog),
            SlowestStart = one.SlowestStart > other.SlowestStart ? one.SlowestStart : other.SlowestStart,
        };
    }

    public static Tally Add(Tally left, Tally right) => left + right;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Rounds} rounds: {Sent} sent, {Echoed} echoed, {Kept} kept, {Heard} heard; "
        + $"lost {Lost}, doubled {Doubled}, reordered {Reordered}, heard but not kept {HeardNotKept}, invented {Invented}; "
        + $"largest log {LargestLog / 1e6:0.0} MB, slowest start {SlowestStart.TotalSeconds:0.00} s");
}
