using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Simulation.Tests.Checking;

/// <summary>Who is there and where, as the ledger knows it.</summary>
public sealed partial class Ledger
{
    /// <summary>Somebody, with the connections that hear for them.</summary>
    public sealed class Guest(long id, ConnectionId came)
    {
        public long Id => id;

        /// <summary>Over which connection they came first.</summary>
        public ConnectionId Came => came;

        public string Nick { get; set; } = "";

        public bool IsOnDuty { get; set; }

        public bool HearsAnnouncements { get; set; }

        public string? Away { get; set; }

        /// <summary>In which event that was said.</summary>
        public long AwayAt { get; set; }

        /// <summary>Which nickname was theirs from which event to which, exclusive.</summary>
        public List<(string Nick, long From, long To)> Names { get; } = [];

        public List<ConnectionId> Connections { get; } = [];

        public SortedDictionary<long, Rights> Rooms { get; } = [];
    }

    public sealed class Place(long id, string name)
    {
        public long Id => id;

        /// <summary>As it is called now.</summary>
        public string Name { get; set; } = name;

        public string Topic { get; set; } = "";

        public List<Guest> Members { get; } = [];
    }
}
