using System.Globalization;
using ChatRoom.Domain.Names;

namespace ChatRoom.Server.Settings;

/// <summary>How long what people typed is kept, in days; 0 for good. What holds still, as a topic does, is kept as long as it holds.</summary>
public sealed record RetentionSettings
{
    /// <summary>What is said in rooms.</summary>
    public int RoomDays { get; init; }

    /// <summary>What is said to somebody alone.</summary>
    public int PrivateDays { get; init; }

    /// <summary>Why somebody left, was shown out, and so on.</summary>
    public int ReasonDays { get; init; }

    /// <summary>Rooms for which another number holds.</summary>
    public IReadOnlyList<RoomDays> Rooms { get; init; } = [];
}

/// <summary>How long what is said in a room is kept; 0 days for good.</summary>
public sealed record RoomDays(RoomName Room, int Days)
{
    /// <summary>A century.</summary>
    public const int Most = 36_500;

    /// <summary>Null for what is not written as <see cref="ToString"/> writes it. A room's name may have a '=' too.</summary>
    public static RoomDays? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.LastIndexOf('=');
        return at > 0 && RoomName.Parse(text[..at]).TryGet(out var room, out _) && int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= Most
            ? new RoomDays(room, days)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Room}={Days}");
}
