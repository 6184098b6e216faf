namespace ChatRoom.Server.Hubs;

/// <summary>What the hub is while it waits for its journal.</summary>
public interface IAway
{
    /// <summary>Calls the journal, while others may serve what needs none.</summary>
    T Lend<T>(Func<T> call);

    /// <summary>Waits before the journal is tried again.</summary>
    /// <exception cref="OperationCanceledException">The server stops.</exception>
    void Pause(TimeSpan time);
}
