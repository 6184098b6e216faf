namespace ChatRoom.Tui.Drivers;

/// <summary>A screen, or why there can be none.</summary>
public abstract record ScreenOpening
{
    private ScreenOpening()
    {
    }

    public sealed record Opened(IScreen Screen) : ScreenOpening;

    public sealed record Refused(string Reason) : ScreenOpening;
}
