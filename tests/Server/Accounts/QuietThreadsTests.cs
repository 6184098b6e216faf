using System.Globalization;
using ChatRoom.Server.Accounts;
using ChatRoom.Testing;

namespace ChatRoom.Server.Tests.Accounts;

public sealed class QuietThreadsTests
{
    [Fact]
    public async Task Work_on_them_gives_way_to_everything_else()
    {
        var done = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        QuietThreads.Shared.Schedule(_ => done.SetResult(OperatingSystem.IsLinux() ? File.ReadAllText("/proc/thread-self/stat") : ""), null);
        var stat = await done.Task.WaitAsync(HeldClock.Deadline);

        if (OperatingSystem.IsLinux())
            Assert.Equal(Math.Min(19, Niceness(File.ReadAllText("/proc/self/stat")) + 10), Niceness(stat));
    }

    /// <summary>The 19th field; the second one is a name in brackets, in which anything may stand.</summary>
    private static int Niceness(string stat) => int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[16], CultureInfo.InvariantCulture);
}
