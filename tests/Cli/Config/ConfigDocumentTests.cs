using System.Runtime.CompilerServices;
using ChatRoom.Cli.Config;
using ChatRoom.Tui.Tests;

namespace ChatRoom.Cli.Tests.Config;

/// <summary>The table in docs/configuration.md is the program's own; `CHATROOM_GOLDEN=1 dotnet test tests/Cli` makes it anew.</summary>
public sealed class ConfigDocumentTests
{
    private const string Begin = "<!-- The program's table. -->\n";

    [Fact]
    public void The_document_has_every_setting()
    {
        var text = File.ReadAllText(Document()).ReplaceLineEndings("\n");
        var before = text[..(text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)];
        if (Golden.Renew)
            File.WriteAllText(Document(), before + ConfigText.ToMarkdown().TrimEnd('\n') + "\n");

        Assert.Equal(before + ConfigText.ToMarkdown().TrimEnd('\n') + "\n", File.ReadAllText(Document()).ReplaceLineEndings("\n"));
    }

    private static string Document([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "configuration.md"));
}
