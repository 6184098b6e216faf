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

    /// <summary>The number of the line that this place in the text is in.</summary>
    public int LineOf(int index) => Text.AsSpan(0, index).Count('\n') + 1;

    public override string ToString() => Path;

    /// <summary>A pair of slashes behind a colon is the address of something and no comment.</summary>
    [GeneratedRegex(@"(?<!:)//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
