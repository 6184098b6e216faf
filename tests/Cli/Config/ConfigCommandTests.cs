using ChatRoom.Cli.Config;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Cli.Tests.Config;

/// <summary>`chatroom serve --config`, `--print-config` and `--check`, and the document.</summary>
public sealed class ConfigCommandTests : IDisposable
{
    private readonly SettingsFile _file = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private Configuration? _served;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task The_file_comes_from_the_option_else_from_the_environment()
    {
        _file.Write("flood.burst = 5\n");

        Assert.Equal(ExitCode.Ok, await Run("--config", _file.Path));
        Assert.Equal(5, _served!.Get(ConfigTable.FloodBurst));

        _file.Environment["CHATROOM_CONFIG_FILE"] = _file.Path;
        _file.Write("flood.burst = 6\n");
        Assert.Equal(ExitCode.Ok, await Run());
        Assert.Equal(6, _served.Get(ConfigTable.FloodBurst));

        _file.Environment["CHATROOM_CONFIG_FILE"] = "";
        Assert.Equal(ExitCode.Ok, await Run());
        Assert.Equal(40, _served.Get(ConfigTable.FloodBurst));
    }

    [Fact]
    public async Task Printed_settings_serve_nobody_and_can_be_read()
    {
        Assert.Equal(ExitCode.Ok, await Run("--print-config", "--name", "chat.example.org"));

        Assert.Null(_served);
        _file.Write(_output.ToString());
        Assert.Equal("chat.example.org", _file.Right().Get(ConfigTable.Name));
    }

    [Fact]
    public async Task A_check_serves_nobody_and_says_what_is_wrong_in_the_files_too()
    {
        _file.Write("server.motd_file = \"motd\"\n");
        File.WriteAllText(_file.Beside("motd"), "Tea.\n");

        Assert.Equal(ExitCode.Ok, await Run("--check", "--config", _file.Path));
        Assert.Equal("the settings are right" + Environment.NewLine, _output.ToString());

        File.Delete(_file.Beside("motd"));
        _file.Write("server.motd_file = \"motd\"\ntls = { enabled = true, cert = \"c\", key = \"k\" }\n");
        Assert.Equal(ExitCode.Usage, await Run("--check", "--config", _file.Path));
        Assert.Contains("cannot read", _error.ToString());
        Assert.Contains("server.motd_file", _error.ToString());
        Assert.Contains("the certificate can't be read", _error.ToString());
        Assert.Null(_served);
    }

    /// <summary>A second of the wall is a quarter of an hour there, and a year ahead; how long something takes is as ever.</summary>
    [Fact]
    public async Task A_test_may_have_a_clock_of_its_own()
    {
        Assert.Equal(ExitCode.Ok, await Run("--test-clock", "+1y x900"));
        Assert.InRange(_served!.Clock.GetUtcNow() - TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(364), TimeSpan.FromDays(366));

        Assert.Equal(ExitCode.Ok, await Run());
        Assert.Same(TimeProvider.System, _served.Clock);
    }

    [Theory]
    [InlineData("noon")]
    [InlineData("x0")]
    [InlineData("+y")]
    public async Task What_is_no_clock_is_a_mistake(string spec)
    {
        Assert.Equal(ExitCode.Usage, await Run("--test-clock", spec));
        Assert.Contains("is no clock", _error.ToString());
        Assert.Null(_served);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_mistake()
    {
        Assert.Equal(ExitCode.Usage, await Run("--config", _file.Beside("nowhere.toml")));

        Assert.Contains("cannot read the settings in", _error.ToString());
        Assert.Null(_served);
    }

    [Fact]
    public async Task More_than_a_megabyte_is_no_file_of_settings()
    {
        _file.Write(new string('#', 1024 * 1024 + 1));

        Assert.Equal(ExitCode.Usage, await Run("--config", _file.Path));
        Assert.Contains("that is no such file", _error.ToString());
    }

    private Task<int> Run(params string[] args) => new CommandLine(
        (settings, _) =>
        {
            _served = settings;
            return Task.FromResult(ExitCode.Ok);
        },
        (_, _) => Task.FromResult(ExitCode.Ok), (_, _) => Task.FromResult(ExitCode.Ok), (_, _) => Task.FromResult(ExitCode.Ok),
        new ProcessEnvironment(_file.Environment.GetValueOrDefault, "tuan")).Run(["serve", .. args], _output, _error, CancellationToken.None);
}
