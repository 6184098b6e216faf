using ChatRoom.Cli.Config;

namespace ChatRoom.Cli.Tests.Config;

/// <summary>Settings from a file, the environment and flags: which of them counts, and what is said about those that are wrong.</summary>
public sealed class ConfigurationTests : IDisposable
{
    private readonly SettingsFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void A_flag_goes_before_the_environment_and_that_before_the_file()
    {
        _file.Write("[flood]\nburst = 1\nrate = 1\n[listen]\nport = 1\n");
        (_file.Environment["CHATROOM_FLOOD_RATE"], _file.Environment["CHATROOM_LISTEN_PORT"]) = ("2", "2");
        _file.Flags[ConfigTable.Port] = ["3"];

        var read = _file.Right();

        Assert.Equal((1, ConfigSource.File), (read.Get(ConfigTable.FloodBurst), read.SourceOf(ConfigTable.FloodBurst)));
        Assert.Equal((2, ConfigSource.Environment), (read.Get(ConfigTable.FloodRate), read.SourceOf(ConfigTable.FloodRate)));
        Assert.Equal((3, ConfigSource.Flag), (read.Get(ConfigTable.Port), read.SourceOf(ConfigTable.Port)));
        Assert.Equal((6697, ConfigSource.Default), (read.Get(ConfigTable.TlsPort), read.SourceOf(ConfigTable.TlsPort)));
    }

    /// <summary>The row that somebody adds next is tried as well.</summary>
    [Fact]
    public void Every_setting_can_be_given_in_the_environment_and_in_the_file()
    {
        foreach (var key in ConfigTable.All)
        {
            var (word, toml) = Other(key);
            _file.Environment.Clear();
            _file.Environment[key.Variable] = word;
            _file.Write(Neighbours(key));
            Assert.Equal(toml, key.Print(_file.Right().ValueOf(key)));

            _file.Environment.Clear();
            _file.Write($"{key.Name} = {toml}\n{Neighbours(key)}");
            var read = _file.Right();
            Assert.Equal((toml, ConfigSource.File), (key.Print(read.ValueOf(key)), read.SourceOf(key)));
        }
    }

    [Fact]
    public void Names_of_variables_and_flags_are_given_once()
    {
        Assert.Distinct(ConfigTable.All.Select(key => key.Name));
        Assert.Distinct(ConfigTable.All.Select(key => key.Variable));
        Assert.Distinct(ConfigTable.All.Select(key => key.Flag).OfType<string>());
        Assert.All(ConfigTable.All, key => Assert.True(key.Print(key.Default) is not null || key.Example is not null, key.Name));
    }

    [Theory]
    [InlineData("[flood]\nbrust = 40", "chat.toml:2:1: there is no key 'flood.brust'; did you mean flood.burst?")]
    [InlineData("nmae = \"x\"", "chat.toml:1:1: there is no key 'nmae'; did you mean server.name?")]
    [InlineData("[flood]\nx = 1", "chat.toml:2:1: there is no key 'flood.x'; there are: flood.control, flood.burst, flood.rate")]
    [InlineData("[tea]\ncups = 1", "chat.toml:2:1: there is no key 'tea.cups'; there are the sections: [server], [listen], [tls],")]
    [InlineData("[flood]\n  rate = 0", "chat.toml:2:10: flood.rate '0' is not a number from 1 to 10000")]
    [InlineData("flood.rate = 99999999999", "chat.toml:1:14: flood.rate '99999999999' is not a number from 1 to 10000")]
    [InlineData("flood = { rate = \"10\" }", "chat.toml:1:18: flood.rate wants digits without quotes: a number from 1 to 10000")]
    [InlineData("flood.control = \"on\"", "chat.toml:1:17: flood.control wants a switch without quotes: true or false")]
    [InlineData("server.name = 7", "chat.toml:1:15: server.name wants text in quotes: 1 to 63 letters")]
    [InlineData("server.name = \"a!b\"", "chat.toml:1:15: server.name 'a!b': a server's name has 1 to 63 letters")]
    [InlineData("server.data = \"\"", "chat.toml:1:15: server.data '' is empty; name a file or a folder")]
    [InlineData("listen.proxy_from = \"10.0.0.1\"", "chat.toml:1:21: listen.proxy_from wants a list of texts in brackets")]
    [InlineData("listen.proxy_from = [\"10.0.0.1\", \"tea\"]", "chat.toml:1:21: listen.proxy_from 'tea' is no address and no network")]
    [InlineData("log.level = \"loud\"", "chat.toml:1:13: log.level 'loud' is none of: debug, info, warning, error")]
    [InlineData("[[tls]]", "chat.toml:1:1: there are no lists of sections: write [tls]")]
    [InlineData("flood.rate = 1\nflood.rate = 2", "chat.toml:2:1: The key `flood.rate` is already defined at (1,1) and cannot be given again")]
    [InlineData("[listen]\nport = ", "chat.toml:2:8: Unexpected token")]
    [InlineData("[listen]\nhost = \"0.0.0.0\"", "chat.toml:2:8: listen.host 0.0.0.0 can be reached by others, and there is no TLS; set tls.enabled = true, or set listen.insecure = true")]
    [InlineData("limits.ping_timeout_seconds = 60", "chat.toml:1:31: limits.ping_timeout_seconds 60 has to be more than limits.ping_after_seconds, which is 90")]
    [InlineData("tls.cert = \"c\"", "belong together: give both")]
    [InlineData("server.memory = true\nserver.data = \"x\"", "chat.toml:1:17: server.memory and chat.toml:2:15: server.data exclude each other")]
    [InlineData("server.memory = true\nserver.journal = \"postgres://db\"", "chat.toml:1:17: server.memory and chat.toml:2:18: server.journal exclude each other")]
    [InlineData("server.journal = \"mysql://db\"", "chat.toml:1:18: server.journal 'mysql://db' is no address of a PostgreSQL database")]
    public void A_mistake_in_the_file_is_named_with_its_place_and_what_is_right(string text, string wrong)
    {
        _file.Write(text);

        Assert.Contains(wrong, Assert.Single(_file.Wrong()));
    }

