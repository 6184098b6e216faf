using System.Text.RegularExpressions;

namespace ChatRoom.Architecture.Tests;

/// <summary>One dialect of collections a side (docs/decisions/0016).</summary>
public sealed partial class DialectTests
{
    [Theory]
    [InlineData("Client")]
    [InlineData("Tui")]
    public void The_clients_side_does_without_LanguageExt(string room) =>
        Assert.All(Repository.Files(".cs", $"src/{room}"), file => Assert.False(LanguageExt().IsMatch(file.Code), $"{file}"));

    [Theory]
    [InlineData("Domain")]
    [InlineData("Journal")]
    [InlineData("Server")]
    public void The_servers_side_does_without_collections_that_do_not_compare(string room) =>
        Assert.All(Repository.Files(".cs", $"src/{room}"), file => Assert.False(Immutable().IsMatch(file.Code), $"{file}"));

    [Fact]
    public void Nobody_uses_what_a_native_program_can_t_be_made_of() =>
        Assert.All(Repository.Files(".cs", "src"), file => Assert.False(TooDeep().IsMatch(file.Code), $"{file}"));

    [GeneratedRegex(@"\bLanguageExt\b|\bOption<")]
    private static partial Regex LanguageExt();

    [GeneratedRegex(@"\bSystem\.Collections\.Immutable\b|\bImmutable(?:List|Dictionary|HashSet|Array)\b")]
    private static partial Regex Immutable();

    [GeneratedRegex(@"\b(?:Either|Seq)<")]
    private static partial Regex TooDeep();
}
