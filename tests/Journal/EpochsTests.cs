using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Tests;

public sealed class EpochsTests
{
    [Theory]
    [InlineData("1a 5b", 4, "1a 5b", null)]
    [InlineData("1a", 4, "1a 5b", null)]
    [InlineData("1a", 4, "1a 4b", 3L)]
    [InlineData("1a", 4, "1a 3b 4c", 2L)]
    [InlineData("1a", 4, "1x", 0L)]
    [InlineData("1a 3b", 4, "1a", 2L)]
    [InlineData("1a 5b", 4, "1a 5c", null)]
    [InlineData("1a 5b", 5, "1a 5c", 4L)]
    [InlineData("1a 5b", 4, "1a", null)]
    [InlineData("1a", 0, "1x", null)]
    public void The_first_difference_within_what_is_known_is_where_the_journal_forked(string known, long last, string found, long? agreed)
    {
        var epochs = new Epochs(Ranges(known));

        Assert.Equal(agreed, epochs.TakeIn(Ranges(found), new Sequence(last))?.Number);
        Assert.Equal(Ranges(agreed is null ? found : known), epochs.Ranges);
    }

    private static (Sequence First, string Name)[] Ranges(string text) =>
        [.. text.Split(' ').Select(range => (new Sequence(range[0] - '0'), range[1..]))];
}
