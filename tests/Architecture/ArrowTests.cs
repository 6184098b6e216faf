using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ChatRoom.Architecture.Tests;

/// <summary>Who may know whom: arrows point down only, and the two leaves don't know each other.</summary>
public sealed partial class ArrowTests
{
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Cli"] = ["Client", "Irc", "Journal", "Server", "Tui"],
        ["Client"] = ["Irc"],
        ["Domain"] = [],
        ["Irc"] = [],
        ["Journal"] = ["Domain"],
        ["Journal.Postgres"] = ["Domain", "Journal"],
        ["Server"] = ["Domain", "Irc", "Journal", "Journal.Postgres"],
        ["Tui"] = ["Client", "Irc"],
    };

    public static TheoryData<string> Rooms => [.. Arrows.Keys];

    [Fact]
    public void There_are_no_other_rooms() =>
        Assert.Equal(Arrows.Keys.Order(), Repository.Files(".csproj", "src").Select(project => project.Folder.Split('/')[1]).Order());

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_project_references_only_what_is_below_it(string room)
    {
        var references = Project(room).Descendants("ProjectReference").Select(reference => $"{reference.Attribute("Include")?.Value}");
        Assert.All(references, path => Assert.Contains(path.Replace('\\', '/'), Arrows[room].Select(to => $"../{to}/ChatRoom.{to}.csproj")));
    }

    [Theory]
    [InlineData("Domain", "LanguageExt.Core")]
    [InlineData("Irc")]
    public void A_leaf_needs_no_other_package(string room, params string[] packages)
    {
        // Analyzers (PrivateAssets) are tools of the build and no part of what is built.
        var used = Project(room).Descendants("PackageReference").Where(package => package.Attribute("PrivateAssets")?.Value != "all");
        Assert.Equal(packages, used.Select(package => package.Attribute("Include")?.Value));
        Assert.Empty(Project(room).Descendants("FrameworkReference"));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void The_source_of_a_project_names_only_what_is_below_it(string room)
    {
        ArgumentNullException.ThrowIfNull(room);
        foreach (var file in Repository.Files(".cs", $"src/{room}"))
        {
            var named = RoomName().Matches(file.Code).Select(match => match.Groups[1].Value).Distinct();
            Assert.All(named, name => Assert.True(name == room || Arrows[room].Contains(name), $"{file} names ChatRoom.{name}."));
        }
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_namespace_is_a_folder(string room)
    {
        foreach (var file in Repository.Files(".cs", $"src/{room}"))
        {
            var folder = "ChatRoom." + string.Join('.', file.Path.Split('/')[1..^1]);
            Assert.All(Namespace().Matches(file.Code).Select(match => match.Groups[1].Value), name => Assert.Equal(folder, name));
        }
    }

    [Fact]
    public void Of_the_server_only_the_sessions_speak_the_language_of_the_wire()
    {
        var others = Repository.Files(".cs", "src/Server").Where(file => !IsSession(file));
        Assert.All(others, file => Assert.False(SpeaksIrc().IsMatch(file.Code), $"{file} names ChatRoom.Irc."));
        // A using for the whole project would let every file speak it without naming it.
        Assert.DoesNotContain("ChatRoom.Irc", $"{string.Join(' ', Project("Server").Descendants("Using"))}", StringComparison.Ordinal);
        Assert.All(Repository.Files(".cs", "src/Server"), file => Assert.False(UsesIrcEverywhere().IsMatch(file.Code), $"{file}"));
    }

    [Fact]
    public void The_solution_knows_every_project()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "ChatRoom.sln")).Replace('\\', '/');
        Assert.All(Repository.Files(".csproj", "src", "tests", "bench", "eng"), project => Assert.Contains(project.Path, solution, StringComparison.Ordinal));
    }

    private static bool IsSession(SourceFile file) => file.Path.StartsWith("src/Server/Sessions/", StringComparison.Ordinal);

    private static XElement Project(string room) => XElement.Load(Path.Combine(Repository.Root, "src", room, $"ChatRoom.{room}.csproj"));

    [GeneratedRegex(@"\bChatRoom\.(\w+)")]
    private static partial Regex RoomName();

    [GeneratedRegex(@"^\s*namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    /// <summary>Inside the namespace ChatRoom.Server, `Irc.Line` would do without a using.</summary>
    [GeneratedRegex(@"\bChatRoom\.Irc\b|(?<![.\w])Irc\.[A-Z]")]
    private static partial Regex SpeaksIrc();

    [GeneratedRegex(@"\bglobal\s+using\b[^;\n]*ChatRoom\.Irc\b")]
    private static partial Regex UsesIrcEverywhere();
}
