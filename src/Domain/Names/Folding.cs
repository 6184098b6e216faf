namespace ChatRoom.Domain.Names;

/// <summary>
/// Names that differ only in the case of A to Z are the same name. Other letters are compared as they are: every
/// client can then compute the same, whatever its tables of Unicode.
/// </summary>
public static class Folding
{
    public static string Fold(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.AsSpan().ContainsAnyInRange('A', 'Z')
            ? string.Create(name.Length, name, static (target, source) =>
            {
                for (var i = 0; i < target.Length; i++)
                    target[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] | 0x20) : source[i];
            })
            : name;
    }
}
