using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.Tests;

public class ThemeTests
{
    public static TheoryData<string> Themes => [.. BuiltInThemes.All.Select(theme => theme.Name)];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Every_role_can_be_read(string name)
    {
        var theme = BuiltInThemes.Find(name)!;
        var least = theme == BuiltInThemes.HighContrast ? 7 : Contrast.Readable;

        Assert.All(ThemeRoles.All, role =>
        {
            var style = role.Read(theme);
            Assert.Equal(style.Foreground is null, style.Background is null);
            if (style is { Foreground: { } front, Background: { } behind })
                Assert.True(Contrast.Ratio(front, behind) >= least, $"{role.Name} of {name}: {Contrast.Ratio(front, behind):0.00}");
        });
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void What_stands_out_differs_from_the_text(string name)
    {
        var theme = BuiltInThemes.Find(name)!;

        Assert.All([theme.Selected, theme.Unread, theme.Mention, theme.Error, theme.Link, theme.Button], style => Assert.NotEqual(theme.Text, style));
    }

    [Fact]
    public void The_contrast_is_that_of_wcag()
    {
        Assert.Equal(21, Contrast.Ratio(new Rgb(0, 0, 0), new Rgb(255, 255, 255)), 3);
        Assert.Equal(4.54, Contrast.Ratio(new Rgb(0x76, 0x76, 0x76), new Rgb(255, 255, 255)), 2);
    }

    [Theory]
    [InlineData("ann", 3000821680u)]
    [InlineData("bob", 4217751190u)]
    [InlineData("日本語", 2166782459u)]
    public void The_hash_of_a_nickname_is_the_same_on_every_machine(string nick, uint hash) => Assert.Equal(hash, NicknameColours.Hash(nick));

    [Theory]
    [MemberData(nameof(Themes))]
    public void Every_colour_of_a_nickname_can_be_read_whatever_the_seed(string name)
    {
        var theme = BuiltInThemes.Find(name)!;
        for (var i = 0; i < 2_000; i++)
        {
            var colour = NicknameColours.Of($"nick{i}", theme, i % 2 == 0 ? null : (uint)i * 7919);
            Assert.Equal(theme.Nicknames.Count == 0, colour is null);
            if (colour is { } shown)
                Assert.True(Contrast.Ratio(shown, theme.Text.Background!.Value) >= Contrast.Readable, $"{shown} in {name}");
        }
    }

    [Fact]
    public void Nicknames_are_spread_over_the_colours_and_a_seed_draws_others()
    {
        var nicks = Enumerable.Range(0, 200).Select(i => $"ann{i}").ToList();

        Assert.Equal(BuiltInThemes.Dark.Nicknames.Count, nicks.Select(nick => NicknameColours.Of(nick, BuiltInThemes.Dark, null)).Distinct().Count());
        Assert.True(nicks.Select(nick => NicknameColours.Of(nick, BuiltInThemes.Dark, 1)).Distinct().Count() >= 10);
        Assert.NotEqual(NicknameColours.Of("ann", BuiltInThemes.Dark, 1), NicknameColours.Of("ann", BuiltInThemes.Dark, 2));
        Assert.Equal(NicknameColours.Of("ann", BuiltInThemes.Dark, 1), NicknameColours.Of("ann", BuiltInThemes.Dark, 1));
    }

    [Fact]
    public void A_theme_file_names_what_is_different()
    {
        var isRight = ThemeFile.TryParse("sea", "# the sea\nmention = #ffcc00 bold underline\ntext = #eeeeff #001020\nbased on = dark\nlink = - -\nnicknames = #112233, #445566\n", out var theme, out var refusals);

        Assert.True(isRight, string.Join('\n', refusals));
        Assert.Equal(new Style(new Rgb(0xff, 0xcc, 0), new Rgb(0, 0x10, 0x20), Emphasis.Bold | Emphasis.Underline), theme!.Mention);
        Assert.Equal(new Rgb(0, 0x10, 0x20), theme.Faint.Background);
        Assert.Equal(BuiltInThemes.Dark.Bar, theme.Bar);
        Assert.Equal(new Style(), theme.Link);
        Assert.Equal([new Rgb(0x11, 0x22, 0x33), new Rgb(0x44, 0x55, 0x66)], theme.Nicknames);
        Assert.Equal(("sea", false), (theme.Name, theme.IsLight));
    }

    [Theory]
    [InlineData("txet = #ffffff", "line 1: there is no role 'txet'; did you mean text?")]
    [InlineData("\nwhatever = #ffffff", "line 2: there is no role 'whatever'; there are: text, faint, ")]
    [InlineData("text #ffffff", "line 1: 'text #ffffff' has no '='; write: role = foreground background emphasis")]
    [InlineData("text = white", "line 1: 'white' is neither a colour nor an emphasis; a colour is #rrggbb, or - for the terminal's own; emphasis is any of: bold, dim, ")]
    [InlineData("text = #fff", "line 1: '#fff' is neither a colour nor an emphasis")]
    [InlineData("text =", "line 1: text has no value; write: text = foreground background emphasis")]
    [InlineData("text = #ffffff #000000 #111111", "line 1: '#111111' is too much")]
    [InlineData("based on = sea", "line 1: there is no theme 'sea' to be based on; there are: dark, light, contrast, mono")]
    [InlineData("nicknames = red", "line 1: 'red' is no colour")]
    public void A_mistake_in_a_theme_file_is_named_with_its_line(string text, string refusal)
    {
        Assert.False(ThemeFile.TryParse("own", text, out _, out var refusals));
        Assert.StartsWith(refusal, Assert.Single(refusals), StringComparison.Ordinal);
    }
}
