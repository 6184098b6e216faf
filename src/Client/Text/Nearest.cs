namespace ChatRoom.Client.Text;

/// <summary>The name that somebody probably meant.</summary>
public static class Nearest
{
    /// <summary>Longer words are not compared: nobody slips that far, and comparing costs the product of the lengths.</summary>
    private const int Longest = 40;

    /// <summary>Null if none is near. Of equally near ones the first counts.</summary>
    public static string? To(string word, IEnumerable<string> names, int most)
    {
        if (word.Length > Longest)
            return null;
        var (best, least) = ((string?)null, Math.Min(most, Math.Max(1, word.Length - 1)) + 1);
        foreach (var name in names)
        {
            var distance = name.Length <= Longest ? Distance(word, name) : int.MaxValue;
            if (distance < least)
                (best, least) = (name, distance);
        }
        return best;
    }

    /// <summary>Optimal string alignment: letters inserted, left out, replaced, or two neighbours exchanged.</summary>
    private static int Distance(string a, string b)
    {
        var costs = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            costs[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            costs[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = costs[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                var cost = Math.Min(replaced, Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost = Math.Min(cost, costs[i - 2, j - 2] + 1);
                costs[i, j] = cost;
            }
        }
        return costs[a.Length, b.Length];
    }
}
