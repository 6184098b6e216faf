namespace ChatRoom.Server.Settings;

/// <summary>
/// The tags of clients that an operator does not let through, as CLIENTTAGDENY tells it (message-tags): names without their sign, or "*" for all, and then
/// "-name" for what passes all the same.
/// </summary>
public sealed class DeniedTags(IReadOnlyList<string> words)
{
    public static readonly DeniedTags None = new([]);

    private readonly bool _areAll = words is ["*", ..];
    private readonly System.Collections.Generic.HashSet<string> _named = [.. words.Skip(words is ["*", ..] ? 1 : 0).Select(word => word.TrimStart('-'))];

    /// <summary>As it is told; empty for none.</summary>
    public string Text { get; } = string.Join(',', words);

    /// <param name="name">With its sign, as it stands on a line.</param>
    public bool Holds(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return (_areAll || _named.Count > 0) && _named.Contains(name.TrimStart('+')) != _areAll;
    }

    /// <summary>Which of the words can't stand there; null if all can.</summary>
    public static string? Wrong(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var isCatchAll = words is ["*", ..];
        return words.Skip(isCatchAll ? 1 : 0).FirstOrDefault(word =>
            word.StartsWith('-') != isCatchAll || word.TrimStart('-') is var name && (name.Length is 0 or > 60 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '/' or '-')));
    }
}
