using System.Diagnostics.CodeAnalysis;

namespace ChatRoom.Client.Protocol;

/// <summary>
/// A nickname that we are willing to ask a server for. It is parsed once, before anything is connected, so that a person hears
/// about a bad one at once and in words, instead of as a numeric from a server that has already been told who we are.
/// </summary>
public sealed record Nickname
{
    /// <summary>What ChatRoom's server takes. Other networks allow fewer (often 16 to 20) and say so themselves.</summary>
    public const int Longest = 30;

    public const string Rule = "a nickname has 1 to 30 characters, only the letters a-z and A-Z, digits and "
        + @"[]\`_^{|}-, no spaces, and starts with no digit and no '-'";

    private const string Special = @"[]\`_^{|}";

    private Nickname(string text) => Text = text;

    public string Text { get; }

    public override string ToString() => Text;

    /// <summary>The refusal says first what was wrong with this one, then the whole rule.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Nickname? nickname, [NotNullWhen(false)] out string? refusal)
    {
        string? wrong = WhatIsWrong(text);
        nickname = wrong is null ? new Nickname(text) : null;
        refusal = wrong is null ? null : $"{wrong}; {Rule}";
        return wrong is null;
    }

    private static string? WhatIsWrong(string text)
    {
        if (text.Length == 0)
            return "the nickname is empty";
        if (text.Length > Longest)
            return $"the nickname has {text.Length} characters";
        if (char.IsAsciiDigit(text[0]) || text[0] == '-')
            return $"the nickname '{text}' starts with '{text[0]}'";
        foreach (System.Text.Rune rune in text.EnumerateRunes())
        {
            if (rune.Value == ' ')
                return $"the nickname '{text}' has a space in it";
            if (!rune.IsAscii || !Allowed((char)rune.Value))
                return $"the nickname '{text}' has a '{rune}' in it";
        }
        return null;
    }

    private static bool Allowed(char c) => char.IsAsciiLetterOrDigit(c) || c == '-' || Special.Contains(c);
}
