namespace ChatRoom.Bench.Several;

/// <summary>Holds what people on several servers heard against what the one journal says. Pure, so that it can be tried with lies.</summary>
public static class SeveralVerdict
{
    /// <param name="kept">What was said, as it is kept, in order.</param>
    /// <param name="echoed">What each talker heard as said by themselves.</param>
    /// <param name="heard">What was heard over each connection, from its first line to its last.</param>
    public static SeveralTally Of(IReadOnlyList<SeenLine> kept, IReadOnlyList<IReadOnlyList<SeenLine>> echoed, IReadOnlyList<IReadOnlyList<SeenLine>> heard)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(echoed);
        ArgumentNullException.ThrowIfNull(heard);
        var places = new Dictionary<string, int>();
        for (var i = 0; i < kept.Count; i++)
            places.TryAdd(kept[i].Text, i);
        bool IsKept(SeenLine line) => places.TryGetValue(line.Text, out var place) && kept[place].Id == line.Id;
        return new SeveralTally
        {
            Echoed = echoed.Sum(lines => lines.Count),
            Heard = heard.Sum(lines => lines.Count),
            Kept = kept.Count,
            Lost = echoed.Sum(lines => lines.Count(line => !IsKept(line))),
            Doubled = kept.Count - places.Count,
            FalselyHeard = heard.Sum(lines => lines.Count(line => !IsKept(line))),
            Reordered = heard.Sum(lines => lines.Zip(lines.Skip(1), (one, next) => next.Place <= one.Place).Count(isWrong => isWrong)),
            Missed = heard.Sum(lines => Missed(lines.Where(IsKept).Select(line => places[line.Text]).ToArray())),
        };
    }

    /// <summary>Between the first and the last line that somebody heard, there is each one that was kept.</summary>
    private static int Missed(int[] places) => places.Length == 0 ? 0 : Math.Max(0, places.Max() - places.Min() + 1 - places.Distinct().Count());
}
