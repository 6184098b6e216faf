using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Tests;

public class RoomNameTests
{
    [Theory]
    [InlineData("#lobby", "#lobby")]
    [InlineData("lobby", "#lobby")]
    [InlineData("##c", "##c")]
    [InlineData("&local", "&local")]
    [InlineData("phòng", "#phòng")]
    public void Good_names_are_taken_and_the_sign_may_be_left_out(string text, string name)
    {
        Assert.True(RoomName.TryParse(text, out var room, out _));
        Assert.Equal(name, room.Text);
    }

    [Theory]
    [InlineData("", "the room's name is empty")]
    [InlineData("#", "the room's name is empty")]
    [InlineData("#a b", "has a space in it")]
    [InlineData("#a,#b", "has a comma in it")]
    [InlineData("#a\u0007", "has a control character in it")]
    public void Bad_names_are_refused_with_what_is_wrong_and_the_rule(string text, string wrong)
    {
        Assert.False(RoomName.TryParse(text, out _, out var refusal));
        Assert.Contains(wrong, refusal);
        Assert.EndsWith(RoomName.Rule, refusal);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void A_name_is_measured_in_bytes(int bytes, bool good) =>
        Assert.Equal(good, RoomName.TryParse("#" + (bytes % 2 == 0 ? "a" : "") + new string('é', (bytes - 1) / 2), out _, out _));
}
