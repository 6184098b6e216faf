using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Tests;

public class StampTests
{
    [Theory]
    [InlineData(2, "e-1", 1, "e-2", true)]
    [InlineData(1, "e-2", 2, "e-1", false)]
    [InlineData(1, "e-10", 1, "e-9", true)]
    [InlineData(1, "e-9", 1, "e-10", false)]
    [InlineData(1, "e-9", 1, "e-9", false)]
    [InlineData(1, "f-10", 1, "e-9", false)]
    [InlineData(1, "x10", 1, "x9", false)]
    [InlineData(1, "e-10", 1, null, false)]
    [InlineData(1, "e-ten", 1, "e-nine", false)]
    public void What_happened_later_is_known_by_its_time_and_within_a_millisecond_by_its_number(int time, string? id, int otherTime, string? otherId, bool isAfter) =>
        Assert.Equal(isAfter, new Stamp(DateTimeOffset.UnixEpoch.AddMilliseconds(time), id).IsAfter(new Stamp(DateTimeOffset.UnixEpoch.AddMilliseconds(otherTime), otherId)));
}
