using ChatRoom.Cli.Admin;

namespace ChatRoom.Cli.Tests;

public sealed partial class AdminTests
{
    [Fact]
    public async Task What_was_moved_is_at_its_new_place_and_not_at_the_old_one_any_more()
    {
        Begin(events: 3);
        var again = Path.Combine(_root, "again");

        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Move(Data, again)));
        Assert.Contains($"moved from {Data} to {again} and compared, event by event: 3 events in 0 rooms", Output);
        Assert.Equal(ExitCode.Ok, await Run(new AdminRequest.Verify(again)));
        await AssertFails(new AdminRequest.Verify(Data), $"was moved to {again}");
        await AssertFails(new AdminRequest.Move(Data, Path.Combine(_root, "third")), $"was moved to {again}");
        await AssertFails(new AdminRequest.Move(again, again), "is in use by another server");
    }
}
