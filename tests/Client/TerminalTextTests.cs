using ChatRoom.Client.Text;

namespace ChatRoom.Client.Tests;

public class TerminalTextTests
{
    [Theory]
    [InlineData("Hello, Duy!", "Hello, Duy!")]
    [InlineData("Xin chào 👋🏽 日本語 שלום", "Xin chào 👋🏽 日本語 שלום")]
    [InlineData("\u001b[31mred\u001b[0m", "\uFFFD[31mred\uFFFD[0m")]
    [InlineData("\u001b]0;title\u0007", "\uFFFD]0;title\uFFFD")]
    [InlineData("\u009b2J\u0085", "\uFFFD2J\uFFFD")]
    [InlineData("a\u007fb\bc\rd\ne", "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe")]
    [InlineData("a\tb", "a b")]
    [InlineData("\u202Eevil\u202C \u2066x\u2069 \u200Fy\u200E \u061Cz", "\uFFFDevil\uFFFD \uFFFDx\uFFFD \uFFFDy\uFFFD \uFFFDz")]
    [InlineData("a\u2028b\u2029c", "a\uFFFDb\uFFFDc")]
    [InlineData("\u0002bold\u0002 \u001ditalic\u001d \u001funder\u000f", "bold italic under")]
    [InlineData("\u000304red\u0003 \u00034,12both \u0003,1 \u000312345", "red both ,1 345")]
    [InlineData("\u0004FF0000red \u0004FF0000,00FF00both \u0004FFno", "red both FFno")]
    [InlineData("\u0003", "")]
    [InlineData("\u0001", "\uFFFD")]
    [InlineData("family: 👨\u200D👩\u200D👧", "family: 👨\u200D👩\u200D👧")]
    public void Strangers_text_is_made_harmless(string text, string shown) => Assert.Equal(shown, TerminalText.Sanitize(text));

    [Fact]
    public void No_control_or_bidi_control_ever_reaches_a_terminal()
    {
        var all = string.Concat(Enumerable.Range(0, 0x10000).Where(c => c is < 0xD800 or > 0xDFFF).Select(c => (char)c));

        var shown = TerminalText.Sanitize(all);

        Assert.DoesNotContain(shown, c => char.IsControl(c) || c is '\u061C' or '\u200E' or '\u200F'
            || (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069'));
    }
}
