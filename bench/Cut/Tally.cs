namespace ChatRoom.Bench.Cut;

/// <summary>What was found. All but the first four has to be nothing.</summary>
public sealed record Tally
{
    public int Rounds { get; init; }

    public int Said { get; init; }

    public int Kept { get; init; }

    public int Cuts { get; init; }

    /// <summary>What went wrong, in words: a line lost, doubled or out of order, on a screen or in the history.</summary>
    public IReadOnlyList<string> Wrong { get; init; } = [];

    public override string ToString() =>
        $"{Rounds} rounds, {Cuts} cuts: {Said} lines said, {Kept} kept, {Wrong.Count} things wrong{string.Concat(Wrong.Take(20).Select(one => "\n  " + one))}";
}
