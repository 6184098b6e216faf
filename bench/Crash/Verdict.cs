namespace ChatRoom.Bench.Crash;

/// <summary>
/// Holds what people heard before the kill against what the history says after it. Pure, so that it can be tried with lies.
/// </summary>
public static class Verdict
{
    /// <param name="round">The round that was ended by the kill.</param>
    /// <param name="writers">What each writer sent and heard echoed.</param>
    /// <param name="listeners">What everybody heard, the writers too.</param>
    /// <param name="history">What was said since the last round, as it is kept.</param>
    public static Tally Of(
        int round,
        IReadOnlyList<Testimony> writers,
        IReadOnlyList<IReadOnlyList<SaidLine>> listeners,
        IReadOnlyList<SaidLine> history)
    {
        var places = new Dictionary<(int, int), int>();
        for (var i = 0; i < history.Count; i++)
            places.TryAdd(Key(history[i]), i);
        return new Tally
        {
            Rounds = 1,
            Sent = writers.Sum(writer => writer.Sent),
            Echoed = writers.Sum(writer => writer.Echoed.Count),
            Heard = listeners.Sum(listener => listener.Count),
            Kept = history.Count,
            Lost = writers.Sum(writer => writer.Echoed.Count(echo => !IsKept(echo, history, places))),
            Doubled = history.Count - places.Count + (history.Count - history.DistinctBy(line => line.Id).Count()),
            Reordered = writers.Sum(writer => OutOfTurn(writer.Writer, history) + OutOfTurn(writer.Writer, writer.Echoed))
                + listeners.Sum(listener => OutOfPlace(listener, places)),
            HeardNotKept = listeners.Sum(listener => listener.Count(line => !IsKept(line, history, places))),
            Invented = history.Count(line => line.Round != round || !writers.Any(writer => writer.HasSent(line))),
        };
    }

    private static (int Writer, int Number) Key(SaidLine line) => (line.Writer, line.Number);

    /// <summary>It is there, and under the id under which it was heard.</summary>
    private static bool IsKept(SaidLine heard, IReadOnlyList<SaidLine> history, Dictionary<(int, int), int> places) =>
        places.TryGetValue(Key(heard), out var place) && (heard.Id.Length == 0 || heard.Id == history[place].Id);

    /// <summary>A writer's lines go over one connection: they are there from the first on, in the writer's order, and none is left out.</summary>
    private static int OutOfTurn(int writer, IReadOnlyList<SaidLine> lines)
    {
        var (next, wrong) = (0, 0);
        foreach (var line in lines)
        {
            if (line.Writer != writer)
                continue;
            if (line.Number != next)
                wrong++;
            next = line.Number + 1;
        }
        return wrong;
    }

    /// <summary>Who was there from the beginning heard the beginning of the history, line by line.</summary>
    private static int OutOfPlace(IReadOnlyList<SaidLine> heard, Dictionary<(int, int), int> places)
    {
        var wrong = 0;
        for (var i = 0; i < heard.Count; i++)
        {
            if (places.TryGetValue(Key(heard[i]), out var place) && place != i)
                wrong++;
        }
        return wrong;
    }
}
