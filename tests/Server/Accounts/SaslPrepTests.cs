using System.Globalization;
using System.Text;
using ChatRoom.Server.Accounts;

namespace ChatRoom.Server.Tests.Accounts;

public sealed class SaslPrepTests
{
    /// <summary>Three thousand passwords with what another implementation of Unicode 3.2 makes of them: eng/saslprep-tables.</summary>
    [Fact]
    public void It_makes_what_others_make()
    {
        using var vectors = new StreamReader(typeof(SaslPrepTests).Assembly.GetManifestResourceStream("saslprep-vectors.txt")!);
        var lines = vectors.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.InRange(lines.Length, 3000, 4000);
        Assert.All(lines, line =>
        {
            var parts = line.Split(';');
            Assert.Equal(parts[1] == "!" ? null : Text(parts[1]), SaslPrep.Prepare(Text(parts[0])));
        });
    }

    /// <summary>The first five are those of RFC 4013, section 3.</summary>
    [Theory]
    [InlineData("I\u00adX", "IX")]
    [InlineData("user", "user")]
    [InlineData("USER", "USER")]
    [InlineData("\u00aa", "a")]
    [InlineData("\u2168", "IX")]
    [InlineData("ma\u0323\u0302t kha\u0302\u0309u", "m\u1eadt kh\u1ea9u")]
    [InlineData("ma\u0302\u0323t", "m\u1eadt")]
    [InlineData("\uff50\uff41\uff53\uff53\u3000\uff11", "pass 1")]
    [InlineData("\uff8a\uff9f\uff7d", "\u30d1\u30b9")]
    [InlineData("\u1112\u1161\u11ab", "\ud55c")]
    [InlineData("", "")]
    public void Letters_are_the_same_however_they_are_typed(string typed, string prepared)
    {
        Assert.Equal(prepared, SaslPrep.Prepare(typed));
        Assert.Equal(prepared, SaslPrep.Prepare(prepared));
    }

    [Theory]
    [InlineData("\u0007")]
    [InlineData("\u0627\u0031")]
    [InlineData("\u0628x\u0628")]
    [InlineData("\u0221")]
    [InlineData("\ue000")]
    [InlineData("\ud83d\ude00")]
    public void What_can_not_be_a_password_is_none(string typed) => Assert.Null(SaslPrep.Prepare(typed));

    private static string Text(string letters) => string.Concat(
        letters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(letter => new Rune(int.Parse(letter, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()));
}