    [Fact]
    public void All_mistakes_are_said_at_once()
    {
        _file.Write("flood.rate = 0\nflood.brust = 1\n");
        (_file.Environment["CHATROOM_LISTEN_PORT"], _file.Environment["CHATROOM_FLOOD_RAET"]) = ("tcp://10.0.0.1", "1");

        Assert.Equal(
            [
                "chat.toml:1:14: flood.rate '0' is not a number from 1 to 10000", "chat.toml:2:1: there is no key 'flood.brust'; did you mean flood.burst?",
                "CHATROOM_LISTEN_PORT 'tcp://10.0.0.1' is not a number from 0 to 65535",
                "there is no variable CHATROOM_FLOOD_RAET; did you mean CHATROOM_FLOOD_RATE?",
            ],
            _file.Wrong());
    }

    [Fact]
    public void Variables_of_others_and_empty_ones_are_none_of_ours()
    {
        _file.Write("");
        foreach (var name in (string[])["CHATROOM_SERVICE_HOST", "CHATROOM_PORT", "CHATROOM_TLS_SERVICE_PORT", "CHATROOM_NICK", "CHATROOM_CONFIG"])
            _file.Environment[name] = "x";
        _file.Environment["CHATROOM_FLOOD_RATE"] = "";

        Assert.Equal(ConfigTable.FloodRate.Default, _file.Right().Get(ConfigTable.FloodRate));
    }

    [Fact]
    public void A_server_that_keeps_nothing_overrules_the_folder_that_the_environment_names()
    {
        _file.Write("");
        _file.Environment["CHATROOM_DATA"] = "/srv/chat";
        _file.Flags[ConfigTable.Memory] = ["true"];

        Assert.True(_file.Right().Get(ConfigTable.Memory));
    }

    [Fact]
    public void A_path_is_meant_from_where_the_file_lies()
    {
        _file.Write("server.motd_file = \"motd\"");

        Assert.Equal(_file.Beside("motd"), _file.Right().Get(ConfigTable.MotdFile));
    }

    [Theory]
    [InlineData("")]
    [InlineData("server.network = \"Tea\"\nserver.motd_file = \"/a \\\"b\\\"\\\\\\u0007\"\nlisten.proxy_from = [\"10.0.0.0/8\", \"::1\"]\nhttp.port = 0\nrules.topic_bytes = 10\nlog.level = \"error\"")]
    public void What_is_printed_can_be_read_back_and_means_the_same(string text)
    {
        _file.Write(text);
        var first = _file.Right();
        var printed = ConfigText.ToFile(first);

        _file.Write(printed);
        var second = _file.Right();

        Assert.Empty(second.DifferencesFrom(first));
        Assert.Equal(printed, ConfigText.ToFile(second));
        Assert.All(ConfigTable.All, key => Assert.Contains($"{key.Leaf} = ", printed));
    }

    /// <summary>A value that is not the default, as a word and as the file has it.</summary>
    private static (string Word, string Toml) Other(ConfigKey key) => key.Shape switch
    {
        ConfigShape.Switch => key.Default is true ? ("off", "false") : ("on", "true"),
        ConfigShape.Number when key == ConfigTable.PingAfterSeconds => ("20", "20"),
        ConfigShape.Number when key == ConfigTable.PasswordIterations => ("5000", "5000"),
        ConfigShape.Number => ("200", "200") is var number && key.Read(["200"], out var wrong) is not null && wrong is null ? number : ("7", "7"),
        ConfigShape.List when key == ConfigTable.RetentionOfRooms => ("#tea=7,#a=b=0", "[\"#tea=7\", \"#a=b=0\"]"),
        ConfigShape.List when key == ConfigTable.Origins => ("https://a.example,*", "[\"https://a.example\", \"*\"]"),
        ConfigShape.List when key == ConfigTable.DeniedTags => ("*,-typing", "[\"*\", \"-typing\"]"),
        ConfigShape.List => ("10.0.0.0/8,::1", "[\"10.0.0.0/8\", \"::1/128\"]"),
        ConfigShape.Text when key.Choices.Count > 0 => (key.Choices[^1], $"\"{key.Choices[^1]}\""),
        ConfigShape.Text when key == ConfigTable.HttpHost => ("::1", "\"::1\""),
        ConfigShape.Text when key == ConfigTable.UnixMode => ("600", "\"600\""),
        ConfigShape.Text when key == ConfigTable.Icon => ("https://x.example/icon.png", "\"https://x.example/icon.png\""),
        ConfigShape.Text when key == ConfigTable.Journal => ("postgres://me@db/chat", "\"postgres://me@db/chat\""),
        ConfigShape.Text => key.IsPath ? (Path.GetFullPath("/x"), $"\"{Path.GetFullPath("/x")}\"") : ("localhost", "\"localhost\""),
        _ => throw new InvalidOperationException($"{key.Shape} is missing in Other."),
    };

    /// <summary>What a setting needs to make sense.</summary>
    private static string Neighbours(ConfigKey key) =>
        key == ConfigTable.TlsCert ? "tls.key = \"k\"\n"
        : key == ConfigTable.TlsKey ? "tls.cert = \"c\"\n"
        : key == ConfigTable.WebIrcPasswordFile ? "webirc.from = [\"10.0.0.1\"]\n"
        : key == ConfigTable.WebIrcFrom ? "webirc.password_file = \"p\"\n"
        : "";
}
