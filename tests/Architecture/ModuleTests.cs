using System.Text.RegularExpressions;

namespace ChatRoom.Architecture.Tests;

/// <summary>The client's core and the chat's screen are made of modules that each decide one subject, and not of one class in many files.</summary>
public sealed partial class ModuleTests
{
    private static readonly IReadOnlyList<SourceFile> Files =
        [.. Repository.Files(".cs", "src/Client/Protocol", "src/Client/Chat", "src/Tui/ChatScreen").Where(file => file.Folder.Count(c => c == '/') == 3)];

    [Fact]
    public void None_is_spread_over_several_files() => Assert.All(Files, file => Assert.DoesNotContain(" partial ", file.Code, StringComparison.Ordinal));

    [Fact]
    public void Each_calls_only_those_below_it()
    {
        var modules = Files.Where(file => Module().IsMatch(file.Code)).ToDictionary(file => Module().Match(file.Code).Groups[1].Value, file => file.Code);
        var calls = modules.ToDictionary(module => module.Key, module => modules.Keys.Where(other => other != module.Key && Calls(module.Value, other)).ToHashSet());
        Assert.Contains("Gaps", calls["RoomHistory"]);
        Assert.Contains("Scrolling", calls["Finding"]);
        // What calls nobody is taken away, until nothing is left but circles.
        while (calls.FirstOrDefault(module => module.Value.Count == 0).Key is { } lowest)
        {
            calls.Remove(lowest);
            foreach (var rest in calls.Values)
                rest.Remove(lowest);
        }
        Assert.Empty(calls.Select(module => $"{module.Key} calls {string.Join(", ", module.Value)}"));
    }

    private static bool Calls(string code, string module) => Regex.IsMatch(code, $@"(?<![\w.]){module}\.[A-Z]");

    [GeneratedRegex(@"^(?:public|internal) static class (\w+)", RegexOptions.Multiline)]
    private static partial Regex Module();
}
