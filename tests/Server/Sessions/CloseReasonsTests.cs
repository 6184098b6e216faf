using ChatRoom.Domain.Events;
using ChatRoom.Irc;
using ChatRoom.Server.Sessions;
using ChatRoom.Server.Settings;

namespace ChatRoom.Server.Tests.Sessions;

/// <summary>Every reason, those that are added later too, is said in words of its own that fit a line.</summary>
public sealed class CloseReasonsTests
{
    public static TheoryData<CloseReason> Reasons => [.. Enum.GetValues<CloseReason>()];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void A_reason_has_words(CloseReason reason)
    {
        var words = CloseReasons.Words(new Ending(reason), new LiveSettings());

        Assert.InRange(words.Length, 1, LineLimits.Body - "ERROR :Closing link: ".Length - LineLimits.End);
        Assert.Single(Enum.GetValues<CloseReason>(), other => CloseReasons.Words(new Ending(other), new LiveSettings()) == words);
    }

    [Fact]
    public void What_somebody_says_when_they_quit_is_marked_as_theirs() =>
        Assert.Equal("Quit: the server is stopping", CloseReasons.Words(new Ending(CloseReason.Quit, "the server is stopping"), new LiveSettings()));
}
