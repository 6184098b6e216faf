namespace ChatRoom.Server.Hubs;

/// <summary>A sign of life for the program that watches over the server. Only the hub's own thread gives it, and only at the end of a turn.</summary>
public sealed partial class Hub
{
    private TaskCompletionSource? _asked;

    /// <summary>Ends when the hub has turned once more; never, when it does not turn any more. Those who ask meanwhile are answered together.</summary>
    public Task Turned()
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = Interlocked.CompareExchange(ref _asked, mine, null) ?? mine;
        // An empty message, so that a hub with nothing to do turns.
        Post(default(HubMessage));
        return asked.Task;
    }

    private void ShowLife()
    {
        if (Volatile.Read(ref _asked) is not null)
            Interlocked.Exchange(ref _asked, null)?.SetResult();
    }
}
