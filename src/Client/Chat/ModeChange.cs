using ChatRoom.Irc;

namespace ChatRoom.Client.Chat;

/// <summary>One change of a room's modes: which letter, given or taken, and the word that goes with it, if it takes one.</summary>
/// <param name="IsRank">On this server the letter is a rank of people; `q` can be that, or a list of those who may not speak.</param>
public readonly record struct ModeChange(bool IsOn, char Letter, string? Word, bool IsRank)
{
    /// <summary>
    /// The changes in `+ob-m Duy *!*@spam`. Which letters take a word is said by PREFIX and CHANMODES: ranks, lists and keys always, limits when
    /// they are set (modern.ircdocs.horse, "CHANMODES").
    /// </summary>
    public static IEnumerable<ModeChange> Read(ISupport support, IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(support);
        ArgumentNullException.ThrowIfNull(words);
        var groups = support.ChannelModes.Split(',');
        var (on, next) = (true, 1);
        foreach (var letter in words.Count == 0 ? "" : words[0])
        {
            if (letter is '+' or '-')
                on = letter == '+';
            else
                yield return new ModeChange(on, letter, TakesWord(support, groups, letter, on) && next < words.Count ? words[next++] : null, support.Prefixes.SignOf(letter) is not null);
        }
    }

    /// <summary>What was done, as one says it behind a name: "made Duy an operator".</summary>
    public override string ToString() => (Letter, IsOn, Word) switch
    {
        ('q', true, { } nick) when IsRank => $"made {nick} a founder",
        ('q', false, { } nick) when IsRank => $"made {nick} a founder no more",
        ('q', true, { } mask) => $"muted {Whom(mask)}",
        ('q', false, { } mask) => $"lets {Whom(mask)} speak again",
        ('o', true, { } nick) => $"made {nick} an operator",
        ('o', false, { } nick) => $"made {nick} an operator no more",
        ('h', true, { } nick) => $"made {nick} a half-operator",
        ('h', false, { } nick) => $"made {nick} a half-operator no more",
        ('v', true, { } nick) => $"gave {nick} a voice",
        ('v', false, { } nick) => $"took {nick}'s voice",
        ('b', true, { } mask) when Muted(mask) is { } whom => $"muted {whom}",
        ('b', false, { } mask) when Muted(mask) is { } whom => $"lets {whom} speak again",
        ('b', true, { } mask) => $"banned {Whom(mask)}",
        ('b', false, { } mask) => $"lifted the ban of {Whom(mask)}",
        ('k', true, _) => "set a key, which those who join have to know",
        ('k', false, _) => "removed the key",
        ('l', true, { } most) => $"limited the room to {most} people",
        ('l', false, _) => "lifted the limit of people",
        ('W', true, { } seconds) => $"set slow mode: one message in {seconds} s",
        ('W', false, _) => "ended slow mode",
        ('i', true, _) => "closed the room to all who are not invited",
        ('i', false, _) => "opened the room to all",
        ('m', true, _) => "lets only those with a voice speak",
        ('m', false, _) => "lets everybody speak",
        ('s', true, _) => "hid the room from lists",
        ('s', false, _) => "shows the room in lists",
        ('t', true, _) => "lets only operators change the topic",
        ('t', false, _) => "lets everybody change the topic",
        _ => $"set {(IsOn ? '+' : '-')}{Letter}{(Word is null ? "" : $" {Word}")}",
    };

    /// <summary>A ban that only silences, in the two ways in which servers write it (extended bans).</summary>
    private static string? Muted(string mask) => mask.StartsWith("m:", StringComparison.Ordinal) || mask.StartsWith("~q:", StringComparison.Ordinal)
        ? Whom(mask[(mask.IndexOf(':', StringComparison.Ordinal) + 1)..])
        : null;

    /// <summary>A mask that names a person by the nickname alone is that nickname.</summary>
    private static string Whom(string mask) => mask.EndsWith("!*@*", StringComparison.Ordinal) && !mask.AsSpan(0, mask.Length - 4).ContainsAny('*', '?') ? mask[..^4] : mask;

    private static bool TakesWord(ISupport support, string[] groups, char letter, bool on) =>
        support.Prefixes.SignOf(letter) is not null || In(groups, 0, letter) || In(groups, 1, letter) || (on && In(groups, 2, letter));

    private static bool In(string[] groups, int group, char letter) => groups.Length > group && groups[group].Contains(letter);
}
