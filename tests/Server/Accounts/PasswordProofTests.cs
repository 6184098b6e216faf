using ChatRoom.Server.Accounts;

namespace ChatRoom.Server.Tests.Accounts;

public sealed class PasswordProofTests
{
    [Theory]
    [InlineData("tea", "tea", true)]
    [InlineData("tea", "Tea", false)]
    [InlineData("m\u1eadt kh\u1ea9u", "ma\u0323\u0302t kha\u0302\u0309u", true)]
    [InlineData("ma\u0323\u0302t", "m\u1eadt", true)]
    [InlineData("\uff54\uff45\uff41", "tea", true)]
    [InlineData("tea", "\uff54\uff45\uff41", true)]
    [InlineData("m\u1eadt", "mat", false)]
    public void A_password_is_known_however_its_letters_are_typed(string made, string said, bool isKnown) =>
        Assert.Equal(isKnown, PasswordProof.Proves(said, PasswordProof.Make(made, 7, 2)));

    [Fact]
    public void There_is_a_form_for_each_way_in_which_it_may_come_and_one_salt()
    {
        Assert.Single(PasswordProof.Make("tea", 7, 2).Forms);
        Assert.Equal(2, PasswordProof.Make("\uff54\uff45\uff41", 7, 2).Forms.Count);
        Assert.Equal(PasswordProof.Make("tea", 7, 2).Forms[0], PasswordProof.Make("\uff54\uff45\uff41", 7, 2).Forms[1]);
    }

    [Theory]
    [InlineData("x", 300, true)]
    [InlineData("", 300, false)]
    [InlineData("\u1ea9\u1ea9", 6, true)]
    [InlineData("\u1ea9\u1ea9", 5, false)]
    [InlineData("a\u0007", 300, false)]
    public void What_can_be_a_password(string password, int most, bool isOne) => Assert.Equal(isOne, PasswordProof.WhyNot(password, most) is null);

    [Fact]
    public void A_verifier_is_not_printed() => Assert.Equal("Verifier", PasswordProof.Make("tea", 7, 2).ToString());

    [Fact]
    public void A_code_is_the_same_however_it_is_typed()
    {
        var code = Invitations.New();
        Assert.Equal(23, code.Length);
        Assert.Equal(Invitations.HashOf(code), Invitations.HashOf($" {code.ToUpperInvariant().Replace("-", "", StringComparison.Ordinal)} "));
        Assert.NotEqual(Invitations.HashOf(code), Invitations.HashOf(Invitations.New()));
    }
}
