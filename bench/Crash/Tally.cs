using System.Globalization;

namespace ChatRoom.Bench.Crash;

/// <summary>What was found, in one round or in all of them. Everything from <see cref="Lost"/> on has to be zero.</summary>
public sealed record Tally
{
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

    public bool IsGood => Lost == 0 && Doubled == 0 && Reordered == 0 && HeardNotKept == 0 && Invented == 0;

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
        };
    }

    public static Tally Add(Tally left, Tally right) => left + right;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Rounds} rounds: {Sent} sent, {Echoed} echoed, {Kept} kept, {Heard} heard; lost {Lost}, doubled {Doubled}, reordered {Reordered}, heard but not kept {HeardNotKept}, invented {Invented}");
}
