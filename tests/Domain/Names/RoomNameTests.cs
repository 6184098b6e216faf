using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Tests.Names;

public sealed class RoomNameTests
{
    [Theory]
    [InlineData("#a")]
    [InlineData("##c")]
    [InlineData("#Phòng-chờ")]
    [InlineData("#می\u200cخواهم")]
    [InlineData("#👩\u200d💻")]
    [InlineData("#a*b?c@d!")]
    public void A_room_may_be_called_anything_that_can_be_seen(string text) => Assert.Equal(text, Parsed(text).ToString());

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    public void A_room_name_may_be_as_long_as_the_limit(int bytes) => Assert.Equal(bytes, Parsed("#" + new string('r', bytes - 1)).Text.Length);

    [Fact]
    public void A_room_name_may_not_be_longer() => Refused("#" + new string('r', 64), new NameFault.TooLong(65, 64));

    [Fact]
    public void The_length_is_that_of_the_bytes_on_the_wire()
    {
        Assert.Equal("#r" + new string('é', 31), Parsed("#r" + new string('é', 31)).Text);
        Refused("#rr" + new string('é', 31), new NameFault.TooLong(65, 64));
    }

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    public void A_room_needs_a_name(string text) => Refused(text, new NameFault.Empty());

    [Theory]
    [InlineData("lobby", 'l')]
    [InlineData("&local", '&')]
    public void A_room_name_begins_with_a_hash(string text, char found) => Refused(text, new NameFault.BadStart(found));

    [Theory]
    [InlineData(' ')]
    [InlineData(',')]
    [InlineData(':')]
    [InlineData('\0')]
    [InlineData('\a')]
    [InlineData('\u007f')]
    [InlineData('\u0085')]
    [InlineData('\u00a0')]
    [InlineData('\u00ad')]
    [InlineData('\u200b')]
    [InlineData('\u2028')]
    [InlineData('\u202e')]
    [InlineData('\u2066')]
    [InlineData('\u3000')]
    [InlineData('\ufeff')]
    [InlineData('\ufffd')]
    public void What_breaks_a_list_or_cannot_be_seen_is_refused(char bad) => Refused($"#a{bad}b", new NameFault.BadCharacter(bad, 2));

    [Fact]
    public void Half_a_character_is_refused_because_it_can_not_be_stored()
    {
        Refused("#a\ud83d", new NameFault.BadCharacter('\ud83d', 2));
        Refused("#\ude00\ud83d", new NameFault.BadCharacter('\ude00', 1));
        Refused("#\ud83d\ud83d\ude00", new NameFault.BadCharacter('\ud83d', 1));
    }

    [Fact]
    public void Only_the_case_of_A_to_Z_is_folded()
    {
        Assert.Equal("#lobby", Parsed("#LOBBY").Key);
        Assert.Equal("#É", Parsed("#É").Key);
        Assert.Equal("#İ", Parsed("#İ").Key);
    }

    private static RoomName Parsed(string text) => RoomName.Parse(text).Match(name => name, fault => throw new ArgumentException($"{fault}"));

    private static void Refused(string text, NameFault why) =>
        Assert.Equal(why, RoomName.Parse(text).Match<NameFault?>(_ => null, fault => fault));
}
