using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Postgres;

/// <summary>
/// Which of the other servers gave no sign of life for too long, as one sees it who looks about once a second: by one's own clock, and only while
/// one was looking all the time. So an outage of the database ends nobody, and neither does a nap of the observer's.
/// </summary>
internal sealed class SilenceWatch(TimeProvider clock)
{
    /// <summary>Five beats.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Of one whose connections are gone, as those of a process that died.</summary>
    private static readonly TimeSpan PatienceWithTheDead = TimeSpan.FromSeconds(2);

    /// <summary>Between two looks no more than this counts: a server that did not look saw no silence either.</summary>
    private static readonly TimeSpan MostAtOnce = TimeSpan.FromSeconds(1.5);

    private readonly Dictionary<ServerId, (long Beat, TimeSpan Silent)> _seen = [];
    private long? _looked;

    /// <param name="living">Who lives, as the journal says, but for oneself.</param>
    /// <param name="beats">The beat of each that has the journal open, and whether it has connections.</param>
    public IReadOnlyList<ServerId> Look(IReadOnlyCollection<ServerId> living, IReadOnlyDictionary<ServerId, (long Beat, bool IsConnected)> beats)
    {
        var passed = _looked is { } before ? clock.GetElapsedTime(before) : TimeSpan.Zero;
        _looked = clock.GetTimestamp();
        if (passed > MostAtOnce)
            passed = MostAtOnce;
        var silent = new List<ServerId>();
        foreach (var gone in _seen.Keys.Where(known => !living.Contains(known)).ToArray())
            _seen.Remove(gone);
        foreach (var server in living)
        {
            // One without an opening is as good as dead.
            var (beat, isConnected) = beats.TryGetValue(server, out var found) ? found : (-1, false);
            var silence = _seen.TryGetValue(server, out var known) && known.Beat == beat ? known.Silent + passed : TimeSpan.Zero;
            _seen[server] = (beat, silence);
            if (silence >= (isConnected ? Patience : PatienceWithTheDead))
                silent.Add(server);
        }
        return silent;
    }

    /// <summary>One could not look for a while; what was seen before is of no use.</summary>
    public void Forget()
    {
        _seen.Clear();
        _looked = null;
    }
}
