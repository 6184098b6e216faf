using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Tests.Names;

public sealed class NickTests
{
    [Theory]
    [InlineData("T")]
    [InlineData("Tuan")]
    [InlineData("[o]\\`_^{|}-9")]
    public void A_nickname_of_letters_marks_and_later_digits_is_kept_as_written(string text) => Assert.Equal(text, Parsed(text).Text);

    [Theory]
    [InlineData(29)]
    [InlineData(30)]
    public void A_nickname_may_be_as_long_as_the_limit(int length) => Assert.Equal(length, Parsed(new string('n', length)).Text.Length);

    [Fact]
    public void A_nickname_may_not_be_longer() => Refused(new string('n', 31), new NameFault.TooLong(31, 30));

    [Fact]
    public void A_nickname_may_not_be_empty() => Refused("", new NameFault.Empty());

    [Theory]
    [InlineData("9lives", '9')]
    [InlineData("-dash", '-')]
    public void A_nickname_may_not_begin_with_a_digit_or_a_dash(string text, char found) => Refused(text, new NameFault.BadStart(found));

    [Theory]
    [InlineData("a b", ' ', 1)]
    [InlineData("#room", '#', 0)]
    [InlineData("a\0", '\0', 1)]
    [InlineData("you!me", '!', 3)]
    [InlineData("a@b", '@', 1)]
    [InlineData("~a", '~', 0)]
    [InlineData("İ", 'İ', 0)]
    [InlineData("straße", 'ß', 4)]
    [InlineData("\u212a", '\u212a', 0)]
    [InlineData("Tuấn", 'ấ', 2)]
    public void A_nickname_may_hold_no_other_character(string text, char found, int position) =>
        Refused(text, new NameFault.BadCharacter(found, position));

    [Fact]
    public void Two_nicknames_that_differ_in_the_case_of_letters_have_one_key() => Assert.Equal(Parsed("tuan").Key, Parsed("TUAN").Key);

    [Theory]
    [InlineData("[]\\^", "{}|^")]
    [InlineData("a`", "a@")]
    [InlineData("a_", "a-")]
    public void Marks_are_not_folded(string one, string other) => Assert.NotEqual(Folding.Fold(one), Folding.Fold(other));

    [Fact]
    public void Folding_touches_no_letter_but_A_to_Z()
    {
        for (var c = char.MinValue; c < char.MaxValue; c++)
            Assert.Equal(c is >= 'A' and <= 'Z' ? (char)(c + 32) : c, Folding.Fold($"A{c}")[1]);
    }

    [Fact]
    public void A_nickname_is_printed_as_written() => Assert.Equal("Tuan", Parsed("Tuan").ToString());

    [Fact]
    public void An_account_has_the_form_of_a_nickname()
    {
        Assert.Equal(("Tuan", "tuan"), AccountName.Parse("Tuan").Match(a => (a.ToString(), a.Key), _ => ("", "")));
        Assert.Equal(new NameFault.Empty(), AccountName.Parse("").Match<NameFault?>(_ => null, fault => fault));
    }

    private static Nick Parsed(string text) => Nick.Parse(text).Match(nick => nick, fault => throw new ArgumentException($"{fault}"));

    private static void Refused(string text, NameFault why) => Assert.Equal(why, Nick.Parse(text).Match<NameFault?>(_ => null, fault => fault));
}
