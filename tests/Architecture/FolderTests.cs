using System.Text.RegularExpressions;

namespace ChatRoom.Architecture.Tests;

/// <summary>
/// Arrows inside of a project: which folder may name which. Each stands below those that it may name, so there is no way round. A folder
/// that is not listed belongs to the one around it, and what lies in the folder around is there for all below.
/// </summary>
public sealed partial class FolderTests
{
    private static readonly (string Folder, string[] May)[] Arrows =
    [
        ("Domain", []),
        ("Domain/Data", []),
        ("Domain/Names", ["Domain/Data"]),
        ("Domain/Events", ["Domain/Data", "Domain/Names"]),
        ("Domain/Commands", ["Domain/Data", "Domain/Names", "Domain/Events"]),
        ("Domain/Worlds", ["Domain/Data", "Domain/Names", "Domain/Events"]),
        ("Domain/Rules", ["Domain/Data", "Domain/Names", "Domain/Events", "Domain/Commands", "Domain/Worlds"]),
        ("Irc", []),
        ("Journal/Codec", []),
        ("Journal/Search", []),
        ("Journal", ["Journal/Codec", "Journal/Search"]),
        ("Journal/Folder", []),
        ("Journal/Memory", ["Journal/Codec"]),
        ("Journal/Snapshots", ["Journal/Codec", "Journal/Folder"]),
        ("Journal/Sqlite", ["Journal/Codec", "Journal/Folder", "Journal/Search"]),
        ("Journal/Maintenance", ["Journal/Codec", "Journal/Folder", "Journal/Search", "Journal/Snapshots", "Journal/Sqlite"]),
        ("Journal.Postgres", []),
        ("Server", []),
        ("Server/Transport", []),
        ("Server/Transport/Tls", []),
        ("Server/Monitoring", ["Server/Transport"]),
        ("Server/Settings", ["Server/Transport", "Server/Transport/Tls", "Server/Monitoring"]),
        ("Server/Accounts", ["Server/Settings"]),
        ("Server/Transport/Proxy", ["Server/Settings"]),
        ("Server/Transport/WebSockets", ["Server/Transport", "Server/Settings"]),
        ("Server/Hubs", ["Server/Monitoring"]),
        ("Server/Retention", ["Server/Settings", "Server/Hubs"]),
        ("Server/Sessions", ["Server/Accounts", "Server/Transport", "Server/Transport/Tls", "Server/Monitoring", "Server/Settings", "Server/Hubs"]),
        ("Server/Control", ["Server/Accounts", "Server/Transport/Tls", "Server/Settings", "Server/Hubs", "Server/Retention"]),
        ("Server/Hosting",
            ["Server/Transport", "Server/Transport/Proxy", "Server/Transport/Tls", "Server/Transport/WebSockets", "Server/Monitoring", "Server/Settings", "Server/Hubs", "Server/Sessions", "Server/Control", "Server/Retention"]),
        ("Client", []),
        ("Client/Text", []),
        ("Client/Protocol", []),
        ("Client/Connection", ["Client/Protocol"]),
        ("Client/Chat", ["Client/Protocol", "Client/Connection", "Client/Text"]),
        ("Tui/Frames", []),
        ("Tui/Input", ["Tui/Frames"]),
        ("Tui/Themes", ["Tui/Frames"]),
        ("Tui/Drivers", ["Tui/Frames", "Tui/Input"]),
        ("Tui/Settings", ["Tui/Themes"]),
        ("Tui/Commands", ["Tui/Input", "Tui/Settings", "Tui/Themes"]),
        ("Tui/Composing", ["Tui/Frames", "Tui/Input", "Tui/Themes", "Tui/Settings", "Tui/Commands"]),
        ("Tui/ConnectForm", ["Tui/Frames", "Tui/Input", "Tui/Themes", "Tui/Settings", "Tui/Composing"]),
        ("Tui/ChatScreen", ["Tui/Frames", "Tui/Input", "Tui/Themes", "Tui/Drivers", "Tui/Settings", "Tui/Commands", "Tui/Composing"]),
        ("Tui/Loop", ["Tui/Frames", "Tui/Input", "Tui/Themes", "Tui/Drivers", "Tui/Settings", "Tui/Commands", "Tui/ConnectForm", "Tui/ChatScreen"]),
        ("Cli/Join", []),
        ("Cli/Config", []),
        ("Cli/Serve", ["Cli/Config"]),
        ("Cli/Admin", ["Cli/Config", "Cli/Join"]),
        ("Cli/Manual", ["Cli/Config"]),
        ("Cli/Demo", ["Cli/Join"]),
        ("Cli", ["Cli/Config", "Cli/Join", "Cli/Serve", "Cli/Admin", "Cli/Manual", "Cli/Demo"]),
    ];

    public static TheoryData<string> Folders => [.. Arrows.Select(one => one.Folder)];

    [Fact]
    public void Every_folder_stands_below_those_that_it_names()
    {
        for (var i = 0; i < Arrows.Length; i++)
            Assert.All(Arrows[i].May, to => Assert.InRange(Array.FindIndex(Arrows, one => one.Folder == to), 0, i - 1));
    }

    [Fact]
    public void Every_source_is_in_a_folder_that_is_listed() =>
        Assert.All(Repository.Files(".cs", "src"), file => Assert.True(FolderOf(file.Path) is not null, $"{file}"));

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_names_only_those_above_it(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var project = folder.Split('/')[0];
        var may = Arrows.Single(one => one.Folder == folder).May;
        var files = Repository.Files(".cs", "src").Where(file => FolderOf(file.Path) == folder).ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var named = Using().Matches(file.Code).Select(match => FolderOf($"src/{match.Groups[1].Value.Replace('.', '/')}/"))
                .Where(to => to is not null && to != folder && to.Split('/')[0] == project).Distinct();
            Assert.All(named, to => Assert.True(may.Contains(to), $"{file} names {to}."));
        }
    }

    /// <summary>The innermost one around a file that is listed.</summary>
    private static string? FolderOf(string path)
    {
        var parts = path.Split('/')[1..^1];
        for (var length = parts.Length; length > 0; length--)
        {
            var folder = string.Join('/', parts[..length]);
            if (Array.Exists(Arrows, one => one.Folder == folder))
                return folder;
        }
        return null;
    }

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?ChatRoom\.([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();
}
