using System.Text;
using ChatRoom.Domain.Data;

namespace ChatRoom.Domain.Names;

/// <summary>
/// Whom a ban means: nick!user@host with '*' for anything and '?' for any one character. What is left out is anything. "a:name" means accounts and
/// nothing else. Masks that differ only in the case of A to Z are the same.
/// </summary>
public sealed record Mask
{
    /// <summary>In UTF-8 bytes: longer than every name that it could mean.</summary>
    public const int Most = 120;

    /// <summary>Before the name of an account.</summary>
    public const string OfAccount = "a:";

    private const string Anybody = "!*@*";

    private Mask(string text) => (Text, Key) = (text, Folding.Fold(text));

    public string Text { get; }

    public string Key { get; }

    /// <summary>Who is meant, where it is a nickname and nothing else.</summary>
    public Option<Nick> Nick => Text.EndsWith(Anybody, StringComparison.Ordinal) ? Names.Nick.Parse(Text[..^Anybody.Length]).ToOption() : Option<Nick>.None;

    /// <summary>"Ann" is Ann!*@*, and a word that looks like a host is *!*@ that host.</summary>
    public static Result<Mask, NameFault> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
            return new NameFault.Empty();
        if (Encoding.UTF8.GetByteCount(text) is var bytes and > Most)
            return new NameFault.TooLong(bytes, Most);
        if (text[0] == ':')
            return new NameFault.BadStart(':');
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is ' ' or ',' or '\ufffd' || char.IsControl(text[i]) || char.IsSurrogate(text[i]))
                return new NameFault.BadCharacter(text[i], i);
        }
        if (text.StartsWith(OfAccount, StringComparison.Ordinal))
            return text.Length == OfAccount.Length ? new NameFault.Empty() : new Mask(text);
        return new Mask(Whole(text));
    }

    /// <summary>Somebody as masks see them, which is made once where many are asked.</summary>
    public static string Subject(Nick nick, string user, string host)
    {
        ArgumentNullException.ThrowIfNull(nick);
        return Folding.Fold($"{nick.Text}!{user}@{host}");
    }

    /// <param name="subject">Somebody, as <see cref="Subject"/> makes them.</param>
    /// <param name="account">The key of their account; empty for a guest.</param>
    public bool Covers(string subject, string account = "")
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(account);
        return Key.StartsWith(OfAccount, StringComparison.Ordinal) ? account.Length > 0 && Matches(Key[OfAccount.Length..], account) : Matches(Key, subject);
    }

    public override string ToString() => Text;

    private static string Whole(string text)
    {
        var (bang, at) = (text.IndexOf('!', StringComparison.Ordinal), text.LastIndexOf('@'));
        if (bang < 0 && at < 0)
            return text.Contains('.', StringComparison.Ordinal) ? $"*!*@{text}" : $"{text}{Anybody}";
        var nick = bang < 0 ? "" : text[..bang];
        var user = at < bang ? text[(bang + 1)..] : text[(bang + 1)..at];
        var host = at < bang ? "" : text[(at + 1)..];
        return $"{Some(nick)}!{Some(user)}@{Some(host)}";
    }

    private static string Some(string part) => part.Length == 0 ? "*" : part;

    /// <summary>
    /// Whether a text, folded as the mask is, fits one with '*' and '?'. Goes back to the last '*' only, so a mask of many stars costs its length times that of the text and no more.
    /// </summary>
    public static bool Matches(string mask, string text)
    {
        ArgumentNullException.ThrowIfNull(mask);
        ArgumentNullException.ThrowIfNull(text);
        var (m, t, star, from) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (m < mask.Length && mask[m] == '*')
                (star, from) = (m++, t);
            else if (m < mask.Length && (mask[m] == '?' || mask[m] == text[t]))
                (m, t) = (m + 1, t + 1);
            else if (star >= 0)
                (m, t) = (star + 1, ++from);
            else
                return false;
        }
        while (m < mask.Length && mask[m] == '*')
            m++;
        return m == mask.Length;
    }
}
