using ChatRoom.Client.Chat;
using ChatRoom.Client.Text;
using ChatRoom.Tui.ChatScreen.Lines;
using ChatRoom.Tui.ChatScreen.Overlays;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.Tests.ChatScreen;

/// <summary>Strangers' words as pieces, rows and sentences.</summary>
public class LineTests
{
    private static readonly Style Ground = BuiltInThemes.Dark.Text;

    [Theory]
    [InlineData("https://example.org", "https://example.org")]
    [InlineData("see https://example.org/a.", "https://example.org/a")]
    [InlineData("(https://example.org/a)", "https://example.org/a")]
    [InlineData("https://en.wikipedia.org/wiki/C_(language)", "https://en.wikipedia.org/wiki/C_(language)")]
    [InlineData("(https://en.wikipedia.org/wiki/C_(language)).", "https://en.wikipedia.org/wiki/C_(language)")]
    [InlineData("<http://a.b/c?d=e&f#g>, and", "http://a.b/c?d=e&f#g")]
    [InlineData("\"irc://irc.example.org/lobby\"!", "irc://irc.example.org/lobby")]
    [InlineData("HTTP://EXAMPLE.ORG", "HTTP://EXAMPLE.ORG")]
    [InlineData("https://a.b and https://c.d", "https://a.b https://c.d")]
    [InlineData("see www.example.org/a, or https://www.example.org.", "www.example.org/a https://www.example.org")]
    [InlineData("WWW.example.org", "WWW.example.org")]
    [InlineData("www. awww.b ann@www.b xhttps://www.b www.", "")]
    [InlineData("https:// file:///etc/passwd javascript:alert(1) xhttps://a.b", "")]
    [InlineData("", "")]
    public void Addresses_are_found_without_what_ends_the_sentence(string text, string found) =>
        Assert.Equal(found, string.Join(' ', Links.In(text).Select(range => text[range])));

    [Fact]
    public void An_address_with_formatting_inside_is_one_link()
    {
        var pieces = FormattedText.Of("go \u0002https://exa\u0002mple.org!", Ground, BuiltInThemes.Dark);

        Assert.Equal(["go ", "https://exa", "mple.org", "!"], pieces.Select(piece => piece.Text));
        Assert.Equal(["https://example.org", "https://example.org"], pieces.Where(piece => piece.Style.Link is not null).Select(piece => piece.Style.Link));
    }

    [Theory]
    [InlineData("\u0002a\u0002b", Emphasis.Bold)]
    [InlineData("\u001da\u001db", Emphasis.Italic)]
    [InlineData("\u001fa\u000fb", Emphasis.Underline)]
    [InlineData("\u001ea\u001eb", Emphasis.Strike)]
    [InlineData("\u0016a\u0016b", Emphasis.Reverse)]
    [InlineData("\u0002\u001da\u000fb", Emphasis.Bold | Emphasis.Italic)]
    public void Formatting_becomes_emphasis(string text, Emphasis emphasis)
    {
        var pieces = FormattedText.Of(text, Ground, BuiltInThemes.Dark);
        Assert.Equal([new Piece("a", Ground with { Emphasis = emphasis }), new Piece("b", Ground)], pieces);
    }

    [Theory]
    [InlineData("\u000304a", 0xff0000, -1)]
    [InlineData("\u00034,12a", 0xff0000, 0x0000fc)]
    [InlineData("\u000398a", 0xffffff, -1)]
    [InlineData("\u000316,99a", 0x470000, -1)]
    [InlineData("\u000412AbCda", 0x12abcd, -1)]
    [InlineData("\u0004123456,654321a", 0x123456, 0x654321)]
    public void Colours_are_mapped(string text, int front, int back)
    {
        var piece = Assert.Single(FormattedText.Of(text, Ground, BuiltInThemes.Dark));
        var expected = Ground with { Foreground = IrcColors.OfHex(front), Background = back < 0 ? Ground.Background : IrcColors.OfHex(back) };
        Assert.Equal(new Piece("a", expected), piece);
    }

    [Fact]
    public void A_theme_without_colours_takes_none_from_strangers()
    {
        var plain = new Theme("plain");
        Assert.Equal([new Piece("a", plain.Text)], FormattedText.Of("\u00034,12a", plain.Text, plain));
    }

    [Fact]
    public void All_that_is_harmful_is_made_harmless()
    {
        var all = string.Concat(Enumerable.Range(0, 0x10000).Where(c => c is < 0xD800 or > 0xDFFF).Select(c => (char)c));
        var shown = string.Concat(FormattedText.Of(all, Ground, BuiltInThemes.Dark).Select(piece => piece.Text));
        Assert.DoesNotContain(shown, c => c != '\n' && TerminalText.IsHarmful(c));
    }

