using ChatRoom.Domain.Names;

namespace ChatRoom.Server.Hubs;

/// <summary>A connection as the hub knows it. Only the hub's thread touches what can change here.</summary>
public sealed class LocalConnection(ConnectionId id, IClient client, NetworkAddress? address = null)
{
    /// <summary>In a box, because a gateway may say better while the hub looks.</summary>
    private object? _address = address;

    public ConnectionId Id { get; } = id;

    /// <summary>From where it came, for rules that look at it. The session that reads its lines may set it, before anything else is said over it.</summary>
    public NetworkAddress? Address
    {
        get => (NetworkAddress?)Volatile.Read(ref _address);
        set => Volatile.Write(ref _address, value);
    }

    public IClient Client { get; } = client;

    public Outbox Outbox { get; } = new(client);

    /// <summary>Whose it is, once that person is let in.</summary>
    public PersonId? Person { get; set; }

    /// <summary>When it became that person's.</summary>
    public Timestamp Since { get; set; }

    public DeliveryOptions DeliveryOptions { get; set; }

    /// <summary>The last turn in which something of this connection was decided.</summary>
    public long LastTurn { get; set; }

    /// <summary>Messages of this connection that wait for a journal that is away.</summary>
    public int Waiting { get; set; }

    /// <summary>The keys of the nicknames that it watches; null for most, who watch none.</summary>
    public System.Collections.Generic.HashSet<string>? Watched { get; set; }

    /// <summary>Of which metadata it wants to hear; none for most.</summary>
    public Domain.Data.ValueList<MetadataKey> Subscribed { get; set; }

    /// <summary>The last broadcast of the hub that came by, so that who shares several rooms with somebody hears of them once.</summary>
    public long LastBroadcast { get; set; }
}

/// <summary>
/// How a connection wants to hear: <paramref name="Variant"/> is a set of bits that only the renderer understands, <paramref name="EchoMessage"/> asks
/// for what it said itself, once that is kept, and <paramref name="ExtendedMonitor"/> for all that becomes of those whom it watches.
/// </summary>
public readonly record struct DeliveryOptions(ulong Variant, bool EchoMessage, bool ExtendedMonitor = false);
