using System.Text.RegularExpressions;

namespace ChatRoom.Architecture.Tests;

/// <summary>A file, its path from the root of the tree with slashes, and its text.</summary>
public sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>Without comments, which may name what the code may not use.</summary>
    public string Code => Comment().Replace(Text, "");

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public string Folder => Path[..(Path.Length - Name.Length)];

    /// <summary>As `wc -l` counts.</summary>
    public int Lines => Text.Count(c => c == '\n');

    public override string ToString() => Path;

    /// <summary>A pair of slashes behind a colon is the address of something and no comment.</summary>
    [GeneratedRegex(@"(?<!:)//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
