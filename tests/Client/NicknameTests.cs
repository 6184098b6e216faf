using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Tests;

public class NicknameTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("Tuan")]
    [InlineData("T-800")]
    [InlineData(@"[]\`_^{|}")]
    [InlineData("_4")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123")]
    public void Good_nicknames_are_taken_as_they_are(string text)
    {
        Assert.True(Nickname.TryParse(text, out var nick, out var refusal));
        Assert.Equal(text, nick.Text);
        Assert.Null(refusal);
    }

    [Theory]
    [InlineData("", "the nickname is empty")]
    [InlineData("abcdefghijklmnopqrstuvwxyz01234", "the nickname has 31 characters")]
    [InlineData("4u", "starts with '4'")]
    [InlineData("-x", "starts with '-'")]
    [InlineData("#x", "has a '#' in it")]
    [InlineData(":x", "has a ':' in it")]
    [InlineData("two words", "has a space in it")]
    [InlineData(" x", "has a space in it")]
    [InlineData("Tuấn", "has a 'ấ' in it")]
    [InlineData("x😀", "has a '😀' in it")]
    [InlineData("a!b", "has a '!' in it")]
    [InlineData("a\u0001", "has a '\u0001' in it")]
    public void Bad_nicknames_are_refused_with_what_is_wrong_and_the_rule(string text, string wrong)
    {
        Assert.False(Nickname.TryParse(text, out var nick, out var refusal));
        Assert.Null(nick);
        Assert.Contains(wrong, refusal);
        Assert.EndsWith(Nickname.Rule, refusal);
    }

    [Theory]
    [InlineData("Tuan", "tuan")]
    [InlineData("Abcdefghijklm", "abcdefghi")]
    [InlineData("_^_", "guest")]
    public void The_user_name_is_made_of_the_nickname(string text, string user)
    {
        Assert.True(Nickname.TryParse(text, out var nick, out _));
        Assert.Equal(user, new ClientSettings(nick, []).UserName);
    }
}
