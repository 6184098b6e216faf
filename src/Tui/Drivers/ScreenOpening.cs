namespace ChatRoom.Tui.Drivers;

/// <summary>A screen, or why there can be none.</summary>
public abstract record ScreenOpening
{
    private ScreenOpening()
    {
    }

    public sealed record Opened(IScreen Screen) : ScreenOpening;

    public sealed record Refused(string Reason) : ScreenOpening;

    public T Match<T>(Func<Opened, T> opened, Func<Refused, T> refused) => this switch
    {
        Opened o => opened(o),
        Refused o => refused(o),
        _ => throw new InvalidOperationException($"unknown opening {GetType().Name}"),
    };
}
