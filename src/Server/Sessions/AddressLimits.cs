using ChatRoom.Domain.Names;
using ChatRoom.Server.Settings;

namespace ChatRoom.Server.Sessions;

/// <summary>
/// How many connections come from one place, and how many accounts are registered from there in a day: of an address (an IPv4 one, or the /64 of IPv6
/// that a customer has) and of the network around it (/24, /48), the same that cloaks show. Behind one address a whole school may sit, so the numbers
/// are settings, and places can be exempt.
/// </summary>
public sealed class AddressLimits(PublishedSettings live, TimeProvider clock)
{
    /// <summary>Places of which registrations are remembered; beyond that new ones share a count.</summary>
    private const int MostPlaces = 4096;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>From every session's thread; what is done under it is a look into small tables.</summary>
    private readonly Lock _gate = new();
    private readonly Dictionary<AddressRange, int> _open = [];
    private readonly Dictionary<AddressRange, (long Since, int Count)> _registered = [];
    private readonly long[] _refused = new long[4];

    /// <summary>Connections that were refused, by what was reached.</summary>
    public IEnumerable<(string Limit, long Count)> RefusedConnections => [("address", Interlocked.Read(ref _refused[0])), ("network", Interlocked.Read(ref _refused[1]))];

    /// <summary>Registrations likewise.</summary>
    public IEnumerable<(string Limit, long Count)> RefusedRegistrations => [("address", Interlocked.Read(ref _refused[2])), ("network", Interlocked.Read(ref _refused[3]))];

    /// <summary>A connection comes. Why it does not come in; null if it does, and then <see cref="Leave"/> is called when it ends.</summary>
    public string? Enter(NetworkAddress? from)
    {
        if (from is not { } address)
            return null;
        var now = live.Current;
        lock (_gate)
        {
            var (own, around) = (Place(address), Around(address));
            var isBound = !IsExempt(address, now);
            if (isBound && IsReached(now.ConnectionsOfAddress, _open.GetValueOrDefault(own)))
                return Refuse(0, $"{now.ConnectionsOfAddress} connections from your address are here, which is the most");
            if (isBound && IsReached(now.ConnectionsOfNetwork, _open.GetValueOrDefault(around)))
                return Refuse(1, $"{now.ConnectionsOfNetwork} connections from your network are here, which is the most");
            _open[own] = _open.GetValueOrDefault(own) + 1;
            _open[around] = _open.GetValueOrDefault(around) + 1;
            return null;
        }
    }

    public void Leave(NetworkAddress? from)
    {
        if (from is not { } address)
            return;
        lock (_gate)
        {
            foreach (var place in (AddressRange[])[Place(address), Around(address)])
            {
                if (_open[place] == 1)
                    _open.Remove(place);
                else
                    _open[place]--;
            }
        }
    }

    /// <summary>Somebody registers an account. Why that is too many from there; null if it is not, and then it is counted.</summary>
    public string? Register(NetworkAddress? from)
    {
        if (from is not { } address || IsExempt(address, live.Current))
            return null;
        var now = live.Current;
        lock (_gate)
        {
            var (own, around) = (Remembered(Place(address)), Remembered(Around(address)));
            if (IsReached(now.RegistrationsOfAddress, Registered(own)))
                return Refuse(2, $"From your address {now.RegistrationsOfAddress} accounts were registered within a day, which is the most; ask who tends this server");
            if (IsReached(now.RegistrationsOfNetwork, Registered(around)))
                return Refuse(3, $"From your network {now.RegistrationsOfNetwork} accounts were registered within a day, which is the most; ask who tends this server");
            foreach (var place in (AddressRange[])[own, around])
                _registered[place] = (Registered(place) == 0 ? clock.GetTimestamp() : _registered[place].Since, Registered(place) + 1);
            return null;
        }
    }

    private string Refuse(int which, string why)
    {
        Interlocked.Increment(ref _refused[which]);
        return why;
    }

    /// <summary>Within the day that began with the first of them.</summary>
    private int Registered(AddressRange place) =>
        _registered.TryGetValue(place, out var known) && clock.GetElapsedTime(known.Since) < Day ? known.Count : 0;

    private AddressRange Remembered(AddressRange place)
    {
        if (_registered.Count < MostPlaces || _registered.ContainsKey(place))
            return place;
        foreach (var (old, _) in _registered.Where(one => clock.GetElapsedTime(one.Value.Since) >= Day).ToList())
            _registered.Remove(old);
        return _registered.Count < MostPlaces ? place : default;
    }

    /// <summary>No number, no limit.</summary>
    private static bool IsReached(int most, int count) => most > 0 && count >= most;

    private static bool IsExempt(NetworkAddress address, LiveSettings now) => now.Exempt.Any(network => Addresses.Holds(network, address));

    private static AddressRange Place(NetworkAddress address) => AddressRange.Of(address, IsVersion4(address) ? 128 : 64);

    private static AddressRange Around(NetworkAddress address) => AddressRange.Of(address, IsVersion4(address) ? 120 : 48);

    private static bool IsVersion4(NetworkAddress address) => address.Bits >> 32 == 0xFFFF;
}
