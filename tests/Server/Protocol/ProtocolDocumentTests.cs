using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ChatRoom.Domain.Events;
using ChatRoom.Journal;
using ChatRoom.Server.Sessions;
using ChatRoom.Server.Settings;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>docs/protocol.md names every command, capability and token of 005 that there is, and none that there is not.</summary>
public sealed partial class ProtocolDocumentTests
{
    private static readonly string[] Document = File.ReadAllLines(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "docs", "protocol.md")));

    /// <summary>Subcommands, and beside them modes ("+b"), that stand in the first column beside the command that they belong to.</summary>
    private static readonly string[] NoCommands = ["LIST", "REQ", "END"];

    private static string Here([CallerFilePath] string path = "") => path;

    [Fact]
    public void Every_command_has_its_row_and_every_row_its_command()
    {
        var known = CommandTable.Known.Select(row => row.Name).ToHashSet(StringComparer.Ordinal);
        var rows = Rows("Commands");
        var named = rows.SelectMany(row => Quoted(row.Cells[0])).Select(words => words.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(named, name => !name.StartsWith('+') && !known.Contains(name) && !NoCommands.Contains(name));

        // Other names of the same deed stand in its row: "Also `KLINE`, ... and `UN...`".
        var beside = rows.SelectMany(row => Quoted(row.Cells[1])).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(known, name => !named.Contains(name) && !beside.Contains(name) && !(name.StartsWith("UN", StringComparison.Ordinal) && beside.Contains(name[2..])));
    }

    [Fact]
    public void Every_capability_has_its_row_and_every_row_its_capability()
    {
        var offered = Irc.Capabilities.Names(Offered.All).Append("sts").Order(StringComparer.Ordinal);
        Assert.Equal(offered, Rows("Capabilities").SelectMany(row => Quoted(row.Cells[0])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_token_of_005_has_its_row_and_every_row_its_token()
    {
        var info = new ServerInfo("irc.test", "ChatRoom", "x", default, Epochs.Of("epoch"), new PublishedSettings(new LiveSettings()));
        var tokens = info.Support(RuleLimits.First, isAlarmed: true, icon: "x", deniedTags: "x").ToLines().SelectMany(line => line).Select(token => token.Split('=')[0]);
        Assert.Equal(tokens.Order(StringComparer.Ordinal), Rows("ISUPPORT").SelectMany(row => Quoted(row.Cells[0])).Order(StringComparer.Ordinal));
    }

    /// <summary>The table of a section, without its head.</summary>
    private static List<(string[] Cells, int Line)> Rows(string section)
    {
        var from = Array.IndexOf(Document, $"## {section}");
        Assert.True(from >= 0, $"There is no section {section}.");
        return [.. Document.Index().Skip(from + 1).TakeWhile(line => !line.Item.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.Item.StartsWith('|')).Skip(2)
            .Select(line => (line.Item.Replace("\\|", "", StringComparison.Ordinal).Split('|', 3)[1..], line.Index))];
    }

    private static IEnumerable<string> Quoted(string cell) => Code().Matches(cell).Select(code => code.Groups[1].Value);

    [GeneratedRegex("`+([^`]+)`+")]
    private static partial Regex Code();
}
