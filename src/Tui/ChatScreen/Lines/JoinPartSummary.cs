using ChatRoom.Client.Chat;

namespace ChatRoom.Tui.ChatScreen.Lines;

/// <summary>Who came and who left, in one sentence, however many they were.</summary>
public static class JoinPartSummary
{
    /// <summary>People named of each kind when there are more than one beyond them.</summary>
    private const int Named = 2;

    /// <param name="Came">The first that they did; what counts in the end is the last as well.</param>
    private sealed record Walk(string Nick, bool Came)
    {
        public bool IsHere { get; set; }

        public string Reason { get; set; } = "";
    }

    /// <param name="fold">Nicknames that fold to the same are one person.</param>
    public static string Text(IEnumerable<EntryWhat> passing, Func<string, string> fold)
    {
        var walks = new Dictionary<string, Walk>(StringComparer.Ordinal);
        var order = new List<Walk>();
        foreach (var what in passing)
        {
            var (nick, came, reason) = what switch
            {
                EntryWhat.Came e => (e.Nick, true, ""),
                EntryWhat.Went e => (e.Nick, false, e.Reason),
                EntryWhat.Quit e => (e.Nick, false, e.Reason),
                EntryWhat.Said or EntryWhat.Kicked or EntryWhat.Renamed or EntryWhat.Topic or EntryWhat.Modes or EntryWhat.Info or EntryWhat.Invitation or EntryWhat.Wrong
                    or EntryWhat.Gap or EntryWhat.Offline => throw new InvalidOperationException($"{what.GetType().Name} is no coming or going"),
            };
            if (!walks.TryGetValue(fold(nick), out var walk))
                order.Add(walks[fold(nick)] = walk = new Walk(nick, came));
            walk.IsHere = came;
            walk.Reason = reason;
        }
        string[] sentences =
        [
            Sentence([.. order.Where(walk => walk is { Came: true, IsHere: true })], "came"),
            Sentence([.. order.Where(walk => walk is { Came: true, IsHere: false })], "came and left"),
            Sentence([.. order.Where(walk => walk is { Came: false, IsHere: true })], "left and came back"),
            Sentence([.. order.Where(walk => walk is { Came: false, IsHere: false })], "left"),
        ];
        var reasonOfOne = order is [{ Reason.Length: > 0 } one] ? $" ({one.Reason})" : "";
        return string.Join("; ", sentences.Where(sentence => sentence.Length > 0)) + reasonOfOne;
    }

    private static string Sentence(IReadOnlyList<Walk> walks, string did) => walks.Count switch
    {
        0 => "",
        1 => $"{walks[0].Nick} {did}",
        <= Named + 1 => $"{string.Join(", ", walks.SkipLast(1).Select(walk => walk.Nick))} and {walks[^1].Nick} {did}",
        _ => $"{string.Join(", ", walks.Take(Named).Select(walk => walk.Nick))} and {walks.Count - Named} others {did}",
    };
}
