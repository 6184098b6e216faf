using System.Text;
using ChatRoom.Domain;
using ChatRoom.Server.Sessions;

namespace ChatRoom.Server.Tests.Sessions;

public sealed class RegistrationTests
{
    private static readonly Nick Tuan = Nick.Parse("Tuan").IfFault(_ => throw new InvalidOperationException());

    [Theory]
    [InlineData(false, false, false, false)]
    [InlineData(true, false, false, false)]
    [InlineData(false, true, false, false)]
    [InlineData(true, true, true, false)]
    [InlineData(true, true, false, true)]
    public void It_is_complete_with_a_nickname_and_a_user_and_no_open_negotiation(bool hasNick, bool hasUser, bool isNegotiating, bool isComplete)
    {
        var registration = Registration.Begun with
        {
            Nick = hasNick ? Tuan : null, User = hasUser ? "tuan" : null, IsNegotiating = isNegotiating,
        };

        Assert.Equal(isComplete, registration.IsComplete);
    }

    [Theory]
    [InlineData("tuan", "tuan")]
    [InlineData("a b!c@d:e,f", "abcdef")]
    [InlineData("~tuan", "~tuan")]
    [InlineData("Tuấn", "Tun")]
    [InlineData("!@", "user")]
    [InlineData("", "user")]
    [InlineData("abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqr")]
    public void A_user_keeps_what_can_stand_in_a_source(string said, string kept) =>
        Assert.Equal(kept, Registration.Begun.WithUser(said, "real").User);

    [Theory]
    [InlineData(50, 50)]
    [InlineData(51, 50)]
    [InlineData(160, 50)]
    public void A_real_name_is_cut_at_a_character(int said, int kept)
    {
        var name = Registration.Begun.WithUser("t", string.Concat(Enumerable.Repeat("ấ", said))).RealName;

        Assert.Equal(string.Concat(Enumerable.Repeat("ấ", kept)), name);
        Assert.True(Encoding.UTF8.GetByteCount(name) <= Limits.RealNameBytes);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(null, "anything", true)]
    [InlineData("sesame", "sesame", true)]
    [InlineData("sesame", "Sesame", false)]
    [InlineData("sesame", "sesam", false)]
    [InlineData("sesame", null, false)]
    [InlineData("", null, true)]
    public void A_password_is_known_or_not(string? wanted, string? said, bool isKnown) =>
        Assert.Equal(isKnown, (Registration.Begun with { Password = said }).Knows(wanted));

    [Fact]
    public void What_is_wished_for_is_what_was_said() =>
        Assert.Equal(
            new Command.Connect(Tuan, "tuan", "guest", "Tuan himself"),
            (Registration.Begun with { Nick = Tuan }).WithUser("tuan", "Tuan himself").Wish);
}
