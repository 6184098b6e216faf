namespace ChatRoom.Irc;

/// <summary>Folds names to lower case, as a <see cref="CaseMapping"/> says. Only ASCII is ever changed, so bytes and text agree.</summary>
public static class CaseFolding
{
    /// <summary>The folded name; the same instance if it was folded already.</summary>
    public static string Fold(this CaseMapping mapping, string name)
    {
        var last = LastUpper(mapping);
        if (name.AsSpan().IndexOfAnyInRange('A', (char)last) < 0)
            return name;
        return string.Create(name.Length, (name, last), static (folded, from) =>
        {
            for (var i = 0; i < folded.Length; i++)
                folded[i] = Fold(from.name[i], from.last);
        });
    }

    /// <summary>Folds UTF-8 into a buffer at least as long, which may be the same one; gives back the length.</summary>
    public static int Fold(this CaseMapping mapping, ReadOnlySpan<byte> name, Span<byte> folded)
    {
        var last = LastUpper(mapping);
        for (var i = 0; i < name.Length; i++)
            folded[i] = (byte)Fold((char)name[i], last);
        return name.Length;
    }

    /// <summary>Whether two names are the same name.</summary>
    public static bool Same(this CaseMapping mapping, ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length != b.Length)
            return false;
        var last = LastUpper(mapping);
        for (var i = 0; i < a.Length; i++)
        {
            if (Fold(a[i], last) != Fold(b[i], last))
                return false;
        }
        return true;
    }

    /// <summary>As ISUPPORT writes it.</summary>
    public static string Name(this CaseMapping mapping) => mapping switch
    {
        CaseMapping.Ascii => "ascii",
        CaseMapping.Rfc1459 => "rfc1459",
        CaseMapping.Rfc1459Strict => "rfc1459-strict",
        _ => throw new ArgumentOutOfRangeException(nameof(mapping)),
    };

    /// <summary>
    /// What ISUPPORT says, and null for a mapping that we don't know, such as rfc8265: it is for the caller to fall back.
    /// "strict-rfc1459" is how some servers write it.
    /// </summary>
    public static CaseMapping? Parse(string name) => name switch
    {
        "ascii" => CaseMapping.Ascii,
        "rfc1459" => CaseMapping.Rfc1459,
        "rfc1459-strict" or "strict-rfc1459" => CaseMapping.Rfc1459Strict,
        _ => null,
    };

    /// <summary>In all three mappings upper case is a range that begins with 'A', and lower case lies 32 above it.</summary>
    private static int LastUpper(CaseMapping mapping) => mapping switch
    {
        CaseMapping.Ascii => 'Z',
        CaseMapping.Rfc1459 => '^',
        CaseMapping.Rfc1459Strict => ']',
        _ => throw new ArgumentOutOfRangeException(nameof(mapping)),
    };

    private static char Fold(char c, int last) => c >= 'A' && c <= last ? (char)(c + 32) : c;
}