    [Theory]
    [InlineData("one two three", 8, "one two|three")]
    [InlineData("one  two", 4, "one|two")]
    [InlineData("abcdefghij", 4, "abcd|efgh|ij")]
    [InlineData("a\nb\n\nc", 10, "a|b||c")]
    [InlineData("日本語", 4, "日本|語")]
    [InlineData("日本語", 5, "日本|語")]
    [InlineData("ab 日本", 5, "ab 日|本")]
    [InlineData("日本。", 4, "日|本。")]
    [InlineData("", 4, "")]
    [InlineData("字", 1, "字")]
    public void Text_is_broken_at_the_right_places(string text, int width, string rows) =>
        Assert.Equal(rows, string.Join('|', Wrapping.Of([new Piece(text, Ground)], width).Select(row => string.Concat(row.Select(piece => piece.Text)))));

    [Fact]
    public void A_button_is_never_broken() => Assert.Equal(2, Wrapping.Of([new Piece("a ", Ground), new Piece("[take back]", Ground, Whole: true)], 11).Count);

    [Theory]
    [InlineData("+Tuan", "Tuan came")]
    [InlineData("+Tuan +Duy", "Tuan and Duy came")]
    [InlineData("+Tuan +Duy +An", "Tuan, Duy and An came")]
    [InlineData("+Tuan +Duy +An +Mai +Hoa -Long", "Tuan, Duy and 3 others came; Long left")]
    [InlineData("+Tuan -Tuan", "Tuan came and left (bye)")]
    [InlineData("-Tuan +tuan", "Tuan left and came back")]
    [InlineData("-Tuan", "Tuan left (bye)")]
    public void Comings_and_goings_are_one_sentence(string walks, string said)
    {
        var passing = walks.Split(' ').Select<string, EntryWhat>(walk =>
            walk[0] == '+' ? new EntryWhat.Came(walk[1..]) : new EntryWhat.Quit(walk[1..], "bye"));
        Assert.Equal(said, JoinPartSummary.Text(passing, nick => nick.ToLowerInvariant()));
    }

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("日本語", 6, "日本語")]
    [InlineData("日本語", 5, "日本…")]
    [InlineData("日本語", 4, "日…")]
    [InlineData("abc", 0, "")]
    public void What_is_too_wide_is_clipped(string text, int width, string clipped) => Assert.Equal(clipped, Clipped.To(text, width));

    [Theory]
    [InlineData("#dotnet", "dn", true)]
    [InlineData("#dotnet", "DOT", true)]
    [InlineData("#dotnet", "td", false)]
    [InlineData("#dotnet", "", true)]
    public void A_few_letters_find_a_room(string name, string filter, bool found) => Assert.Equal(found, SwitcherSearch.Score(name, filter) is not null);

    [Fact]
    public void Of_up_to_sixteen_who_speak_no_two_have_the_same_colour()
    {
        var room = new Furnished();
        for (var i = 0; i < 16; i++)
            room.Say($"nick{i}", "hello");
        var model = room.At(100, 40);

        var colours = Enumerable.Range(0, 16).Select(i => NickStyle.Of($"nick{i}", false, model).Foreground).ToList();

        Assert.Equal(16, colours.Distinct().Count());
        Assert.DoesNotContain(model.Theme.Mention.Foreground, colours);
    }

    [Theory]
    [InlineData("An", "12:00 Tuan", "12:00   An")]
    [InlineData("Alexandra", "12:00      Tuan", "12:00 Alexandra")]
    [InlineData("averylongnickname", "12:00         Tuan", "12:00 averylongni…")]
    public void The_column_of_names_is_as_wide_as_they_are(string nick, string own, string other)
    {
        var play = new TalkPlay(new Furnished().Say("Tuan", "a").After(TimeSpan.FromMinutes(-1)).Say(nick, "b").At(80, 24));
        Assert.StartsWith(own, play.Messages[^2]);
        Assert.StartsWith(other, play.Messages[^1]);
    }

    [Fact]
    public void A_blank_column_keeps_the_text_from_the_border()
    {
        var play = new TalkPlay(new Furnished().Say("An", new string('x', 500)).At(100, 30));
        Assert.All(play.Rows.Skip(1).Take(25).Where(row => row.Contains("xxx")), row => Assert.Contains("x │", row));
    }

    [Fact]
    public void Comings_of_different_times_are_different_lines()
    {
        var room = new Furnished().Add(new EntryWhat.Came("An")).Add(new EntryWhat.Came("Duy")).After(TimeSpan.FromMinutes(20)).Add(new EntryWhat.Came("Mai"));
        var play = new TalkPlay(room.At(80, 24));
        Assert.EndsWith("An and Duy came", play.Messages[^2].TrimEnd());
        Assert.EndsWith("Mai came", play.Messages[^1].TrimEnd());
    }
}
