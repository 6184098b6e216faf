using System.Net;

namespace ChatRoom.Bench.Load;

/// <summary>Who talks to whom, and how much.</summary>
/// <param name="Server">Where the server is.</param>
/// <param name="People">Connections, spread evenly over the rooms.</param>
/// <param name="Rooms">Rooms.</param>
/// <param name="Rate">Messages a second, all rooms and speakers together.</param>
/// <param name="Seconds">How long people talk.</param>
/// <param name="Speakers">How many in each room talk; the others only listen.</param>
/// <param name="Length">Bytes of a message's text.</param>
public sealed record LoadOptions(IPEndPoint Server, int People, int Rooms, int Rate, int Seconds, int Speakers, int Length)
{
    /// <summary>People whose handshakes are under way at the same time: servers have small listen backlogs.</summary>
    public const int ComingAtOnce = 16;

    /// <summary>How long those who listen wait for what is still under way when nobody talks any more.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>How long a whole crowd may take to come in: some servers let people in once a second.</summary>
    public static readonly TimeSpan Entrance = TimeSpan.FromSeconds(60);

    public string Room(int person) => $"#load{person % Rooms}";

    /// <summary>The first ones to come in talk.</summary>
    public bool Speaks(int person) => person / Rooms < Speakers;

    /// <summary>How many others are in the room of this person.</summary>
    public int Listeners(int person) => ((People - 1 - (person % Rooms)) / Rooms);
}
