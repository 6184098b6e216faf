using System.Diagnostics;
using System.Globalization;
using System.Text;
using FsCheck.Fluent;
using static ChatRoom.Irc.Tests.Property;

namespace ChatRoom.Irc.Tests;

public class TextSplitterTests
{
    private const string Family = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67";

    [Theory]
    [InlineData("", 4, new string[0])]
    [InlineData("abc", 4, new[] { "abc" })]
    [InlineData("abcd", 4, new[] { "abcd" })]
    [InlineData("abcde", 4, new[] { "abcd", "e" })]
    [InlineData("abcd efgh ijkl", 10, new[] { "abcd efgh ", "ijkl" })]
    [InlineData("abcd efghi jkl", 10, new[] { "abcd efghi", " jkl" })]
    [InlineData("ab cdefghijkl", 10, new[] { "ab cdefghi", "jkl" })]
    [InlineData("\u00e9\u00e9\u00e9", 5, new[] { "\u00e9\u00e9", "\u00e9" })]
    [InlineData("abce\u0301", 5, new[] { "abc", "e\u0301" })]
    [InlineData("a" + Family + "b", 18, new[] { "a", Family, "b" })]
    [InlineData(Family, 10, new[] { "\ud83d\udc68\u200d", "\ud83d\udc69\u200d", "\ud83d\udc67" })]
    public void A_text_is_cut_where_it_disturbs_least(string text, int limit, string[] pieces) =>
        Assert.Equal(pieces, TextSplitter.Split(text, limit));

    [Fact]
    public void Half_a_surrogate_pair_counts_as_the_replacement_character() =>
        Assert.Equal(["\ud83dabc", "\ude00"], TextSplitter.Split("\ud83dabc\ude00", 6));

    [Fact]
    public void Pieces_fit_join_to_the_text_and_are_never_cut_inside_a_character() => Holds(
        from text in Text from limit in Gen.Choose(TextSplitter.LeastLimit, 40) select (text, limit),
        drawn =>
        {
            var pieces = TextSplitter.Split(drawn.text, drawn.limit);
            Assert.Equal(drawn.text, string.Concat(pieces));
            var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
            Assert.All(pieces, piece => Assert.InRange(strict.GetByteCount(piece), 1, drawn.limit));
        });

    [Fact]
    public void A_cluster_is_cut_only_if_it_is_longer_than_a_piece() => Holds(
        from text in Text from limit in Gen.Choose(18, 60) select (text, limit),
        drawn =>
        {
            // No cluster of the generator is longer than 18 bytes, but combining marks may pile up on one.
            if (Clusters(drawn.text).Any(cluster => Encoding.UTF8.GetByteCount(cluster) > drawn.limit))
                return;
            Assert.Equal(Clusters(drawn.text), TextSplitter.Split(drawn.text, drawn.limit).SelectMany(Clusters));
        });

    [Fact]
    public void A_piece_is_filled_to_two_thirds_at_least() => Holds(
        Gen.Elements("abc    ".ToCharArray()).ArrayOf(300).Select(chars => new string(chars)),
        text => Assert.All(TextSplitter.Split(text, 60).SkipLast(1), piece => Assert.InRange(piece.Length, 40, 60)));

    [Fact]
    public void One_endless_cluster_is_cut_in_a_time_that_grows_with_its_length()
    {
        // This takes 0.1 s. Were each piece to look at the whole rest, it would take minutes.
        var text = "e" + new string('\u0301', 2_000_000);
        var start = Stopwatch.GetTimestamp();
        Assert.Equal(text.Length, TextSplitter.Split(text, 400).Sum(piece => piece.Length));
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 20);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_limit_in_which_a_character_has_no_room_is_refused(int limit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TextSplitter.Split("a", limit));

    private static IEnumerable<string> Clusters(string text)
    {
        for (var each = StringInfo.GetTextElementEnumerator(text); each.MoveNext();)
            yield return each.GetTextElement();
    }
}
