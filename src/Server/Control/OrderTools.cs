using ChatRoom.Journal;
using ChatRoom.Journal.Postgres;
using ChatRoom.Server.Settings;

namespace ChatRoom.Server.Control;

/// <summary>What it takes to make a command of what an operator's tool asks: the settings as they are, the time, and bits that nobody can guess.</summary>
public sealed record OrderTools(LiveSettings Settings, TimeProvider Clock, Func<UInt128> Random)
{
    /// <summary>By which everything that an account typed is found; null where nobody erases.</summary>
    public IHistory? History { get; init; }

    /// <summary>Who shares the journal; null where nobody can.</summary>
    public PostgresFleet? Fleet { get; init; }

    /// <summary>Without a server.</summary>
    public static OrderTools Alone { get; } = new(new LiveSettings(), TimeProvider.System, RandomBits.Next);
}
