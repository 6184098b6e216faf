using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Settings;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.Tests;

public sealed class SettingsTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("chatroom-settings");

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public void Each_setting_takes_its_values_and_its_default_back()
    {
        Assert.All(SettingTable.All, setting => Assert.All(setting.Values.Append(setting.Default), value =>
        {
            Assert.True(setting.TrySet(Preferences.Default, value, out var set, out var refusal), refusal);
            Assert.Equal(value, setting.Read(set));
        }));
    }

    [Theory]
    [InlineData("palette", "rainbow", "'rainbow' is no value for palette; give one of: steady, random")]
    [InlineData("palette", "1", "'1' is no value for palette")]
    [InlineData("bell", "loud", "'loud' is no value for bell; give one of: on, off")]
    [InlineData("nick", "two words", "'two words' is no value for nick; give a nickname has 1 to 30 characters")]
    [InlineData("theme", "../etc", "'../etc' is no value for theme; give auto, dark, light, contrast, mono, or the name of a file")]
    public void A_value_that_is_none_is_refused_with_what_would_be_right(string name, string value, string expected)
    {
        Assert.False(SettingTable.Find(name)!.TrySet(Preferences.Default, value, out _, out var refusal));
        Assert.StartsWith(expected, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_mistakes_counts_as_far_as_it_is_right()
    {
        var preferences = SettingsText.Parse("# mine\ntheme = light\nplaette = random\nbell\ntime = never\n", out var refusals);

        Assert.Equal(Preferences.Default with { Theme = "light" }, preferences);
        Assert.Equal(3, refusals.Count);
        Assert.Equal("line 3: there is no setting 'plaette'; did you mean palette?", refusals[0]);
        Assert.Equal("line 4: 'bell' has no '='; write: name = value", refusals[1]);
        Assert.StartsWith("line 5: 'never' is no value for time; give one of: HH:mm, ", refusals[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "theme = light\n")]
    [InlineData("# mine\nTheme=dark\n\n# end", "# mine\ntheme = light\n\n# end\n")]
    [InlineData("bell = off\n", "bell = off\ntheme = light\n")]
    [InlineData("#theme = dark\n", "#theme = dark\ntheme = light\n")]
    [InlineData("theme = dark\r\ntheme = mono\r\n", "theme = dark\ntheme = light\n")]
    public void A_changed_setting_leaves_the_rest_of_the_file_as_it_is(string before, string after) =>
        Assert.Equal(after, SettingsText.With(before, SettingTable.Find("theme")!, "light"));

    [Fact]
    public void A_setting_that_is_saved_is_there_at_the_next_start()
    {
        var settings = new UserSettings(new ConfigFolder(Path.Combine(_home.FullName, "new", "chatroom")));

        Assert.Null(settings.Save(SettingTable.Find("palette")!, "random"));
        Assert.Null(settings.Save(SettingTable.Find("bell")!, "off"));

        Assert.Equal(Preferences.Default with { Palette = Palette.Random, Bell = false }, settings.Load(out var refusals));
        Assert.Empty(refusals);
        Assert.Single(Directory.GetFiles(Path.Combine(_home.FullName, "new", "chatroom")));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_said_and_nothing_thrown()
    {
        File.WriteAllText(Path.Combine(_home.FullName, "file"), "");
        var settings = new UserSettings(new ConfigFolder(Path.Combine(_home.FullName, "file")));

        Assert.StartsWith("cannot write '", settings.Save(SettingTable.Find("bell")!, "off"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_ten_servers_are_remembered_the_last_first_and_once()
    {
        var settings = new UserSettings(new ConfigFolder(_home.FullName));
        for (var i = 0; i < 15; i++)
            Assert.Null(settings.Remember(new RecentServer($"h{i}.example", 6697, true, "Duy", "#lobby", "duy")));
        Assert.Null(settings.Remember(new RecentServer("H9.example", 6697, true, "duy", "#tea", "")));

        var recent = settings.LoadRecent();

        Assert.Equal(RecentServers.Most, recent.Count);
        Assert.Equal(new RecentServer("H9.example", 6697, true, "duy", "#tea", ""), recent[0]);
        Assert.Equal(1, recent.Count(server => server.Host.Equals("h9.example", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("{\"Host\":\"a\",\"Port\":70000,\"Nick\":\"b\",\"Rooms\":\"\",\"Account\":\"\"}")]
    [InlineData("{\"Host\":\"a\",\"Port\":1}")]
    [InlineData("{not json}\n\n[]\nnull")]
    public void A_broken_line_among_the_servers_is_left_out(string text) => Assert.Empty(RecentServers.Parse(text));

    [Fact]
    public void No_password_is_in_the_servers_file()
    {
        var text = RecentServers.ToText([new RecentServer("a", 1, true, "b", "", "c")]);

        Assert.Equal("{\"Host\":\"a\",\"Port\":1,\"Tls\":true,\"Nick\":\"b\",\"Rooms\":\"\",\"Account\":\"c\"}\n", text);
    }

    [Fact]
    public void A_theme_of_ones_own_is_found_by_name_and_its_mistakes_with_the_file()
    {
        var settings = new UserSettings(new ConfigFolder(_home.FullName));
        Directory.CreateDirectory(Path.Combine(_home.FullName, "themes"));
        File.WriteAllText(Path.Combine(_home.FullName, "themes", "sea.theme"), "text = #ffffff #000030\n");
        File.WriteAllText(Path.Combine(_home.FullName, "themes", "bad.theme"), "txet = #ffffff\n");

        Assert.Equal(["dark", "light", "contrast", "mono", "bad", "sea"], settings.ThemeNames());
        Assert.Equal(new Rgb(0, 0, 0x30), settings.LoadTheme("sea", false, out _)!.Text.Background);
        Assert.Null(settings.LoadTheme("bad", false, out var refusals));
        Assert.EndsWith("bad.theme, line 1: there is no role 'txet'; did you mean text?", Assert.Single(refusals), StringComparison.Ordinal);
        Assert.Same(BuiltInThemes.Light, settings.LoadTheme("auto", true, out _));
        Assert.Null(settings.LoadTheme("see", false, out var unknown));
        Assert.Equal("there is no theme 'see'; did you mean sea?", Assert.Single(unknown));
    }

    [Theory]
    [InlineData("/own", "/xdg", "/own")]
    [InlineData(null, "/xdg", "/xdg/chatroom")]
    [InlineData(null, "relative", "/data/chatroom")]
    [InlineData("", null, "/data/chatroom")]
    public void The_folder_is_where_the_platform_keeps_such_things(string? own, string? xdg, string expected) =>
        Assert.Equal(expected, ConfigFolder.Find(name => name == ConfigFolder.Variable ? own : name == "XDG_CONFIG_HOME" ? xdg : null, "/data").Path);

    [Fact]
    public void What_was_left_is_read_as_it_was_written_and_a_broken_line_is_no_obstacle()
    {
        var left = new LeftServer("chat.example.org", 6697, "tuan", "Duy", [new("#lobby", true, DateTimeOffset.UnixEpoch, ""), new("Duy", false, null, "half a\nthought")]);
        var other = left with { Who = "Mai" };

        var read = LeftServers.Parse("{broken\n" + LeftServers.ToText(LeftServers.With([left with { Looking = "" }, other], left))).ToList();

        Assert.Equal(["tuan", "Mai"], read.Select(one => one.Who));
        Assert.Equal("Duy", read[0].Looking);
        Assert.Equal(left.Conversations, read[0].Conversations);
    }
}
