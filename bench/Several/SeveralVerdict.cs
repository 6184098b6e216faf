namespace ChatRoom.Bench.Several;

/// <summary>Holds what people on several servers heard against what the one journal says. Pure, so that it can be tried with lies.</summary>
public static class SeveralVerdict
{
    /// <param name="kept">What was said, as it is kept, in order.</param>
    /// <param name="echoed">What each talker heard as said by themselves.</param>
    /// <param name="heard">What was heard over each connection, from its first line to its last.</param>
    /// <param name="epochs">Where a failover may lose lines: the epochs and their first events, by which each such line is known.</param>
    public static SeveralTally Of(
        IReadOnlyList<SeenLine> kept, IReadOnlyList<IReadOnlyList<SeenLine>> echoed, IReadOnlyList<IReadOnlyList<SeenLine>> heard, IReadOnlyList<(string Name, long First)>? epochs = null)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(echoed);
        ArgumentNullException.ThrowIfNull(heard);
        var places = new Dictionary<string, int>();
        for (var i = 0; i < kept.Count; i++)
            places.TryAdd(kept[i].Text, i);
        bool IsKept(SeenLine line) => places.TryGetValue(line.Text, out var place) && kept[place].Id == line.Id;
        // The next epoch begins before it, so everybody can see that it is none of this journal's.
        bool IsNamed(SeenLine line) => epochs is { Count: > 0 } && epochs.SkipWhile(epoch => epoch.Name != line.Epoch).Skip(1).Any(next => next.First <= line.Place);
        bool IsLie(SeenLine line) => !IsKept(line) && !IsNamed(line);
        return new SeveralTally
        {
            Echoed = echoed.Sum(lines => lines.Count),
            Heard = heard.Sum(lines => lines.Count),
            Kept = kept.Count,
            Lost = echoed.Sum(lines => lines.Count(IsLie)),
            Doubled = kept.Count - places.Count,
            FalselyHeard = heard.Sum(lines => lines.Count(IsLie)),
            NamedAsLost = echoed.Sum(lines => lines.Count(line => !IsKept(line) && IsNamed(line))),
            Reordered = heard.Sum(lines => lines.Zip(lines.Skip(1), (one, next) => next.Place <= one.Place).Count(isWrong => isWrong)),
            Missed = heard.Sum(lines => Missed(lines.Where(IsKept).Select(line => places[line.Text]).ToArray())),
        };
    }

    /// <summary>Between the first and the last line that somebody heard, there is each one that was kept.</summary>
    private static int Missed(int[] places) => places.Length == 0 ? 0 : Math.Max(0, places.Max() - places.Min() + 1 - places.Distinct().Count());
}
