using System.Text.RegularExpressions;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Cli.Tests;

/// <summary>The manual against the help: both come from the same definitions, by different ways.</summary>
public sealed partial class ManPageTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatroom-");
    private readonly StringWriter _error = new();
    private string? _date = "1795219200";

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_command_has_a_page_and_every_option_is_in_it()
    {
        Assert.Equal(ExitCode.Ok, await Run(new StringWriter(), "man", _folder.FullName));

        var commands = CommandLines().Matches(await Help()).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(
            commands.Select(command => $"chatroom-{command}.1").Append("chatroom.1").Order(StringComparer.Ordinal),
            _folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.Contains("serve", commands);
        foreach (var command in commands)
        {
            Assert.Contains($"chatroom\\-{command}(1)", Page("chatroom"));
            var options = Options().Matches(await Help(command)).Select(match => match.Value).Distinct().ToList();
            Assert.NotEmpty(options);
            Assert.All(options, option => Assert.Contains($"{option.Replace("-", "\\-")}\\fR", Page($"chatroom-{command}")));
        }
    }

    [Fact]
    public async Task A_page_says_what_scripts_and_operators_look_for()
    {
        Assert.Equal(ExitCode.Ok, await Run(new StringWriter(), "man", _folder.FullName));

        var serve = Page("chatroom-serve");
        Assert.StartsWith(".TH CHATROOM-SERVE 1 2026-11-21 \"ChatRoom ", serve);
        Assert.Contains("chatroom\\-serve \\- run a chat server\n", serve);
        string[] sections = ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES", "EXIT STATUS", "ENVIRONMENT", "FILES", "SEE ALSO"];
        Assert.Equal(sections, Sections().Matches(serve).Select(match => match.Groups[1].Value));
        Assert.Contains("The default is 6667.", serve);
        Assert.Contains("\\fBjournal.db, ", serve);
        Assert.Contains("\\fBchatroom backup\\fR \\fIFILE [OPTIONS]\\fR", Page("chatroom-backup"));
    }

    /// <summary>A package is made on some machine, and that must not show.</summary>
    [Fact]
    public async Task A_page_does_not_know_who_made_it()
    {
        Assert.Equal(ExitCode.Ok, await Run(new StringWriter(), "man", _folder.FullName));
        Assert.DoesNotContain("packager", Page("chatroom-join"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("tomorrow")]
    [InlineData("99999999999999")]
    public async Task Without_a_date_of_the_build_it_is_todays(string? date)
    {
        _date = date;
        Assert.Equal(ExitCode.Ok, await Run(new StringWriter(), "man", _folder.FullName));
        Assert.Matches(@"^\.TH CHATROOM 1 \d{4}-\d\d-\d\d ", Page("chatroom"));
    }

    [Fact]
    public async Task A_folder_that_can_not_be_written_is_named()
    {
        var file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "");
        Assert.Equal(ExitCode.Failure, await Run(new StringWriter(), "man", file));
        Assert.StartsWith($"chatroom: the manual can't be written into {file}: ", _error.ToString());
    }

    private string Page(string name) => File.ReadAllText(Path.Combine(_folder.FullName, $"{name}.1"));

    private async Task<string> Help(params string[] command)
    {
        var output = new StringWriter();
        Assert.Equal(ExitCode.Ok, await Run(output, [.. command, "--help"]));
        return output.ToString();
    }

    private Task<int> Run(TextWriter output, params string[] args) => new CommandLine(
        (_, _) => Task.FromResult(ExitCode.Ok), (_, _) => Task.FromResult(ExitCode.Ok), (_, _) => Task.FromResult(ExitCode.Ok),
        (_, _) => Task.FromResult(ExitCode.Ok),
        new ProcessEnvironment(name => name == "SOURCE_DATE_EPOCH" ? _date : null, "packager")).Run(args, output, _error, CancellationToken.None);

    [GeneratedRegex(@"(?<=Commands:\n(?:.*\n)*)  ([a-z]+) ")]
    private static partial Regex CommandLines();

    [GeneratedRegex("--[a-z-]+(?=[ ,].*)")]
    private static partial Regex Options();

    [GeneratedRegex(@"^\.SH (.*)$", RegexOptions.Multiline)]
    private static partial Regex Sections();
}
