using FsCheck.Fluent;
using static ChatRoom.Irc.Tests.Property;

namespace ChatRoom.Irc.Tests;

public class CaseFoldingTests
{
    [Theory]
    [InlineData(CaseMapping.Ascii, "AZ[]\\^", "az[]\\^")]
    [InlineData(CaseMapping.Rfc1459, "AZ[]\\^", "az{}|~")]
    [InlineData(CaseMapping.Rfc1459Strict, "AZ[]\\^", "az{}|^")]
    [InlineData(CaseMapping.Rfc1459, "@_`{}|~09\u00c4\u0130\u212a", "@_`{}|~09\u00c4\u0130\u212a")]
    public void Each_mapping_folds_its_own_letters(CaseMapping mapping, string name, string folded)
    {
        Assert.Equal(folded, mapping.Fold(name));
        Assert.True(mapping.Same(name, folded));
    }

    [Theory]
    [InlineData(CaseMapping.Ascii)]
    [InlineData(CaseMapping.Rfc1459)]
    [InlineData(CaseMapping.Rfc1459Strict)]
    public void Folding_again_changes_nothing_and_copies_nothing(CaseMapping mapping) => Holds(Text, text =>
    {
        var folded = mapping.Fold(text + "X");
        Assert.Same(folded, mapping.Fold(folded));
    });

    [Theory]
    [InlineData(CaseMapping.Ascii)]
    [InlineData(CaseMapping.Rfc1459)]
    [InlineData(CaseMapping.Rfc1459Strict)]
    public void Bytes_and_text_are_folded_alike(CaseMapping mapping)
    {
        for (var c = '\0'; c < 0x800; c++)
        {
            var name = $"x{c}";
            var bytes = Utf8(name);
            Assert.Equal(bytes.Length, mapping.Fold(bytes, bytes));
            Assert.Equal(mapping.Fold(name), Utf8(bytes));
        }
    }

    [Fact]
    public void Names_are_the_same_if_they_fold_to_the_same() => Holds(Text.Two(), pair =>
    {
        Assert.Equal(
            CaseMapping.Rfc1459.Fold(pair.Item1) == CaseMapping.Rfc1459.Fold(pair.Item2),
            CaseMapping.Rfc1459.Same(pair.Item1, pair.Item2));
        Assert.True(CaseMapping.Ascii.Same(pair.Item1, pair.Item1.ToUpperInvariant()) || !System.Text.Ascii.IsValid(pair.Item1));
    });

    [Fact]
    public void Every_mapping_has_a_name_and_is_found_by_it()
    {
        foreach (var mapping in Enum.GetValues<CaseMapping>())
            Assert.Equal(mapping, CaseFolding.Parse(mapping.Name()));
        Assert.Equal(CaseMapping.Rfc1459Strict, CaseFolding.Parse("strict-rfc1459"));
        Assert.Null(CaseFolding.Parse("rfc8265"));
    }
}
