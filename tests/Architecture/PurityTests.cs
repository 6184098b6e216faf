using System.Text.RegularExpressions;

namespace ChatRoom.Architecture.Tests;

/// <summary>
/// The rules and the language are pure. The analyzer that reads src/BannedSymbols.txt holds it while they are compiled;
/// this holds that the analyzer is there, and the worst once more without it.
/// </summary>
public sealed partial class PurityTests
{
    [Theory]
    [InlineData("Domain")]
    [InlineData("Irc")]
    public void No_clock_no_chance_and_no_thread(string room) =>
        Assert.All(Repository.Files(".cs", $"src/{room}"), file => Assert.Empty(Impure().Matches(file.Code).Select(match => $"{file}: {match.Value}")));

    [Theory]
    [InlineData("Domain")]
    [InlineData("Irc")]
    public void The_analyzer_is_on_and_cannot_be_silenced(string room)
    {
        var project = Assert.Single(Repository.Files(".csproj", $"src/{room}"));
        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", project.Text, StringComparison.Ordinal);
        Assert.Contains("../BannedSymbols.txt", project.Text, StringComparison.Ordinal);
        Assert.All(Repository.Files(".cs", $"src/{room}").Append(project), file => Assert.DoesNotContain("RS0030", file.Text, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bUtcNow\b|\bGuid\.(NewGuid|CreateVersion7)\b|\bRandom\b|\bRandomNumberGenerator\b|\bPrelude\.random\b|\bTask\.Run\b|\bThread\b|\bStopwatch\b")]
    private static partial Regex Impure();
}
