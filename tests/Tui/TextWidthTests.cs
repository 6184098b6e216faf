using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Tests;

public sealed class TextWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("plain", 5)]
    [InlineData("Tiếng Việt", 10)]
    [InlineData("e\u0301a\u0308\u0323", 2)]
    [InlineData("日本語", 6)]
    [InlineData("ｆｕｌｌ", 8)]
    [InlineData("ﾊﾝｶｸ", 4)]
    [InlineData("한글", 4)]
    [InlineData("\u1112\u1161\u11AB", 2)]
    [InlineData("👍", 2)]
    [InlineData("👍🏽", 2)]
    [InlineData("👩‍👩‍👧‍👦", 2)]
    [InlineData("🏳️‍🌈", 2)]
    [InlineData("🇻🇳🇩🇪", 4)]
    [InlineData("🇻", 2)]
    [InlineData("🏽", 2)]
    [InlineData("☰䷀", 4)]
    [InlineData("㉈", 1)]
    [InlineData("❤", 1)]
    [InlineData("❤️", 2)]
    [InlineData("1️⃣", 2)]
    [InlineData("#️⃣", 2)]
    [InlineData("กำ", 2)]
    [InlineData("ที่", 1)]
    [InlineData("का", 2)]
    [InlineData("──┤", 3)]
    [InlineData("\u0301", 0)]
    [InlineData("\u200B\u200D\u2060\uFEFF", 0)]
    [InlineData("\t\r\n\e\u0085\u2028", 0)]
    public void A_text_takes_as_many_cells_as_terminals_give_it(string text, int width) => Assert.Equal(width, TextWidth.Of(text));

    [Fact]
    public void Half_of_a_pair_takes_the_room_of_what_is_shown_for_it() => Assert.Equal(1, TextWidth.Of("\uD83D"));

    [Fact]
    public void The_clusters_of_a_text_are_the_text()
    {
        var random = new Random(4);
        for (var round = 0; round < 2_000; round++)
        {
            var text = new string([.. Enumerable.Range(0, 20).Select(_ => (char)(random.Next(4) == 0 ? random.Next(0x10000) : random.Next(0x80)))]);

            Assert.Equal(text, string.Concat(TextWidth.Clusters(text)));
            Assert.All(TextWidth.Clusters(text), cluster => Assert.InRange(TextWidth.OfCluster(cluster.Span), 0, 2));
        }
    }

    [Fact]
    public void A_cluster_with_a_width_has_no_control_character()
    {
        for (var c = '\0'; c < '\uD800'; c++)
        {
            foreach (var text in new[] { $"a{c}", $"{c}\u0301", $"👍{c}\u200D", $"\r{c}" })
                Assert.DoesNotContain(TextWidth.Clusters(text), cluster => TextWidth.OfCluster(cluster.Span) > 0 && Has(cluster.Span, char.IsControl));
        }
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("é", true)]
    [InlineData("e\u0301", true)]
    [InlineData("日", true)]
    [InlineData("─", true)]
    [InlineData("👍", false)]
    [InlineData("❤️", false)]
    [InlineData("ก", false)]
    [InlineData("a\u20E3", false)]
    [InlineData("", false)]
    public void Of_some_clusters_all_terminals_have_the_same_opinion(string cluster, bool isCertain) =>
        Assert.Equal(isCertain, TextWidth.IsCertain(cluster));

    private static bool Has(ReadOnlySpan<char> text, Func<char, bool> what)
    {
        foreach (var c in text)
        {
            if (what(c))
                return true;
        }
        return false;
    }
}
