namespace ChatRoom.Server.Settings;

/// <summary>The settings as they are now, for every thread. Who needs two of them reads <see cref="Current"/> once.</summary>
public sealed class PublishedSettings(LiveSettings first)
{
    private volatile LiveSettings _current = first;

    public LiveSettings Current => _current;

    public void Publish(LiveSettings next) => _current = next;
}
