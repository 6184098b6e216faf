using ChatRoom.Cli.Serve;
using ChatRoom.Server.Settings;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Cli.Tests.Config;

/// <summary>The file is read again while the server runs.</summary>
public sealed class ConfigReloadTests : IDisposable
{
    private readonly SettingsFile _file = new();
    private LogLevel _level = LogLevel.Information;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task What_changed_counts_at_once_or_is_named_for_the_next_start()
    {
        _file.Write("flood.burst = 5\nlisten.port = 7000\n");
        var reload = Start();
        _file.Write("flood.burst = 6\nlisten.port = 7001\nlog.level = \"error\"\nrules.topic_bytes = 100\n");

        var read = Assert.IsType<Rereading.Read>(await reload.Run(default));

        Assert.Equal(["log.level", "flood.burst", "rules.topic_bytes"], read.Changed);
        Assert.Equal(["listen.port"], read.NeedRestart);
        Assert.Equal((6, 100), (read.Live.FloodBurst, read.Live.Rules.TopicBytes));
        Assert.Equal(LogLevel.Error, _level);
        var again = Assert.IsType<Rereading.Read>(await reload.Run(default));
        Assert.Empty(again.Changed);
        Assert.Equal(["listen.port"], again.NeedRestart);
    }

    [Fact]
    public async Task A_wrong_file_changes_nothing_and_the_right_one_after_it_does()
    {
        _file.Write("");
        var reload = Start();
        _file.Write("log.level = \"debug\"\nflood.burst = 0\n");

        var wrong = Assert.IsType<Rereading.Wrong>(await reload.Run(default));

        Assert.Equal([$"{_file.Path}:2:15: flood.burst '0' is not a number from 1 to 10000"], wrong.Why);
        Assert.Equal(LogLevel.Information, _level);
        _file.Write("flood.burst = 1\n");
        Assert.Equal(["flood.burst"], Assert.IsType<Rereading.Read>(await reload.Run(default)).Changed);
    }

    [Fact]
    public async Task Files_that_the_settings_name_are_read_again_as_well()
    {
        _file.Write("server.motd_file = \"motd\"\nserver.password_file = \"password\"\n");
        File.WriteAllText(_file.Beside("motd"), "Tea at five.\n");
        File.WriteAllText(_file.Beside("password"), "tea\n");
        var reload = Start();
        File.WriteAllText(_file.Beside("motd"), "Tea at six.\n\nBring cups.\n");
        File.WriteAllText(_file.Beside("password"), "coffee\n");

        var read = Assert.IsType<Rereading.Read>(await reload.Run(default));

        Assert.Equal(["server.password_file", "server.motd_file"], read.Changed);
        Assert.Equal(["Tea at six.", "", "Bring cups."], read.Live.Motd);
        Assert.Equal("coffee", read.Live.Password);
        File.Delete(_file.Beside("password"));
        var wrong = Assert.IsType<Rereading.Wrong>(await reload.Run(default));
        Assert.Contains("server.password_file", Assert.Single(wrong.Why));
    }

    [Fact]
    public async Task Without_a_certificate_the_one_before_stays_until_the_next_start()
    {
        _file.Write("tls = { enabled = true, cert = \"c\", key = \"k\" }\n");
        var reload = Start();
        _file.Write("tls.enabled = true\n");

        var read = Assert.IsType<Rereading.Read>(await reload.Run(default));

        Assert.Empty(read.Changed);
        Assert.Equal(["tls.cert"], read.NeedRestart);
    }

    private ConfigReload Start()
    {
        var started = _file.Right();
        Assert.Null(ServingSettings.ReadLive(started, out var live));
        return new ConfigReload(started, live, level => _level = level);
    }
}
