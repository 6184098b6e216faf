using System.Text.RegularExpressions;

namespace ChatRoom.Architecture.Tests;

/// <summary>
/// The rules, the language, the client's models and the screens are pure. The analyzer that reads src/BannedSymbols.txt holds it while
/// they are compiled; this holds that the analyzer is there, and the worst once more without it.
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
    [InlineData("Client")]
    [InlineData("Tui")]
    public void The_analyzer_is_on_and_cannot_be_silenced(string room)
    {
        var project = Assert.Single(Repository.Files(".csproj", $"src/{room}"));
        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", project.Text, StringComparison.Ordinal);
        Assert.Contains("../BannedSymbols.txt", project.Text, StringComparison.Ordinal);
        Assert.All(Repository.Files(".cs", $"src/{room}").Append(project), file => Assert.DoesNotContain("RS0030", file.Text, StringComparison.Ordinal));
    }

    /// <summary>Off for the shells, and on again for what of them is pure.</summary>
    [Fact]
    public void Only_the_shells_may_do_what_is_not_pure()
    {
        var settings = File.ReadAllLines(Path.Combine(Repository.Root, ".editorconfig"));
        var sections = Enumerable.Range(0, settings.Length).Where(i => settings[i].StartsWith("dotnet_diagnostic.RS0030", StringComparison.Ordinal))
            .Select(i => (Section: settings[..i].Last(line => line.StartsWith('[')), Severity: settings[i].Split('=')[1].Trim()));
        Assert.Equal(
            [("[src/{Client/Connection,Tui/Drivers,Tui/Loop,Tui/Settings}/**.cs]", "none"),
                ("[src/Client/Connection/{LinkUpdate,LinkSteps,LinkModel,LinkEffect,LinkMessage,LinkPhase,LinkFault,LinkState,LinkSettings,LinkWords}.cs]", "warning")],
            sections);
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bUtcNow\b|\bGuid\.(NewGuid|CreateVersion7)\b|\bRandom\b|\bRandomNumberGenerator\b|\bPrelude\.random\b|\bTask\.Run\b|\bThread\b|\bStopwatch\b")]
    private static partial Regex Impure();
}
