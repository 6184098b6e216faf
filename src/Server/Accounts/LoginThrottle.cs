using ChatRoom.Domain.Names;

namespace ChatRoom.Server.Accounts;

/// <summary>
/// How often somebody may try. Each network has some wrong attempts for nothing, which it gets back in time; beyond that its attempts come one a
/// second, and few may wait. Who never erred waits for nobody. Networks are IPv4 addresses, and of IPv6 the 64 bits that a customer has.
/// </summary>
public sealed class LoginThrottle(TimeProvider clock)
{
    /// <summary>More than a person needs who has three passwords in mind.</summary>
    private const int Free = 5;

    /// <summary>Of one network, who has to wait: more is no person.</summary>
    private const int MostWaiting = 8;

    /// <summary>Networks that are remembered; beyond that new ones share a place.</summary>
    private const int MostNetworks = 4096;

    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);

    /// <summary>In which a network gets back one wrong attempt.</summary>
    private static readonly TimeSpan Forgiven = TimeSpan.FromSeconds(20);

    private readonly Dictionary<NetworkAddress, Network> _networks = [];

    /// <summary>How long the attempt has to wait; null if it may not even wait. Who had to says <see cref="Waited"/> afterwards.</summary>
    public TimeSpan? Take(NetworkAddress? from)
    {
        var now = clock.GetTimestamp();
        if (Find(from, now) is not { } network || network.Misses < Free)
            return TimeSpan.Zero;
        if (network.Waiting >= MostWaiting)
            return null;
        var due = Math.Max(now, network.NextAt);
        network.NextAt = due + (long)(BetweenAttempts.TotalSeconds * clock.TimestampFrequency);
        if (due > now)
            network.Waiting++;
        return clock.GetElapsedTime(now, due);
    }

    /// <summary>Whether its attempts are among those that wait.</summary>
    public bool HasErred(NetworkAddress? from) => Find(from, clock.GetTimestamp()) is { Misses: > 0 };

    public void Waited(NetworkAddress? from)
    {
        if (Find(from, clock.GetTimestamp()) is { Waiting: > 0 } network)
            network.Waiting--;
    }

    public void Missed(NetworkAddress? from)
    {
        var now = clock.GetTimestamp();
        var network = Find(from, now) ?? Add(from, now);
        network.Misses++;
    }

    private Network? Find(NetworkAddress? from, long now)
    {
        if (!_networks.TryGetValue(KeyOf(from), out var network) && !_networks.TryGetValue(default, out network))
            return null;
        var forgiven = (int)(clock.GetElapsedTime(network.Since, now) / Forgiven);
        if (forgiven > 0)
            (network.Misses, network.Since) = (Math.Max(0, network.Misses - forgiven), now);
        return network;
    }

    private Network Add(NetworkAddress? from, long now)
    {
        var key = _networks.Count < MostNetworks || Forget(now) ? KeyOf(from) : default;
        if (!_networks.TryGetValue(key, out var network))
            _networks[key] = network = new Network { Since = now };
        return network;
    }

    /// <summary>Those to whom all is forgiven. False if nobody is.</summary>
    private bool Forget(long now)
    {
        foreach (var (key, _) in _networks.Where(pair => pair.Value.Waiting == 0 && pair.Value.Misses <= clock.GetElapsedTime(pair.Value.Since, now) / Forgiven).ToList())
            _networks.Remove(key);
        return _networks.Count < MostNetworks;
    }

    /// <summary>IPv4 in IPv6 is ::ffff:a.b.c.d, all of which counts.</summary>
    private static NetworkAddress KeyOf(NetworkAddress? from)
    {
        if (from is not { } address)
            return new NetworkAddress(UInt128.MaxValue);
        return address.Bits >> 32 == 0xffff ? address : new NetworkAddress(address.Bits >> 64 << 64);
    }

    private sealed class Network
    {
        public int Misses { get; set; }

        /// <summary>Since then nothing was forgiven.</summary>
        public long Since { get; set; }

        public long NextAt { get; set; }

        public int Waiting { get; set; }
    }
}
