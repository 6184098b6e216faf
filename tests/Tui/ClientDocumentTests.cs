using System.Runtime.CompilerServices;
using ChatRoom.Tui.Commands;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Settings;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.Tests;

public class ClientDocumentTests
{
    [Theory]
    [InlineData("commands")]
    [InlineData("settings")]
    public void The_tables_of_the_document_are_those_of_the_program(string name)
    {
        var (path, table) = (PathOf(), name == "commands" ? CommandHelp.ToMarkdown() : SettingTable.ToMarkdown());
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var begin = text.IndexOf($"<!-- {name} -->\n", StringComparison.Ordinal) + $"<!-- {name} -->\n".Length;
        var end = text.IndexOf("<!-- end -->", begin, StringComparison.Ordinal);
        if (Golden.Renew)
            File.WriteAllText(path, text[..begin] + table + text[end..]);
        else
            Assert.Equal(table, text[begin..end]);
    }

    [Fact]
    public void The_document_names_every_role_and_every_emphasis_of_a_theme()
    {
        var text = File.ReadAllText(PathOf());

        Assert.Contains($"Roles: {string.Join(", ", ThemeRoles.All.Select(role => role.Name))}.", text, StringComparison.Ordinal);
        Assert.All(Enum.GetNames<Emphasis>().Where(name => name != nameof(Emphasis.None)), name => Assert.Contains(name.ToLowerInvariant(), text, StringComparison.Ordinal));
    }

    private static string PathOf([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "docs", "client.md"));
}
