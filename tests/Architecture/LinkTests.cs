using System.Text.RegularExpressions;

namespace ChatRoom.Architecture.Tests;

/// <summary>A document that points to another in this tree finds it there.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Relative_links_of_documents_resolve() =>
        Assert.Empty(Repository.Files(".md").SelectMany(file => Links(file).Where(link => !Resolves(file, link)).Select(link => $"{file}: {link}")));

    private static IEnumerable<string> Links(SourceFile file) => Link().Matches(Example().Replace(file.Text, ""))
        .Select(match => match.Groups[1].Value)
        .Where(link => !Elsewhere().IsMatch(link));

    private static bool Resolves(SourceFile file, string link)
    {
        var path = Uri.UnescapeDataString(link.Split('#')[0]);
        var target = path.StartsWith('/') ? path[1..] : file.Folder + path;
        return path.Length == 0 || Path.Exists(Path.Combine(Repository.Root, target));
    }

    /// <summary>What stands between backquotes is an example and no link.</summary>
    [GeneratedRegex(@"^(`{3,}|~{3,}).*?^\1|`[^`\n]+`", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex(@"\]\(\s*<?([^)>\s]+)>?[^)]*\)")]
    private static partial Regex Link();

    /// <summary>Another scheme, another host, or an anchor of this very file.</summary>
    [GeneratedRegex(@"^([a-z][a-z0-9+.-]*:|//|#)", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();
}
